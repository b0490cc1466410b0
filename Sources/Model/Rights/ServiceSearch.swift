/// Finds services by form number, service code, name or keyword, as people write them.
///
/// Case, accents and marks between letters do not matter, and æ, ø and å may be written ae, oe and aa
/// or without their marks. Built once for a table, so that each key costs only comparisons.
package struct ServiceSearch: Sendable {
  private let table: CatalogueTable<Service>
  private let terms: [Terms]

  package init(_ table: CatalogueTable<Service>) {
    self.table = table
    terms = table.entries.map(Terms.init)
  }

  /// The services that fit all the words, best first; every service, most used first, for no words.
  ///
  /// Names in the person's language weigh more than those in the others.
  package func search(_ words: String, _ language: Language) -> [Service] {
    let wanted = Self.words(words)
    if wanted.isEmpty { return table.entries }
    let whole = wanted.joined()
    var found: [(index: Int, score: Int)] = []
    for (index, terms) in terms.enumerated() {
      let score = terms.score(whole: whole, wanted, language)
      if score > 0 { found.append((index, score)) }
    }
    return found.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
      .map { table.entries[$0.index] }
  }

  /// Splits into folded words of letters and digits.
  package static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if let folded = fold(scalar) {
        word += folded
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !scalar.properties.isDiacritic && !word.isEmpty {
        words.append(spelled(word))
        word = ""
      }
    }
    return word.isEmpty ? words : words + [spelled(word)]
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "å", "à", "á", "ä", "â", "æ": "a"
    case "ø", "ö", "ò", "ó", "ô": "o"
    case "é", "è", "ê", "ë": "e"
    case "ü", "ù", "ú": "u"
    default: nil
    }
  }

  private static func spelled(_ word: String) -> String {
    word.replacing("aa", with: "a").replacing("ae", with: "a").replacing("oe", with: "o")
  }
}

/// What one service can be found by.
private struct Terms: Sendable {
  let numbers: [String]
  let codes: [String]
  let keywords: [String]
  let names: [Language: [String]]
  /// The words of the names in all languages.
  let allNames: Set<String>

  init(_ service: Service) {
    let form = ServiceSearch.words(service.form ?? "")
    numbers = form.isEmpty ? [] : [form.joined(), form.last ?? ""] + form
    codes = service.codes.map(\.code)
    keywords = service.keywords.map { ServiceSearch.words($0).joined() }
    names = Dictionary(
      uniqueKeysWithValues: Language.allCases.map {
        ($0, ServiceSearch.words(service.names[$0]))
      }
    )
    allNames = Set(names.values.joined())
  }

  /// Zero when a word fits nothing; else the higher the better.
  func score(whole: String, _ wanted: [String], _ language: Language) -> Int {
    let asOne = max(score(whole, language), joined(whole, language)) * 2
    var sum = 0
    for word in wanted {
      let score = score(word, language)
      if score == 0 { return asOne }
      sum += score
    }
    return max(asOne, sum / wanted.count)
  }

  private func score(_ word: String, _ language: Language) -> Int {
    if numbers.first == word { return 100 }
    if codes.first == word { return 95 }
    if numbers.contains(word) || codes.contains(word) { return 90 }
    if keywords.contains(word) { return 60 }
    let own = names[language] ?? []
    if own.contains(word) { return 55 }
    if word.count > 1,
      numbers.contains(where: { $0.hasPrefix(word) })
        || codes.contains(where: { $0.hasPrefix(word) })
    {
      return 50
    }
    if own.contains(where: { $0.hasPrefix(word) }) { return 45 }
    if keywords.contains(where: { $0.hasPrefix(word) }) { return 40 }
    if allNames.contains(where: { $0.hasPrefix(word) }) { return 30 }
    guard word.count > 2 else { return 0 }
    return (allNames.contains { $0.contains(word) } || keywords.contains { $0.contains(word) })
      ? 10 : 0
  }

  /// All words run together, so that "a melding" and "amelding" find what is called a-melding.
  ///
  /// A keyword counts as much as the name: the form that most people mean comes first in the file.
  private func joined(_ whole: String, _ language: Language) -> Int {
    let name = (names[language] ?? []).joined()
    if name == whole || keywords.contains(whole) { return 80 }
    return whole.count > 2 && name.hasPrefix(whole) ? 40 : 0
  }
}
