// swift-tools-version: 6.1
import PackageDescription

/// Strictness that every Swift target of the package shares.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Dependencies point down only; the order of the targets is the order of the layers, lowest first.
let package = Package(
  name: "mainstay-planner",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Mainstay", targets: ["Mainstay"]),
    .executable(name: "mainstay", targets: ["MainstayCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "LinearModel", swiftSettings: strict),
    .target(name: "GLPKSolver", dependencies: ["CGLPK", "LinearModel"], swiftSettings: strict),
    .target(
      name: "Sourcing", dependencies: [.product(name: "GRDB", package: "GRDB.swift")],
      resources: [.embedInCode("Messages/zh.json")], swiftSettings: strict),
    .target(name: "Planning", dependencies: ["LinearModel", "Sourcing"], swiftSettings: strict),
    .target(
      name: "Analyses", dependencies: ["LinearModel", "Planning", "Sourcing"], swiftSettings: strict),
    .target(
      name: "Batch",
      dependencies: [
        "LinearModel", "Planning", "Sourcing", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Report", dependencies: ["Analyses", "Sourcing"],
      resources: [
        .embedInCode("Resources/page.css"), .embedInCode("Resources/page.js"),
        .embedInCode("Resources/world.txt"),
      ], swiftSettings: strict),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Workbook", dependencies: ["CXLSXWriter", "Report", "Sourcing"], swiftSettings: strict),
    .target(
      name: "Mainstay",
      dependencies: [
        "Analyses", "Batch", "GLPKSolver", "LinearModel", "Planning", "Report", "Sourcing", "Workbook",
      ],
      resources: [
        "alternatives", "answer", "compare", "diagnose", "edit", "explain", "frontier", "plan", "recover",
        "request", "result",
        "stress", "variants", "worst-case",
      ].map { .embedInCode("Schemas/\($0).json") }, swiftSettings: strict),
    .executableTarget(
      name: "MainstayCLI",
      dependencies: [
        "Mainstay", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "SolverBenchmark", dependencies: ["GLPKSolver", "LinearModel"], swiftSettings: strict),
    .target(
      name: "FaultInjection", dependencies: ["CGLPK", "GLPKSolver", "LinearModel"], swiftSettings: strict),
    .executableTarget(
      name: "BatchSoak", dependencies: ["FaultInjection", "GLPKSolver", "Mainstay"], swiftSettings: strict),
    .testTarget(name: "LinearModelTests", dependencies: ["LinearModel"], swiftSettings: strict),
    .testTarget(
      name: "GLPKSolverTests", dependencies: ["CGLPK", "GLPKSolver", "LinearModel"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "SourcingTests", dependencies: ["Sourcing", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "PlanningTests",
      dependencies: ["FaultInjection", "GLPKSolver", "LinearModel", "Planning", "Sourcing"],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysesTests", dependencies: ["Analyses", "GLPKSolver", "LinearModel", "Planning", "Sourcing"],
      swiftSettings: strict),
    .testTarget(
      name: "BatchTests",
      dependencies: ["Batch", "FaultInjection", "GLPKSolver", "LinearModel", "Mainstay"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["Analyses", "Mainstay", "Report", "Sourcing"], swiftSettings: strict
    ),
    .testTarget(
      name: "WorkbookTests", dependencies: ["Mainstay", "Sourcing", "Workbook"], swiftSettings: strict),
    .testTarget(name: "MainstayTests", dependencies: ["Mainstay"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["Mainstay", "MainstayCLI"], exclude: ["Snapshots"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// A list of test targets to build alone, as the run under the address sanitizer does: what goes through C is in a few of them.
if let named = Context.environment["MAINSTAY_TEST_TARGETS"]?.split(separator: ",") {
  package.targets.removeAll { $0.type == .test && !named.contains(Substring($0.name)) }
}
