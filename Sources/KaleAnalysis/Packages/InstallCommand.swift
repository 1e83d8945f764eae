/// A command that installs packages: what it asks for, and what of it can't be done beforehand.
struct InstallCommand: Hashable {
  var requirements: [Requirement] = []
  /// Of `--index-url`, then of `--extra-index-url`.
  var indexURL: String?
  var extraIndexURLs: [String] = []
  var trustedHosts: [String] = []
  /// Paths of `-r`.
  var requirementFiles: [String] = []
  /// Words that can't be honoured, with the reason.
  var problems: [Problem] = []
  /// Packages are asked of conda, where these are asked of PyPI.
  var isConda = false

  struct Problem: Hashable {
    var words: String
    var reason: String
  }

  /// nil for any other command.
  init?(_ words: [ShellWords.Word]) {
    guard let (arguments, isConda) = Self.arguments(words) else { return nil }
    self.isConda = isConda
    if isConda { readConda(arguments) } else { readPip(arguments) }
  }

  /// What follows `pip install`, `python -m pip install`, `conda install` and the like.
  private static func arguments(
    _ words: [ShellWords.Word]
  ) -> (ArraySlice<ShellWords.Word>, isConda: Bool)? {
    var rest = words[...]
    func head() -> String {
      rest.first.map { $0.text.split(separator: "/").last.map(String.init) ?? "" } ?? ""
    }
    while ["sudo", "env", "command", "yes"].contains(head()) { rest.removeFirst() }
    if rest.first?.text.hasPrefix("{sys.executable") == true || head().hasPrefix("python")
      || rest.first?.text == "$PYTHON"
    {
      guard rest.dropFirst().first?.text == "-m" else { return nil }
      rest = rest.dropFirst(2)
    }
    if head() == "uv" { rest = rest.dropFirst() }
    let program = head()
    let isPip = program == "pip" || program.hasPrefix("pip3") || program == "pip2"
    let isConda = ["conda", "mamba", "micromamba"].contains(program)
    rest = rest.dropFirst()
    // Options of the program itself.
    while let word = rest.first, word.text.hasPrefix("-") { rest = rest.dropFirst() }
    guard isPip || isConda, rest.first?.text == "install" else { return nil }
    return (rest.dropFirst(), isConda)
  }

  // MARK: pip

  /// How pip goes about it, not what it installs: options, and those of them that take a value.
  private static let harmless: Set<String> = [
    "-q", "--quiet", "-v", "--verbose", "-U", "--upgrade", "--user", "-y",
    "--yes", "--no-cache-dir", "--no-cache", "--force-reinstall", "--ignore-installed", "-I",
    "--disable-pip-version-check", "--no-warn-script-location", "--no-warn-conflicts",
    "--break-system-packages", "--prefer-binary", "--no-build-isolation", "--no-input",
    "--no-color", "--system", "--isolated", "--no-python-version-warning",
  ]
  private static let harmlessWithValue: Set<String> = [
    "--progress-bar", "--upgrade-strategy", "--root-user-action", "--timeout", "--retries",
    "--default-timeout", "--cache-dir", "--only-binary", "--no-binary", "--log", "--use-feature",
    "--use-deprecated", "--exists-action", "--config-settings",
  ]
  private static let refused: [String: String] = [
    "--pre": "pre-releases can't be asked for; name the version instead",
    "--no-deps": "what the packages depend on is installed with them",
  ]
  private static let refusedWithValue: [String: String] = [
    "-e": "a project of your own does not travel with the pipeline",
    "--editable": "a project of your own does not travel with the pipeline",
    "-c": "constraints are not passed on; give the versions with the packages",
    "--constraint": "constraints are not passed on; give the versions with the packages",
    "-f": "only package indexes can be searched",
    "--find-links": "only package indexes can be searched",
    "-t": "packages are installed where Python finds them",
    "--target": "packages are installed where Python finds them",
  ]

  private mutating func readPip(_ arguments: ArraySlice<ShellWords.Word>) {
    var rest = arguments
    while let word = rest.popFirst() {
      guard word.text.hasPrefix("-") else {
        add(word)
        continue
      }
      var (option, value) = Self.split(Self.withoutFlags(word.text))
      let takesValue =
        Self.harmlessWithValue.contains(option) || Self.refusedWithValue[option] != nil
        || [
          "-i", "--index-url", "--extra-index-url", "--trusted-host", "-r", "--requirement",
        ].contains(option)
      var isComputed = word.isComputed
      if takesValue, value == nil, let next = rest.popFirst() {
        value = next.text
        isComputed = isComputed || next.isComputed
      }
      read(option, value, isComputed)
    }
  }

  private mutating func read(_ option: String, _ value: String?, _ isComputed: Bool) {
    let words = option + (value.map { " \($0)" } ?? "")
    switch option {
    case _ where Self.harmless.contains(option) || Self.harmlessWithValue.contains(option): break
    case "-i", "--index-url", "--extra-index-url":
      guard let value, !isComputed, Self.isPlainAddress(value), Requirement.isURL(value) else {
        return refuse(words, Self.noAddress)
      }
      if option == "--extra-index-url" { extraIndexURLs.append(value) } else { indexURL = value }
    case "--trusted-host":
      guard let value, !isComputed, Self.isPlainAddress(value) else {
        return refuse(words, Self.noAddress)
      }
      trustedHosts.append(value)
    case "-r", "--requirement":
      guard let value, !isComputed else { return refuse(words, Self.computed) }
      requirementFiles.append(value)
    default:
      refuse(
        words, Self.refused[option] ?? Self.refusedWithValue[option] ?? "the option is not known")
    }
  }

  private static let computed = "its value is known only when the cell runs"
  private static let noAddress = "it is no plain address"

  /// `-qr` as `-r`, `-Uqq` as `-q`.
  private static func withoutFlags(_ word: String) -> String {
    guard !word.hasPrefix("--") else { return word }
    var letters = word.dropFirst()
    while letters.count > 1, harmless.contains("-\(letters.first!)") { letters.removeFirst() }
    return "-\(letters)"
  }

  /// `--option=value`, `-rfile`.
  private static func split(_ word: String) -> (option: String, value: String?) {
    if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
      return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }
    for option in ["-r", "-i", "-e", "-c", "-f", "-t"]
    where word.hasPrefix(option) && word.count > 2 && !harmless.contains(word) {
      return (option, String(word.dropFirst(2)))
    }
    return (word, nil)
  }

  /// kfp puts addresses into a shell command as they are.
  private static func isPlainAddress(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x40...0x5A).contains(byte)
          || (0x2D...0x3A).contains(byte) || [0x25, 0x2B, 0x5F, 0x7E].contains(byte)
      }
  }

  /// A word that is no option: a requirement, or the path of a project.
  private mutating func add(_ word: ShellWords.Word) {
    if word.isComputed { return refuse(word.text, Self.computed) }
    let isPath =
      word.text.hasPrefix(".") || word.text.hasPrefix("/") || word.text.hasPrefix("~")
      || (!Requirement.isURL(word.text) && word.text.contains("/") && !word.text.contains("@"))
      || [".whl", ".zip", ".tar.gz"].contains { word.text.hasSuffix($0) }
        && !Requirement.isURL(word.text)
    if isPath { return refuse(word.text, "a file of your own does not travel with the pipeline") }
    guard let requirement = Requirement(word.text) else {
      return refuse(word.text, "it is no requirement that pip knows")
    }
    requirements.append(requirement)
  }

  mutating func refuse(_ words: String, _ reason: String) {
    problems.append(Problem(words: words, reason: reason))
  }

  // MARK: conda

  private static let condaWithValue: Set<String> = [
    "-c", "--channel", "-n", "--name", "-p", "--prefix", "--solver",
  ]
  /// What conda has under another name than PyPI.
  private static let condaNames = [
    "dask-core": "dask", "faiss": "faiss-cpu", "matplotlib-base": "matplotlib",
    "msgpack-python": "msgpack", "opencv": "opencv-python", "py-opencv": "opencv-python",
    "py-xgboost": "xgboost", "pytables": "tables", "python-graphviz": "graphviz",
    "pytorch": "torch", "pytorch-cpu": "torch", "ruamel_yaml": "ruamel.yaml",
    "seaborn-base": "seaborn", "tensorflow-gpu": "tensorflow",
  ]
  /// Programs and libraries that conda has. PyPI has none, or something else under the name.
  private static let condaOnly: Set = [
    "compilers", "cudatoolkit", "cudatoolkit-dev", "cudnn", "curl", "ffmpeg", "gcc", "gcc_linux-64",
    "ghostscript", "git", "git-lfs", "gxx", "gxx_linux-64", "imagemagick", "jq", "libgcc",
    "libsndfile", "make", "nccl", "nodejs", "openjdk", "openmpi", "poppler", "python",
    "pytorch-cuda", "r-base", "sox", "tesseract", "unzip", "wget",
  ]

  private mutating func readConda(_ arguments: ArraySlice<ShellWords.Word>) {
    var rest = arguments
    while let word = rest.popFirst() {
      let (option, value) = Self.split(word.text)
      if option == "--file", let file = value ?? rest.popFirst()?.text {
        refuse("--file \(file)", "it lists packages of conda's")
      } else if word.text.hasPrefix("-") {
        if Self.condaWithValue.contains(option), value == nil { rest = rest.dropFirst() }
      } else if word.isComputed {
        refuse(word.text, Self.computed)
      } else {
        addConda(word.text)
      }
    }
  }

  /// `channel::name=version=build`, `name>=version`.
  private mutating func addConda(_ word: String) {
    let spec = word.components(after: "::")
    let name = String(spec.prefix { !"=<>!~ ".contains($0) })
    var versions = String(spec.dropFirst(name.count))
    if versions.hasPrefix("="), !versions.hasPrefix("==") {
      let version = versions.dropFirst().split(separator: "=").first ?? ""
      versions = "==\(version)" + (version.hasSuffix("*") ? "" : ".*")
    }
    if Self.condaOnly.contains(name.lowercased()) {
      return refuse(word, "it is no package of PyPI's")
    }
    let known = Self.condaNames[name.lowercased()] ?? name
    guard let requirement = Requirement(known + versions) else {
      return refuse(word, "it is no requirement that pip knows")
    }
    requirements.append(requirement)
  }
}

extension String {
  /// What stands behind the last `separator`; all of it where there is none.
  fileprivate func components(after separator: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(separator) { return rest.dropFirst(separator.count) }
      rest = rest.dropFirst()
    }
    return self[...]
  }
}
