import Foundation

/// What cases are found by: their own words, and marks for what the catalogues have words for.
///
/// A mark begins with a colon, which no word holds, and names a thing: `:message:E2`. So a case has few
/// rows in an index, is found in every language, and by the words of today's catalogue.
package struct CaseWords: Sendable {
  /// What a case holds that is found by its own words, and what it holds that has a mark.
  package struct Parts: Sendable {
    package var texts: [String]
    package var marks: Set<String>

    package init(texts: [String], marks: Set<String>) {
      self.texts = texts
      self.marks = marks
    }
  }

  private let parts: @Sendable (CaseDraft) -> Parts
  /// The marks that a typed word can mean, in any language.
  let meanings: @Sendable (String) -> Set<String>
  /// What a name such as `siden` or `since` narrows a search by.
  let limit: @Sendable (String) -> CaseSearch.Limit?

  package init(
    parts: @escaping @Sendable (CaseDraft) -> Parts,
    meanings: @escaping @Sendable (String) -> Set<String>,
    limit: @escaping @Sendable (String) -> CaseSearch.Limit?
  ) {
    self.parts = parts
    self.meanings = meanings
    self.limit = limit
  }

  /// The words of a case alone, without any catalogue.
  package static let plain = CaseWords(
    parts: { draft in
      Parts(
        texts: [draft.title] + draft.answers.map(\.answer.value),
        marks: [":status:\(draft.status.rawValue)"]
      )
    },
    meanings: { _ in [] },
    limit: { _ in nil }
  )

  /// The words and marks of a case as it is kept.
  package func of(_ draft: CaseDraft) -> Set<String> {
    let parts = parts(draft)
    return parts.texts.reduce(into: parts.marks) { found, text in
      found.formUnion(Self.words(String(text.prefix(Self.read))).prefix(Self.most))
    }
  }

  /// A longer text is not found by what comes later in it, and not by more words; the longest are logs.
  private static let read = 4_000
  private static let most = 200

  /// The longest word there is; a longer one is cut, in the index as in what is typed.
  static let longest = 40

  /// The words of a text, folded, without the runs of digits that could be a person's number.
  package static func words(_ text: String) -> [String] {
    var found: [String] = []
    for run in tokens(text) {
      if run.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
        // Digits with blanks or signs between them are one number, however they are written.
        let digits = run.joined()
        let isOne = digits.count < 6 || isOrganisation(digits)
        found += isOne ? [digits] + (digits.count < 6 ? run : []) : run.filter(isOrganisation)
      } else {
        found += run.filter { !$0.contains(/[0-9]{6}/) }
      }
    }
    return found.map { String($0.prefix(longest)) }
  }

  /// Letters as they are compared, however they were typed.
  private static func folded(_ text: String) -> String {
    let small = text.lowercased()
    return small.utf8.allSatisfy { $0 < 0x80 } ? small : small.precomposedStringWithCanonicalMapping
  }

  private static func isOrganisation(_ digits: String) -> Bool {
    (try? OrganisationNumber(checking: digits)) != nil
  }

  /// Runs of letters and digits, those of digits alone together where little stands between them.
  private static func tokens(_ text: String) -> [[String]] {
    var runs: [[String]] = []
    var word = ""
    var follows = false
    func end() {
      guard !word.isEmpty else { return }
      let isDigits = word.allSatisfy(\.isNumber)
      if isDigits, follows, runs.last?.last?.allSatisfy(\.isNumber) == true {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([word])
      }
      word = ""
      follows = true
    }
    for character in folded(text) {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        end()
        if !" .-\u{a0}".contains(character) { follows = false }
      }
    }
    end()
    return runs
  }
}

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

  /// The parts with an organisation number that is written in threes as one.
  private static func joined(_ parts: [String]) -> [String] {
    var result: [String] = []
    var rest = parts[...]
    while let first = rest.first {
      let three = rest.prefix(3)
      let number = three.joined()
      if three.count == 3, three.allSatisfy({ $0.count == 3 }),
        (try? OrganisationNumber(checking: number)) != nil
      {
        result.append(number)
        rest = rest.dropFirst(3)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
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

extension CaseWords {
  /// The words of something typed; a run of digits is taken as it is, for it finds what it finds.
  static func typed(_ part: String) -> [String] {
    folded(part).split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(longest)) }
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
