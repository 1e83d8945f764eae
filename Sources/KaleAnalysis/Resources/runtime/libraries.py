# --- Backends for libraries
#
# pandas, scipy, scikit-learn, TensorFlow's tensors, boosters and models of xgboost, lightgbm and Keras
# need none: pickle gives them back as they were, and hands large arrays on without a copy.


@backend("torch.Tensor")
def _tensor(tensor):
  """Plain pickling copies data twice, loses `grad`, and makes of each view a tensor of its own."""
  torch = sys.modules["torch"]
  if (type(tensor) not in (torch.Tensor, torch.nn.Parameter) or tensor.layout is not torch.strided
      or tensor.is_quantized or tensor.is_conj() or tensor.is_neg()
      or tensor.device.type not in ("cpu", "cuda")):
    return NotImplemented
  storage = tensor.untyped_storage()
  place = str(tensor.device), storage.data_ptr(), storage.nbytes()
  _, data = _once(place, lambda: (storage, torch.empty(0, dtype=torch.uint8).set_(storage.cpu()).numpy()))
  leaf = tensor.is_leaf
  if not leaf:
    _once("graph", lambda: _note("tensors travel without the graph that computed them"))
  return _new_tensor, (
    data, str(tensor.device), tensor.dtype, tensor.storage_offset(), tuple(tensor.shape),
    tensor.stride(), type(tensor), leaf and tensor.requires_grad,
  ), (tensor.grad if leaf else None, vars(tensor)), None, None, _fill_tensor


def _new_tensor(data, device, dtype, offset, shape, stride, kind, requires_grad):
  torch = importlib.import_module("torch")
  if device != "cpu" and not torch.cuda.is_available():
    _once("device", lambda: _note("there is no %s here, its tensors are on the CPU" % device))
    device = "cpu"
  _, flat = _once((id(data), device), lambda: (data, torch.from_numpy(data).to(device)))
  tensor = torch.empty(0, dtype=dtype, device=device).set_(
    flat.untyped_storage(), offset, shape, stride)
  return kind(tensor, requires_grad) if kind is torch.nn.Parameter else tensor.requires_grad_(requires_grad)


def _fill_tensor(tensor, state):
  grad, attributes = state
  if grad is not None:
    tensor.grad = grad
  vars(tensor).update(attributes)


file_backend(
  "torch.jit._script.ScriptModule",
  save=lambda module, path: sys.modules["torch"].jit.save(module, path),
  load=lambda path: importlib.import_module("torch").jit.load(path))


@backend("pyarrow.lib.Table")
@backend("pyarrow.lib.RecordBatch")
def _arrow(table):
  """A part of a table is pickled with the whole of its columns."""
  if table.get_total_buffer_size() <= 2 * table.nbytes:
    return NotImplemented
  arrow = importlib.import_module("pyarrow")
  sink = arrow.BufferOutputStream()
  with arrow.ipc.new_stream(sink, table.schema) as writer:
    writer.write(table)
  return _new_arrow, (type(table).__name__, pickle.PickleBuffer(sink.getvalue()))


def _new_arrow(kind, data):
  reader = importlib.import_module("pyarrow").ipc.open_stream(data)
  return reader.read_all() if kind == "Table" else reader.read_next_batch()


@backend("polars.dataframe.frame.DataFrame")
def _polars(frame):
  """Plain pickling copies the columns twice; by way of Arrow they are not copied."""
  polars = sys.modules["polars"]
  plain = (polars.String, polars.Boolean, polars.Date, polars.Float32, polars.Float64, polars.Int8,
           polars.Int16, polars.Int32, polars.Int64, polars.UInt8, polars.UInt16, polars.UInt32,
           polars.UInt64)
  if type(frame) is not polars.DataFrame or not set(frame.dtypes) <= set(plain):
    return NotImplemented
  try:
    return _new_polars, (frame.to_arrow(),)
  except ImportError:  # without pyarrow
    return NotImplemented


def _new_polars(table):
  return importlib.import_module("polars").from_arrow(table, rechunk=False)


file_backend(
  "xgboost.core.DMatrix", save=lambda matrix, path: matrix.save_binary(path),
  load=lambda path: importlib.import_module("xgboost").DMatrix(path))


@backend("lightgbm.basic.Dataset")
def _lightgbm_dataset(dataset):
  """Once it has been used it can't be pickled, and keeps its data in a form of its own."""
  if dataset._handle is None:
    return NotImplemented
  with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "value")
    dataset.save_binary(path)
    with open(path, "rb") as file:
      return _new_lightgbm_dataset, (file.read(), dataset.params)


def _new_lightgbm_dataset(data, params):
  def load(path):
    return importlib.import_module("lightgbm").Dataset(path, params=params).construct()
  return _from_file(load, data)


@backend("pyspark.sql.session.SparkSession")
@backend("pyspark.context.SparkContext")
def _spark_session(session):
  context = getattr(session, "sparkContext", session)
  return _new_spark_session, (context.getConf().getAll(), type(session).__name__)


def _new_spark_session(settings, kind="SparkSession"):
  builder = importlib.import_module("pyspark.sql").SparkSession.builder
  kept = ("spark.app.name", "spark.master", "spark.sql.", "spark.executor.memory", "spark.driver.memory")
  for name, value in settings:
    if name.startswith(kept):
      builder = builder.config(name, value)
  session = builder.getOrCreate()
  return session if kind == "SparkSession" else session.sparkContext


@backend("pyspark.sql.dataframe.DataFrame")
def _spark_frame(frame):
  """What it computes to, through the driver; a plan can't be told to another cluster's session."""
  settings = frame.sparkSession.sparkContext.getConf().getAll()
  return _new_spark_frame, (settings, frame.schema.json(), [tuple(row) for row in frame.collect()])


def _new_spark_frame(settings, schema, rows):
  types_ = importlib.import_module("pyspark.sql.types")
  return _new_spark_session(settings).createDataFrame(
    rows, types_.StructType.fromJson(json.loads(schema)))
