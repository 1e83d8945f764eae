import Testing

@testable import KaleAnalysis

/// The files that commands read (`<`), write (`>`) and the folders that they fill (`>>`).
@Suite struct ShellFilesTests {
  static let cases: [(command: String, files: String)] = [
    // Redirections.
    ("echo x > a.txt", ">a.txt"),
    ("echo x >>a.txt 2>err.txt", ">a.txt >err.txt"),
    ("program < in.txt > 'out file.txt' 2>&1", "<in.txt >out file.txt"),
    ("program &> all.txt", ">all.txt"),
    ("program > /dev/null", ""),
    ("> a.txt", ">a.txt"),
    ("diff <(a) b", ""),
    ("pip install pandas>=1.5", ""),
    ("echo 'a > b' \"c > d\" \\> e  # > f", ""),
    ("echo x > $HOME/a; echo x > {folder}/a; echo x > ~/a; echo > a*", ""),
    ("cat <<EOF > a.sh\necho x > b.txt\nEOF\necho y > c.txt", ">a.sh >c.txt"),
    ("cat > a.py <<-'EOF'\n\tx > 1\n\tEOF\ncat <<< text > b", ">a.py >b"),
    // Several commands, and what stands in front of them.
    ("cat a.txt | sort | tee b.txt && wc -l c.txt; touch d e", "<a.txt >b.txt <c.txt >d >e"),
    ("LANG=C sudo time cat a.txt", "<a.txt"),
    ("for f in 1 2; do cat a.txt; done", "<a.txt"),
    ("cd data && cat a.txt > ../b.txt; cd sub; touch c", "<data/a.txt >data/../b.txt >data/sub/c"),
    ("cd $DATA; touch a", ""),
    ("/usr/bin/cat a.txt", "<a.txt"),
    // Reading.
    ("head -n 5 a.csv; head -5 a.csv; tail -n5 b.csv", "<a.csv <a.csv <b.csv"),
    ("grep -i word a.txt b.txt; sort -k 2 -o c.txt d.txt", "<a.txt <b.txt <d.txt >c.txt"),
    ("cat *.txt https://a/b -", ""),
    (
      "python train.py --rate 1 > log.txt; python -m pip list; bash run.sh",
      "<train.py >log.txt <run.sh"
    ),
    // Copies.
    ("cp a.txt b.txt", "<a.txt >b.txt >b.txt/a.txt"),
    ("mv a.txt d/b.txt out/", "<a.txt <d/b.txt >out/a.txt >out/b.txt"),
    ("cp -r a out", "<a >out >out/a >>out"),
    ("cp data/*.csv out; cp -t out a", ">>out <a >out >out/a"),
    // Downloads.
    ("wget https://a.org/b/c.csv", ">c.csv"),
    ("wget -q -O d.csv https://a.org/c.csv; wget -qO e https://a.org", ">d.csv >e"),
    ("wget --no-check-certificate 'https://a.org/c.csv?x=1' -P data/", ">data/c.csv?x=1"),
    ("wget --output-document=d.csv https://a.org/c.csv -o log", ">d.csv"),
    ("wget https://a.org/ -O - | tar xz", ""),
    ("wget -i list.txt; wget http://a.org", "<list.txt >index.html"),
    ("curl https://a.org/c.csv -o d.csv; curl -sSLo e https://a.org/c", ">d.csv >e"),
    ("curl -LO https://a.org/c.zip; curl https://a.org/c", ">c.zip"),
    (
      "wget ''; wget '#'; curl -O ''; wget -O ''; git clone ''; tar xf ''; kaggle a download ''",
      ">index.html >>."
    ),
    ("gdown --id 1x -O d.zip; gdown 1x", ">d.zip"),
    ("kaggle competitions download -c titanic", ">titanic.zip"),
    (
      "kaggle datasets download -d a/b -p in; kaggle datasets download a/c --unzip", ">in/b.zip >>."
    ),
    (
      "git clone https://a.org/b/c.git; git clone -b main git@a.org:b/d; git clone x e; git add .",
      ">>c >>d >>e"
    ),
    // Archives.
    ("unzip -qo a.zip -d data; unzip b.zip; unzip -l c.zip", "<a.zip >>data <b.zip >>. <c.zip"),
    ("tar xzf a.tgz; tar -xf b.tar -C data", "<a.tgz >>. <b.tar >>data"),
    ("tar czf a.tgz data; tar -tf b.tar", ">a.tgz <b.tar"),
    ("gunzip -f a.csv.gz; gunzip -c b.gz > c", "<a.csv.gz >a.csv <b.gz >c"),
  ]

  @Test(arguments: cases)
  func findsFiles(command: String, files: String) {
    let found = ShellFiles(command).effects.map { effect in
      switch effect {
      case .readsFile(let path?): "<\(path)"
      case .writesFile(let path?): ">\(path)"
      case .writesFolder(let path): ">>\(path)"
      default: "\(effect)"
      }
    }
    #expect(found.joined(separator: " ") == files)
  }

  /// Whatever is left of a command, no more files are found than it has words.
  @Test(arguments: cases.map(\.command))
  func takesUnfinishedCommands(command: String) {
    for index in command.indices {
      var shorter = command
      shorter.remove(at: index)
      for text in [String(command[..<index]), String(command[index...]), shorter] {
        let words = ShellWords(text).commands.joined().count
        #expect(ShellFiles(text).effects.count <= 3 * words + text.count { "<>".contains($0) })
      }
    }
  }

  /// The commands in their cells, as IPython has them.
  @Test(arguments: [
    ("!echo x > a.txt", "1 a.txt"),
    ("x = 1\nfiles = !cat a.txt \\\n  b.txt", "2 a.txt b.txt"),
    ("if x:\n  !wget -O {name} https://a/b -o log > c.txt", "2 c.txt"),
    ("%cat a.txt", "1 a.txt"),
    ("%sx echo > a.txt", "1 a.txt"),
    ("%%bash\ncd d\ntouch a", "1 d/a"),
    ("%%script --no-raise-error sh\ntouch a", "1 a"),
    ("%%script perl\ntouch a", ""),
    ("%%writefile a.sh\ntouch b", "1 a.sh"),
    ("%%!\ncat a", "1 a"),
    ("import os\nos.system('cat a.txt > b.txt')", "2 a.txt b.txt"),
    ("import os\nn = 'a'\nos.system(f'cat {n}.txt')\nos.system('cat ' + input())", "3 a.txt"),
    ("from subprocess import run\nrun(['cat', 'a b', x])", "2 a b"),
    ("import subprocess\nsubprocess.run(['unzip', 'a.zip', '-d', 'd'], check=True)", "2 a.zip d"),
  ])
  func findsThemInCells(source: String, files: String) throws {
    let effects = try CellEffects.ofLast([source])
    let lines = effects.files.accesses.reduce(into: [Int: [String]]()) { lines, access in
      lines[access.range!.start.line, default: []].append(access.path)
    }
    let seen = lines.sorted { $0.key < $1.key }.map {
      "\($0.key) \($0.value.joined(separator: " "))"
    }
    #expect(seen.joined(separator: "; ") == files)
  }

  @Test func whatACommandLoadsIsNotInOtherSteps() throws {
    let cells = [
      TaggedCode("block:a", "!wget -q https://a.org/x.zip\n!unzip x.zip -d data"),
      TaggedCode("block:b prev:a", "import pandas as pd\npd.read_csv('data/x.csv')"),
    ]
    let found = try NotebookCompiler.compile(.tagged(cells)).diagnostics.filter {
      $0.id == "file-crosses-steps"
    }
    #expect(found.map(\.location.cell) == [1])
    #expect(found[0].message.contains("'data/x.csv', which step 'a' writes"))
  }
}
