/// An executor: the container that a task runs in.
struct ContainerSpec: Sendable {
  var label: String
  var image: String
  var command: [String] = []
  var arguments: [String] = []
  var environment: [(name: String, value: String)] = []
  /// The fields of `ResourceSpec`.
  private(set) var resources: [(String, JSONText)] = []

  init(label: String, image: String) {
    self.label = label
    self.image = image
  }

  var json: JSONText {
    let environment = environment.map { name, value in
      JSONText.object(
        present: [("name", .string(name)), ("value", value.isEmpty ? nil : .string(value))])
    }
    let container = JSONText.object(
      present: [
        ("image", .string(image)),
        ("env", environment.isEmpty ? nil : .array(environment)),
        ("resources", resources.isEmpty ? nil : .object(resources)),
        ("command", command.isEmpty ? nil : JSONText.strings(command)),
        ("args", arguments.isEmpty ? nil : JSONText.strings(arguments)),
      ])
    return .object([("container", container)])
  }

  // Amounts stand twice, as servers before and after KFP 2.10 read them.

  /// - Parameter field: `cpuLimit` or `cpuRequest`.
  mutating func setCPU(_ field: String, _ quantity: String) {
    let cores =
      quantity.hasSuffix("m")
      ? (Double(quantity.dropLast()) ?? 0) / 1000 : Double(quantity) ?? 0
    setAmount(field, quantity, cores)
  }

  /// - Parameter field: `memoryLimit` or `memoryRequest`.
  mutating func setMemory(_ field: String, _ quantity: String) {
    let digits = quantity.prefix { $0.isNumber }
    let amount = Double(digits) ?? 0
    let unit = String(quantity.dropFirst(digits.count))
    setAmount(field, quantity, amount * Self.bytes[unit, default: 1] / 1e9)
  }

  /// Bytes of a unit, as the SDK has them.
  private static let bytes: [String: Double] = [
    "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18,
    "Ki": 0x1p10, "Mi": 0x1p20, "Gi": 0x1p30, "Ti": 0x1p40, "Pi": 0x1p50, "Ei": 0x1p60,
  ]

  private mutating func setAmount(_ field: String, _ quantity: String, _ amount: Double) {
    if amount != 0 { resources.append((field, .number(amount))) }
    let name = "resource" + field.prefix(1).uppercased() + field.dropFirst()
    resources.append((name, .string(quantity)))
  }

  mutating func setAccelerator(type: String, count: Int) {
    let text = JSONText.string(String(count))
    let fields: [(String, JSONText?)] = [
      ("type", .string(type)), ("count", count == 0 ? nil : text),
      ("resourceType", .string(type)), ("resourceCount", text),
    ]
    resources.append(("accelerator", .object(present: fields)))
  }
}
