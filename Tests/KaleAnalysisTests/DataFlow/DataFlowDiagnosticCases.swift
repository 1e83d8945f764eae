// The cases of `DataFlowDiagnosticTests`.

extension DataFlowDiagnosticTests {
  /// Names that have no source.
  static let missing = [
    Case(
      "a misspelled name",
      """
      #% block:a
      accuracy = 1
      #% block:b prev:a
      print(«acuracy»)
      """, .error, "unresolved-name",
      "'acuracy' is bound nowhere in the notebook, and is no builtin",
      fix: "did you mean 'accuracy'?"),
    Case(
      "a name like no other",
      """
      #% block:a
      print(1, «zebra»)
      """, .error, "unresolved-name", "'zebra' is bound nowhere in the notebook, and is no builtin",
      fix: "bind 'zebra' in a cell above, or import it in a cell tagged 'imports'"),
    Case(
      "a name that is missing on one path",
      """
      #% block:a
      if len([1]):
          print(«zebra»)
      """, .warning, "unresolved-name",
      "'zebra' is bound nowhere in the notebook, and is no builtin",
      fix: "bind 'zebra' in a cell above, or import it in a cell tagged 'imports'"),
    Case(
      "the history of outputs",
      """
      #% block:a
      1 + 1
      #%
      print(«Out»[1])
      """, .error, "session-history",
      "'Out' is kept by the notebook's kernel as its cells run, and a step has no such history",
      fix: "give the value a name in the cell that shows it"),
    Case(
      "one cell of the history of inputs, perhaps",
      """
      #% block:a
      if len([1]):
          exec(«_i12»)
      """, .warning, "session-history",
      "'_i12' is kept by the notebook's kernel as its cells run, and a step has no such history",
      fix: "put the code into a function",
      others: ["warning dynamic-access 0", "warning dynamic-access 0"]),
    Case(
      "the last value that another step has shown, past cells that show none",
      """
      #% block:a
      x = 1
      x  # shown;
      #%
      (x, '#'); # not shown
      #% block:b prev:a
      print(x)
      #%
      y = «_» + 1
      """, .warning, "session-history",
      "'_' is what cell 0 of step 'a' shows, and a step knows only what its own cells show",
      fix: "give the value a name in cell 0, and use that"),
    Case(
      "an attribute that a step has put into a module",
      """
      #% block:a
      import math
      if len([1]):
          «math.tau2» = 6.28
      x = 1
      #% block:b prev:a
      print(math.tau2, x)
      """, .warning, "setting-stays",
      "the change of math.tau2 stays in step 'a', and step 'b' is without it",
      fix: "move it to a cell tagged 'imports', which every step runs first"),
    Case(
      "a method that a step has put into a class of a library",
      """
      #% imports
      import pandas as pd
      #% block:a
      «pd.DataFrame.double» = lambda table: table * 2
      table = pd.DataFrame({'a': [1]})
      #% block:b prev:a
      print(table.double())
      """, .warning, "setting-stays",
      "the change of pandas.DataFrame.double stays in step 'a', and step 'b' is without it",
      fix: "move it to a cell tagged 'imports', which every step runs first"),
    Case(
      "a library that a step sets up",
      """
      #% imports
      import nltk as n
      #% block:a
      «n.download('punkt')»
      text = 'a'
      #% block:b prev:a
      print(n.word_tokenize(text))
      #% block:c prev:b
      n.download('punkt')
      print(n.word_tokenize(text))
      """, .warning, "setting-stays",
      "what nltk.download() sets up stays in step 'a', and step 'b' is without it",
      fix: "move it to a cell tagged 'imports', which every step runs first"),
    Case(
      "a producer that is no ancestor",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      «y» = x + 1
      #% block:c prev:a
      print(x + «y»)
      """, .error, "unreachable-producer",
      "step 'c' reads 'y', which is bound only in step 'b', on which it does not depend",
      fix: "add the tag prev:b to cell 2"),
    Case(
      "two producers that are no ancestors",
      """
      #% block:a
      «y» = 1
      #% block:b
      «y» = 2
      #% block:c
      print(«y»)
      """, .error, "unreachable-producer",
      "step 'c' reads 'y', which is bound only in steps 'a' and 'b', on which it does not depend",
      fix: "add the tag prev:b to cell 2"),
    Case(
      "a producer further down",
      """
      #% block:a
      print(«y»)
      #% block:b prev:a
      «y» = 1
      """, .error, "out-of-order",
      "'y' is read before it is bound: only code further down binds it",
      fix: "move the code that binds 'y' above this cell"),
    Case(
      "a producer further down in the step itself",
      """
      #% block:a
      print(«y»)
      «y» = 1
      """, .error, "out-of-order",
      "'y' is read before it is bound: only code further down binds it",
      fix: "move the code that binds 'y' above this cell"),
    Case(
      "a value that a later cell has changed",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      print(«x»)
      #% block:a
      x = 2
      """, .warning, "out-of-order",
      "step 'b' gets 'x' as cell 2 of step 'a' leaves it, which stands further down in the notebook",
      fix: "move cell 2 above this cell"),
    Case(
      "a skipped cell",
      """
      #% skip
      y = 1
      #% block:a
      print(«y»)
      """, .error, "bound-in-skipped-cell",
      "'y' is bound only in cell 0, which is tagged 'skip'",
      fix: "take the tag 'skip' off cell 0, or bind 'y' in step 'a'"),
    Case(
      "a deleted value",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      del «x»
      #% block:c prev:b
      print(«x»)
      """, .error, "read-after-delete", "step 'c' reads 'x', which step 'b' has deleted",
      fix: "keep 'x' in step 'b', or bind it again before it is read"),
  ]

  /// Several sources, and values that are not those of the notebook.
  static let several = [
    Case(
      "two writers without order",
      """
      #% block:a
      «x» = 1
      #% block:b
      «x» = 2
      #% block:c prev:a prev:b
      print(«x»)
      """, .error, "ambiguous-producer",
      "'x' reaches step 'c' from steps 'a' and 'b', which run in no fixed order",
      fix:
        "order them as in the notebook (add the tag prev:a to cell 1), or give the variable a name of "
        + "its own in each"),
    Case(
      "two changes without order",
      """
      #% block:a
      rows = []
      #% block:b prev:a
      «rows.append(1)»
      #% block:c prev:a
      «rows[0]» = 2
      #% block:d prev:b prev:c
      print(«rows»)
      """, .error, "ambiguous-producer",
      "'rows' reaches step 'd' from steps 'b' and 'c', which run in no fixed order",
      fix:
        "order them as in the notebook (add the tag prev:b to cell 2), or give the variable a name of "
        + "its own in each",
      others: ["warning stale-value 2"]),
    Case(
      "a change in place in a step that is no ancestor",
      """
      #% block:a
      rows = []
      #% block:b prev:a
      «rows.append(1)»
      #% block:c prev:a
      print(«rows»)
      """, .warning, "stale-value",
      "step 'c' gets 'rows' without the change that step 'b' makes in cell 1, because it does not "
        + "depend on that step",
      fix: "add the tag prev:b to cell 2, if the change is meant"),
    Case(
      "a change in a step that is no ancestor",
      """
      #% block:a
      x = 1
      #% block:b prev:a
      «x» = 2
      #% block:c prev:a
      print(«x»)
      """, .warning, "stale-value",
      "step 'c' gets 'x' without the change that step 'b' makes in cell 1, because it does not "
        + "depend on that step",
      fix: "add the tag prev:b to cell 2, if the change is meant"),
    Case(
      "a library that might change what it gets",
      """
      #% block:a
      import somewhere
      rows = [1]
      #% block:b prev:a
      «somewhere.handle(rows)»
      #% block:c prev:a
      somewhere.handle(rows)
      #% block:d prev:b prev:c
      print(rows)
      """, .note, "possible-change",
      "steps 'b' and 'c' hand 'rows' to library code that might change it in place; step 'd' gets "
        + "it without such changes",
      fix: "if it is changed, order the steps with a prev: tag; if not, tell kale with --knowledge"),
  ]

  /// Values that cannot travel, dynamic access, parameters and metrics.
  static let values = [
    Case(
      "a generator",
      """
      #% block:a
      «numbers» = (n for n in range(3))
      #% block:b prev:a
      print(list(«numbers»))
      """, .error, "untransferable-value",
      "'numbers' is a generator, which cannot travel to step 'b'",
      fix: "make it in the step that uses it, or hand on what it yields"),
    Case(
      "an open file",
      """
      #% block:a
      «log» = open("log.txt", "w")
      #% block:b prev:a
      «log».write("x")
      """, .error, "untransferable-value", "'log' is an open file, which cannot travel to step 'b'",
      fix: "make it in the step that uses it, or hand on what it yields"),
    Case(
      "a lock that may be used",
      """
      #% block:a
      import threading
      «lock» = threading.Lock()
      #% block:b prev:a
      if len([]):
          «lock».acquire()
      """, .warning, "untransferable-value", "'lock' is a lock, which cannot travel to step 'b'",
      fix: "make it in the step that uses it, or hand on what it yields"),
    Case(
      "code out of a string",
      """
      #% block:a
      code = "x = 1"
      #% block:b prev:a
      «eval(code)»
      """, .warning, "dynamic-access",
      "eval may read any variable: the step receives all that earlier steps may bind",
      fix: "spell the names out in the code, or keep what depends on them in this step"),
    Case(
      "a parameter that is bound again",
      """
      #% pipeline-parameters
      rate = 1
      #% block:a
      «rate» = 2
      """, .note, "parameter-rebound",
      "step 'a' binds the pipeline parameter 'rate' again: from there on it is an ordinary variable",
      fix: "if that is not meant, give the variable another name"),
  ]
}
