/// Names as GNU MathProg data can hold them: those that `glpsol` cannot read have a short alias.
struct MathProgNames {
  /// What `glpsol` reads at most of a quoted name, in bytes of UTF-8.
  private static let longest = 100

  /// Names with their aliases, in the order in which they were met.
  private(set) var aliases: [(name: String, alias: String)] = []
  private var aliasOf: [String: String] = [:]

  /// Finds an alias for each name that needs one; no alias is the name of anything else.
  init(_ names: [String]) {
    let taken = Set(names)
    var number = 0
    for name in names where !Self.isReadable(name) && aliasOf[name] == nil {
      var alias: String
      repeat {
        number += 1
        alias = "alias \(number)"
      } while taken.contains(alias)
      aliasOf[name] = alias
      aliases.append((name, alias))
    }
  }

  /// The name or its alias as a quoted literal; a quote within it is doubled.
  func quoted(_ name: String) -> String {
    var quoted = "'"
    for scalar in (aliasOf[name] ?? name).unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "'" { quoted += "'" }
    }
    return quoted + "'"
  }

  /// A text as a comment may hold it: control characters are written out.
  static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar.value) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether `glpsol` reads the name as it stands. Control characters are an error there or become
  /// blanks, and a lone point stands for a value that is left out, quoted or not.
  private static func isReadable(_ name: String) -> Bool {
    name.utf8.count <= longest && name != "." && !name.utf8.contains { isControl(UInt32($0)) }
  }

  private static func isControl(_ code: UInt32) -> Bool {
    code < 0x20 || code == 0x7F
  }
}
