import Testing

@testable import KaleAnalysis

/// Cells, run one after the other, and what the last does outside: `LINE:COLUMN KIND DETAIL`, the
/// column 0-based.
struct OutsideCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var cells: [String]
  var effects: [String]

  init(_ name: String, _ cells: String..., effects: [String]) {
    testDescription = name
    self.cells = cells
    self.effects = effects
  }
}

@Suite struct OutsideEffectTests {
  static let calls: [OutsideCase] = [
    OutsideCase(
      "items of the environment",
      "import os\nos.environ['A'] = '1'\ndel os.environ['B']\nos.environ[k()] += ':'",
      effects: [
        "2:0 environment os.environ['A']", "3:4 environment os.environ['B']",
        "4:0 environment os.environ",
      ]),
    OutsideCase(
      "the environment as a whole", "from os import environ as e\ne |= {'A': '1'}\ne.update(B='2')",
      effects: ["2:0 environment os.environ", "3:0 environment os.environ.update"]),
    OutsideCase(
      "functions for the environment",
      "import os\nos.putenv('A', '1')\nos.environ.setdefault(key='B', value='')",
      effects: ["2:0 environment os.putenv('A')", "3:0 environment os.environ.setdefault('B')"]),
    OutsideCase(
      "reading the environment changes nothing",
      "import os\na = os.environ['A'], os.environ.get('B'), os.getenv('C')", effects: []),
    OutsideCase(
      "a dictionary of one's own", "environ = {}\nenviron['A'] = '1'", effects: []),
    OutsideCase(
      "directory", "import os", "d = 'data'\nos.chdir(d)\nos.chdir(f())",
      effects: ["2:0 directory os.chdir('data')", "3:0 directory os.chdir"]),
    OutsideCase(
      "either directory", "import os\nos.chdir('a' if x else 'b')",
      effects: ["2:0 directory os.chdir"]),
    OutsideCase(
      "import path", "import sys\nsys.path.append('..')\nsys.path += ['a']\nsys.path[0] = 'b'",
      effects: [
        "2:0 import-path sys.path.append('..')", "3:0 import-path sys.path",
        "4:0 import-path sys.path",
      ]),
    OutsideCase(
      "seeds",
      "import random, numpy as np, torch\nimport tensorflow as tf\nrandom.seed(1)\nnp.random.seed(1)\n"
        + "torch.manual_seed(1)\ntf.random.set_seed(1)",
      effects: [
        "3:0 random-seed random.seed", "4:0 random-seed numpy.random.seed",
        "5:0 random-seed torch.manual_seed", "6:0 random-seed tensorflow.random.set_seed",
      ]),
    OutsideCase(
      "a generator of one's own is not shared",
      "import random\nrng = random.Random(1)\nrng.seed(2)", effects: []),
    OutsideCase(
      "programs",
      "import subprocess as s, os\ns.run('ls -l', shell=True)\ns.check_output(['ls'])\nos.system('ls')",
      effects: [
        "2:0 shell subprocess.run('ls -l')", "3:0 shell subprocess.check_output",
        "4:0 shell os.system('ls')",
      ]),
    OutsideCase(
      "a command that needs quoting", "import os\nos.system(\"echo 'a'\")",
      effects: ["2:0 shell os.system('echo \\'a\\'')"]),
  ]

  static let places: [OutsideCase] = [
    OutsideCase(
      "defining a function does nothing", "import os\ndef go(d): os.chdir(d)", effects: []),
    OutsideCase(
      "calling it does, at the call", "import os\ndef go(d): os.chdir(d)", "x = go('data')",
      effects: ["1:4 directory os.chdir('data')"]),
    OutsideCase("code that can't run", "import os\nif False: os.chdir('a')", effects: []),
    OutsideCase(
      "once for each place", "import os\nfor i in 1, 2: os.chdir('a')\nos.chdir('a')",
      effects: ["2:15 directory os.chdir('a')", "3:0 directory os.chdir('a')"]),
  ]

  static let magics: [OutsideCase] = [
    OutsideCase(
      "commands", "x = 1\ny = !ls $x | sort  \n!pip install a \\\n  b",
      effects: ["2:4 shell !ls $x | sort", "3:0 shell !pip install a \\"]),
    OutsideCase("a cell of the shell", "%%bash\nls", effects: ["1:0 shell %%bash"]),
    OutsideCase("%pip", "%pip install a", effects: ["1:0 shell %pip install a"]),
    OutsideCase(
      "environment and directory", "%env A=1\n%env A\n%cd ..",
      effects: ["1:0 environment %env A=1", "3:0 directory %cd .."]),
    OutsideCase(
      "IPython itself", "%matplotlib inline\n%no_such_magic a",
      effects: ["1:0 session %matplotlib inline", "2:0 unknown-magic %no_such_magic a"]),
    OutsideCase(
      "among code", "import os\nos.chdir('a')\n!ls",
      effects: ["2:0 directory os.chdir('a')", "3:0 shell !ls"]),
  ]

  @Test(arguments: calls + places + magics)
  func findsEffects(of one: OutsideCase) throws {
    let effects = try CellEffects.ofLast(one.cells)
    let seen = effects.outside.map { effect in
      let start = effect.range?.start
      return "\(start?.line ?? 0):\(start?.column ?? 0) \(effect.kind.rawValue) \(effect.detail)"
    }
    #expect(seen == one.effects)
  }

  @Test(arguments: ["f : runs-program=", "f : runs-program=x", "f : seeds-random=0,", "f : seeds"])
  func refusesWhatItDoesNotKnow(line: String) {
    var knowledge = Knowledge()
    #expect(throws: Knowledge.FormatError.self) { try knowledge.add(table: line) }
  }
}
