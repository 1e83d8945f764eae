@testable import KaleAnalysis

/// A field of a node, of whichever type.
enum TreeField {
  case child(ChildField)
  case children(ChildListField)
  case name(NameField)
  case names(NameListField)
  case number(NumberField)
  case numbers(NumberListField)
  case constant(ConstantField)

  var index: Int32 {
    switch self {
    case .child(let field): field.index
    case .children(let field): field.index
    case .name(let field): field.index
    case .names(let field): field.index
    case .number(let field): field.index
    case .numbers(let field): field.index
    case .constant(let field): field.index
    }
  }
}

extension NodeKind {
  /// All fields with their names in Python's `ast`, in the order of the tree.
  var fields: [(name: String, field: TreeField)] {
    switch self {
    case .module:
      [
        ("body", .children(Field.Module.body))
      ]
    case .functionDef:
      [
        ("name", .name(Field.FunctionDef.name)),
        ("args", .child(Field.FunctionDef.args)),
        ("body", .children(Field.FunctionDef.body)),
        ("decorator_list", .children(Field.FunctionDef.decoratorList)),
        ("returns", .child(Field.FunctionDef.returns)),
        ("type_params", .children(Field.FunctionDef.typeParams)),
      ]
    case .asyncFunctionDef:
      [
        ("name", .name(Field.AsyncFunctionDef.name)),
        ("args", .child(Field.AsyncFunctionDef.args)),
        ("body", .children(Field.AsyncFunctionDef.body)),
        ("decorator_list", .children(Field.AsyncFunctionDef.decoratorList)),
        ("returns", .child(Field.AsyncFunctionDef.returns)),
        ("type_params", .children(Field.AsyncFunctionDef.typeParams)),
      ]
    case .classDef:
      [
        ("name", .name(Field.ClassDef.name)),
        ("bases", .children(Field.ClassDef.bases)),
        ("keywords", .children(Field.ClassDef.keywords)),
        ("body", .children(Field.ClassDef.body)),
        ("decorator_list", .children(Field.ClassDef.decoratorList)),
        ("type_params", .children(Field.ClassDef.typeParams)),
      ]
    case .`return`:
      [
        ("value", .child(Field.Return.value))
      ]
    case .delete:
      [
        ("targets", .children(Field.Delete.targets))
      ]
    case .assign:
      [
        ("targets", .children(Field.Assign.targets)),
        ("value", .child(Field.Assign.value)),
      ]
    case .typeAlias:
      [
        ("name", .child(Field.TypeAlias.name)),
        ("type_params", .children(Field.TypeAlias.typeParams)),
        ("value", .child(Field.TypeAlias.value)),
      ]
    case .augAssign:
      [
        ("target", .child(Field.AugAssign.target)),
        ("op", .number(Field.AugAssign.op)),
        ("value", .child(Field.AugAssign.value)),
      ]
    case .annAssign:
      [
        ("target", .child(Field.AnnAssign.target)),
        ("annotation", .child(Field.AnnAssign.annotation)),
        ("value", .child(Field.AnnAssign.value)),
        ("simple", .number(Field.AnnAssign.simple)),
      ]
    case .`for`:
      [
        ("target", .child(Field.For.target)),
        ("iter", .child(Field.For.iter)),
        ("body", .children(Field.For.body)),
        ("orelse", .children(Field.For.orelse)),
      ]
    case .asyncFor:
      [
        ("target", .child(Field.AsyncFor.target)),
        ("iter", .child(Field.AsyncFor.iter)),
        ("body", .children(Field.AsyncFor.body)),
        ("orelse", .children(Field.AsyncFor.orelse)),
      ]
    case .`while`:
      [
        ("test", .child(Field.While.test)),
        ("body", .children(Field.While.body)),
        ("orelse", .children(Field.While.orelse)),
      ]
    case .`if`:
      [
        ("test", .child(Field.If.test)),
        ("body", .children(Field.If.body)),
        ("orelse", .children(Field.If.orelse)),
      ]
    case .with:
      [
        ("items", .children(Field.With.items)),
        ("body", .children(Field.With.body)),
      ]
    case .asyncWith:
      [
        ("items", .children(Field.AsyncWith.items)),
        ("body", .children(Field.AsyncWith.body)),
      ]
    case .`match`:
      [
        ("subject", .child(Field.Match.subject)),
        ("cases", .children(Field.Match.cases)),
      ]
    case .raise:
      [
        ("exc", .child(Field.Raise.exc)),
        ("cause", .child(Field.Raise.cause)),
      ]
    case .`try`:
      [
        ("body", .children(Field.Try.body)),
        ("handlers", .children(Field.Try.handlers)),
        ("orelse", .children(Field.Try.orelse)),
        ("finalbody", .children(Field.Try.finalbody)),
      ]
    case .tryStar:
      [
        ("body", .children(Field.TryStar.body)),
        ("handlers", .children(Field.TryStar.handlers)),
        ("orelse", .children(Field.TryStar.orelse)),
        ("finalbody", .children(Field.TryStar.finalbody)),
      ]
    case .assert:
      [
        ("test", .child(Field.Assert.test)),
        ("msg", .child(Field.Assert.msg)),
      ]
    case .`import`:
      [
        ("names", .children(Field.Import.names))
      ]
    case .importFrom:
      [
        ("module", .name(Field.ImportFrom.module)),
        ("names", .children(Field.ImportFrom.names)),
        ("level", .number(Field.ImportFrom.level)),
      ]
    case .global:
      [
        ("names", .names(Field.Global.names))
      ]
    case .nonlocal:
      [
        ("names", .names(Field.Nonlocal.names))
      ]
    case .expr:
      [
        ("value", .child(Field.Expr.value))
      ]
    case .pass: []
    case .`break`: []
    case .`continue`: []
    case .boolOp:
      [
        ("op", .number(Field.BoolOp.op)),
        ("values", .children(Field.BoolOp.values)),
      ]
    case .namedExpr:
      [
        ("target", .child(Field.NamedExpr.target)),
        ("value", .child(Field.NamedExpr.value)),
      ]
    case .binOp:
      [
        ("left", .child(Field.BinOp.left)),
        ("op", .number(Field.BinOp.op)),
        ("right", .child(Field.BinOp.right)),
      ]
    case .unaryOp:
      [
        ("op", .number(Field.UnaryOp.op)),
        ("operand", .child(Field.UnaryOp.operand)),
      ]
    case .lambda:
      [
        ("args", .child(Field.Lambda.args)),
        ("body", .child(Field.Lambda.body)),
      ]
    case .ifExp:
      [
        ("test", .child(Field.IfExp.test)),
        ("body", .child(Field.IfExp.body)),
        ("orelse", .child(Field.IfExp.orelse)),
      ]
    case .dict:
      [
        ("keys", .children(Field.Dict.keys)),
        ("values", .children(Field.Dict.values)),
      ]
    case .set:
      [
        ("elts", .children(Field.Set.elts))
      ]
    case .listComp:
      [
        ("elt", .child(Field.ListComp.elt)),
        ("generators", .children(Field.ListComp.generators)),
      ]
    case .setComp:
      [
        ("elt", .child(Field.SetComp.elt)),
        ("generators", .children(Field.SetComp.generators)),
      ]
    case .dictComp:
      [
        ("key", .child(Field.DictComp.key)),
        ("value", .child(Field.DictComp.value)),
        ("generators", .children(Field.DictComp.generators)),
      ]
    case .generatorExp:
      [
        ("elt", .child(Field.GeneratorExp.elt)),
        ("generators", .children(Field.GeneratorExp.generators)),
      ]
    case .await:
      [
        ("value", .child(Field.Await.value))
      ]
    case .yield:
      [
        ("value", .child(Field.Yield.value))
      ]
    case .yieldFrom:
      [
        ("value", .child(Field.YieldFrom.value))
      ]
    case .compare:
      [
        ("left", .child(Field.Compare.left)),
        ("ops", .numbers(Field.Compare.ops)),
        ("comparators", .children(Field.Compare.comparators)),
      ]
    case .call:
      [
        ("func", .child(Field.Call.`func`)),
        ("args", .children(Field.Call.args)),
        ("keywords", .children(Field.Call.keywords)),
      ]
    case .formattedValue:
      [
        ("value", .child(Field.FormattedValue.value)),
        ("conversion", .number(Field.FormattedValue.conversion)),
        ("format_spec", .child(Field.FormattedValue.formatSpec)),
      ]
    case .interpolation:
      [
        ("value", .child(Field.Interpolation.value)),
        ("conversion", .number(Field.Interpolation.conversion)),
        ("format_spec", .child(Field.Interpolation.formatSpec)),
      ]
    case .joinedStr:
      [
        ("values", .children(Field.JoinedStr.values))
      ]
    case .templateStr:
      [
        ("values", .children(Field.TemplateStr.values))
      ]
    case .constant:
      [
        ("value", .constant(Field.Constant.value))
      ]
    case .attribute:
      [
        ("value", .child(Field.Attribute.value)),
        ("attr", .name(Field.Attribute.attr)),
        ("ctx", .number(Field.Attribute.ctx)),
      ]
    case .`subscript`:
      [
        ("value", .child(Field.Subscript.value)),
        ("slice", .child(Field.Subscript.slice)),
        ("ctx", .number(Field.Subscript.ctx)),
      ]
    case .starred:
      [
        ("value", .child(Field.Starred.value)),
        ("ctx", .number(Field.Starred.ctx)),
      ]
    case .name:
      [
        ("id", .name(Field.Name.id)),
        ("ctx", .number(Field.Name.ctx)),
      ]
    case .list:
      [
        ("elts", .children(Field.List.elts)),
        ("ctx", .number(Field.List.ctx)),
      ]
    case .tuple:
      [
        ("elts", .children(Field.Tuple.elts)),
        ("ctx", .number(Field.Tuple.ctx)),
      ]
    case .slice:
      [
        ("lower", .child(Field.Slice.lower)),
        ("upper", .child(Field.Slice.upper)),
        ("step", .child(Field.Slice.step)),
      ]
    case .comprehension:
      [
        ("target", .child(Field.Comprehension.target)),
        ("iter", .child(Field.Comprehension.iter)),
        ("ifs", .children(Field.Comprehension.ifs)),
        ("is_async", .number(Field.Comprehension.isAsync)),
      ]
    case .exceptHandler:
      [
        ("type", .child(Field.ExceptHandler.type)),
        ("name", .name(Field.ExceptHandler.name)),
        ("body", .children(Field.ExceptHandler.body)),
      ]
    case .arguments:
      [
        ("posonlyargs", .children(Field.Arguments.posonlyargs)),
        ("args", .children(Field.Arguments.args)),
        ("vararg", .child(Field.Arguments.vararg)),
        ("kwonlyargs", .children(Field.Arguments.kwonlyargs)),
        ("kw_defaults", .children(Field.Arguments.kwDefaults)),
        ("kwarg", .child(Field.Arguments.kwarg)),
        ("defaults", .children(Field.Arguments.defaults)),
      ]
    case .arg:
      [
        ("arg", .name(Field.Arg.arg)),
        ("annotation", .child(Field.Arg.annotation)),
      ]
    case .keyword:
      [
        ("arg", .name(Field.Keyword.arg)),
        ("value", .child(Field.Keyword.value)),
      ]
    case .alias:
      [
        ("name", .name(Field.Alias.name)),
        ("asname", .name(Field.Alias.asname)),
      ]
    case .withitem:
      [
        ("context_expr", .child(Field.Withitem.contextExpr)),
        ("optional_vars", .child(Field.Withitem.optionalVars)),
      ]
    case .matchCase:
      [
        ("pattern", .child(Field.MatchCase.pattern)),
        ("guard", .child(Field.MatchCase.`guard`)),
        ("body", .children(Field.MatchCase.body)),
      ]
    case .matchValue:
      [
        ("value", .child(Field.MatchValue.value))
      ]
    case .matchSingleton:
      [
        ("value", .constant(Field.MatchSingleton.value))
      ]
    case .matchSequence:
      [
        ("patterns", .children(Field.MatchSequence.patterns))
      ]
    case .matchMapping:
      [
        ("keys", .children(Field.MatchMapping.keys)),
        ("patterns", .children(Field.MatchMapping.patterns)),
        ("rest", .name(Field.MatchMapping.rest)),
      ]
    case .matchClass:
      [
        ("cls", .child(Field.MatchClass.cls)),
        ("patterns", .children(Field.MatchClass.patterns)),
        ("kwd_attrs", .names(Field.MatchClass.kwdAttrs)),
        ("kwd_patterns", .children(Field.MatchClass.kwdPatterns)),
      ]
    case .matchStar:
      [
        ("name", .name(Field.MatchStar.name))
      ]
    case .matchAs:
      [
        ("pattern", .child(Field.MatchAs.pattern)),
        ("name", .name(Field.MatchAs.name)),
      ]
    case .matchOr:
      [
        ("patterns", .children(Field.MatchOr.patterns))
      ]
    case .typeVar:
      [
        ("name", .name(Field.TypeVar.name)),
        ("bound", .child(Field.TypeVar.bound)),
        ("default_value", .child(Field.TypeVar.defaultValue)),
      ]
    case .paramSpec:
      [
        ("name", .name(Field.ParamSpec.name)),
        ("default_value", .child(Field.ParamSpec.defaultValue)),
      ]
    case .typeVarTuple:
      [
        ("name", .name(Field.TypeVarTuple.name)),
        ("default_value", .child(Field.TypeVarTuple.defaultValue)),
      ]
    }
  }
}
