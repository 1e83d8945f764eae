// Strings that are put together of known ones.

extension Interpreter {
  func text(of constant: Constant) -> KnownTexts {
    guard constant.kind == .string, constant.bytes.count <= KnownTexts.lengthLimit else {
      return .none
    }
    return KnownTexts(constant.text)
  }

  func texts(of operator: Operator?, _ left: ValueSet, _ right: ValueSet) -> KnownTexts {
    switch `operator` {
    case .add: left.texts.combined(with: right.texts) { $0 + $1 }
    // Of the values that can be strings here, only paths divide.
    case .div: left.texts.combined(with: right.texts, PathSyntax.join)
    case .mod: left.texts.combined(with: right.texts, Self.percentFormatted)
    default: .none
    }
  }

  /// As `texts(of:_:_:)`, for a string that replaces the left operand. One that grows in a loop is
  /// soon given up.
  func textsInPlace(_ operator: Operator?, _ left: ValueSet, _ right: ValueSet) -> KnownTexts {
    left.texts.list.count > 2 ? .tooMany : texts(of: `operator`, left, right)
  }

  /// The parts of an f-string.
  func joinedTexts(_ parts: [KnownTexts]) -> KnownTexts {
    parts.reduce(KnownTexts("")) { $0.combined(with: $1) { $0 + $1 } }
  }

  /// A replacement field of an f-string, given its value.
  func formattedTexts(_ field: SyntaxTree.Node, _ value: ValueSet) -> KnownTexts {
    let conversion = tree[field, Field.FormattedValue.conversion]
    let isText = conversion < 0 || conversion == Int32(UInt8(ascii: "s"))
    let isAsItIs = isText && tree[field, Field.FormattedValue.formatSpec] == nil
    return isAsItIs ? value.texts : .none
  }

  /// `template % value`, for a template with one `%s` and no other sign.
  private static func percentFormatted(_ template: String, _ value: String) -> String? {
    let parts = template.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("s") else { return nil }
    return parts[0] + value + parts[1].dropFirst()
  }

  /// `template.format(...)`, for fields that are empty, numbers or keywords.
  func formattedTexts(_ template: ValueSet, _ arguments: CallArguments) -> KnownTexts {
    guard let pattern = template.texts.single,
      (arguments.positional + arguments.keywords.values).contains(where: { !$0.texts.isNone })
    else { return .none }
    var result = KnownTexts("")
    var rest = pattern[...]
    var automatic = 0
    while let brace = rest.firstIndex(where: { "{}".contains($0) }) {
      let field = rest[brace...].dropFirst().prefix { !"{}".contains($0) }
      guard rest[brace] == "{", rest[field.endIndex...].first == "}" else { return .none }
      var value: ValueSet?
      if let position = field.isEmpty ? automatic : Int(field) {
        value = position < arguments.positional.count ? arguments.positional[position] : nil
        automatic += 1
      } else {
        value = arguments.keywords[symbols.intern(String(field))]
      }
      guard let value, value.texts != .none else { return .none }
      let literal = rest[..<brace]
      result = result.combined(with: value.texts) { $0 + literal + $1 }
      rest = rest[field.endIndex...].dropFirst()
    }
    return result.combined(with: KnownTexts(String(rest))) { $0 + $1 }
  }
}
