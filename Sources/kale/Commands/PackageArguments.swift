import ArgumentParser
import KaleAnalysis

/// Options about how the steps' images come by what the code imports.
struct PackageArguments: ParsableArguments {
  @Flag(help: "Ask for the versions of packages that the interpreter has.")
  var pin = false

  @Flag(help: "Let modules and scripts beside the notebook travel with the steps that need them.")
  var bundle = false

  @Flag(
    name: [.customLong("no-packages"), .customLong("no_packages")],
    help: "Install nothing: the steps' image has all that they import.")
  var noPackages = false

  func validate() throws {
    if pin && noPackages {
      throw ValidationError("--pin says what to install, --no-packages to install nothing")
    }
  }

  /// The first of the options that is set, as the user would write it.
  var firstSet: String? {
    pin ? "--pin" : bundle ? "--bundle" : noPackages ? "--no-packages" : nil
  }

  /// The other settings with these.
  func added(to overrides: SettingsOverrides) -> SettingsOverrides {
    var overrides = overrides
    overrides.pinsPackages = pin
    overrides.bundlesFiles = bundle
    overrides.installsNoPackages = noPackages
    return overrides
  }
}
