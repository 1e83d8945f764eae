import Foundation
import Testing

@testable import KaleAnalysis

@Suite struct KnowledgeTests {
  @Test func findsTheNearestEntry() throws {
    var knowledge = Knowledge()
    try knowledge.add(
      table: """
        lib.* : plain
        lib.sub.^ : holds
        lib.*.at : fresh mutates=0
        .m : plain
        .m@dataset : view
        """)
    #expect(knowledge.function("lib.f")?.result == .plain)
    #expect(knowledge.function("lib.sub.Class")?.result == .holdsArguments)
    #expect(knowledge.function("lib.sub.at")?.mutatedArguments == [0])
    #expect(knowledge.function("lib.at")?.result == .plain)
    #expect(knowledge.function("other.f") == nil)
    #expect(knowledge.method("m")?.result == .plain)
    #expect(knowledge.method("m", ofDataset: true)?.result == .view)
    #expect(knowledge.method("n", ofDataset: true) == nil)
    try knowledge.add(table: "lib.f : self")
    #expect(knowledge.function("lib.f")?.result == .receiver)
  }

  @Test(arguments: [
    ("import numpy as np\na = np.zeros(3)", "np.add.at(a, [0], 1)", "mutates a"),
    ("import numpy as np\na = np.zeros(3)", "np.sqrt([1, 2, 3], a)", "mutates a"),
    ("import numpy as np\na = np.zeros(3)\nb = np.sqrt([1, 2, 3], a)", "b[0] = 1", "mutates? a"),
    (
      "import numpy as np\na = np.zeros(3)\nb = np.sqrt([1, 2, 3], out=a)", "b[0] = 1", "mutates? a"
    ),
    ("import numpy as np\na = abs(np.zeros(3))", "a[0] = 1", "mutates a"),
    ("import glob\na = glob.glob('*')", "a.sort()", "mutates a"),
    ("import json\na = json.loads('{}')", "a['x'] = 1", "mutates a"),
    ("import pandas as pd\na = pd.read_csv('a.csv')", "a.update(a)", "mutates a"),
    ("import pandas as pd\na = pd.read_csv('a.csv')", "a.plot()", ""),
    ("import pandas as pd\na = pd.read_csv('a.csv')", "a.add(1).reindex([1]).pct_change()", ""),
    ("import pandas as pd\na = pd.read_csv('a.csv')", "a.append(a)", ""),
    ("a = {1}", "a.add(2)", "mutates a"),
    ("import io\na = io.StringIO()", "print(1, file=a)", "mutates a"),
    ("import io, json\na = io.StringIO()", "json.dump(1, fp=a)", "mutates a"),
    ("a = []\nb = a.append", "b(1)", "mutates a"),
    ("a = []", "b = a.append\nfor i in range(3):\n    b(i)", "mutates a"),
    ("import networkx as nx\na = nx.Graph()", "a.add_edge(1, 2)", "mutates a"),
    ("import torch\na = torch.zeros(3)", "a.add_(1)", "mutates a"),
  ])
  func knowsCalls(setup: String, cell: String, mutation: String) throws {
    let effects = try CellEffects.ofLast([setup, cell])
    let mutations = effects.outline.filter { $0.hasPrefix("mutates") && $0.hasSuffix(" a") }
    #expect(mutations == (mutation.isEmpty ? [] : [mutation]))
  }

  /// What a decorator makes of a class is not known: its instances may hold what they were made of.
  @Test(arguments: [
    "from dataclasses import dataclass\n@dataclass\nclass P:\n    xs: list",
    "from dataclasses import dataclass\n@dataclass\nclass Q:\n    xs: list\nclass P(Q):\n    pass",
    "import attr\n@attr.s\nclass P:\n    xs = attr.ib()",
    "from typing import NamedTuple\nclass P(NamedTuple):\n    xs: list",
    "from collections import namedtuple\nP = namedtuple('P', 'xs')",
  ])
  func instancesHoldTheirFields(definition: String) throws {
    let setup = definition + "\na = []\np = P(a)"
    for cell in ["p.xs.append(1)", "q = p.xs\nq.append(1)", "for q in [p]:\n    q.xs.append(1)"] {
      let effects = try CellEffects.ofLast([setup, cell])
      #expect(effects.names["a"]?.mutation != nil)
      #expect(effects.names["p"]?.mutation != nil)
    }
  }
}
