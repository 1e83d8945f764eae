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
    ("import networkx as nx\na = nx.Graph()", "a.add_edge(1, 2)", "mutates a"),
    ("import torch\na = torch.zeros(3)", "a.add_(1)", "mutates a"),
  ])
  func knowsCalls(setup: String, cell: String, mutation: String) throws {
    let effects = try CellEffects.ofLast([setup, cell])
    let mutations = effects.outline.filter { $0.hasPrefix("mutates") && $0.hasSuffix(" a") }
    #expect(mutations == (mutation.isEmpty ? [] : [mutation]))
  }
}
