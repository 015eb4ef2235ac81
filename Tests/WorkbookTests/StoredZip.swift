import Foundation

/// Archives made byte by byte, honest or not.
struct StoredZip {
  private var parts: [(name: String, data: [UInt8], unpacked: Int, method: UInt16)] = []

  mutating func add(_ name: String, _ text: String) {
    parts.append((name, Array(text.utf8), text.utf8.count, 0))
  }

  /// A part that claims to unpack to so many bytes.
  mutating func add(_ name: String, packed: [UInt8], unpacked: Int) {
    parts.append((name, packed, unpacked, 8))
  }

  var data: Data {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = body.count
      let name = Array(part.name.utf8)
      let sizes =
        Self.bytes(0, 4) + Self.bytes(part.data.count, 4) + Self.bytes(part.unpacked, 4)
        + Self.bytes(name.count, 2) + Self.bytes(0, 2)
      body +=
        Self.bytes(0x0403_4B50, 4) + Self.bytes(20, 2) + Self.bytes(0, 2) + Self.bytes(Int(part.method), 2)
      body += Self.bytes(0, 4) + sizes + name + part.data
      directory += Self.bytes(0x0201_4B50, 4) + Self.bytes(20, 2) + Self.bytes(20, 2) + Self.bytes(0, 2)
      directory +=
        Self.bytes(Int(part.method), 2) + Self.bytes(0, 4) + sizes + Self.bytes(0, 2) + Self.bytes(0, 2)
      directory += Self.bytes(0, 2) + Self.bytes(0, 4) + Self.bytes(offset, 4) + name
    }
    let end =
      Self.bytes(0x0605_4B50, 4) + Self.bytes(0, 4) + Self.bytes(parts.count, 2) + Self.bytes(parts.count, 2)
      + Self.bytes(directory.count, 4) + Self.bytes(body.count, 4) + Self.bytes(0, 2)
    return Data(body + directory + end)
  }

  private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A workbook with one sheet of some rows in Office Open XML.
  static func book(sheet: String = "regions", rows: String, styles: String? = nil, after: String = "")
    -> StoredZip
  {
    var zip = StoredZip()
    zip.add(
      "xl/workbook.xml",
      "<workbook><sheets><sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
    if let styles { zip.add("xl/styles.xml", styles) }
    zip.add(
      "xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>")
    return zip
  }
}
