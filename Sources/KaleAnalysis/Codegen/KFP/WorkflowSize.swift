/// How many bytes a text takes on its way through a KFP server.
///
/// The server writes the container of a step as JSON, which it hands to a process as an argument
/// (`--container` of its driver), and puts that JSON as a string into the Workflow, an object of Kubernetes.
struct WorkflowSize: Sendable {
  /// In the JSON of the container.
  private(set) var inContainer = 0
  /// In the Workflow.
  private(set) var inWorkflow = 0

  init(_ text: String) {
    // Go's encoding/json escapes these, and what is HTML.
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): add(2, 3)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): add(2, 4)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20: add(6, 7)
      default: add(1, 1)
      }
    }
  }

  private mutating func add(_ inContainer: Int, _ inWorkflow: Int) {
    self.inContainer += inContainer
    self.inWorkflow += inWorkflow
  }

  static func += (size: inout WorkflowSize, other: WorkflowSize) {
    size.add(other.inContainer, other.inWorkflow)
  }
}
