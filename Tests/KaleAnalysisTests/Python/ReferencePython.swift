import Foundation

@testable import KaleAnalysis

/// The linked Python's executable, run as a process: what its `ast` and `symtable` say.
struct ReferencePython {
  struct Answer: Decodable {
    /// As `SyntaxTree.dump` has it.
    let tree: String
    /// As `ScopeTable.dump` has it.
    let scopes: String
  }

  let executable: URL

  func answers(for sources: [String]) throws -> [Answer] {
    let output = try run(Self.script, input: JSONEncoder().encode(sources))
    return try JSONDecoder().decode([Answer].self, from: output)
  }

  /// The names of the node classes that this version has, of `names`.
  func classes(of names: [String]) throws -> [String] {
    let script =
      "import ast, json, sys; "
      + "print(json.dumps([n for n in json.load(sys.stdin) if hasattr(ast, n)]))"
    return try JSONDecoder().decode(
      [String].self, from: run(script, input: JSONEncoder().encode(names)))
  }

  private func run(_ script: String, input: Data) throws -> Data {
    let process = Process()
    process.executableURL = executable
    process.arguments = ["-I", "-W", "ignore", "-c", script]
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    try process.run()
    // The script reads all before it writes.
    standardInput.fileHandleForWriting.write(input)
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output
  }

  private static let script = #"""
    import ast, json, sys, symtable, _symtable

    def constant(value):
        if isinstance(value, str):
            text = "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else c for c in value)
            kind, data = "string", text.encode()
        elif isinstance(value, bytes):
            kind, data = "bytes", value
        elif value is ...:
            kind, data = "ellipsis", b""
        elif value is None or value is True or value is False:
            kind, data = str(value).lower(), b""
        else:
            kind, data = type(value).__name__, repr(value).encode()
        return kind + ":" + ".".join("%x" % byte for byte in data)

    SINGLETONS = (ast.operator, ast.cmpop, ast.boolop, ast.unaryop, ast.expr_context)
    IGNORED = ("type_comment", "type_ignores", "kind", "str")

    def dump(value):
        if isinstance(value, list):
            return "[" + ",".join(map(dump, value)) + "]"
        if isinstance(value, SINGLETONS):
            return type(value).__name__
        if not isinstance(value, ast.AST):
            return str(value)
        text = type(value).__name__
        if hasattr(value, "lineno"):
            text += "@%d:%d-%d:%d" % (
                value.lineno, value.col_offset, value.end_lineno, value.end_col_offset)
        fields = []
        for name in sorted(value._fields):
            field = getattr(value, name, None)
            if name in IGNORED:
                continue
            if isinstance(value, (ast.Constant, getattr(ast, "MatchSingleton", ast.Constant))):
                fields.append(name + "=" + constant(field))
            elif field is not None and field != []:
                fields.append(name + "=" + dump(field))
        return text + "(" + ",".join(fields) + ")"

    KINDS = {
        "module": "module", "function": "function", "class": "class", "annotation": "annotation",
        "type alias": "typeAlias", "type parameters": "typeParameters", "type parameter": "typeParameters",
        "type variable": "typeVariable", "TypeVar bound": "typeVariable",
    }
    USES = {"USE": 1, "DEF_LOCAL": 2, "DEF_PARAM": 4, "DEF_IMPORT": 8, "DEF_ANNOT": 16,
            "DEF_GLOBAL": 32, "DEF_NONLOCAL": 64}

    def scope(symbol):
        if symbol.is_declared_global(): return "globalExplicit"
        if symbol.is_global() and not symbol.is_local(): return "globalImplicit"
        if symbol.is_free(): return "free"
        return "cell" if symbol._Symbol__scope == _symtable.CELL else "local"

    def uses(symbol):
        flags = symbol._Symbol__flags
        return sum(bit for name, bit in USES.items() if flags & getattr(_symtable, name))

    def scopes(table, parent, lines):
        kind = KINDS[getattr(table.get_type(), "value", table.get_type())]
        names = sorted("%s:%d:%s" % (s.get_name(), uses(s), scope(s)) for s in table.get_symbols())
        index = len(lines)
        lines.append("%s %s %d %s %s" % (
            kind, table.get_name(), table.get_lineno(), parent, " ".join(names)))
        for child in table.get_children():
            scopes(child, index, lines)
        return lines

    def answer(source):
        tree = ast.parse(source)
        table = symtable.symtable(source, "<cell>", "exec")
        return {"tree": dump(tree), "scopes": "\n".join(scopes(table, "-", []))}

    json.dump([answer(source) for source in json.load(sys.stdin)], sys.stdout)
    """#
}
