/// A field that holds a child node, possibly absent.
public struct ChildField: Sendable { let index: Int32 }
/// A field that holds a list of child nodes; an element may be absent (`None` keys of a dict display).
public struct ChildListField: Sendable { let index: Int32 }
/// A field that holds an identifier, possibly absent.
public struct NameField: Sendable { let index: Int32 }
/// A field that holds a list of identifiers.
public struct NameListField: Sendable { let index: Int32 }
/// A field that holds a number: a flag, a level, an operator or an expression context.
public struct NumberField: Sendable { let index: Int32 }
/// A field that holds a list of operators.
public struct NumberListField: Sendable { let index: Int32 }
/// A field that holds a constant.
public struct ConstantField: Sendable { let index: Int32 }

/// Positions of the fields in a node of the flat syntax tree, per node kind.
///
/// The type of each says what the field holds, so that a list cannot be read as a child. The order
/// is that of `kinds.def` in the C module.
public enum Field {
  public enum Module {
    public static let body = ChildListField(index: 0)
  }
  public enum FunctionDef {
    public static let name = NameField(index: 0)
    public static let args = ChildField(index: 1)
    public static let body = ChildListField(index: 2)
    public static let decoratorList = ChildListField(index: 3)
    public static let returns = ChildField(index: 4)
    public static let typeParams = ChildListField(index: 5)
  }
  public enum AsyncFunctionDef {
    public static let name = NameField(index: 0)
    public static let args = ChildField(index: 1)
    public static let body = ChildListField(index: 2)
    public static let decoratorList = ChildListField(index: 3)
    public static let returns = ChildField(index: 4)
    public static let typeParams = ChildListField(index: 5)
  }
  public enum ClassDef {
    public static let name = NameField(index: 0)
    public static let bases = ChildListField(index: 1)
    public static let keywords = ChildListField(index: 2)
    public static let body = ChildListField(index: 3)
    public static let decoratorList = ChildListField(index: 4)
    public static let typeParams = ChildListField(index: 5)
  }
  public enum Return {
    public static let value = ChildField(index: 0)
  }
  public enum Delete {
    public static let targets = ChildListField(index: 0)
  }
  public enum Assign {
    public static let targets = ChildListField(index: 0)
    public static let value = ChildField(index: 1)
  }
  public enum TypeAlias {
    public static let name = ChildField(index: 0)
    public static let typeParams = ChildListField(index: 1)
    public static let value = ChildField(index: 2)
  }
  public enum AugAssign {
    public static let target = ChildField(index: 0)
    public static let op = NumberField(index: 1)
    public static let value = ChildField(index: 2)
  }
  public enum AnnAssign {
    public static let target = ChildField(index: 0)
    public static let annotation = ChildField(index: 1)
    public static let value = ChildField(index: 2)
    public static let simple = NumberField(index: 3)
  }
  public enum For {
    public static let target = ChildField(index: 0)
    public static let iter = ChildField(index: 1)
    public static let body = ChildListField(index: 2)
    public static let orelse = ChildListField(index: 3)
  }
  public enum AsyncFor {
    public static let target = ChildField(index: 0)
    public static let iter = ChildField(index: 1)
    public static let body = ChildListField(index: 2)
    public static let orelse = ChildListField(index: 3)
  }
  public enum While {
    public static let test = ChildField(index: 0)
    public static let body = ChildListField(index: 1)
    public static let orelse = ChildListField(index: 2)
  }
  public enum If {
    public static let test = ChildField(index: 0)
    public static let body = ChildListField(index: 1)
    public static let orelse = ChildListField(index: 2)
  }
  public enum With {
    public static let items = ChildListField(index: 0)
    public static let body = ChildListField(index: 1)
  }
  public enum AsyncWith {
    public static let items = ChildListField(index: 0)
    public static let body = ChildListField(index: 1)
  }
  public enum Match {
    public static let subject = ChildField(index: 0)
    public static let cases = ChildListField(index: 1)
  }
  public enum Raise {
    public static let exc = ChildField(index: 0)
    public static let cause = ChildField(index: 1)
  }
  public enum Try {
    public static let body = ChildListField(index: 0)
    public static let handlers = ChildListField(index: 1)
    public static let orelse = ChildListField(index: 2)
    public static let finalbody = ChildListField(index: 3)
  }
  public enum TryStar {
    public static let body = ChildListField(index: 0)
    public static let handlers = ChildListField(index: 1)
    public static let orelse = ChildListField(index: 2)
    public static let finalbody = ChildListField(index: 3)
  }
  public enum Assert {
    public static let test = ChildField(index: 0)
    public static let msg = ChildField(index: 1)
  }
  public enum Import {
    public static let names = ChildListField(index: 0)
  }
  public enum ImportFrom {
    public static let module = NameField(index: 0)
    public static let names = ChildListField(index: 1)
    public static let level = NumberField(index: 2)
  }
  public enum Global {
    public static let names = NameListField(index: 0)
  }
  public enum Nonlocal {
    public static let names = NameListField(index: 0)
  }
  public enum Expr {
    public static let value = ChildField(index: 0)
  }
  public enum BoolOp {
    public static let op = NumberField(index: 0)
    public static let values = ChildListField(index: 1)
  }
  public enum NamedExpr {
    public static let target = ChildField(index: 0)
    public static let value = ChildField(index: 1)
  }
  public enum BinOp {
    public static let left = ChildField(index: 0)
    public static let op = NumberField(index: 1)
    public static let right = ChildField(index: 2)
  }
  public enum UnaryOp {
    public static let op = NumberField(index: 0)
    public static let operand = ChildField(index: 1)
  }
  public enum Lambda {
    public static let args = ChildField(index: 0)
    public static let body = ChildField(index: 1)
  }
  public enum IfExp {
    public static let test = ChildField(index: 0)
    public static let body = ChildField(index: 1)
    public static let orelse = ChildField(index: 2)
  }
  public enum Dict {
    public static let keys = ChildListField(index: 0)
    public static let values = ChildListField(index: 1)
  }
  public enum Set {
    public static let elts = ChildListField(index: 0)
  }
  public enum ListComp {
    public static let elt = ChildField(index: 0)
    public static let generators = ChildListField(index: 1)
  }
  public enum SetComp {
    public static let elt = ChildField(index: 0)
    public static let generators = ChildListField(index: 1)
  }
  public enum DictComp {
    public static let key = ChildField(index: 0)
    public static let value = ChildField(index: 1)
    public static let generators = ChildListField(index: 2)
  }
  public enum GeneratorExp {
    public static let elt = ChildField(index: 0)
    public static let generators = ChildListField(index: 1)
  }
  public enum Await {
    public static let value = ChildField(index: 0)
  }
  public enum Yield {
    public static let value = ChildField(index: 0)
  }
  public enum YieldFrom {
    public static let value = ChildField(index: 0)
  }
  public enum Compare {
    public static let left = ChildField(index: 0)
    public static let ops = NumberListField(index: 1)
    public static let comparators = ChildListField(index: 2)
  }
  public enum Call {
    public static let `func` = ChildField(index: 0)
    public static let args = ChildListField(index: 1)
    public static let keywords = ChildListField(index: 2)
  }
  public enum FormattedValue {
    public static let value = ChildField(index: 0)
    public static let conversion = NumberField(index: 1)
    public static let formatSpec = ChildField(index: 2)
  }
  public enum Interpolation {
    public static let value = ChildField(index: 0)
    public static let conversion = NumberField(index: 1)
    public static let formatSpec = ChildField(index: 2)
  }
  public enum JoinedStr {
    public static let values = ChildListField(index: 0)
  }
  public enum TemplateStr {
    public static let values = ChildListField(index: 0)
  }
  public enum Constant {
    public static let value = ConstantField(index: 0)
  }
  public enum Attribute {
    public static let value = ChildField(index: 0)
    public static let attr = NameField(index: 1)
    public static let ctx = NumberField(index: 2)
  }
  public enum Subscript {
    public static let value = ChildField(index: 0)
    public static let slice = ChildField(index: 1)
    public static let ctx = NumberField(index: 2)
  }
  public enum Starred {
    public static let value = ChildField(index: 0)
    public static let ctx = NumberField(index: 1)
  }
  public enum Name {
    public static let id = NameField(index: 0)
    public static let ctx = NumberField(index: 1)
  }
  public enum List {
    public static let elts = ChildListField(index: 0)
    public static let ctx = NumberField(index: 1)
  }
  public enum Tuple {
    public static let elts = ChildListField(index: 0)
    public static let ctx = NumberField(index: 1)
  }
  public enum Slice {
    public static let lower = ChildField(index: 0)
    public static let upper = ChildField(index: 1)
    public static let step = ChildField(index: 2)
  }
  public enum Comprehension {
    public static let target = ChildField(index: 0)
    public static let iter = ChildField(index: 1)
    public static let ifs = ChildListField(index: 2)
    public static let isAsync = NumberField(index: 3)
  }
  public enum ExceptHandler {
    public static let type = ChildField(index: 0)
    public static let name = NameField(index: 1)
    public static let body = ChildListField(index: 2)
  }
  public enum Arguments {
    public static let posonlyargs = ChildListField(index: 0)
    public static let args = ChildListField(index: 1)
    public static let vararg = ChildField(index: 2)
    public static let kwonlyargs = ChildListField(index: 3)
    public static let kwDefaults = ChildListField(index: 4)
    public static let kwarg = ChildField(index: 5)
    public static let defaults = ChildListField(index: 6)
  }
  public enum Arg {
    public static let arg = NameField(index: 0)
    public static let annotation = ChildField(index: 1)
  }
  public enum Keyword {
    public static let arg = NameField(index: 0)
    public static let value = ChildField(index: 1)
  }
  public enum Alias {
    public static let name = NameField(index: 0)
    public static let asname = NameField(index: 1)
  }
  public enum Withitem {
    public static let contextExpr = ChildField(index: 0)
    public static let optionalVars = ChildField(index: 1)
  }
  public enum MatchCase {
    public static let pattern = ChildField(index: 0)
    public static let `guard` = ChildField(index: 1)
    public static let body = ChildListField(index: 2)
  }
  public enum MatchValue {
    public static let value = ChildField(index: 0)
  }
  public enum MatchSingleton {
    public static let value = ConstantField(index: 0)
  }
  public enum MatchSequence {
    public static let patterns = ChildListField(index: 0)
  }
  public enum MatchMapping {
    public static let keys = ChildListField(index: 0)
    public static let patterns = ChildListField(index: 1)
    public static let rest = NameField(index: 2)
  }
  public enum MatchClass {
    public static let cls = ChildField(index: 0)
    public static let patterns = ChildListField(index: 1)
    public static let kwdAttrs = NameListField(index: 2)
    public static let kwdPatterns = ChildListField(index: 3)
  }
  public enum MatchStar {
    public static let name = NameField(index: 0)
  }
  public enum MatchAs {
    public static let pattern = ChildField(index: 0)
    public static let name = NameField(index: 1)
  }
  public enum MatchOr {
    public static let patterns = ChildListField(index: 0)
  }
  public enum TypeVar {
    public static let name = NameField(index: 0)
    public static let bound = ChildField(index: 1)
    public static let defaultValue = ChildField(index: 2)
  }
  public enum ParamSpec {
    public static let name = NameField(index: 0)
    public static let defaultValue = ChildField(index: 1)
  }
  public enum TypeVarTuple {
    public static let name = NameField(index: 0)
    public static let defaultValue = ChildField(index: 1)
  }
}
