/// What is typed to find cases by: every part must fit.
package struct CaseSearch: Hashable, Sendable {
  /// What narrows a search beside words.
  package enum Limit: Hashable, Sendable {
    /// Changed within so many days: `siden:7d`.
    case since
    /// How the last call ended, by its number: `utfall:6`.
    case result
  }

  package enum Term: Hashable, Sendable {
    /// A word that begins so, a thing of one of these marks, or the case of the number.
    case word(String, marks: Set<String>, number: CaseID?)
    case mark(String)
    case since(days: Int)
    /// The case of a code that is read out.
    case code(CaseID, letters: String)
  }

  package let terms: [Term]

  /// - Throws: `StoreFailure.searchTooLong` for more than a hundred words, or one that is absurdly long.
  package init(_ text: String, _ words: CaseWords) throws(StoreFailure) {
    let parts = Self.joined(
      text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    )
    guard parts.count <= 100, parts.allSatisfy({ $0.unicodeScalars.count <= 500 }) else {
      throw .searchTooLong
    }
    terms = parts.flatMap { Self.terms(of: $0, words) }
  }

  /// The parts, with an organisation number that is being written in threes as one.
  private static func joined(_ parts: [String]) -> [String] {
    var result: [String] = []
    var rest = parts[...]
    while let first = rest.first {
      let groups = groups(beginning: rest)
      result.append(groups.isEmpty ? first : groups.joined())
      rest = rest.dropFirst(max(1, groups.count))
    }
    return result
  }

  /// The groups of an organisation number at the beginning of some parts, of which the last may lack digits.
  private static func groups(beginning parts: ArraySlice<String>) -> ArraySlice<String> {
    guard let first = parts.first, first.count == 3, "2389".contains(first.prefix(1)) else {
      return []
    }
    let digits = parts.prefix(3).prefix {
      $0.count <= 3 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let whole = digits.prefix { $0.count == 3 }
    let groups = digits.prefix(whole.count + 1)
    return groups.count > 1 ? groups : []
  }

  private static func terms(of part: String, _ words: CaseWords) -> [Term] {
    if part.hasPrefix("#") {
      let id = part.dropFirst()
      let exact = words.meanings(String(id)).filter { $0.lowercased() == ":message:\(id)" }
      return [.mark(exact.first ?? ":message:\(id)")]
    }
    let limit = part.split(separator: ":", maxSplits: 1).map(String.init)
    if limit.count == 2, let kind = words.limit(limit[0]) {
      let value = kind == .since && limit[1].hasSuffix("d") ? String(limit[1].dropLast()) : limit[1]
      switch (kind, Int(value)) {
      case (.since, let days?): return [.since(days: days)]
      case (.result, let number?): return [.mark(":result:\(number)")]
      default: break
      }
    }
    if let code = CaseCode.read(part), let letters = code.letters {
      return [.code(code.id, letters: letters)]
    }
    return CaseWords.typed(part).map { word in
      .word(word, marks: words.meanings(word), number: Int64(word).map(CaseID.init(rawValue:)))
    }
  }
}

extension CaseSearch {
  /// Whether a case fits.
  ///
  /// - Parameters:
  ///   - words: Its words and marks.
  ///   - code: The code that the store gives it.
  func fits(_ found: Case, words: Set<String>, code: CaseCode, at moment: Timestamp) -> Bool {
    terms.allSatisfy { term in
      switch term {
      case .word(let prefix, let marks, let number):
        found.id == number || !words.isDisjoint(with: marks)
          || words.contains { $0.utf8.starts(with: prefix.utf8) }
      case .mark(let mark): words.contains(mark)
      case .since(let days): found.updated.rawValue >= moment.before(days: days).rawValue
      case .code(let id, let letters): found.id == id && code.letters == letters
      }
    }
  }
}
