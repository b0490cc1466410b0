extension Language {
  /// The language that a sentence is written in, by words that the others lack; `nil` where none of them stands in it,
  /// as in a code.
  package init?(written text: String) {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    guard let found = Self.told.first(where: { !$0.words.isDisjoint(with: words) }) else {
      return nil
    }
    self = found.language
  }

  /// Words by language, those first that no sentence in another can hold.
  private static let told: [(language: Language, words: Set<String>)] = [
    (
      .nynorsk,
      [
        "ikkje", "ein", "ei", "eit", "frå", "manglar", "sjølv", "finst", "vart", "vere",
        "verksemda", "tenesta", "allereie", "førespurnaden", "nyttar", "brukar", "feila",
        "tilgangspakkar", "klientadministratorar", "sperra", "krev", "rolla", "vidare",
        "fullmakta", "lagde",
      ]
    ),
    (
      .english,
      [
        "the", "this", "is", "are", "not", "you", "your", "cannot", "could", "couldn", "does",
        "has", "have", "been", "of", "an", "and", "to", "unable", "yes", "only", "failed", "based",
        "must", "require", "requires",
      ]
    ),
    (
      .bokmal,
      [
        "ikke", "en", "et", "er", "har", "fra", "mangler", "selv", "finnes", "ble", "være",
        "bruker", "med", "av", "må", "du", "til", "å", "ingen", "noe", "denne", "kunne", "kun",
        "tjenester", "videre", "krever",
      ]
    ),
  ]
}
