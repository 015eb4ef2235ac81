/// Words of a command that is shown to be copied into a shell.
enum ShellText {
  /// A word, quoted where a shell would take it apart.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./+:,@%".contains($0)) }
    if isPlain { return word }
    let inner = TerminalText.printable(word).split(separator: "'", omittingEmptySubsequences: false).joined(
      separator: "'\\''")
    return "'\(inner)'"
  }
}
