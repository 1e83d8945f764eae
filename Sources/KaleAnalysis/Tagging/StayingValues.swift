/// Values that a step had better not hand on: figures, which pyplot knows as well, and objects that no
/// pickle can hold. The table of library calls has those that nothing can save; here are the others.
enum StayingValues {
  /// Whether a library call makes one.
  static func makes(_ path: String) -> Bool {
    let last = path.split(separator: ".").last.map(String.init) ?? path
    if path.hasPrefix("matplotlib.pyplot.") || path.hasPrefix("pylab.") {
      return plotting.contains(last)
    }
    if path.hasPrefix("matplotlib.") { return last == "Figure" || last.hasSuffix("Animation") }
    if path.hasPrefix("seaborn.") {
      return !last.hasPrefix("load_") && !last.hasPrefix("set") && !last.hasSuffix("palette")
    }
    return libraryCalls.contains(path)
  }

  private static let plotting: Set = [
    "figure", "subplots", "subplot", "axes", "gca", "gcf", "plot", "scatter", "bar", "barh", "hist",
    "imshow", "contour", "contourf", "pcolormesh", "errorbar", "subplot2grid", "subplot_mosaic",
    "boxplot", "colorbar", "twinx", "twiny", "add_subplot", "legend", "text", "annotate",
    "GridSpec",
    "matshow", "fill_between", "pie", "step", "stem", "quiver",
  ]

  private static let libraryCalls: Set = [
    "csv.reader", "csv.DictReader", "csv.writer", "csv.DictWriter", "zipfile.ZipFile",
    "tarfile.open",
    "os.scandir", "os.walk", "glob.iglob", "re.finditer", "pandas.ExcelFile", "h5py.File",
    "itertools.count", "itertools.cycle", "itertools.tee", "urllib.request.urlopen", "gzip.open",
    "bz2.open", "lzma.open", "codecs.open", "tempfile.TemporaryDirectory", "tempfile.TemporaryFile",
    "tempfile.NamedTemporaryFile", "numpy.nditer", "numpy.load", "importlib.import_module",
    "tensorflow.Session", "tensorflow.InteractiveSession", "tensorflow.placeholder",
    "tensorflow.compat.v1.Session", "sqlalchemy.create_engine", "pyspark.SparkContext",
    "asyncio.Queue", "asyncio.Lock", "asyncio.create_task", "asyncio.get_event_loop",
    "turtle.Turtle", "ipyparallel.Client",
  ]

  /// Methods whose result stays, whatever they are called on.
  static let methods: Set = [
    "cursor", "keys", "values", "items", "add_subplot", "add_axes", "subplots", "twinx", "twiny",
    "inset_axes", "finditer", "iter_content", "boxplot", "raw", "getconn",
  ]

  /// Whether a method of what stays gives more of it, not data.
  static func derives(_ method: String) -> Bool {
    !method.hasPrefix("get_")
      && !["tolist", "copy", "read", "readlines", "fetchall", "fetchone"].contains(method)
  }
}
