internal import CXLSXWriter
internal import Foundation
internal import Sourcing

/// A workbook that is being written, sheet after sheet, by libxlsxwriter.
///
/// Texts are written as texts whatever they begin with, so nothing in a case becomes a formula or a link.
final class WorkbookWriter {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private(set) var header: Format?
  private(set) var title: Format?
  private(set) var wrapped: Format?
  private(set) var share: Format?
  private(set) var amount: Format?
  private(set) var main: Format?
  private(set) var backup: Format?
  private(set) var link: Format?

  /// The most signs that a cell of a workbook can have (ECMA-376).
  static let longestText = 32_767

  /// Writes a workbook whole or not at all: beside the target, then renamed.
  ///
  /// - Throws: `FileError` of kind `unwritable`, or what `fill` throws.
  static func write(to path: String, _ fill: (WorkbookWriter) throws -> Void) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let temporary = target + ".part-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    do {
      let writer = try WorkbookWriter(temporary, shownAs: path)
      do { try fill(writer) } catch {
        _ = workbook_close(writer.book)
        throw error
      }
      let status = workbook_close(writer.book)
      guard status == LXW_NO_ERROR else { throw failure(path, status) }
      guard rename(temporary, target) == 0 else {
        throw FileError(.unwritable, path: path, detail: String(cString: strerror(errno)))
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private init(_ file: String, shownAs path: String) throws {
    guard let book = workbook_new(file) else {
      throw FileError(.unwritable, path: path, detail: "no memory")
    }
    self.book = book
    self.path = path
    header = workbook_add_format(book)
    format_set_bold(header)
    format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bg_color(header, 0xE8EDF3)
    format_set_text_wrap(header)
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 16)
    wrapped = workbook_add_format(book)
    format_set_text_wrap(wrapped)
    format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    share = workbook_add_format(book)
    format_set_num_format(share, "0.0%")
    amount = workbook_add_format(book)
    // Small amounts keep the digits that tell them from nothing.
    format_set_num_format(amount, "#,##0.00####")
    main = workbook_add_format(book)
    format_set_bold(main)
    format_set_font_color(main, 0x1F5FA8)
    link = workbook_add_format(book)
    format_set_font_color(link, 0x1F5FA8)
    format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    backup = workbook_add_format(book)
    format_set_font_color(backup, 0xB0570A)
  }

  /// Adds a sheet.
  func sheet(_ name: String) throws -> SheetWriter {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw FileError(.unwritable, path: path, detail: "the sheet \(name) cannot be made")
    }
    return SheetWriter(sheet, name: name, path: path, book: self)
  }

  /// A chart to be put into a sheet.
  func chart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(type.rawValue))
  }

  static func failure(_ path: String, _ status: lxw_error) -> FileError {
    FileError(.unwritable, path: path, detail: String(cString: lxw_strerror(status)))
  }
}
