# --- Backends: values that plain pickling gets wrong or can't save

_backends = {}  # by the name of a class: what reduces its instances
_made = {}  # while values are saved or loaded: what is made for several of them, by what it is made of


def backend(name):
  """Decorates a function that saves values of the class `name` and those derived from it. It takes a
  value and returns what `__reduce__` would return, or NotImplemented for pickling as usual. `name`
  begins with the module that the class says it is of; nothing is imported for it."""
  def register(function):
    _backends[name] = function
    return function
  return register


def _once(key, make):
  if key not in _made:
    _made[key] = make()
  return _made[key]


def file_backend(name, save, load):
  """As `backend`, for values that `save(value, path)` writes to a file and `load(path)` reads."""
  @backend(name)
  def reduce(value):
    with tempfile.TemporaryDirectory() as folder:
      path = os.path.join(folder, "value")
      save(value, path)
      with open(path, "rb") as file:
        return _from_file, (load, file.read())


def _from_file(load, data):
  with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "value")
    with open(path, "wb") as file:
      file.write(data)
    return load(path)


# Python's own: views keep what they show, and what a weak reference is to lives on as at home.


@backend("weakref.ReferenceType")
def _weak_reference(reference):
  return _new_reference, (type(reference), reference(), reference.__callback__)


def _new_reference(kind, target, callback):
  if target is None:
    return weakref.ref(type("Gone", (), {})())
  _keep(getattr(target, "__self__", target))
  return kind(target, callback) if callback else kind(target)


@backend("weakref.ProxyType")
@backend("weakref.CallableProxyType")
def _weak_proxy(proxy):
  return _new_proxy, (proxy.__init__.__self__,)


def _new_proxy(target):
  _keep(target)
  return weakref.proxy(target)


@backend("weakref.WeakValueDictionary")
@backend("weakref.WeakKeyDictionary")
def _weak_dictionary(mapping):
  return _new_weak, (type(mapping), dict(mapping))


@backend("_weakrefset.WeakSet")
def _weak_set(values):
  return _new_weak, (type(values), list(values))


def _new_weak(kind, content):
  _keep(content)
  return kind(content)


def _keep(target):
  if _active:
    _active.kept.append(target)


@backend("builtins.dict_keys")
@backend("builtins.dict_values")
@backend("builtins.dict_items")
@backend("collections.odict_keys")
@backend("collections.odict_values")
@backend("collections.odict_items")
def _dictionary_view(view):
  return _new_dictionary_view, (gc.get_referents(view)[0], type(view).__name__.rpartition("_")[2])


def _new_dictionary_view(mapping, view):
  return getattr(mapping, view)()


@backend("builtins.mappingproxy")
def _mapping_proxy(proxy):
  return types.MappingProxyType, (gc.get_referents(proxy)[0],)


@backend("builtins.memoryview")
def _memory_view(view):
  if not view.c_contiguous or memoryview(view.obj).nbytes != view.nbytes:
    raise TypeError("cannot pickle a memoryview of a part of an object")
  return _new_memory_view, (view.obj, view.format, view.shape, view.readonly)


def _new_memory_view(obj, form, shape, readonly):
  view = memoryview(obj)
  if (view.format, view.shape) != (form, shape):
    view = view.cast("B").cast(form, shape)
  return view.toreadonly() if readonly else view
