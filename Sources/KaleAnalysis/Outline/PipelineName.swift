/// The name of a pipeline: letters, digits and `-`.
enum PipelineName {
  /// `text` with all else replaced by `-`, none of them doubled or at an end; nil if nothing is left.
  static func normalize(_ text: String) -> String? {
    let isAllowed = { (scalar: Unicode.Scalar) in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }
    let words = text.unicodeScalars.split { !isAllowed($0) }.map { String($0) }
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  /// The name that a notebook's file gives its pipeline.
  static func fromFile(_ path: String) -> String {
    var file = path.split(separator: "/").last.map { String($0) } ?? ""
    if let dot = file.lastIndex(of: "."), dot != file.startIndex { file = String(file[..<dot]) }
    return normalize(file) ?? "pipeline"
  }
}
