"""Lets paths that begin with the mount point of a volume lead to the folder that stands for it.

Where the volume can't be mounted, that is done in the code: a string that is such a path, and the words of
a command, are changed before the code is compiled. What is put together from parts that are no such path
is not, nor what stands in other files.
"""
import ast
import re

COMMANDS = {  # calls whose strings are commands or code, by the name of the method
  "system", "getoutput", "run_line_magic", "run_cell_magic", "popen", "getstatusoutput", "run",
  "call", "check_call", "check_output", "Popen"}


class Paths:
  def __init__(self, folders):
    """`folders` has pairs of a mount point and a folder; where one mount point lies in another, the
    inner one stands first."""
    self.folders = folders
    self.words = [(re.compile(r"(?<![\w.~/-])" + re.escape(mount) + r"(?![\w.-])"), folder)
                  for mount, folder in folders]

  def path(self, text, is_whole=True):
    """A string that is a path or a file's URL; `is_whole` tells that nothing follows it."""
    scheme = "file://" if text.startswith("file:///") else ""
    rest = text[len(scheme):]
    for mount, folder in self.folders:
      if rest.startswith(mount + "/") or is_whole and rest == mount:
        return scheme + folder + rest[len(mount):]
    return text

  def command(self, text):
    for pattern, folder in self.words:
      text = pattern.sub(lambda _: folder, text)
    return text


class Rewriter(ast.NodeTransformer):
  def __init__(self, paths):
    self.paths = paths

  def visit_Constant(self, node):
    if isinstance(node.value, str):
      node.value = self.paths.path(node.value)
    elif isinstance(node.value, bytes):
      node.value = self.paths.path(node.value.decode("latin-1")).encode("latin-1")
    return node

  def visit_JoinedStr(self, node):
    """Only at its beginning stands the beginning of a path."""
    for number, part in enumerate(node.values):
      if isinstance(part, ast.Constant):
        if number == 0:
          part.value = self.paths.path(part.value, is_whole=len(node.values) == 1)
      else:
        self.visit(part)
    return node

  def visit_Call(self, node):
    name = getattr(node.func, "attr", getattr(node.func, "id", None))
    if name in COMMANDS:
      for part in node.args:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
          part.value = self.paths.command(part.value)
    return self.generic_visit(node)


def rewriting(step_class, paths):
  """A class of steps whose cells find the folders."""
  rewriter = Rewriter(paths)

  class RewritingStep(step_class):
    def _compile(self, source, filename, mode, flags=0):
      result = super()._compile(source, filename, mode, flags)
      return rewriter.visit(result) if flags & ast.PyCF_ONLY_AST else result

    def _get_ipython(self):
      shell = super()._get_ipython()
      if shell is not None and rewriter not in shell.ast_transformers:
        shell.ast_transformers.append(rewriter)
      return shell

  return RewritingStep
