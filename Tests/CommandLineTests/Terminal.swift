import Foundation

/// A pseudo-terminal, to see what a program shows on one.
struct Terminal {
  /// The program's end.
  let device: FileHandle
  private let screen: FileHandle

  /// - Parameter columns: How wide it is.
  init(columns: UInt16 = 80) throws {
    var main: Int32 = -1
    var end: Int32 = -1
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&main, &end, nil, nil, &size) == 0 else { throw CocoaError(.fileReadUnknown) }
    // Line feeds as they were written.
    var settings = termios()
    tcgetattr(end, &settings)
    settings.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(end, TCSANOW, &settings)
    _ = fcntl(main, F_SETFL, O_NONBLOCK)
    device = FileHandle(fileDescriptor: end, closeOnDealloc: true)
    screen = FileHandle(fileDescriptor: main, closeOnDealloc: true)
  }

  /// Everything shown so far.
  func shown() throws -> String {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(screen.fileDescriptor, &part, part.count)
      if count <= 0 { break }
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
