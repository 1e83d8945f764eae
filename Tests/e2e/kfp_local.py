"""Runs a compiled pipeline on this machine: kfp_local.py PIPELINE.yaml ROOT PARAMETERS_AS_JSON"""

import json
import sys

from kfp import components, local

pipeline, root, parameters = sys.argv[1:]
local.init(local.SubprocessRunner(use_venv=False), pipeline_root=root, raise_on_error=True)
components.load_component_from_file(pipeline)(**json.loads(parameters))
