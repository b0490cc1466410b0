/// What people say about the entries of the catalogue, in all languages.
package struct Phrases: Sendable {
  /// By the stem of the entry: the name of the texts that explain it.
  package let phrases: [String: [String]]

  /// No phrases at all.
  package init() { phrases = [:] }

  /// Reads `phrases/<language>.json` of every language.
  ///
  /// - Throws: `AssetSource.Failure` when a file is missing or malformed, or names an entry that is not there.
  package init(from assets: AssetSource, for messages: [Message]) throws(AssetSource.Failure) {
    let stems = Set(messages.map(\.stem))
    var phrases: [String: [String]] = [:]
    for language in Language.allCases {
      let name = "phrases/\(language.rawValue).json"
      for (stem, said) in try assets.decode([String: [String]].self, from: name) {
        guard stems.contains(stem) else { throw .malformed(name, detail: "unknown entry \(stem)") }
        phrases[stem, default: []] += said
      }
    }
    self.phrases = phrases
  }
}

extension Hearing {
  /// Makes ready to hear the entries of a catalogue.
  init(_ messages: [Message], _ phrases: Phrases, _ words: Lexicon.Words) {
    var index = PhraseIndex(Lexicon(words))
    for (entry, message) in messages.enumerated() {
      for text in message.texts { index.add(text, of: entry, isText: true) }
      for phrase in phrases.phrases[message.stem] ?? [] {
        index.add(phrase, of: entry, isText: false)
      }
      for code in message.codes where code.count >= 3 && !code.contains("-") {
        index.add(code: code, of: entry)
      }
    }
    index.seal()
    self.init(
      index,
      entries: messages.map { Entry(edition: $0.edition, stem: $0.stem, isSymptom: $0.isSymptom) },
      parties: words.parties,
      contrasts: words.contrasts
    )
  }
}
