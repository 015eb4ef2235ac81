import Foundation
import Testing

@testable import Sourcing

@Suite("Great-circle distances")
struct CoordinatesTests {
  private static let radius = 6371.0088

  private static func distance(_ from: (Double, Double), _ to: (Double, Double)) throws -> Double {
    let start = try #require(Coordinates(from.0, from.1))
    return start.distance(to: try #require(Coordinates(to.0, to.1)))
  }

  @Test("a quarter and a half of a great circle")
  func fractions() throws {
    let quarter = Double.pi / 2 * Self.radius
    #expect(abs(try Self.distance((0, 0), (0, 90)) - quarter) < 1e-9)
    #expect(abs(try Self.distance((0, 0), (90, 17)) - quarter) < 1e-9)
    #expect(abs(try Self.distance((0, 0), (0, 180)) - 2 * quarter) < 1e-9)
    #expect(abs(try Self.distance((90, 0), (-90, 55)) - 2 * quarter) < 1e-9)
    #expect(try Self.distance((51.5, -0.1), (51.5, -0.1)) == 0)
  }

  @Test("near points, across the date line, and the same both ways")
  func near() throws {
    // One arc second of latitude: π · R / (180 · 3600) = 0.030887 km.
    let second = Double.pi * Self.radius / 648_000
    #expect(abs(try Self.distance((10, 20), (10 + 1.0 / 3600, 20)) - second) < 1e-9)
    #expect(abs(try Self.distance((0, 179.5), (0, -179.5)) - Double.pi * Self.radius / 180) < 1e-9)
    #expect(try Self.distance((48.2, 16.4), (35.7, 139.7)) == Self.distance((35.7, 139.7), (48.2, 16.4)))
  }

  @Test("Berlin to Tokyo agrees with the spherical law of cosines")
  func lawOfCosines() throws {
    let (a, b, c, d) = (52.52, 13.405, 35.6762, 139.6503)
    let radians = Double.pi / 180
    let cosine =
      sin(a * radians) * sin(c * radians) + cos(a * radians) * cos(c * radians) * cos((d - b) * radians)
    #expect(abs(try Self.distance((a, b), (c, d)) - Self.radius * acos(cosine)) < 1e-6)
  }

  @Test("coordinates are complete or none")
  func halves() {
    #expect(Coordinates(1, nil) == nil)
    #expect(Coordinates(nil, 1) == nil)
  }
}
