import Mainstay

/// Amounts of money in the currency of a case.
struct Money {
  /// What money is in; empty where the case does not say.
  let currency: String

  init(currency: String) {
    self.currency = TerminalText.cut(TerminalText.printable(currency), to: 20)
  }

  /// The currency behind a title, for the numbers below it; empty where the case does not say.
  var behindTitle: String { currency.isEmpty ? "" : ", \(currency)" }

  /// An amount with its currency.
  func text(_ amount: Double) -> String {
    currency.isEmpty ? NumberFormat.single(amount) : "\(NumberFormat.single(amount)) \(currency)"
  }
}
