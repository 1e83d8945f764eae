/// How the pods of a cluster share a volume.
enum AccessMode {
  /// Kale's abbreviations and what Kubernetes calls them.
  private static let names = [
    "rom": "ReadOnlyMany", "rwo": "ReadWriteOnce", "rwm": "ReadWriteMany",
  ]

  /// The name that Kubernetes has for `text`, which may be the abbreviation or the name itself.
  static func read(_ text: String?, _ object: inout MetadataObject) -> String? {
    guard let text else { return nil }
    if let name = names[text.lowercased()] { return name }
    if names.values.contains(text) || text == "ReadWriteOncePod" { return text }
    object.report(
      "`\(object.name(of: "volume_access_mode"))` is `\(text)`",
      fix: "set it to rom, rwo or rwm")
    return nil
  }
}
