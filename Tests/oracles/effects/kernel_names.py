"""Names that an IPython kernel puts into the namespace beside those of the notebook."""

import re

KERNEL_NAMES = frozenset(
    "In Out _ __ ___ _i _ii _iii _ih _oh _dh _exit_code get_ipython display exit quit "
    "__name__ __doc__ __builtins__ __builtin__ __package__ __loader__ __spec__ __file__ "
    "__annotations__ __annotate__ __conditional_annotations__ __debug__ __warningregistry__ "
    "__nonzero__".split()
)
NUMBERED = re.compile(r"_i?\d+")


def is_kernel_name(name: str) -> bool:
    return name in KERNEL_NAMES or NUMBERED.fullmatch(name) is not None


def without_kernel_names(names) -> list[str]:
    return sorted(name for name in names if not is_kernel_name(name))
