extension String {
  /// The first component of a dotted path: "numpy" of "numpy.linalg".
  var moduleRoot: String { String(utf8.prefix { $0 != UInt8(ascii: ".") }) ?? self }
}
