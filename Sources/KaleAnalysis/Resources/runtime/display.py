# --- What cells show

_STYLE = "body{font-family:sans-serif}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:2px 6px}"
_RICH = {  # what a value may have, in order of preference, and how to put it on a page
  "_repr_html_": str,
  "_repr_svg_": str,
  "_repr_png_": lambda data: _image(data, "png"),
  "_repr_jpeg_": lambda data: _image(data, "jpeg"),
}


def _image(data, kind):
  text = data if isinstance(data, str) else base64.b64encode(data).decode()
  return '<img src="data:image/%s;base64,%s">' % (kind, text)


class _Display:
  """Prints the text of what cells show, and keeps what is more than text for a page."""

  def __init__(self):
    self.page_path, self.shown = None, []
    self.was_loaded = "IPython.core.display_functions" in sys.modules

  def _echo(self, value):
    """Show the value of a cell's last expression, as a notebook does."""
    if value is not None:
      builtins._ = value
      self._display(value)

  def _display(self, *values, **_):
    for value in values:
      try:
        print(repr(value))
      except Exception:
        traceback.print_exc()
      if self.page_path:
        self._keep_rich(value)

  def _keep_rich(self, value):
    if type(value).__module__ == "builtins" or isinstance(value, type):
      return
    with contextlib.suppress(Exception):  # of a value's own; the text is there
      if hasattr(value, "savefig"):
        self.shown.append(_image(self._drawn(value), "png"))
        return
      for name, render in _RICH.items():
        found = getattr(value, name)() if hasattr(value, name) else None
        if found is not None:
          self.shown.append(render(found[0] if isinstance(found, tuple) else found))
          return

  def _drawn(self, figure):
    data = io.BytesIO()
    figure.savefig(data, format="png", bbox_inches="tight")
    return data.getvalue()

  def _publish(self, data, metadata=None, **_):
    """For IPython's `display`: what it has made of a value, by MIME type."""
    print(data.get("text/plain", ""))
    for kind in ("text/html", "image/svg+xml", "image/png", "image/jpeg"):
      if kind in data:
        whole = kind in ("text/html", "image/svg+xml")
        self.shown.append(data[kind] if whole else _image(data[kind], kind[6:]))
        return

  def _watch_libraries(self):
    """Where a library that shows things has been imported, it is to show them by this step."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot and hasattr(pyplot, "show") and self._draws_for_us(pyplot):
      pyplot.show = lambda *_, **__: self._show_figures()  # a function: pyplot sets its signature
    if "IPython.core.display_functions" in sys.modules and not self.was_loaded:
      self._get_ipython()

  @staticmethod
  def _draws_for_us(pyplot):
    return os.environ.get("MPLBACKEND") == "Agg" and pyplot.get_backend().lower() == "agg"

  def _show_figures(self):
    """Show the open figures and close them, as a notebook does at the end of each cell."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot and hasattr(pyplot, "get_fignums") and self._draws_for_us(pyplot):
      figures = [pyplot.figure(number) for number in pyplot.get_fignums()]
      try:
        self._display(*figures)
      finally:
        pyplot.close("all")

  def _write_page(self):
    if self.page_path and self.shown:
      title = html.escape("%s, step %s" % (self.notebook, self.name))
      with contextlib.suppress(OSError):  # the values are what matters
        os.makedirs(os.path.dirname(self.page_path), exist_ok=True)
        with open(self.page_path, "w", encoding="utf-8", errors="replace") as file:
          file.write("<!DOCTYPE html><meta charset=utf-8><title>%s</title><style>%s</style><h1>%s</h1>\n" % (
            title, _STYLE, title))
          file.writelines("<div>%s</div>\n" % part for part in self.shown)
