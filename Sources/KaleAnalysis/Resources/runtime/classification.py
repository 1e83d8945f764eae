# --- Metrics that are no numbers


def _plain_number(value):
  number = float(value)
  return int(number) if number.is_integer() else number


def _confusion_matrix(namespace, values, expressions, given):
  """Categories and rows of a matrix of scikit-learn's."""
  matrix = [[_plain_number(count) for count in row] for row in values[0]]
  categories = None
  with contextlib.suppress(Exception):  # they may be other values by now; numbers will do
    found = [list(eval(text, dict(namespace))) for text in expressions]
    if found:
      categories = found[0] if given else sorted(set().union(*found))
  if categories is None or len(categories) != len(matrix):
    categories = range(len(matrix))
  return [str(category) for category in categories], matrix


def _roc_curve(namespace, values):
  """Rates and thresholds as finite numbers. scikit-learn begins with an infinite threshold, for which
  KFP has no number; the next one and 1 more says the same."""
  columns = [[float(number) for number in column] for column in (values if len(values) == 3 else values[0])]
  rows = [row for row in zip(*columns) if not any(map(math.isnan, row))]
  finite = [threshold for _, _, threshold in rows if math.isfinite(threshold)]
  top = max(finite, default=0.0) + 1
  return tuple(map(list, zip(*[(f, t, h if math.isfinite(h) else top) for f, t, h in rows]))) or ([], [], [])
