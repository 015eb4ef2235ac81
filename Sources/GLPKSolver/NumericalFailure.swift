internal import LinearModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The error of a solve on which every way failed.
enum NumericalFailure {
  /// An error that tells how each way failed; the model goes to a temporary file that its context names.
  static func error(model: Model, failures: [String]) -> SolverError {
    SolverError(.numerical, failures.joined(separator: "; "), context: context(model))
  }

  private static func context(_ model: Model) -> String {
    guard let path = dump(model) else { return model.name }
    return model.name.isEmpty ? "model written to \(path)" : "\(model.name), model written to \(path)"
  }

  /// Writes the model as MPS into the system's temporary directory and returns the path.
  private static func dump(_ model: Model) -> String? {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    // `mkstemps` writes a name that is free in place of the six X; it asks for exactly these.
    var template = Array("\(directory)/linear-model-XXXXXX.mps".utf8CString)
    let descriptor = mkstemps(&template, Int32(".mps".utf8.count))
    guard descriptor >= 0, let file = fdopen(descriptor, "w") else { return nil }
    var sink = FileSink(file: file)
    MPSWriter().write(model, to: &sink)
    let isWhole = sink.isWhole
    guard fclose(file) == 0, isWhole else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A C file as a text sink.
private struct FileSink: TextOutputStream {
  let file: UnsafeMutablePointer<FILE>
  private(set) var isWhole = true

  init(file: UnsafeMutablePointer<FILE>) {
    self.file = file
  }

  mutating func write(_ string: String) {
    if fputs(string, file) < 0 { isWhole = false }
  }
}
