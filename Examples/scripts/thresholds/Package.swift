// swift-tools-version: 6.1
import PackageDescription

// A planning script in Swift: a package of its own that depends on the library, here by its path.
let package = Package(
  name: "thresholds",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "mainstay-planner", path: "../../..")],
  targets: [
    .executableTarget(
      name: "thresholds", dependencies: [.product(name: "Mainstay", package: "mainstay-planner")])
  ]
)
