/// What code does beyond its variables that ties the order of steps.
struct OutsideUse: OptionSet, Hashable {
  let rawValue: UInt8

  /// Draws from a random generator that all code shares, or seeds it.
  static let random = OutsideUse(rawValue: 1)
  static let readsFiles = OutsideUse(rawValue: 2)
  static let writesFiles = OutsideUse(rawValue: 4)
  /// Runs programs, or magics that nothing is known of.
  static let runsPrograms = OutsideUse(rawValue: 8)
}

/// Which library calls those are, as far as it can be told from their names. A call too many costs that
/// two steps run one after the other that could run at once.
enum OutsideCalls {
  static func use(path: String, keywords: Set<String>, arguments: Int) -> OutsideUse {
    var use: OutsideUse = []
    if draws(path, keywords, arguments) { use.insert(.random) }
    let last = path.split(separator: ".").last.map(String.init) ?? path
    use.formUnion(fileUse(of: last))
    if path.hasPrefix("subprocess.") || path == "os.system" || path == "os.popen" {
      use.insert(.runsPrograms)
    }
    if ["os.", "shutil.", "urllib.", "tarfile.", "zipfile.", "requests."].contains(
      where: path.hasPrefix),
      changingCalls.contains(last)
    {
      use.insert(.writesFiles)
    }
    return use
  }

  /// Of a method or a builtin whose owner is not known.
  static func use(name: String, keywords: Set<String>) -> OutsideUse {
    var use = fileUse(of: name)
    if ["sample", "rvs"].contains(name), !isSeeded(keywords) { use.insert(.random) }
    return use
  }

  private static func isSeeded(_ keywords: Set<String>) -> Bool {
    !keywords.isDisjoint(with: ["random_state", "seed", "rng"])
  }

  private static func draws(_ path: String, _ keywords: Set<String>, _ arguments: Int) -> Bool {
    let parts = path.split(separator: ".")
    guard let root = parts.first, let last = parts.last else { return false }
    switch root {
    case "random": return parts.count > 1 && last != "Random" && last != "SystemRandom"
    case "numpy", "cupy":
      let isGenerator = ["default_rng", "RandomState", "Generator", "SeedSequence"].contains(last)
      return parts.count > 2 && parts[1] == "random" && !isGenerator
    case "pylab": return pylabDraws.contains(String(last))
    case "torch", "torchvision", "tensorflow", "keras", "jax", "mxnet", "seaborn", "gym", "fastai",
      "d2l", "transformers":
      return true
    case "sklearn":
      return parts.count > 2 && last.first?.isUppercase == true && !isSeeded(keywords)
        && !isDeterministic(String(last))
        || sklearnDraws.contains(String(last)) && !isSeeded(keywords)
    case "scipy": return last == "rvs" && !isSeeded(keywords)
    default: return false
    }
  }

  private static let pylabDraws: Set = [
    "rand", "randn", "randint", "random", "seed", "shuffle", "choice", "normal", "uniform",
  ]

  private static let sklearnDraws: Set = [
    "train_test_split", "shuffle", "resample", "permutation_importance",
  ]

  /// Estimators that fit alike each time, by the ends and beginnings of their names.
  private static func isDeterministic(_ name: String) -> Bool {
    let ends = [
      "Scaler", "Encoder", "Imputer", "NB", "Regression", "Vectorizer", "Transformer", "Normalizer",
      "Binarizer", "Features", "Neighbors", "Pipeline", "Union", "SearchCV", "Display",
      "Discretizer", "Selector", "KFold", "LeaveOneOut", "Isomap", "CV",
    ]
    let names: Set = [
      "Ridge", "Lasso", "ElasticNet", "Lars", "PCA", "SVC", "SVR", "NuSVC", "DBSCAN",
      "KNeighborsClassifier",
      "KNeighborsRegressor", "KernelRidge", "AgglomerativeClustering", "KernelDensity",
      "SelectKBest",
      "RidgeClassifier", "LinearDiscriminantAnalysis", "QuadraticDiscriminantAnalysis", "MeanShift",
      "VotingClassifier", "ColumnTransformer", "NearestNeighbors", "NearestCentroid",
      "BaseEstimator",
      "TransformerMixin", "ClassifierMixin", "RegressorMixin", "Bunch", "LinearSVR",
    ]
    return names.contains(name)
      || !name.hasPrefix("SGD") && !name.hasPrefix("Randomized")
        && ends.contains(where: name.hasSuffix)
  }

  private static func fileUse(of name: String) -> OutsideUse {
    if name == "open" { return [.readsFiles, .writesFiles] }
    if writers.contains(name) || name.hasPrefix("save") || name.hasPrefix("write_") {
      return .writesFiles
    }
    if name.hasPrefix("to_"), fileSuffixes.contains(String(name.dropFirst(3))) {
      return .writesFiles
    }
    if readers.contains(name) || name.hasPrefix("read_") || name.hasPrefix("load_") {
      return .readsFiles
    }
    return []
  }

  private static let fileSuffixes: Set = [
    "csv", "json", "parquet", "excel", "pickle", "hdf", "sql", "feather", "html", "latex", "stata",
  ]

  private static let writers: Set = [
    "makedirs", "mkdir", "remove", "unlink", "rmtree", "rename", "copyfile", "copytree", "move",
    "extractall", "extract", "urlretrieve", "dump", "tofile", "touch", "write_text", "write_bytes",
    "fit_generator", "download", "get_file", "imwrite", "imsave",
  ]

  private static let readers: Set = [
    "load", "loadtxt", "genfromtxt", "fromfile", "imread", "listdir", "glob", "exists", "isfile",
    "read_text", "read_bytes", "getsize", "isdir",
  ]

  private static let changingCalls: Set = [
    "copy", "copy2", "remove", "rename", "replace", "rmdir", "removedirs", "symlink", "link",
  ]
}
