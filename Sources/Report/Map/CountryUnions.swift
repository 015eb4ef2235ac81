/// Unions of countries that cases have as one region, with their members as the outlines call them.
enum CountryUnions {
  /// The 27 members of the European Union since 2020 (European Union, "Country profiles"). Malta is too small for the outlines.
  private static let european: Set = [
    "Austria", "Belgium", "Bulgaria", "Croatia", "Cyprus", "Czechia", "Denmark", "Estonia", "Finland",
    "France",
    "Germany", "Greece", "Hungary", "Ireland", "Italy", "Latvia", "Lithuania", "Luxembourg", "Netherlands",
    "Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "Spain", "Sweden",
  ]

  /// The members of a union by the name of the region; none where it is no union that is known.
  static func members(of region: String) -> Set<String> {
    switch region.lowercased() {
    case "european union", "eu", "eu-27", "eu27", "欧盟": european
    default: []
    }
  }
}
