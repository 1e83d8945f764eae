// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "kale",
  products: [
    .library(name: "KaleAnalysis", targets: ["KaleAnalysis"]),
    .executable(name: "kale", targets: ["kale"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPythonLib", pkgConfig: "python3-embed", providers: [.apt(["python3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CPython", dependencies: ["CPythonLib"]),
    .target(
      name: "KaleAnalysis", dependencies: ["CPython", "CZlib"],
      resources: [
        .embedInCode("Resources/knowledge.txt"), .embedInCode("Resources/diagnostics.md"),
        .embedInCode("Resources/page/report.css"), .embedInCode("Resources/page/report.js"),
      ]
        + [
          "head", "pickling", "backends", "libraries", "sharing", "references", "description",
          "artifacts", "state", "classification", "display", "cells", "step", "faults", "main",
        ].map { .embedInCode("Resources/runtime/\($0).py") }),
    .executableTarget(
      name: "kale",
      dependencies: [
        "KaleAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      resources: [
        .embedInCode("Resources/run_inspector.py"), .embedInCode("Resources/step_cache.py"),
        .embedInCode("Resources/step_paths.py"),
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
