/// Why two analyzers may differ in a name of a cell, as far as the exact analysis can tell.
public enum DifferenceCause: String, Sendable, CaseIterable {
  case readByCall = "read by code that the cell calls"
  case boundByCall = "bound by code that the cell calls"
  case changedByCall = "changed by code that the cell calls"
  case builtinName = "a builtin's name"
  case ipython = "IPython syntax"
  case starImport = "a star import"
  case alias = "changed under another name"
  case dynamic = "code in a string, or a computed name"
  case local = "a local name or an attribute taken for a variable"
  case readOfOwn = "bound in the cell before it is read"
  case syntax = "syntax that is not seen through"
  case unreached = "code that is not reached, or taken for it"
}
