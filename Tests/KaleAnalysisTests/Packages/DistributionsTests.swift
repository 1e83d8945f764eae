import Testing

@testable import KaleAnalysis

@Suite struct DistributionsTests {
  @Test(
    arguments: [
      ("sklearn.ensemble", "scikit-learn"), ("cv2", "opencv-python"), ("pandas", "pandas"),
      ("numpy.linalg", "numpy"), ("google.cloud.storage.blob", "google-cloud-storage"),
      ("google.cloud", nil), ("PIL.Image", "Pillow"), ("yaml", "PyYAML"), ("zmq", "pyzmq"),
      ("pylab", "matplotlib"), ("mpl_toolkits.mplot3d", "matplotlib"), ("", nil),
      ("_private", nil), ("変数", nil),
    ] as [(String, String?)])
  func distribution(module: String, expected: String?) {
    #expect(Distributions.distribution(of: module) == expected)
  }

  @Test func tablesAreInOrderAndHaveNamesOfDistributions() {
    let names =
      Distributions.distributionOfModule.values.map(\.self)
      + Distributions.alternatives.values.joined()
    for name in names {
      #expect(Requirement(name)?.isSpecific == false, "\(name)")
    }
    for (root, providers) in Distributions.alternatives {
      #expect(providers.count > 1, "\(root) has one provider: it belongs into the other table")
      #expect(
        providers.contains(Distributions.distribution(of: root) ?? ""),
        "\(root) has another default")
    }
  }
}
