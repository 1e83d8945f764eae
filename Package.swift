// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "kale",
  products: [
    .library(name: "KaleAnalysis", targets: ["KaleAnalysis"]),
    .executable(name: "kale", targets: ["kale"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CPythonLib", pkgConfig: "python3-embed", providers: [.apt(["python3-dev"])]),
    .target(name: "CPython", dependencies: ["CPythonLib"]),
    .target(
      name: "KaleAnalysis", dependencies: ["CPython"],
      resources: [
        .embedInCode("Resources/knowledge.txt")
      ]
        + [
          "head", "pickling", "backends", "libraries", "sharing", "references", "description",
          "artifacts", "state", "display", "cells", "step", "faults", "main",
        ].map { .embedInCode("Resources/runtime/\($0).py") }),
    .executableTarget(
      name: "kale",
      dependencies: [
        "KaleAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("Resources/run_inspector.py"), .embedInCode("Resources/step_cache.py"),
        .embedInCode("Resources/step_server.py"), .embedInCode("Resources/verify_comparer.py"),
        .embedInCode("Resources/verify_observer.py"),
      ]),
    .executableTarget(
      name: "kale-bench", dependencies: ["KaleAnalysis"], path: "Benchmarks/Analysis"),
    // For scripts/fuzz only.
    .systemLibrary(name: "CMalloc", path: "Tests/fuzz/malloc"),
    .executableTarget(
      name: "kale-fuzz", dependencies: ["CMalloc", "KaleAnalysis"], path: "Tests/fuzz/worker"),
    .executableTarget(
      name: "kale-oracle", dependencies: ["KaleAnalysis"], path: "Tests/oracles/kale-oracle"),
    .testTarget(
      name: "KaleAnalysisTests", dependencies: ["CPython", "KaleAnalysis", "kale-oracle"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "kaleTests", dependencies: ["kale", "KaleAnalysis"]),
  ],
  swiftLanguageModes: [.v6]
)
