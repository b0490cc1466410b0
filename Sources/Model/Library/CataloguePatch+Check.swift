import Foundation

/// What is wrong with a patch; nothing is put in the catalogue while there is any.
package enum PatchFinding: Equatable, Sendable {
  /// The catalogue cannot be read with it: the file and the place.
  case unreadable(String, detail: String)
  /// An entry has no words of a key in a language.
  case noWords(key: String, Language)
  /// An entry has no text, or one that begins with too few letters to be known by.
  case noText(String)
  case noCause(String)
  /// An entry holds what could be somebody's: a long number, an address, a secret.
  case holdsPrivate(String)
  /// A text of the shape it was made of is not recognised as the entry.
  case missesItsOwn(String)
  /// A text of another entry is not recognised as before.
  case takesOthers(other: String)

  /// The key of the words for it.
  package var textKey: String {
    switch self {
    case .unreadable: "desk.patch.unreadable"
    case .noWords: "desk.patch.noWords"
    case .noText: "desk.patch.noText"
    case .noCause: "desk.patch.noCause"
    case .holdsPrivate: "desk.patch.private"
    case .missesItsOwn: "desk.patch.missesItsOwn"
    case .takesOthers: "desk.patch.takesOthers"
    }
  }

  package var textValues: [String: String] {
    switch self {
    case .unreadable(let file, let detail): ["path": file, "detail": detail]
    case .noWords(let key, let language): ["key": key, "language": language.rawValue]
    case .noText(let id), .noCause(let id), .holdsPrivate(let id), .missesItsOwn(let id),
      .takesOthers(let id):
      ["id": id]
    }
  }
}

extension CataloguePatch {
  /// Holds the patch against the catalogue it is for: it must load, know its own messages, change nothing else
  /// and hold nothing private.
  package func findings(in assets: AssetSource) -> [PatchFinding] {
    var findings = messages.flatMap(findings)
    for entry in messages {
      for key in Self.keys(of: entry.id) {
        findings += Language.allCases.filter { isEmpty(key, $0) }.map { .noWords(key: key, $0) }
      }
    }
    do throws(AssetSource.Failure) {
      let before = try Content(checking: assets)
      let after = try Content(checking: assets.adding(self))
      findings += changes(from: before, to: after)
    } catch {
      switch error {
      case .missing(let name): findings.append(.unreadable(name, detail: ""))
      case .malformed(let name, let detail): findings.append(.unreadable(name, detail: detail))
      }
    }
    return findings
  }

  private func isEmpty(_ key: String, _ language: Language) -> Bool {
    (texts[language.rawValue]?[key] ?? "").allSatisfy(\.isWhitespace)
  }

  private func findings(of entry: Entry) -> [PatchFinding] {
    var findings: [PatchFinding] = []
    let isKnowable = entry.texts.allSatisfy { text in
      text.prefix { $0 != "{" }.count(where: \.isLetter) >= MessageShape.leastLetters
    }
    if entry.texts.isEmpty || !isKnowable { findings.append(.noText(entry.id)) }
    if entry.causes.isEmpty { findings.append(.noCause(entry.id)) }
    let words = texts.values.flatMap { words in Self.keys(of: entry.id).compactMap { words[$0] } }
    if (entry.texts + [entry.shape] + words).contains(where: Self.isPrivate) {
      findings.append(.holdsPrivate(entry.id))
    }
    return findings
  }

  private static func isPrivate(_ text: String) -> Bool {
    // What stands for a value holds none, whatever the word before it.
    let own = text.replacing(/\{[^}]*\}|#|«»|§/, with: "")
    return own.contains(/[0-9]{6}/) || own.contains(/[^\s@]+@[^\s@]+\.[^\s@]+/)
      || Redaction(own).text != own
  }

  /// What is recognised otherwise than it was, and what of the patch is not recognised.
  private func changes(from before: Content, to after: Content) -> [PatchFinding] {
    var findings: [PatchFinding] = []
    func found(_ text: String, _ content: Content) -> String? {
      content.recogniser.recognise(text).matches.first?.id
    }
    for message in before.messages {
      let samples = (message.texts + message.alone).map { $0.replacing(/\{[^}]*\}/, with: "12") }
      if samples.contains(where: { found($0, before) != found($0, after) }) {
        findings.append(.takesOthers(other: message.id))
      }
    }
    for entry in messages
    where found(MessageShape(text: entry.shape).sample, after) != entry.id {
      findings.append(.missesItsOwn(entry.id))
    }
    return findings
  }
}

extension AssetSource {
  /// The same assets with what a patch adds.
  ///
  /// - Throws: ``Failure`` where a file that is added to is not there, or is not as it should be.
  func adding(_ patch: CataloguePatch) throws(Failure) -> AssetSource {
    var files: [String: Data] = [:]
    func change<Part>(_ name: String, _ body: (inout Part) throws -> Void) throws(Failure) {
      var data = files[name]
      if data == nil { data = try self.data(of: name) }
      do {
        guard var part = try JSONSerialization.jsonObject(with: data ?? Data()) as? Part else {
          throw Failure.malformed(name, detail: "")
        }
        try body(&part)
        files[name] = try JSONSerialization.data(withJSONObject: part)
      } catch {
        throw .malformed(name, detail: "")
      }
    }
    try change("catalogues/common/sources.json") { (sources: inout [Any]) in
      let isNamed = sources.contains {
        ($0 as? [String: Any])?["key"] as? String == CataloguePatch.source
      }
      guard !isNamed else { return }
      sources.append(["key": CataloguePatch.source, "title": "what a support desk has met"])
    }
    for entry in patch.messages {
      try change("catalogues/\(entry.edition.rawValue)/portal.json") { (rows: inout [Any]) in
        rows.append(try JSONSerialization.jsonObject(with: JSONEncoder().encode(entry)))
      }
      for language in Language.allCases {
        let name = "texts/\(language.rawValue)/\(entry.edition.rawValue)/portal.json"
        try change(name) { (words: inout [String: Any]) in
          for key in CataloguePatch.keys(of: entry.id) {
            words[key] = patch.texts[language.rawValue]?[key] ?? ""
          }
        }
      }
    }
    return replacing(files)
  }
}
