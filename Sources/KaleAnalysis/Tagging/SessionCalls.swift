/// Calls and magics that set up a library, the interpreter or IPython for all code that follows, and
/// leave nothing else behind: a step may repeat them at its beginning.
enum SessionCalls {
  static func kind(of path: String) -> CellTraits.Statements {
    let outside = Knowledge.standard.outside(function: path)
    if outside?.effects.contains(where: { $0.kind == .randomSeed }) == true { return .seeds }
    if path.hasPrefix("warnings.") { return .quietSession }
    if exact.contains(path) || stays(path) { return .session }
    return prefixes.contains(where: path.hasPrefix) ? .session : .other
  }

  private static let exact: Set = [
    "numpy.set_printoptions", "numpy.seterr", "pandas.set_option", "pandas.reset_option",
    "pandas.plotting.register_matplotlib_converters", "matplotlib.use", "matplotlib.rc",
    "matplotlib.pyplot.rc", "matplotlib.pyplot.ion", "matplotlib.pyplot.ioff",
    "matplotlib.pyplot.switch_backend", "matplotlib.pyplot.rcdefaults", "matplotlib.rcdefaults",
    "matplotlib.pyplot.set_cmap", "matplotlib.pyplot.xkcd", "sympy.init_printing",
    "sympy.init_session",
    "sys.setrecursionlimit", "sys.path.append", "sys.path.insert", "locale.setlocale",
    "logging.basicConfig", "logging.disable", "sklearn.set_config",
    "IPython.display.set_matplotlib_formats",
    "matplotlib_inline.backend_inline.set_matplotlib_formats",
    "bokeh.io.output_notebook", "bokeh.plotting.output_notebook",
    "plotly.offline.init_notebook_mode",
    "torch.set_printoptions", "torch.set_default_dtype", "gc.disable", "gc.enable",
  ]

  private static let prefixes = [
    "seaborn.set", "matplotlib.pyplot.style.use", "matplotlib.style.use", "matplotlib.rcParams.",
    "matplotlib.pyplot.rcParams.", "pylab.rcParams.",
  ]

  /// Whether the call sets up what the runtime does not carry from step to step, and what matters there.
  static func stays(_ path: String) -> Bool { staying[path] != nil }

  /// What code has in it that needs the set-up; nil if it is any that uses the library.
  static func word(behind path: String) -> String? {
    staying[path].flatMap { $0.isEmpty ? nil : $0 }
  }

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

  static func kind(of action: IPythonAction) -> CellTraits.Statements {
    guard case .lineMagic(let name) = action.construct else {
      if case .help = action.construct { return [.shows] }
      return .other
    }
    if ["matplotlib", "load_ext", "reload_ext", "autoreload", "autosave", "colors", "xmode"]
      .contains(name)
    {
      return .quietSession
    }
    if ["watermark", "version_information"].contains(name) { return .shows }
    let onlySetsUp = action.effects.allSatisfy { $0 == .changesSession } && !action.effects.isEmpty
    return onlySetsUp && name != "load" && name != "pylab" ? .session : .other
  }
}
