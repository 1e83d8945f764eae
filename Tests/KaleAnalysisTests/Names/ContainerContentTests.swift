import Testing

@testable import KaleAnalysis

/// What calls put into what they make: a change of it is one of the object that was put in.
@Suite struct ContainerContentTests {
  @Test(arguments: [
    "d = dict(enumerate([x]))\nd[0].append(1)",
    "d = dict(zip(['a'], [x]))\nd['a'].append(1)",
    "d = dict([('a', x)])\nd['a'].append(1)",
    "d = dict(pair for pair in [('a', x)])\nd['a'].append(1)",
    "d = collections.OrderedDict([('a', x)])\nfor v in d.values():\n    v.append(1)",
    "a = np.array([x, None], dtype=object)\na[0].append(1)",
    "a = np.array([x, None], dtype=object)[::-1]\na[1].append(1)",
    "a = np.array([x, None], dtype='O')\na[0].append(1)",
    "s = pd.Series([x], dtype=object)\ns.iloc[0].append(1)",
    "a = np.full(3, x, dtype=object)\na[2].append(1)",
    "d = dict(a=x)\nd['a'].append(1)",
    "d = {}\nv = d.setdefault('a', x)\nv.append(1)",
    "d = {}\nd.setdefault('a', x)\nd['a'].append(1)",
    "v = {}.get('a', x)\nv.append(1)", "v = {'a': 1}.pop('b', x)\nv.append(1)",
    "v = next(iter([]), x)\nv.append(1)", "v = max(x, [], key=len)\nv.append(1)",
    "v = max([], key=len, default=x)\nv.append(1)", "v = min(*[x, []])\nv.append(1)",
    "v = getattr(collections, 'no', x)\nv.append(1)", "_, v = {'a': x}.popitem()\nv.append(1)",
    "for v, w in itertools.product([x], [1]):\n    v.append(1)",
    "for _, vs in itertools.groupby([x]):\n    for v in vs:\n        v.append(1)",
    "v = types.SimpleNamespace(a=x)\nv.a.append(1)",
  ])
  func changesAreSeen(cell: String) throws {
    let imports = "import collections, itertools, types\nimport numpy as np\nimport pandas as pd"
    let effects = try CellEffects.ofLast([imports, "x = []", cell])
    #expect(effects.names["x"]?.mutation != nil)
  }

  /// Code that is not known may return something inside of what it gets.
  @Test(arguments: [
    "made = somelib.first((x, 2))", "made = somelib.deep({'a': [(x,)]})",
    "def get(p):\n    return somelib.first(p)\nmade = get((x, 2))",
    "pair = [x]\nmade = somelib.Box(pair).first()", "made = somelib.first(somelib.pack((x,)))",
  ])
  func partsOfArgumentsAreSeen(cell: String) throws {
    for change in ["made.append(1)", "made[0] = 1", "made += [1]", "made.value = 1"] {
      let effects = try CellEffects.ofLast(["import somelib\nx = []", cell, change])
      #expect(effects.names["x"]?.mutation != nil, "\(change)")
      #expect(effects.names["made"]?.mutation?.certainty == .definite)
    }
  }

  /// Functions return what they, or others, have put somewhere before.
  @Test(arguments: [
    "cache = {}\ndef get(k):\n    if k not in cache:\n        cache[k] = x\n    return cache[k]\nmade = get(1)",
    "def get(d):\n    d['a'] = x\n    return d['a']\nmade = get({})",
    "def get(d, e):\n    e['a'] = d['a']\n    d['a'] = x\n    e['b'] = d['a']\n    return e['b']\nmade = get({}, {})",
    "@somelib.wrap\ndef get():\n    return x\nmade = get.call()",
    "made = somelib.start(lambda: x).result()",
    "from concurrent.futures import ThreadPoolExecutor\nmade = ThreadPoolExecutor().submit(lambda: x).result()",
  ])
  func whatCallsReturnIsSeen(cell: String) throws {
    let effects = try CellEffects.ofLast(["import somelib\nx = []", cell, "made.append(1)"])
    #expect(effects.names["x"]?.mutation != nil)
    #expect(effects.names["made"]?.mutation != nil)
  }

  @Test(arguments: [
    "a = np.array([x, 1])\na[0] = 1", "a = np.array(x, dtype=float)\na[0] = 1",
    "d = dict(a=1)\nd['a'] = x\nd['b'] = 1",
  ])
  func copiesAreNone(cell: String) throws {
    let effects = try CellEffects.ofLast(["import numpy as np", "x = [1]", cell])
    #expect(effects.names["x"]?.mutation == nil)
  }
}
