import KaleAnalysis
import Testing

@Suite struct DistributionsTests {
  @Test(
    arguments: [
      (
        "renamed", ["sklearn.ensemble", "cv2"],
        ["cloudpickle", "opencv-python-headless", "scikit-learn"]
      ),
      ("same name", ["pandas", "numpy.linalg"], ["cloudpickle", "numpy", "pandas"]),
      ("standard library", ["os.path", "json"], ["cloudpickle"]),
      ("local module", ["helpers.io"], ["cloudpickle"]),
      (
        "namespace", ["google.cloud.storage.blob", "google.cloud"],
        ["cloudpickle", "google-cloud-storage"]
      ),
      ("case", ["PIL", "yaml", "zmq"], ["cloudpickle", "Pillow", "PyYAML", "pyzmq"]),
      (
        "one distribution, two modules", ["pylab", "mpl_toolkits.mplot3d"],
        ["cloudpickle", "matplotlib"]
      ),
      ("not a distribution", ["", "_private", "変数"], ["cloudpickle"]),
    ] as [(String, Set<String>, [String])])
  func requirements(name: String, modules: Set<String>, expected: [String]) {
    #expect(
      Distributions.requirements(
        modules: modules, standardLibrary: ["os", "json"], localModules: ["helpers"],
        usesIPython: false) == expected)
  }

  @Test func addsIPython() {
    #expect(
      Distributions.requirements(
        modules: [], standardLibrary: [], localModules: [], usesIPython: true)
        == ["cloudpickle", "ipython"])
  }
}
