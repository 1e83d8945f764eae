/// The files that shell commands read and write by paths that stand in them.
struct ShellFiles {
  private(set) var effects: [IPythonEffect] = []
  /// Where a `cd` in front has led; nil once nothing says where that is.
  private var folder: String? = ""

  /// - Parameter text: one command or more, without IPython's `!`.
  init(_ text: String) {
    for command in ShellWords(text).all {
      var words = command.words[...]
      while let first = words.first, Self.isPassedOver(first) { words.removeFirst() }
      if let name = words.popFirst(), !name.isComputed {
        add(name.text.split(separator: "/").last.map(String.init) ?? name.text, Array(words))
      }
      for redirection in command.redirections {
        if redirection.isInput { reads(redirection.target) } else { writes(redirection.target) }
      }
    }
  }

  /// What may stand in front of a command's name: `A=1`, `sudo`, words of the shell's own syntax.
  private static func isPassedOver(_ word: ShellWords.Word) -> Bool {
    if ["sudo", "time", "nohup", "do", "then", "else", "{", "(", "!"].contains(word.text) {
      return true
    }
    let name = word.text.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    return !name.isEmpty && word.text[name.endIndex...].first == "="
  }

  private mutating func add(_ name: String, _ words: [ShellWords.Word]) {
    switch name {
    case "cd": change(words)
    case "cat", "less", "more", "wc", "md5sum", "sha1sum", "sha256sum", "uniq", "file", "zcat":
      for file in Arguments(words).positional { reads(file) }
    case "head", "tail":
      for file in Arguments(words, valued: "-n -c --lines --bytes").positional { reads(file) }
    case "sort":
      let arguments = Arguments(words, valued: "-k -t -o -S -T --output")
      for file in arguments.positional { reads(file) }
      for file in arguments["-o", "--output"] { writes(file) }
    case "grep", "egrep", "fgrep":
      for file in Arguments(words, valued: "-A -B -C -e -m").positional.dropFirst() { reads(file) }
    case "touch", "tee": for file in Arguments(words).positional { writes(file) }
    case "cp", "mv": copy(words)
    case "wget": download(wget: words)
    case "curl": download(curl: words)
    case "unzip": unzip(words)
    case "tar": tar(words)
    case "gunzip", "bunzip2", "unxz", "gzip", "bzip2", "xz": compress(words)
    case "git": clone(words)
    case "kaggle": download(kaggle: words)
    case "gdown":
      for file in Arguments(words, valued: "-O --output --id")["-O", "--output"] { writes(file) }
    case "python", "python2", "python3", "bash", "sh", "source", ".":
      // The program's own arguments follow.
      if let file = words.first, !file.text.hasPrefix("-") { reads(file) }
    default: break
    }
  }

  // MARK: Commands

  private mutating func change(_ words: [ShellWords.Word]) {
    let target = words.first ?? ShellWords.Word(text: "~", isComputed: true)
    folder = target.isComputed || target.text == "-" ? nil : place(target)
  }

  private mutating func copy(_ words: [ShellWords.Word]) {
    let arguments = Arguments(words, valued: "-t --target-directory")
    var files = arguments.positional
    guard let target = arguments["-t", "--target-directory"].first ?? files.popLast() else {
      return
    }
    for file in files { reads(file) }
    guard let path = place(target) else { return }
    // Nothing says whether the target is a file or a folder.
    if files.count == 1, !files[0].isComputed, !target.text.hasSuffix("/") {
      effects.append(.writesFile(path))
    }
    for file in files where !file.isComputed {
      let name = file.text.split(separator: "/").last.map(String.init) ?? ""
      effects.append(.writesFile(PathSyntax.join(path, name)))
    }
    if files.contains(where: \.isComputed) || arguments.flags.contains(where: Self.isRecursive) {
      effects.append(.writesFolder(path))
    }
  }

  private static func isRecursive(_ flag: String) -> Bool {
    flag == "--recursive" || flag == "--archive"
      || !flag.hasPrefix("--") && flag.contains { "rRa".contains($0) }
  }

  private mutating func download(wget words: [ShellWords.Word]) {
    let arguments = Arguments(
      words,
      valued:
        "-O --output-document -P --directory-prefix -o -a -i --input-file -t -T -U -e -w --header --user --password"
        + " --load-cookies --post-data")
    for file in arguments["-i", "--input-file"] { reads(file) }
    if let file = arguments["-O", "--output-document"].first { return writes(file) }
    let prefix = arguments["-P", "--directory-prefix"].first ?? ShellWords.Word(text: "")
    for address in arguments.positional { writes(Self.name(of: address, in: prefix)) }
  }

  private mutating func download(curl words: [ShellWords.Word]) {
    let arguments = Arguments(
      words, valued: "-o --output -H --header -d --data -X --request -u --user -A -e -b -c -F -T -m"
    )
    for file in arguments["-o", "--output"] { writes(file) }
    let keepsName = arguments.flags.contains {
      $0 == "--remote-name" || !$0.hasPrefix("--") && $0.contains("O")
    }
    guard keepsName else { return }
    for address in arguments.positional { writes(Self.name(of: address, in: nil)) }
  }

  /// The file's name that an address ends with, in a folder.
  private static func name(
    of address: ShellWords.Word, in folder: ShellWords.Word?
  ) -> ShellWords.Word {
    guard !address.text.isEmpty else { return address }
    let path = address.text.prefix { $0 != "#" }.split(separator: "://").last ?? ""
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.count > 1 ? String(parts.last!) : ""
    return ShellWords.Word(
      text: PathSyntax.join(folder?.text ?? "", name.isEmpty ? "index.html" : name),
      isComputed: address.isComputed || folder?.isComputed == true)
  }

  private mutating func unzip(_ words: [ShellWords.Word]) {
    let arguments = Arguments(words, valued: "-d -P -x")
    guard let archive = arguments.positional.first else { return }
    reads(archive)
    let isShown = arguments.flags.contains { $0.contains { "lptvZz".contains($0) } }
    if !isShown { fills(arguments["-d"].first) }
  }

  private mutating func tar(_ words: [ShellWords.Word]) {
    var words = words
    // `tar xzf a.tgz`: the first word may do without its hyphen.
    if let first = words.first, !first.text.hasPrefix("-") { words[0].text = "-" + first.text }
    let arguments = Arguments(words, valued: "-f -C --file --directory --exclude -T -X -I")
    guard let archive = arguments["-f", "--file"].first else { return }
    let letters = arguments.flags.filter { !$0.hasPrefix("--") }.joined()
    if letters.contains("c") || letters.contains("r") || letters.contains("u")
      || arguments.flags.contains("--create")
    {
      writes(archive)
    } else {
      reads(archive)
      let isExtracting = letters.contains("x") || arguments.flags.contains("--extract")
      if isExtracting { fills(arguments["-C", "--directory"].first) }
    }
  }

  private mutating func compress(_ words: [ShellWords.Word]) {
    let arguments = Arguments(words, valued: "-S")
    let isShown = arguments.flags.contains { ["-c", "--stdout", "-l", "-t"].contains($0) }
    for file in arguments.positional {
      reads(file)
      guard !isShown else { continue }
      var target = file
      let ending = [".gz", ".bz2", ".xz"].first(where: file.text.hasSuffix)
      if let ending {
        target.text.removeLast(ending.count)
        writes(target)
      } else {
        for ending in [".gz", ".bz2", ".xz"] {
          writes(ShellWords.Word(text: file.text + ending, isComputed: file.isComputed))
        }
      }
    }
  }

  private mutating func clone(_ words: [ShellWords.Word]) {
    guard words.first?.text == "clone" else { return }
    let arguments = Arguments(
      Array(words.dropFirst()), valued: "-b --branch --depth -o --origin -j --jobs -c --config")
    guard let source = arguments.positional.first else { return }
    if arguments.positional.count > 1 { return fills(arguments.positional[1]) }
    var name = source
    name.text =
      source.text.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? ""
    if name.text.hasSuffix(".git") { name.text.removeLast(4) }
    fills(name)
  }

  private mutating func download(kaggle words: [ShellWords.Word]) {
    let arguments = Arguments(
      words, valued: "-d --dataset -c --competition -p --path -f --file -w")
    guard arguments.positional.dropFirst().first?.text == "download" else { return }
    let names =
      arguments["-d", "--dataset", "-c", "--competition"] + arguments.positional.dropFirst(2)
    let folder = arguments["-p", "--path"].first
    guard !arguments.flags.contains("--unzip") else { return fills(folder) }
    for name in names where !name.text.isEmpty {
      var file = Self.name(of: ShellWords.Word(text: "/" + name.text), in: folder)
      file.isComputed = file.isComputed || name.isComputed
      file.text += ".zip"
      writes(file)
    }
  }

  // MARK: Effects

  private mutating func reads(_ file: ShellWords.Word) {
    if let path = place(file) { effects.append(.readsFile(path)) }
  }

  private mutating func writes(_ file: ShellWords.Word) {
    if let path = place(file) { effects.append(.writesFile(path)) }
  }

  /// - Parameter target: nil for the present folder.
  private mutating func fills(_ target: ShellWords.Word?) {
    if let path = place(target ?? ShellWords.Word(text: ".")) {
      effects.append(.writesFolder(path))
    }
  }

  /// The path, if it is spelled out and is one of a file.
  private func place(_ file: ShellWords.Word) -> String? {
    guard let folder, !file.isComputed, !file.text.isEmpty, file.text != "-",
      !file.text.hasPrefix("/dev/"), !file.text.hasPrefix("("), PathSyntax.isLocalFile(file.text)
    else { return nil }
    return PathSyntax.join(folder, file.text)
  }

  /// Words behind a command's name.
  private struct Arguments {
    var positional: [ShellWords.Word] = []
    /// `-rf`, `--unzip`.
    var flags: [String] = []
    private var values: [String: [ShellWords.Word]] = [:]

    /// - Parameter valued: the options that have a value, in the next word or the rest of theirs.
    init(_ words: [ShellWords.Word], valued: String = "") {
      let valued = Set(valued.split(separator: " ").map(String.init))
      var rest = words[...]
      while let word = rest.popFirst() {
        let text = word.text
        guard text.hasPrefix("-"), text.count > 1 else {
          positional.append(word)
          continue
        }
        if text == "--" {
          positional += rest
          break
        }
        if text.hasPrefix("--") {
          let name = String(text.prefix { $0 != "=" })
          guard valued.contains(name) else {
            flags.append(text)
            continue
          }
          let value = text.dropFirst(name.count + 1)
          if name.count < text.count {
            add(name, ShellWords.Word(text: String(value), isComputed: word.isComputed))
          } else if let next = rest.popFirst() {
            add(name, next)
          }
          continue
        }
        // Letters that stand together, of which one may take the rest as its value.
        let letters = text.dropFirst()
        guard let index = letters.firstIndex(where: { valued.contains("-\($0)") }) else {
          flags.append(text)
          continue
        }
        if index > letters.startIndex { flags.append("-" + letters[..<index]) }
        let value = letters[letters.index(after: index)...]
        if !value.isEmpty {
          add(
            "-\(letters[index])", ShellWords.Word(text: String(value), isComputed: word.isComputed))
        } else if let next = rest.popFirst() {
          add("-\(letters[index])", next)
        }
      }
    }

    private mutating func add(_ name: String, _ value: ShellWords.Word) {
      values[name, default: []].append(value)
    }

    subscript(_ names: String...) -> [ShellWords.Word] { names.flatMap { values[$0] ?? [] } }
  }
}
