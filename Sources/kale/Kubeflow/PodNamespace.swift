import FoundationEssentials

/// The namespace of the pod that this process runs in.
enum PodNamespace {
  /// nil outside of a cluster.
  static var current: String? {
    let path = "/var/run/secrets/kubernetes.io/serviceaccount/namespace"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let name = String(decoding: data, as: UTF8.self).trimmingWhitespace()
    return name.isEmpty ? nil : name
  }
}
