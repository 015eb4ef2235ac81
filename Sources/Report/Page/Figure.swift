/// A part of the page with a heading, some words and what is shown.
struct Figure {
  /// The anchor.
  var id: String
  var title: String
  /// What one sees and how to read it.
  var words: HTML
  var body: HTML
  /// The tables in the body, for other containers.
  var tables: [DataTable]

  var html: HTML {
    """
    <section id="\(id)" aria-labelledby="\(id)-h">
    <h2 id="\(id)-h">\(title)</h2>
    <p class="words">\(words)</p>
    \(body)
    </section>

    """
  }

  /// A table behind a drawing, closed at first.
  static func details(_ table: DataTable) -> HTML { details(table, named: "The figures as a table") }

  /// A table behind a drawing, closed at first, with words for it.
  static func details(_ table: DataTable, named name: String) -> HTML {
    "<details><summary>\(name)</summary>\(table.html)</details>"
  }
}
