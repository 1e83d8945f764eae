import Testing

@testable import KaleAnalysis

/// What each step asks pip for, and which files travel with it.
@Suite struct PackagePlannerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var notebook: String
    /// Of each step, without `cloudpickle`.
    var packages: [String: [String]]
    /// `SEVERITY ID CELL` of what is said about packages.
    var diagnostics: [String] = []
    var testDescription: String { name }

    init(
      _ name: String, _ notebook: String, _ packages: [String: [String]],
      _ diagnostics: [String] = []
    ) {
      self.name = name
      self.notebook = notebook
      self.packages = packages
      self.diagnostics = diagnostics
    }
  }

  static let cases = [
    Case(
      "each step its own, with what all begin with",
      """
      #% imports
      import os, numpy as np
      #% functions
      def draw():
          import matplotlib.pyplot as plt
      #% step:a
      import requests
      #% step:b
      from sklearn.svm import SVC
      """,
      ["a": ["matplotlib", "numpy", "requests"], "b": ["matplotlib", "numpy", "scikit-learn"]]),
    Case(
      "a value needs the packages of its class where it is loaded",
      """
      #% step:load
      import pandas as pd
      import requests
      page = requests.get("x")
      frame = pd.DataFrame({"a": [1]})
      #% step:clean prev:load
      rows = [frame]
      #% step:train prev:clean
      print(rows)
      #% step:other
      print(1)
      """,
      ["load": ["pandas", "requests"], "clean": ["pandas"], "train": ["pandas"], "other": []]),
    Case(
      "by way of a function and of a change in place",
      """
      #% step:make
      import torch
      def model():
          return torch.nn.Linear(1, 1)
      models = []
      #% step:fill prev:make
      import lightgbm
      models.append(lightgbm.LGBMRegressor())
      #% step:use prev:make prev:fill
      print(models, model)
      """,
      ["make": ["torch"], "fill": ["lightgbm"], "use": ["lightgbm", "torch"]]),
    Case(
      "a name bound by an import of another step",
      """
      #% step:a
      import pandas as pd
      from google.cloud import storage
      #% step:b prev:a
      print(pd, storage)
      """,
      ["a": ["google-cloud-storage", "pandas"], "b": ["google-cloud-storage", "pandas"]]),
    Case(
      "imports that the code can do without",
      """
      #% step:a
      try:
          import cupy as xp
      except ImportError:
          import numpy as xp
      from typing import TYPE_CHECKING
      if TYPE_CHECKING:
          import mypy_extensions
      if False:
          import never
      """,
      ["a": ["numpy"]]),
    Case(
      "imports by other means",
      """
      #% step:a
      import importlib
      importlib.import_module("yaml")
      __import__("bs4")
      exec("import zmq")
      """,
      ["a": ["beautifulsoup4", "PyYAML", "pyzmq"]]),
    Case(
      "magics",
      """
      #% step:a
      %matplotlib inline
      %load_ext autoreload
      %load_ext tensorboard
      """,
      ["a": ["ipython", "matplotlib", "tensorboard"]]),
    Case(
      "commands install for all that follows",
      """
      #% step:a
      x = 1
      #% step:b prev:a
      %pip install -q pyarrow
      #% step:c prev:b
      print(x)
      """,
      ["a": [], "b": ["ipython", "pyarrow"], "c": ["pyarrow"]]),
    Case(
      "a command's version holds wherever the package is installed",
      """
      #% step:a
      import pandas
      #% step:b prev:a
      !pip install pandas==1.5 rich
      #% step:c prev:b
      !pip install pandas
      """,
      [
        "a": ["pandas==1.5"], "b": ["ipython", "pandas==1.5", "rich"],
        "c": ["ipython", "pandas==1.5", "rich"],
      ]),
    Case(
      "one of several packages for a module",
      """
      #% imports
      !pip install opencv-python-headless
      import cv2
      #% step:a
      x = 1
      """,
      ["a": ["ipython", "opencv-python-headless"]]),
    Case(
      "what can't be honoured",
      """
      #% imports
      !pip install -e . {package}
      #% step:a
      %conda install numpy=1.21
      """,
      ["a": ["ipython", "numpy==1.21.*"]],
      ["warning install-not-honoured 0", "warning install-not-honoured 0", "note conda-install 1"]),
    Case(
      "modules beside the notebook, and what they import",
      """
      #% step:a
      import helpers
      from pkg.sub import thing
      from space.inner import other
      #% step:b
      y = 1
      """,
      ["a": ["flask", "lxml", "requests"], "b": []],
      [
        "warning local-module 0", "warning local-module 0", "warning local-module 0",
        "warning local-module 0",
      ]),
    Case(
      "a folder without modules is none",
      """
      #% step:a
      import data
      """,
      ["a": ["data"]]),
    Case(
      "the import path",
      """
      #% imports
      import sys
      sys.path.append("src")
      #% step:a
      import inside
      """,
      ["a": ["jinja2"]], ["warning local-module 1"]),
    Case(
      "what a script imports",
      """
      #% step:a
      %run tool.py
      """,
      ["a": ["flask", "ipython", "requests", "seaborn"]],
      ["warning local-module 0", "warning local-module 0"]),
  ]

  static let files = SourceFiles(
    list: { folder in
      ["pkg": ["__init__.py", "sub.py", "unused.py", "words.txt", "__pycache__/", "image.png"]][
        folder, default: []]
    },
    { path in
      let texts = [
        "helpers.py": "import requests\nfrom more import x\n", "more.py": "import flask\n",
        "pkg/__init__.py": "", "pkg/sub.py": "from . import near\nfrom .near import z\n",
        "pkg/near.py": "import lxml.etree\n", "pkg/unused.py": "import pytest\n",
        "pkg/words.txt": "one\ntwo\n", "space/inner.py": "", "data/file.csv": "1\n",
        "src/inside.py": "import jinja2\n", "tool.py": "import seaborn, helpers\n",
      ]
      if path == "pkg/image.png" { return [0xFF, 0xD8] }
      return texts[path].map { Array($0.utf8) }
    })

  static let ids: Set<String> = [
    "conda-install", "editable-package", "file-not-bundled", "install-not-honoured", "local-module",
    "package-not-installed", "invalid-metadata",
  ]

  static func compile(
    _ text: String, metadata: [String: JSONValue] = [:], options: AnalysisOptions = .init()
  ) throws -> CompilationResult {
    let metadata = metadata.merging(["pipeline_name": .string("p")]) { first, _ in first }
    return try NotebookCompiler.compile(
      .tagged(WrittenNotebook(text).cells, metadata: .object(metadata)), files: files,
      options: options)
  }

  private static func packages(_ result: CompilationResult) -> [String: [String]] {
    (result.pipeline?.steps ?? []).reduce(into: [:]) {
      $0[$1.name] = $1.packages.requirements.filter { !$0.hasPrefix("cloudpickle") }
    }
  }

  private static func said(_ result: CompilationResult) -> [String] {
    result.diagnostics.filter { ids.contains($0.id.rawValue) }.outline
  }

  @Test(arguments: cases)
  func packages(_ example: Case) throws {
    let result = try Self.compile(example.notebook)
    #expect(Self.packages(result) == example.packages)
    #expect(Self.said(result) == example.diagnostics)
    #expect(
      result.pipeline?.steps.allSatisfy { $0.packages.requirements.contains("cloudpickle") } == true
    )
  }

  /// Before Python 3.10 it is the whole statement that has a place.
  private static let namesHavePlaces = PythonVersion.linked.minor >= 10

  @Test func positions() throws {
    let text = """
      #% step:a
      x = 1
      \(Self.namesHavePlaces ? "import os, «helpers»" : "«import os, helpers»")
      if x:
          «!pip install -e .»
      """
    let found = try Self.compile(text).diagnostics.filter { Self.ids.contains($0.id.rawValue) }
    let marks = WrittenNotebook(text).marks
    #expect(found.map(\.location) == [marks[0], marks[0], marks[1]])
    #expect(
      found[0].message
        == "the module 'helpers' is a file of your own, 'helpers.py', which does not travel with the pipeline"
    )
  }

  @Test func placesToLookForPackages() throws {
    let result = try Self.compile(
      """
      #% step:a
      !pip install --extra-index-url https://j/simple x
      #% step:b prev:a
      !pip install -i https://i/simple --trusted-host i y
      """)
    let steps = try #require(result.pipeline).steps
    #expect(steps[0].packages.indexURLs == ["https://pypi.org/simple", "https://j/simple"])
    #expect(steps[1].packages.indexURLs == ["https://i/simple", "https://j/simple"])
    #expect(steps.map(\.packages.trustedHosts) == [[], ["i"]])
    #expect(
      steps.map { $0.cells.flatMap(\.installs) } == [
        ["pip install --extra-index-url https://j/simple x"],
        ["pip install -i https://i/simple --trusted-host i y"],
      ])
  }

  @Test func commandsThatDoMoreRunAgain() throws {
    let result = try Self.compile(
      """
      #% step:a
      !pip install x && echo done
      !pip install -e . y
      %pip install \\
        z
      """)
    #expect(result.pipeline?.steps[0].cells[0].installs == ["pip install z"])
    #expect(
      result.pipeline?.steps[0].packages.requirements == ["cloudpickle", "ipython", "x", "y", "z"])
  }

  // MARK: Metadata

  @Test func metadata() throws {
    let notebook = "#% step:a\nimport pandas"
    let more = try Self.compile(
      notebook,
      metadata: [
        "packages": .array([
          .string("pyarrow >= 15"), .string("pandas==2.2"), .string("-i https://i/simple"),
        ])
      ]
    )
    #expect(Self.packages(more) == ["a": ["pandas==2.2", "pyarrow>=15"]])
    #expect(more.pipeline?.steps[0].packages.indexURLs == ["https://i/simple"])
    let none = try Self.compile(notebook, metadata: ["install_packages": .bool(false)])
    #expect(none.pipeline?.steps[0].packages == StepPackages())
  }

  @Test(arguments: [
    ("packages", JSONValue.string("pandas"), "`packages` is a string, not a list"),
    ("packages", .array([.integer(1)]), "`packages` holds a number, not a requirement"),
    (
      "packages", .array([.string("./lib")]),
      "`packages` holds `./lib`, which can't be installed: a file of your own does not travel with the pipeline"
    ),
    ("install_packages", .string("no"), "`install_packages` is a string, not true or false"),
    ("pin_packages", .string("no"), "`pin_packages` is a string, not true or false"),
    ("bundle", .string("no"), "`bundle` is a string, not true or false"),
  ])
  func misusedMetadata(key: String, value: JSONValue, message: String) throws {
    let result = try Self.compile("#% step:a\nx = 1", metadata: [key: value])
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [message])
  }

  // MARK: The environment

  private static let installed = InstalledPackages(
    python: "venv/bin/python", pythonVersion: "3.12",
    providers: [
      "cv2": .init(distribution: "opencv-contrib-python", version: "4.10.0.84"),
      "cupy": .init(distribution: "cupy-cuda12x", version: "13.0"),
      "mine": .init(distribution: "mine", version: "0.1", isEditable: true),
      "torch": .init(distribution: "torch", version: "2.4.0+cpu"),
    ], versions: ["cloudpickle": "3.1.2", "rich": "13.7"])

  private static func options() -> AnalysisOptions {
    var options = AnalysisOptions()
    options.alwaysAsksForPackages = true
    options.askForPackages = { _, _ in installed }
    return options
  }

  private static let notebook = """
    #% step:a
    import cv2, torch
    import «mine»
    try:
        import cupy
    except ImportError:
        pass
    !pip install rich
    """

  @Test func theEnvironmentKnowsBetter() throws {
    let result = try Self.compile(Self.notebook, options: Self.options())
    #expect(
      Self.packages(result) == [
        "a": ["cupy-cuda12x", "ipython", "opencv-contrib-python", "rich", "torch"]
      ])
    #expect(Self.said(result) == ["warning editable-package 0"])
    #expect(result.pipeline?.settings.baseImage == nil)
  }

  @Test func pins() throws {
    let result = try Self.compile(
      Self.notebook, metadata: ["pin_packages": .bool(true)], options: Self.options())
    #expect(
      result.pipeline?.steps[0].packages.requirements == [
        "cloudpickle==3.1.2", "cupy-cuda12x==13.0", "ipython", "opencv-contrib-python==4.10.0.84",
        "rich==13.7", "torch==2.4.0",
      ])
    #expect(result.pipeline?.settings.baseImage == "python:3.12")
  }

  @Test func whatIsNotInstalledCanNotBePinned() throws {
    let first = Self.namesHavePlaces ? "import «polars»" : "«import polars»"
    let text = "#% step:a\n\(first)\nimport torch, polars"
    let result = try Self.compile(
      text, metadata: ["pin_packages": .bool(true)], options: Self.options())
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.location) == WrittenNotebook(text).marks)
    #expect(
      errors.map(\.message) == [
        "'polars' is not installed for venv/bin/python, so its version can't be pinned"
      ])
    #expect(result.pipeline == nil)
  }

  // MARK: Bundles

  @Test func bundles() throws {
    let result = try Self.compile(
      """
      #% step:a
      from pkg.sub import z
      value = z()
      #% step:b prev:a
      print(value)
      #% step:c
      %run tool.py
      #% step:d
      y = 1
      """, metadata: ["bundle": .bool(true)])
    let pipeline = try #require(result.pipeline)
    #expect(
      pipeline.steps.map(\.bundles) == [["pkg"], ["pkg"], ["helpers", "more", "tool.py"], []])
    #expect(
      pipeline.bundles.map { "\($0.name): \($0.files.map(\.path).joined(separator: " "))" } == [
        "helpers: helpers.py", "more: more.py",
        "pkg: pkg/__init__.py pkg/sub.py pkg/unused.py pkg/words.txt", "tool.py: tool.py",
      ])
    #expect(
      result.diagnostics.filter { $0.severity != .note }.outline == ["warning file-not-bundled 0"])
  }
}
