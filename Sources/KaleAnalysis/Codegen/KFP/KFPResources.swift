/// A step's resource tags in KFP's terms, and those that KFP can't express.
struct KFPResources {
  var settings: [KFPSetting] = []
  /// What to tell about resources that are left out.
  var problems: [String] = []

  init(_ configuration: StepConfiguration) {
    for (quantities, cpu, memory) in [
      (configuration.requests, KFPSetting.cpuRequest, KFPSetting.memoryRequest),
      (configuration.limits, KFPSetting.cpuLimit, KFPSetting.memoryLimit),
    ] {
      if let quantity = quantities["cpu"] {
        if Self.isCPU(quantity) {
          settings.append(cpu(quantity))
        } else {
          problems.append(
            "KFP takes no cpu quantity such as \"\(quantity)\"; write \"2\" or \"500m\"")
        }
      }
      if let quantity = quantities["memory"] {
        if let amount = Self.memory(quantity) {
          settings.append(memory(amount))
        } else {
          problems.append(
            "KFP takes no memory quantity such as \"\(quantity)\"; write \"2Gi\" or \"512Mi\"")
        }
      }
    }
    // An extended resource has one amount: Kubernetes wants request and limit to be equal.
    let extended = configuration.requests.merging(configuration.limits) { $1 }
      .filter { $0.key != "cpu" && $0.key != "memory" }
    var accelerator: String?
    for (resource, quantity) in extended.sorted(by: { $0.key < $1.key }) {
      if !resource.unicodeScalars.contains("/") {
        problems.append("KFP can't set the resource \(resource)")
      } else if let other = accelerator {
        problems.append("KFP takes one kind of accelerator a step: \(other), not \(resource)")
      } else if let count = Int(quantity), count >= 0 {
        accelerator = resource
        settings.append(.accelerator(type: resource, count: count))
      } else {
        problems.append("the amount of \(resource) must be a whole number, not \"\(quantity)\"")
      }
    }
  }

  /// KFP's pattern: `2`, `0.5`, `500m`.
  private static func isCPU(_ quantity: String) -> Bool {
    let number = quantity.hasSuffix("m") ? String(quantity.dropLast()) : quantity
    return Double(number) != nil && number.utf8.last != UInt8(ascii: ".")
      && number.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
  }

  /// For each unit of memory, the one below it.
  private static let smaller = ["Ei": "Pi", "Pi": "Ti", "Ti": "Gi", "Gi": "Mi", "Mi": "Ki"]
  private static let smallerDecimal = ["E": "P", "P": "T", "T": "G", "G": "M", "M": "K"]

  /// KFP takes whole amounts only, so `1.5Gi` becomes `1536Mi`.
  private static func memory(_ quantity: String) -> String? {
    let number = quantity.prefix { ("0"..."9").contains($0) || $0 == "." }
    let unit = String(quantity[number.endIndex...])
    let isUnit =
      smaller[unit] != nil || smallerDecimal[unit] != nil || ["", "K", "Ki"].contains(unit)
    guard isUnit, let amount = Double(number) else {
      return unit == "k" ? memory(number + "K") : nil
    }
    if Int(number) != nil { return quantity }
    if let next = smaller[unit], (amount * 1024).rounded() < 9e15 {
      return "\(Int((amount * 1024).rounded(.up)))\(next)"
    }
    if let next = smallerDecimal[unit], (amount * 1000).rounded() < 9e15 {
      return "\(Int((amount * 1000).rounded(.up)))\(next)"
    }
    return nil
  }
}
