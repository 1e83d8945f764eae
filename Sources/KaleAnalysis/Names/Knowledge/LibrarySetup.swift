/// What sets up a library for all code of a process that follows, and how far that reaches.
enum LibrarySetup {
  /// Whether the call sets up what the runtime does not carry from step to step, and what matters there.
  static func stays(_ path: String) -> Bool { staying[path] != nil }

  /// What code has in it that needs the set-up; nil if it is any that uses the library.
  static func word(behind path: String) -> String? {
    staying[path].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// By the path of the function: what `word(behind:)` tells, empty for nil.
  private static let staying: [String: String] = [
    "tqdm.tqdm.pandas": ".progress_", "tqdm.auto.tqdm.pandas": ".progress_",
    "tqdm.notebook.tqdm.pandas": ".progress_", "tqdm.std.tqdm.pandas": ".progress_",
    "tqdm.tqdm_notebook.pandas": ".progress_", "pandarallel.pandarallel.initialize": ".parallel_",
    "nltk.download": "", "spacy.cli.download": "", "dask.config.set": "", "jax.config.update": "",
    "keras.mixed_precision.set_global_policy": "",
    "tensorflow.keras.mixed_precision.set_global_policy": "",
    "tensorflow.keras.backend.set_floatx": "", "tensorflow.config.run_functions_eagerly": "",
    "torch.use_deterministic_algorithms": "", "mlflow.set_tracking_uri": "",
    "mlflow.set_experiment": "", "mlflow.autolog": "", "mlflow.sklearn.autolog": "",
    "altair.data_transformers.enable": "", "altair.data_transformers.disable_max_rows": "",
  ]

  /// Whether the runtime carries what is stored at the path, or it is about what is shown alone.
  static func isCarried(_ path: String) -> Bool {
    carried.contains { path == $0 || path.hasPrefix($0 + ".") }
  }

  private static let carried = [
    "os.environ", "sys.path", "matplotlib.rcParams", "matplotlib.pyplot.rcParams",
    "pylab.rcParams", "pandas.options", "decimal.getcontext", "IPython", "logging",
  ]
}
