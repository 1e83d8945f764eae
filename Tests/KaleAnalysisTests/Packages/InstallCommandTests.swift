import Testing

@testable import KaleAnalysis

@Suite struct InstallCommandTests {
  /// A command, and what is made of it: requirements, `-i`, `+i`, `host`, `-r`, and `!` with what is refused.
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var expected: [String]
    var testDescription: String { line }

    init(_ line: String, _ expected: [String]) {
      self.line = line
      self.expected = expected
    }
  }

  static let cases = [
    Case("pip install pandas", ["pandas"]),
    Case(
      "pip install -q -U --user 'pandas>=1.5,<3' \"numpy == 1.26\"",
      ["pandas>=1.5,<3", "numpy==1.26"]),
    Case("pip install pandas>=1.5 > /dev/null 2>&1", ["pandas>=1.5"]),
    Case("pip install pandas<3 | tail -1", ["pandas<3"]),
    Case("pip3 install a b && pip install c; echo done", ["a", "b", "c"]),
    Case("python -m pip install a", ["a"]), Case("python3.11 -m pip --quiet install a", ["a"]),
    Case("{sys.executable} -m pip install a", ["a"]),
    Case("/opt/venv/bin/pip install a", ["a"]), Case("sudo pip install a", ["a"]),
    Case("uv pip install --system a", ["a"]), Case("uv pip --quiet install a", ["a"]),
    Case(
      "pip install 'dask[array]' \"x; python_version < '3.9'\"",
      ["dask[array]", "x; python_version < \"3.9\""]),
    Case("pip install git+https://host/a/b@v1", ["git+https://host/a/b@v1"]),
    Case("pip install https://host/a-1-py3-none-any.whl", ["https://host/a-1-py3-none-any.whl"]),
    Case("pip install 'a @ git+https://host/a'", ["a @ git+https://host/a"]),
    Case(
      "pip install a -i https://i/simple --extra-index-url=https://j/simple --trusted-host i",
      ["a", "-i https://i/simple", "+i https://j/simple", "host i"]),
    Case("pip install -r requirements.txt -rmore.txt", ["-r requirements.txt", "-r more.txt"]),
    Case("pip install -Uqq a -qr more.txt -qqe .", ["a", "-r more.txt", "! -e ."]),
    Case("pip install --upgrade pip \\\n  a # b", ["pip", "a"]),
    Case("pip install --progress-bar off --no-cache-dir a", ["a"]),
    Case("pip install .", ["! ."]),
    Case("pip install ./lib dist/a.whl", ["! ./lib", "! dist/a.whl"]),
    Case("pip install -e ../lib a", ["a", "! -e ../lib"]),
    Case("pip install --pre a", ["a", "! --pre"]),
    Case("pip install -c constraints.txt a", ["a", "! -c constraints.txt"]),
    Case("pip install -f https://host/wheels a", ["a", "! -f https://host/wheels"]),
    Case("pip install {package} $OTHER a", ["a", "! {package}", "! $OTHER"]),
    Case("pip install -i https://user:$TOKEN@host/ a", ["a", "! -i https://user:$TOKEN@host/"]),
    Case("pip install -i 'https://h/;rm -rf x' a", ["a", "! -i https://h/;rm -rf x"]),
    Case("pip install \"a'b\" 'c`d`'", ["! a'b", "! c`d`"]),
    Case("pip install --frobnicate a", ["a", "! --frobnicate"]),
    Case(
      "conda install -y -c conda-forge numpy=1.21 pandas \"scipy>=1.9\" conda-forge::rich",
      ["numpy==1.21.*", "pandas", "scipy>=1.9", "rich"]),
    Case(
      "mamba install numpy=1.21=py39_0 opencv cudatoolkit conda-forge::ffmpeg",
      ["numpy==1.21.*", "opencv-python", "! cudatoolkit", "! conda-forge::ffmpeg"]),
    Case("conda install --file env.txt a", ["a", "! --file env.txt"]),
    Case("pip list", []), Case("pip uninstall -y a", []), Case("echo pip install a", []),
    Case("apt-get install -y libgl1", []), Case("", []),
  ]

  @Test(arguments: cases)
  func reads(_ example: Case) {
    var found: [String] = []
    for command in ShellWords(example.line).commands.compactMap(InstallCommand.init) {
      found += command.requirements.map(\.text)
      if let url = command.indexURL { found.append("-i \(url)") }
      found += command.extraIndexURLs.map { "+i \($0)" }
      found += command.trustedHosts.map { "host \($0)" }
      found += command.requirementFiles.map { "-r \($0)" }
      found += command.problems.map { "! \($0.words)" }
    }
    #expect(found == example.expected)
  }

  @Test func readsFilesOfRequirements() throws {
    let files = SourceFiles { path in
      let texts = [
        "requirements.txt": """
        # what it needs
        pandas == 2.2  # frames
        rich; python_version < '3.9'
        scipy==1.14 \\
            --hash=sha256:abc
        -r more/base.txt
        --extra-index-url https://j/simple
        -e .
        ${NAME}
        """,
        "more/base.txt": "-r deep.txt\nflask\n", "more/deep.txt": "jinja2>=3\n",
      ]
      return texts[path].map { Array($0.utf8) }
    }
    let shell = ShellWords("pip install -r requirements.txt -r nowhere.txt")
    let command = RequirementFile(files: files).resolved(
      try #require(shell.commands.compactMap(InstallCommand.init).first))
    #expect(
      command.requirements.map(\.text) == [
        "pandas==2.2", "rich; python_version < \"3.9\"", "scipy==1.14", "jinja2>=3", "flask",
      ])
    #expect(command.extraIndexURLs == ["https://j/simple"])
    #expect(
      command.problems.map(\.words) == [
        "-e . in requirements.txt", "${NAME} in requirements.txt", "-r nowhere.txt",
      ])
  }
}
