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
        found +=
          isOne
          ? Set([digits] + (digits.count < 6 ? run : [])).sorted() : run.filter(isOrganisation)
      } else {
        found += run.filter { !hasLongNumber($0) }
      }
    }
    return found.map { String($0.prefix(longest)) }
  }

  /// Whether six digits follow each other in a word.
  private static func hasLongNumber(_ word: String) -> Bool {
    var digits = 0
    for byte in word.utf8 {
      digits = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? digits + 1 : 0
      if digits == 6 { return true }
    }
    return false
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

extension CaseWords {
  /// The words of something typed; a run of digits is taken as it is, for it finds what it finds.
  static func typed(_ part: String) -> [String] {
    folded(part).split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(longest)) }
  }
}
