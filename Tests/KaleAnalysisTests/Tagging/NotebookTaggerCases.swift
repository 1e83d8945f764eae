// The cases of `NotebookTaggerTests`.

extension NotebookTaggerTests {
  /// Cells that every step can repeat, and those that it can't.
  static let roles = [
    Case(
      "imports, parameters and functions",
      """
      #%
      import numpy as np
      %matplotlib inline
      np.set_printoptions(precision=3)
      #%
      rate = -0.5
      title = "a"
      #%
      def scale(x, by=2):
          return x * by * rate
      #%
      data = np.arange(3)
      #%
      from math import sqrt
      #%
      print(scale(data), sqrt(2), title)
      """,
      [
        "imports", "pipeline-parameters", "functions", "block:make_data", "imports",
        "block:step_2 prev:make_data",
      ]),
    Case(
      "an import that would hide what was called above",
      """
      #%
      print(pow(2, 3))
      #%
      from math import pow
      #%
      print(pow(2, 3))
      """, ["block:step_1", "block:step_2", "block:step_3 prev:step_2"]),
    Case(
      "a function that is defined twice",
      """
      #%
      def f(): return 1
      #%
      print(f())
      #%
      def f(): return 2
      #%
      print(f())
      """, ["block:make_f", "", "block:make_f_2", "block:step_3 prev:make_f_2"]),
    Case(
      "a function with a default that can change",
      """
      #%
      def f(memo=[]):
          memo.append(1)
          return len(memo)
      #%
      print(f())
      """, ["block:make_f", "block:step_2 prev:make_f"]),
    Case(
      "a constant that is changed later is no parameter",
      """
      #%
      n = 1
      #%
      n += 1
      print(n)
      """, ["block:make_n", "block:make_n_2 prev:make_n"]),
    Case(
      "a notebook that only defines",
      """
      #%
      import os
      #%
      def f(): return os
      """, ["block:step_1", "block:make_f"]),
    Case(
      "tags of others stay",
      """
      #% hide-input
      import os
      #% parameters
      n = 1
      #% skip
      print(os)
      #% keep
      print(n)
      """, ["hide-input imports", "parameters", "skip", "keep block:step_1"]),
  ]

  /// Where the cuts are, and the names of the steps.
  static let cuts = [
    Case(
      "headings",
      """
      #% md
      # My **notebook**
      #% md
      ## 1. Load the [data](http://x.y/z)!
      #%
      data = [1, 2]
      #%
      data.append(3)
      #% md
      Setext heading
      --------------
      #%
      total = sum(data)
      #% md
      <h2>Été &amp; `import`</h2>
      #%
      print(total)
      #% md
      ```
      # no heading
      ```
      #%
      print(1)
      #% md
      ## Load the data
      #%
      print(data)
      """,
      [
        "block:load_the_data", "", "block:setext_heading prev:load_the_data",
        "block:ete_import prev:setext_heading", "", "block:load_the_data_2 prev:load_the_data",
      ]),
    Case(
      "the highest headings, where there are many",
      (1...3).map { part in
        "#% md\n# Part \("xyz".dropFirst(part - 1).prefix(1))x\n"
          + (1...5).map { "#% md\n## Detail\n#%\nprint(\($0))\nprint()\n" }.joined()
      }.joined(),
      [
        "block:detail", "", "", "", "", "block:part_yx", "", "", "", "", "block:part_zx", "", "",
        "", "",
      ]),
    Case(
      "a section without steps names none",
      """
      #% md
      # My notebook
      #% md
      ## Parameters
      #%
      count = 3
      #% md
      ## Load
      #%
      data = list(range(count))
      #% md
      ## Helpers
      #%
      def double(x):
          return 2 * x
      #% md
      ### in place
      #%
      data.append(double(3))
      """,
      ["pipeline-parameters", "block:load", "functions", "block:helpers prev:load"]),
    Case(
      "words that Python keeps for itself",
      """
      #% md
      # Import
      #%
      a = [1]
      #% md
      # 数据
      #%
      b = [a]
      #% md
      # 3
      #%
      print(b)
      """, ["block:import_step", "block:make_b prev:import_step", "block:step_3 prev:make_b"]),
  ]

  /// What must not be parted.
  static let ties = [
    Case(
      "an open file, a generator, a figure",
      """
      #% md
      # A
      #%
      file = open("a.txt", "w")
      #% md
      # B
      #%
      print("x", file=file)
      #% md
      # C
      #%
      numbers = (n for n in range(3))
      #% md
      # D
      #%
      print(list(numbers))
      #% md
      # E
      #%
      import matplotlib.pyplot as plt
      fig, axes = plt.subplots(2)
      #% md
      # F
      #%
      axes[0].plot([1])
      #% md
      # G
      #%
      print(1)
      """, ["block:a", "", "block:c", "", "block:e", "", "block:g"]),
    Case(
      "a module that is written and imported",
      """
      #%
      x = len("a")
      #%
      %%writefile helpers.py
      y = 1
      #%
      import helpers
      #%
      print(x, helpers.y)
      """, ["block:make_x", "block:step_2 prev:make_x", "", ""]),
    Case(
      "a file that is written and read",
      """
      #% md
      # A
      #%
      with open("a.txt", "w") as file: file.write("1")
      #% md
      # B
      #%
      print(2)
      #% md
      # C
      #%
      print(open("a.txt").read())
      #% md
      # D
      #%
      print(3)
      """, ["block:a", "", "", "block:d"]),
    Case(
      "what was shown last, past cells that show nothing",
      """
      #% md
      # A
      #%
      1 + 1
      #% md
      # B
      #%
      print(2)
      #% md
      # C
      #%
      print(_)
      #% md
      # D
      #%
      print(3)
      """, ["block:a", "", "", "block:d"]),
    Case(
      "a library that is set up for what follows",
      """
      #%
      import pandas as pd
      from tqdm import tqdm
      #% md
      # A
      #%
      table = pd.DataFrame({"a": [1]})
      #% md
      # B
      #%
      tqdm.pandas()
      x = 1
      #% md
      # C
      #%
      print(table.a.progress_apply(str), x)
      """, ["imports", "block:a", "block:b prev:a", ""]),
    Case(
      "a magic of an extension that a cell has written",
      """
      #% md
      # A
      #%
      %%writefile ext.py
      def load_ipython_extension(shell): pass
      #% md
      # B
      #%
      %load_ext ext
      #% md
      # C
      #%
      %mine 1
      #% md
      # D
      #%
      print(3)
      """, ["block:a", "", "", "block:d"]),
    Case(
      "what was shown last",
      """
      #% md
      # A
      #%
      1 + 1
      #% md
      # B
      #%
      print(_)
      #% md
      # C
      #%
      print(3)
      """, ["block:a", "", "block:c"]),
    Case(
      "a change by way of another variable",
      """
      #% md
      # A
      #%
      rows = [1]
      both = [rows]
      #% md
      # B
      #%
      print(1)
      #% md
      # C
      #%
      rows.append(2)
      #% md
      # D
      #%
      print(4)
      """, ["block:a", "", "", "block:d"]),
    Case(
      "names that are bound out of sight",
      """
      #%
      a = [1]
      #% md
      # B
      #%
      exec(input())
      #% md
      # C
      #%
      print(a)
      #% md
      # D
      #%
      print(4)
      """, ["block:make_a", "block:b prev:make_a", "", ""]),
  ]

  /// What each step comes after.
  static let edges = [
    Case(
      "independent branches",
      """
      #% md
      # Title
      #%
      import math
      #% md
      ## Load
      #%
      data = [1, 2]
      #% md
      ## First way
      #%
      first = sum(data)
      #% md
      ## Second way
      #%
      second = math.fsum(data)
      #% md
      ## Compare
      #%
      print(first, second)
      #%
      print(data)
      """,
      [
        "imports", "block:load", "block:first_way prev:load", "block:second_way prev:load",
        "block:compare prev:first_way prev:second_way", "",
      ]),
    Case(
      "random numbers in the order of the notebook",
      """
      #%
      import random
      random.seed(1)
      #% md
      # A
      #%
      a = random.random()
      #% md
      # B
      #%
      b = 2
      #% md
      # C
      #%
      def draw(): return random.random()
      #%
      c = draw()
      #% md
      # D
      #%
      print(a, b, c)
      """,
      [
        "imports", "block:a", "block:b", "functions", "block:c prev:a", "block:d prev:b prev:c",
      ]),
    Case(
      "a change that nothing but its place in the notebook orders",
      """
      #% md
      # A
      #%
      rows = []
      #% md
      # B
      #%
      rows.append(1)
      #% md
      # C
      #%
      print(rows)
      #% md
      # D
      #%
      rows.append(2)
      #% md
      # E
      #%
      print(rows)
      """,
      [
        "block:a", "block:b prev:a", "block:c prev:b", "block:d prev:b", "block:e prev:d",
      ]),
    Case(
      "objects that meet by two ways",
      """
      #% md
      # A
      #%
      rows = [1]
      #% md
      # B
      #%
      left = [rows]
      #% md
      # C
      #%
      right = {"rows": rows}
      #% md
      # D
      #%
      print(left, right)
      """, ["block:a", "block:b prev:a", "block:c prev:b", "block:d prev:c"]),
    Case(
      "a working directory, and options of a library",
      """
      #% md
      # A
      #%
      import os
      import numpy as np
      os.chdir("..")
      #% md
      # B
      #%
      print(1)
      #%
      np.set_printoptions(precision=2)
      #%
      print(np.ones(2))
      #% md
      # C
      #%
      print(np.zeros(2))
      """,
      [
        "block:a", "block:b prev:a", "block:b block:c", "block:b", "block:c prev:a",
      ]),
  ]

  /// Cells that a run does not get through.
  static let failures = [
    Case(
      "what can't be parsed or found, and what needs it",
      """
      #%
      x = [1]
      #%
      y = (
      #%
      z = y + 1
      #%
      w = z
      #%
      print(x)
      #%
      print(nowhere)
      #% raises-exception
      1 / 0
      """,
      [
        "block:make_x", "skip", "skip", "skip", "block:step_2 prev:make_x", "skip",
        "raises-exception skip",
      ],
      leftOut: [1, 2, 3, 5, 6]),
    Case(
      "parameters that no pipeline can have",
      """
      #% parameters
      n = None
      #%
      print(n)
      """, ["functions", "block:step_1"]),
  ]
}
