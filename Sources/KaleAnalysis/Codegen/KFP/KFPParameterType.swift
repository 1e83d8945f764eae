/// The type of a parameter in KFP.
enum KFPParameterType: String, Sendable {
  case integer = "NUMBER_INTEGER"
  case double = "NUMBER_DOUBLE"
  case string = "STRING"
  case boolean = "BOOLEAN"
  case list = "LIST"
  case structure = "STRUCT"

  /// The Python type that KFP turns into this one.
  var annotation: String {
    switch self {
    case .integer: "int"
    case .double: "float"
    case .string: "str"
    case .boolean: "bool"
    case .list: "List"
    case .structure: "Dict"
    }
  }
}

extension PipelineParameter {
  /// A parameter without a value is taken for an optional string.
  var kfpType: KFPParameterType {
    switch defaultValue {
    case .integer: .integer
    case .float: .double
    case .string, .none: .string
    case .bool: .boolean
    case .list: .list
    case .dictionary: .structure
    }
  }

  var isOptional: Bool { defaultValue == .none }

  /// The annotation of the parameter in a component or a pipeline.
  var annotation: String {
    isOptional ? "Optional[\(kfpType.annotation)]" : kfpType.annotation
  }

  /// What the annotation needs of `typing`.
  var typingName: String? {
    switch kfpType {
    case .list, .structure: kfpType.annotation
    case .integer, .double, .string, .boolean: isOptional ? "Optional" : nil
    }
  }
}
