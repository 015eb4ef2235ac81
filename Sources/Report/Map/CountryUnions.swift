/// Regions whose name says better than one point which countries they are, as the outlines call these.
enum CountryUnions {
  /// The 27 members of the European Union since 2020 (European Union, "Country profiles"). Malta is too small for the outlines.
  private static let european: Set = [
    "Austria", "Belgium", "Bulgaria", "Croatia", "Cyprus", "Czechia", "Denmark", "Estonia", "Finland",
    "France",
    "Germany", "Greece", "Hungary", "Ireland", "Italy", "Latvia", "Lithuania", "Luxembourg", "Netherlands",
    "Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "Spain", "Sweden",
  ]

  /// The countries of a region by its name; none where its point has to tell.
  static func members(of region: String) -> Set<String> {
    switch region.lowercased() {
    case "european union", "eu", "eu-27", "eu27", "欧盟": european
    // Its capital lies on the border, which the simplified outlines do not keep.
    case "congo (kinshasa)", "dr congo", "democratic republic of the congo": ["Dem. Rep. Congo"]
    default: []
    }
  }
}
