# --- Running cells


def _remember_source(filename, source):
  linecache.cache[filename] = len(source), None, source.splitlines(True), filename
  if _active:
    _active.sources[filename] = source


class _Cells(_Display):
  """Runs cells of a notebook as code of one `__main__`, each by itself and in the way of Jupyter."""

  def __init__(self, notebook):
    super().__init__()
    self.notebook = notebook
    self.main = types.ModuleType("__main__")
    self.main.__builtins__ = builtins
    self.namespace, self.sources = vars(self.main), {}
    self.flags, self.loop, self.shell = 0, None, None
    self.installs, self.files, self.written = set(), [], []

  def _run_cell(self, cell):
    filename = "<%s cell %s>" % (self.notebook, cell.index)
    _remember_source(filename, cell.source)
    try:
      self._watch_libraries()
      (self._run_in_ipython if cell.ipython else self._run_python)(cell, filename)
      self._show_figures()
    except SystemExit as error:  # sys.exit() ends the cell; with a status, the step
      if error.code not in (None, 0):
        raise

  def _run_python(self, cell, filename):
    tree = self._compile(cell.source, filename, "exec", ast.PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    self._execute(self._compile(tree, filename, "exec"))
    if last is not None:
      line, *lines = cell.source.encode().splitlines()[last.end_lineno - 1:]
      rest = b"\n".join([line[last.end_col_offset:], *lines])
      shown = b";" not in rest.partition(b"#")[0]
      node = ast.Interactive([last]) if shown else ast.Module([last], [])
      self._execute(self._compile(node, filename, "single" if shown else "exec"))

  def _compile(self, source, filename, mode, flags=0):
    flags |= self.flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(source, filename, mode, flags, dont_inherit=True)
    if isinstance(code, types.CodeType):
      self._keep_future(code.co_flags)
    return code

  def _keep_future(self, flags):
    """As in IPython, later cells keep what a cell imported from `__future__`."""
    for name in __future__.all_feature_names:
      self.flags |= flags & getattr(__future__, name).compiler_flag

  def _execute(self, code):
    result = eval(code, self.namespace)
    if code.co_flags & inspect.CO_COROUTINE:
      self._await(result)

  def _await(self, coroutine):
    if self.loop is None:
      self.loop = asyncio.new_event_loop()
      asyncio.set_event_loop(self.loop)
    return self.loop.run_until_complete(coroutine)

  def _run_in_ipython(self, cell, filename):
    shell = self._get_ipython()
    if shell is None:
      raise self.error("cannot run cell %s: it uses IPython syntax (magics, ! or ?), and this "
                       "image has no IPython: add ipython to it" % cell.index)
    shell.compile.get_code_name = lambda *_: filename
    shell.compile.flags |= self.flags
    result = shell.run_cell(cell.source)
    self._keep_future(shell.compile.flags)
    _remember_source(filename, cell.source)  # over what IPython made of it
    result.raise_error()

  def _get_ipython(self):
    if self.shell is None:
      try:
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config
      except ImportError:
        return None

      installs = self._is_installed

      class Shell(InteractiveShell):
        def system(self, command):
          if not installs(command):
            super().system(command)

        def run_line_magic(self, magic_name, line, _stack_depth=1):
          if not installs(magic_name + " " + line):
            return super().run_line_magic(magic_name, line, _stack_depth + 1)

        def enable_gui(self, gui=None):
          """There is no event loop of a toolkit to run."""

        def showtraceback(self, *_, **__):
          """The error is raised again, and shown once."""

        showsyntaxerror = showtraceback

      config = Config(HistoryManager={"enabled": False, "hist_file": ":memory:"})
      if not sys.stdout.isatty():
        config.InteractiveShell.colors = "NoColor"
      before = dict(self.namespace)
      shell = Shell.instance(config=config, user_module=self.main, user_ns=self.namespace)
      # It puts its own history there, even in the place of what the cells have bound.
      for name in ("_", "__", "___"):
        self.namespace.pop(name, None)
      self.namespace.update(before)
      self.shell = shell
      shell.loop_runner = self._await
      shell.displayhook.write_output_prompt = lambda: None
      shell.display_pub.publish = self._publish
      shell.set_hook("show_in_pager", lambda *_, **__: None)  # a notebook shows help beside itself
    return self.shell

  def _is_installed(self, command):
    """Whether a command only installs what the image of this step has by now."""
    known = " ".join(word for word in command.split() if word != "\\") in self.installs
    if known:
      print("Installed before the step: " + command)
    return known

  # Files from beside the notebook

  def _write_files(self):
    """Modules into a folder to be imported from, scripts to their paths where there is nothing."""
    folder = None
    for path, text, is_module in self.files:
      if is_module and folder is None:
        folder = tempfile.mkdtemp(prefix="kale-modules-")
        self.written.append(folder)
        sys.path.insert(0, folder)
      target = os.path.join(folder if is_module else "", path)
      if not is_module and os.path.exists(target):
        continue
      os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
      with open(target, "w", encoding="utf-8", newline="") as file:
        file.write(text)
      if not is_module:
        self.written.append(os.path.abspath(target))
    importlib.invalidate_caches()

  def _remove_files(self):
    """A module may be imported until the process ends; only then its folder goes."""
    for path in self.written:
      if os.path.isdir(path):
        atexit.register(shutil.rmtree, path, ignore_errors=True)
      else:
        with contextlib.suppress(OSError):
          os.unlink(path)
    self.written = []

  def _close(self):
    self._remove_files()
    if self.loop is not None:
      for task in asyncio.all_tasks(self.loop):
        task.cancel()
      self._await(asyncio.sleep(0))
      self.loop.close()
      asyncio.set_event_loop(None)
    if self.shell is not None:
      type(self.shell).clear_instance()
    self.loop = self.shell = None

  def _print_traceback(self, error):
    """Print the traceback of a cell without the frames of the runtime."""
    link, seen = error, []
    while link is not None and link not in seen:
      seen.append(link)
      first = link.__traceback__
      while first is not None and first.tb_frame.f_code.co_filename not in self.sources:
        first = first.tb_next
      if first is not None or getattr(link, "filename", None) in self.sources:
        link.__traceback__ = first
      link = link.__cause__ or link.__context__
    traceback.print_exception(type(error), error, error.__traceback__)
    sys.stderr.flush()
