/// Names of things on a server.
enum UniqueName {
  /// `NAME-20261126t101530z-4f0a`: given once, and in order of time. Lower case, as Kubernetes wants it.
  static func make(_ name: String) -> String {
    "\(name)-\(RunDirectory.newID().lowercased())"
  }
}
