/// The magics of IPython 8 and of common extensions. A magic that isn't here has
/// `MagicBehaviour.unknown`.
enum MagicTable {
  static let line: [String: MagicBehaviour] = merge(
    code,
    [
      "timeit": .timed("n:r:tcp:qo"),
      "store": MagicBehaviour(arguments: .store),
      "sc": MagicBehaviour(arguments: .shellAssignment, effects: [.runsProgram]),
      "sql": MagicBehaviour(arguments: .query),
      "run": MagicBehaviour(arguments: .script),
      "env": MagicBehaviour(arguments: .environment),
      "set_env": .words(effects: .changesEnvironment),
      "pylab": MagicBehaviour(arguments: .pylab, effects: [.changesSession]),
      "macro": .words(effects: .bindsUnknown),
      "reset": .words(effects: .deletesUnknown),
      "reset_selective": .words(effects: .deletesUnknown),
      "xdel": .words(["-n": .flag], positional: .delete),
      "aimport": .words(positional: .importedModule, effects: .changesSession),
      "R": .words(rRoles),
      "Rpush": .words(positional: .read),
      "Rpull": .words(positional: .bind),
      "octave": .words(rRoles),
      "octave_push": .words(positional: .read),
      "octave_pull": .words(positional: .bind),
      "pprint": .words(), "who": .words(), "who_ls": .words(), "whos": .words(),
      "pwd": .words(), "history": .words(), "hist": .words(), "lsmagic": .words(),
      "magic": .words(), "quickref": .words(), "psearch": .words(), "dhist": .words(),
      "dirs": .words(), "pastebin": .words(), "tb": .words(), "logstate": .words(),
      "watermark": .words(), "version_information": .words(),
      "pycat": .words(effects: .readsFile(nil)),
      "save": .words(["-f": .flag, "-a": .flag, "-r": .flag], effects: .writesFile(nil)),
      "notebook": .words(effects: .writesFile(nil)),
      "logstart": .words(effects: .writesFile(nil), .changesSession),
    ],
    each(["edit", "ed", "rerun", "rep", "recall"], .words(effects: .readsUnknown, .bindsUnknown)),
    each(
      ["pinfo", "pinfo2", "pdoc", "pdef", "pfile", "psource", "page"],
      .words(["-r": .flag], positional: .read)),
    each(["cd", "pushd", "popd"], .words(effects: .changesDirectory)),
    each(
      [
        "pip", "conda", "mamba", "micromamba", "uv", "sx", "system", "ls", "ll", "lf", "lk", "lx",
        "ldir", "cat", "cp", "mv", "mkdir", "rm", "rmdir", "less", "more", "man", "rehashx",
      ], .words(effects: .runsProgram)),
    each(
      [
        "alias", "alias_magic", "autoawait", "autocall", "automagic", "autoreload", "autosave",
        "bookmark", "colors", "config", "connect_info", "debug_on", "doctest_mode", "gui",
        "killbgscripts", "load", "load_ext", "loadpy", "logoff", "logon", "logstop", "matplotlib",
        "pdb", "precision", "qtconsole", "reload_ext", "tensorboard", "tensorflow_version",
        "unalias", "unload_ext", "xmode",
      ], .words(effects: .changesSession)))

  static let cell: [String: MagicBehaviour] = merge(
    code,
    [
      "timeit": .timed("n:r:tcp:qo"),
      "time": .words(body: .python),
      "capture": .words(
        ["--no-stderr": .flag, "--no-stdout": .flag, "--no-display": .flag], positional: .bind,
        body: .python),
      "sx": .words(["--out": .bind], body: .shell, effects: .runsProgram),
      "system": .words(["--out": .bind], body: .shell, effects: .runsProgram),
      "!": .words(["--out": .bind], body: .shell, effects: .runsProgram),
      "sql": MagicBehaviour(arguments: .query),
      "bigquery": .words(bigQueryRoles, positional: .bind),
      "cython": .words(effects: .bindsUnknown, .runsProgram),
      "fortran": .words(effects: .bindsUnknown, .runsProgram),
      "R": .words(rRoles),
      "octave": .words(rRoles),
    ],
    each(
      ["writefile", "file", "write"],
      .words(["-a": .flag, "--append": .flag], effects: .writesFile(nil))),
    each(
      [
        "bash", "sh", "script", "perl", "ruby", "pypy", "python", "python2", "python3", "cmd",
        "zsh",
      ],
      .words(
        [
          "--out": .bind, "--err": .bind, "--proc": .bind, "--bg": .flag, "--no-raise-error": .flag,
        ],
        effects: .runsProgram)),
    each(
      ["html", "HTML", "javascript", "js", "latex", "svg", "SVG", "markdown"],
      .words(["--isolated": .flag])),
    each(
      ["manim", "opts", "output", "notify", "wandb", "ipytest", "run_pytest", "expect_exception"],
      .words(body: .python)))

  /// Magics that run code in the namespace, in the line and, if they take a cell, in that too.
  private static let code: [String: MagicBehaviour] = [
    "time": .code(yieldsValue: true),
    "prun": .code("D:l:rs:T:q", files: "DT"),
    "debug": .code("b:"),
    "memit": .code("r:t:i:co"),
    "mprun": .code("rcf:T:", functions: "f", files: "T"),
    "lprun": .code("rszf:m:D:T:u:", functions: "f", files: "DT"),
    "snakeviz": .code("tf:"),
    "heat": .code("o:"),
    "pyinstrument": .code(),
    "scalene": .code(),
    "viztracer": .code(),
    "memray_flamegraph": .code(),
  ]

  private static let rRoles: [String: MagicOptions.Role] = [
    "-i": .read, "--input": .read, "-o": .bind, "--output": .bind, "-n": .flag,
    "-w": .text, "--width": .text, "-h": .text, "--height": .text, "-u": .text, "--units": .text,
    "-r": .text, "--res": .text, "-p": .text, "--pointsize": .text, "-s": .text, "-f": .text,
    "-c": .text, "--converter": .text,
  ]

  private static let bigQueryRoles: [String: MagicOptions.Role] = [
    "--project": .text, "--max_results": .text, "--params": .text, "--location": .text,
    "--maximum_bytes_billed": .text, "--destination_table": .text, "--progress_bar_type": .text,
    "--use_bqstorage_api": .flag, "--use_rest_api": .flag, "--use_legacy_sql": .flag,
    "--verbose": .flag, "--dry_run": .flag, "--no_query_cache": .flag,
  ]

  private static func each(
    _ names: [String], _ behaviour: MagicBehaviour
  ) -> [String: MagicBehaviour] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, behaviour) })
  }

  /// Joins tables; what a later one says holds.
  private static func merge(_ tables: [String: MagicBehaviour]...) -> [String: MagicBehaviour] {
    tables.reduce(into: [:]) { $0.merge($1) { _, later in later } }
  }
}
