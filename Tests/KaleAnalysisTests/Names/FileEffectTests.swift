import Testing

@testable import KaleAnalysis

/// Cells, run one after the other, and the files of the last: `r PATH`, `w PATH`, `w PATH/**` for all
/// below a folder, in the order of the accesses.
struct FileCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var cells: [String]
  var files: [String]

  init(_ name: String, _ cells: String..., files: [String]) {
    testDescription = name
    self.cells = cells
    self.files = files
  }
}

@Suite struct FileEffectTests {
  static let calls: [FileCase] = [
    FileCase("open reads", "f = open('a.txt')", files: ["r a.txt"]),
    FileCase("open in mode r", "open('a.txt', 'rt')", files: ["r a.txt"]),
    FileCase("open in mode wb", "open('a.bin', 'wb')", files: ["w a.bin"]),
    FileCase("open by keywords", "open(mode='w', file='a.txt')", files: ["w a.txt"]),
    FileCase("append", "open('a.log', 'a')", files: ["w a.log"]),
    FileCase("create", "open('a.txt', 'x')", files: ["w a.txt"]),
    FileCase("r+ does both", "open('a.txt', 'r+')", files: ["r a.txt", "w a.txt"]),
    FileCase("a+ does both", "open('a.txt', 'ab+')", files: ["r a.txt", "w a.txt"]),
    FileCase("w+ reads only its own", "open('a.txt', 'w+')", files: ["w a.txt"]),
    FileCase(
      "a mode that is not known", "m = input()", "open('a.txt', m)", files: ["r a.txt", "w a.txt"]),
    FileCase("a name of one's own is not the builtin", "def open(p): pass\nopen('a')", files: []),
    FileCase(
      "with and json", "import json\nwith open('a.json', 'w') as f:\n    json.dump({}, f)",
      files: ["w a.json"]),
    FileCase(
      "pickle through open", "import pickle\npickle.dump(1, open('m.pkl', 'wb'))",
      files: ["w m.pkl"]),
    FileCase("gzip", "import gzip\ngzip.open('a.gz', 'wt')", files: ["w a.gz"]),

    FileCase(
      "pandas reads", "import pandas as pd\ndf = pd.read_csv('data/train.csv')",
      files: ["r data/train.csv"]),
    FileCase(
      "pandas reads by keyword",
      "import pandas as pd\ndf = pd.read_csv(sep=';', filepath_or_buffer='a.csv')",
      files: ["r a.csv"]),
    FileCase(
      "imported from pandas", "from pandas import read_parquet as rp\nrp('a.parquet')",
      files: ["r a.parquet"]),
    FileCase(
      "pandas of an open file reads it once", "import pandas as pd\npd.read_csv(open('a.csv'))",
      files: ["r a.csv"]),
    FileCase(
      "to_csv", "import pandas as pd\ndf = pd.DataFrame()", "df.to_csv('out.csv', index=False)",
      files: ["w out.csv"]),
    FileCase("to_csv without a path", "df = f()\ndf.to_csv(index=False)", files: []),
    FileCase(
      "a chain", "import pandas as pd\npd.read_csv('a.csv').dropna().to_parquet(path='b.parquet')",
      files: ["r a.csv", "w b.parquet"]),
    FileCase(
      "a writer", "import pandas as pd\nwith pd.ExcelWriter('a.xlsx') as w: df.to_excel(w)",
      files: ["w a.xlsx"]),
    FileCase("a query is no path", "import pandas as pd\npd.read_sql('select 1', con)", files: []),
    FileCase(
      "a document is no path", "import pandas as pd\npd.read_json('{\"a\": [1]}')", files: []),
    FileCase(
      "addresses are no files",
      "import pandas as pd\npd.read_csv('https://x.org/a.csv')\npd.read_csv('s3://b/a.csv')\n"
        + "df.to_csv('gs://b/a.csv')", files: []),

    FileCase(
      "numpy", "import numpy as np\nnp.savetxt('a.txt', x)\nx = np.loadtxt('a.txt')",
      files: ["w a.txt", "r a.txt"]),
    FileCase(
      "numpy puts its suffix on", "import numpy as np\nnp.save('a', x)\nnp.savez('b.npz', x)",
      files: ["w a.npy", "w b.npz"]),
    FileCase(
      "joblib", "import joblib\njoblib.dump(model, 'm.joblib')\njoblib.load('m.joblib')",
      files: ["w m.joblib", "r m.joblib"]),
    FileCase(
      "torch", "import torch\ntorch.save(net.state_dict(), 'net.pt')\ntorch.load('net.pt')",
      files: ["w net.pt", "r net.pt"]),
    FileCase(
      "keras", "from tensorflow import keras\nmodel.save('m.h5')\nkeras.models.load_model('m.h5')",
      files: ["w m.h5", "r m.h5"]),
    FileCase("pyplot", "import matplotlib.pyplot as plt\nplt.savefig('a.png')", files: ["w a.png"]),
    FileCase("a figure", "fig.savefig('a.png', dpi=100)", files: ["w a.png"]),
    FileCase(
      "pictures",
      "from PIL import Image\nimport cv2\nim = Image.open('a.png')\nim.save('b.png')\n"
        + "cv2.imwrite('c.png', cv2.imread('d.png'))",
      files: ["r a.png", "w b.png", "r d.png", "w c.png"]),
    FileCase("sqlite", "import sqlite3\nsqlite3.connect('a.db')", files: ["r a.db", "w a.db"]),
    FileCase("sqlite in memory", "import sqlite3\nsqlite3.connect(':memory:')", files: []),

    FileCase(
      "shutil and os",
      "import os, shutil\nos.makedirs('out', exist_ok=True)\nshutil.copy('a', 'b')\n"
        + "os.rename('b', 'c')\nos.remove('c')",
      files: ["w out", "r a", "w b", "r b", "w c", "r c"]),
    FileCase(
      "an archive", "import zipfile\nwith zipfile.ZipFile('a.zip') as z:\n    z.extractall('data')",
      files: ["r a.zip", "w data/**"]),
    FileCase(
      "pathlib",
      "from pathlib import Path\nd = Path('data')\n(d / 'a.txt').write_text('x')\n"
        + "d.joinpath('b.txt').read_text()\n(d / 'c.txt').open('w')\nopen(d / 'e')",
      files: ["w data/a.txt", "r data/b.txt", "w data/c.txt", "r data/e"]),
  ]

  static let paths: [FileCase] = [
    FileCase("a name", "p = 'a.csv'", "open(p)", files: ["r a.csv"]),
    FileCase(
      "a name that is bound again", "p = 'a.csv'", "p = 'b.csv'\nopen(p)", files: ["r b.csv"]),
    FileCase("a name of unknown value", "p = input()", "open(p)", files: []),
    FileCase("a name that is lost", "p = 'a.csv'", "p = input()\nopen(p)", files: []),
    FileCase(
      "concatenation", "path = 'data/'",
      "import pandas as pd\ndf = pd.read_csv(path + 'train.csv')",
      files: ["r data/train.csv"]),
    FileCase("half known", "open(input() + '.csv')\nopen('data/' + input())", files: []),
    FileCase("+=", "p = 'data'\np += '/a.csv'\nopen(p)", files: ["r data/a.csv"]),
    FileCase("f-string", "d = 'data'; n = 'a'", "open(f'{d}/{n!s}.csv')", files: ["r data/a.csv"]),
    FileCase(
      "f-string with more to it", "n = 'a'",
      "open(f'{n!r}.csv')\nopen(f'{n:>5}.csv')\nopen(f'{1}')",
      files: []),
    FileCase(
      "format and %", "n = 'a'", "open('{}/{0}.{ext}'.format(n, ext='csv'))\nopen('%s.txt' % n)",
      files: ["r a/a.csv", "r a.txt"]),
    FileCase(
      "format of unknown shape", "open('{0:>5}'.format('a'))\nopen('{{}}'.format())", files: []),
    FileCase(
      "os.path", "import os\nd = 'data'",
      "open(os.path.join(d, 'x', 'a.csv'))\nopen(os.path.join(d, '/b'))",
      files: ["r data/x/a.csv", "r /b"]),
    FileCase(
      "os.path of who knows what", "import os",
      "open(os.path.join('a', *rest))\nopen(os.path.join(x, 'a'))",
      files: []),
    FileCase(
      "str of a path", "import pathlib", "open(str(pathlib.Path('a', 'b')))", files: ["r a/b"]),
    FileCase("either", "open('a' if x else 'b')", files: ["r a", "r b"]),
    FileCase("by a branch", "p = 'a'\nif x: p = 'b'\nopen(p)", files: ["r a", "r b"]),
    FileCase(
      "a loop over a list", "for p in ['b', 'a']:\n    open(p + '.csv')",
      files: ["r a.csv", "r b.csv"]),
    FileCase("a loop over a tuple", "for p in ('a', 'b'): open(p)", files: ["r a", "r b"]),
    FileCase("pairs are not told apart", "for n, p in [('a', 'a.csv')]: open(p)", files: []),
    FileCase("a loop that lengthens", "p = 'a'\nwhile x: p = p + 'b'\nopen(p)", files: []),
    FileCase(
      "a dictionary", "paths = {'train': 'a.csv'}", "open(paths['train'])", files: ["r a.csv"]),
    FileCase("which of many is not known", "ps = ['a', 'b']", "open(ps[0])", files: []),
    FileCase(
      "an attribute", "class C:\n    path = 'a.csv'", "open(C.path)\nopen(C().path)",
      files: ["r a.csv", "r a.csv"]),
    FileCase(
      "an attribute of self",
      "class C:\n    def __init__(self, p): self.p = p\n    def load(self): return open(self.p)",
      "C('a.csv').load()", files: ["r a.csv"]),
    FileCase(
      "a comprehension", "[open(f'{n}.csv') for n in ['a', 'b']]", files: ["r a.csv", "r b.csv"]),
    FileCase("swapped in one statement", "a, b = 'x', 'y'\nopen(a)", files: ["r x"]),
  ]

  static let places: [FileCase] = [
    FileCase("defining a function is no access", "def f(): open('a')", files: []),
    FileCase("calling it is", "def f(): open('a')", "f()", files: ["r a"]),
    FileCase(
      "with its arguments", "def save(df, name='x'): df.to_csv(f'out/{name}.csv')",
      "save(d, 'y')\nsave(d)", files: ["w out/y.csv", "w out/x.csv"]),
    FileCase(
      "by what it returns", "def path(n): return 'data/' + n", "open(path('a'))",
      files: ["r data/a"]),
    FileCase(
      "a function handed on", "def f(p): open(p)", "import functools\nfunctools.partial(f, 'a')()",
      files: ["r a"]),
    FileCase("code that can't run", "if False: open('a')\nraise SystemExit\nopen('b')", files: []),
    FileCase("once", "for i in range(3): open('a')", files: ["r a"]),
    FileCase("a cell magic", "%%writefile src/a.py\nx = 1", files: ["w src/a.py"]),
    FileCase("a cell magic that appends", "%%writefile -a a.py\nx = 1", files: ["w a.py"]),
    FileCase(
      "a line magic among code", "open('a', 'w')\n%run b.py\nopen('c')",
      files: ["w a", "r b.py", "r c"]),
    FileCase("a magic whose path is not known", "n = input()\n%run {n}.py", files: []),
  ]

  @Test(arguments: calls + paths + places)
  func findsFiles(of one: FileCase) throws {
    let effects = try CellEffects.ofLast(one.cells)
    let seen = effects.files.accesses.map { access in
      switch access.kind {
      case .read, .run: "r \(access.path)"
      case .write: "w \(access.path)"
      case .readFolder: "r \(access.path)/**"
      case .writeFolder: "w \(access.path)/**"
      }
    }
    #expect(seen == one.files)
    #expect(effects.files.reads.count + effects.files.writes.count == seen.count)
  }

  @Test func namesThePlaceInTheCellsOwnCode() throws {
    let effects = try CellEffects.ofLast(["def f(p):\n    return open(p)\n\n%time x = f('a')"])
    let range = try #require(effects.files.reads.first?.range)
    #expect(range.start == SourcePosition(line: 4, column: 10))
    #expect(range.end == SourcePosition(line: 4, column: 16))
  }
}
