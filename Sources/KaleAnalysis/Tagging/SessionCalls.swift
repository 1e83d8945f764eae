/// Calls and magics that set up a library, the interpreter or IPython for all code that follows, and
/// leave nothing else behind: a step may repeat them at its beginning.
enum SessionCalls {
  static func kind(of path: String) -> CellTraits.Statements {
    let outside = Knowledge.standard.outside(function: path)
    if outside?.effects.contains(where: { $0.kind == .randomSeed }) == true { return .seeds }
    if path.hasPrefix("warnings.") { return .quietSession }
    if exact.contains(path) || LibrarySetup.stays(path) { return .session }
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
    return onlySetsUp && name != "load" ? .session : .other
  }
}
