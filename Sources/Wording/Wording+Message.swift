package import Model
import SafeText

/// What is told and handed on of a message.
extension Wording {
  /// How a message reads, with dots for what differs from case to case; its meaning where it has no text.
  package func quote(_ message: Message) -> String {
    guard let first = message.texts.first else { return self(message.meaningKey) }
    let isForeign = Language(written: first).map { $0 != language } ?? false
    let text = isForeign ? wordings(of: message).first : nil
    return quoted(Self.shown(text ?? first))
  }

  /// How a message reads to somebody who is to see whether they had it.
  ///
  /// In their own language, or else in bokmål, and whole where the catalogue has more than a part of it. The others
  /// are there for the search.
  package func wordings(of message: Message) -> [String] {
    let isWhole: (String) -> Bool = { $0.first?.isUppercase == true }
    let own = message.texts.filter { Language(written: $0) == language }
    let common = message.texts.filter { Language(written: $0) == .bokmal }
    let choices = [own.filter(isWhole), common.filter(isWhole), own, common]
    return choices.first { !$0.isEmpty } ?? message.texts
  }

  /// A text of the catalogue with dots where messages differ.
  static func shown(_ text: String) -> String {
    var shown = ""
    var isInside = false
    for character in text {
      if character == "}" { shown += "…" }
      if character == "{" || character == "}" {
        isInside = character == "{"
      } else if !isInside {
        shown.append(character)
      }
    }
    return shown
  }

  /// What the vendor or the agency needs to be told about a message; nothing where it is for neither to look.
  ///
  /// What was pasted is read out as it stands, with its code and the id of the call.
  ///
  /// - Parameter isToThem: Whether it is the vendor or the agency that reads it.
  func handOver(_ message: Message, in walk: Walk, isToThem: Bool = false) -> [Prose] {
    // What only the vendor can check says nothing to an agency.
    let kind =
      message.toldTo == .serviceOwner && message.handOver == .access ? nil : message.handOver
    let lines = kind.map {
      self(variant(of: $0.textKey, in: walk)).split(separator: "\n").map(String.init)
    }
    let isTheirs = message.causes.first == .vendor || message.causes.first == .serviceOwner
    guard lines != nil || isTheirs else { return [] }
    let seen = seen(in: walk)
    guard lines != nil || !seen.isEmpty else { return [] }
    let title = message.toldTo == .serviceOwner ? "handOver.agency" : "handOver.title"
    return [.paragraph(self(isToThem ? "handOver.toThem" : title))]
      + (seen + (lines ?? [])).map(Prose.bullet)
  }

  /// The message that was pasted, on one line and in quotes; nothing where nothing was.
  ///
  /// Of what it was recognised in, a mail for instance, nothing else is quoted to others: not even a code that stands
  /// beside it, which is told by itself. All that was pasted stands for a message that is not known, and so does a
  /// line that begins with a code whose words are not.
  ///
  /// - Parameter most: How many characters of it are quoted.
  package func pasted(_ walk: Walk, upTo most: Int = 300) -> String? {
    recognised(in: walk).map { pasted($0, $1, of: walk, upTo: most) }
  }

  /// What was pasted, and as what it is recognised.
  private func recognised(in walk: Walk) -> (text: String, found: Recognition)? {
    walk.answer(.messageText).map { ($0.value, content.recogniser.recognise($0.value)) }
  }

  private func pasted(_ text: String, _ found: Recognition, of walk: Walk, upTo most: Int = 300)
    -> String
  {
    let quote = found.quote ?? (found.message == nil ? nil : code(in: text, found, of: walk))
    let isLineOfCode =
      !text.contains(where: \.isNewline)
      && quote.map { text.hasPrefix($0) && !$0.contains(where: \.isWhitespace) } ?? true
    let told = isLineOfCode ? text : quote ?? text
    var line = Sanitiser.text(told).inOneLine
    if line.hasSuffix(".") { line.removeLast() }
    let quoted: String = line.count > most ? line.prefix(most - 1) + "…" : line
    return self("request.message", ["text": quoted])
  }

  /// The message as somebody is told of it who has not seen it: as it was pasted, or else as the catalogue has it.
  func told(messageOf walk: Walk) -> String {
    if let pasted = pasted(walk) { return pasted }
    let text = walk.facts[.message].flatMap(content.message).flatMap(onlyText)
    return text.map { self("request.message", ["text": $0]) } ?? self("handOver.none")
  }

  /// How an entry of the catalogue reads; `nil` for one of several codes, since nobody knows which of them was seen.
  private func onlyText(of message: Message) -> String? {
    guard let first = message.texts.first else {
      let code = message.codes.count == 1 ? message.codes.first : nil
      return code.flatMap { $0.contains("-") ? nil : $0 }
    }
    let codes = message.texts.filter { content.recogniser.code(in: $0) == $0 }
    return codes.first == first && codes.count > 1 ? nil : Self.shown(first).inOneLine
  }

  /// What was pasted, to be read out or written on.
  private func seen(in walk: Walk) -> [String] {
    guard let (text, found) = recognised(in: walk) else { return [] }
    let values = found.values
    let named = [
      ("code", code(in: text, found, of: walk) ?? values["errorID"]),
      ("correlation", values["correlationID"] ?? values["errorGuid"]),
    ]
    return [self("handOver.message", ["text": pasted(text, found, of: walk)])]
      + named.compactMap { name, value in value.map { self("handOver.\(name)", [name: $0]) } }
  }

  /// A code that names its service, such as `DAS-003`, `MP-303` or `gld_1015`: the first in what was pasted that is
  /// known, or else that looks like one.
  ///
  /// One that is only told of there, as what somebody had before, is not that of the message.
  func code(in walk: Walk) -> String? {
    recognised(in: walk).flatMap { code(in: $0, $1, of: walk) }
  }

  private func code(in text: String, _ found: Recognition, of walk: Walk) -> String? {
    let recogniser = content.recogniser
    var text = text
    let seen = found.matches.map(\.id) + [walk.facts[.message]].compactMap(\.self)
    let told = found.candidates.filter { $0.how == .similar && !seen.contains($0.id) }.map(\.id)
    while let code = recogniser.code(in: text) {
      let isTold = recogniser.recognise(code).message.map(told.contains) ?? false
      guard isTold, let place = text.firstRange(of: code) else { return code }
      text = String(text[place.upperBound...])
    }
    return Self.likeCode(in: text)
  }

  private static func likeCode(in text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber && !"-_.".contains($0) }.map { word in
      // A full stop behind it ends the sentence.
      word.last == "." ? String(word.dropLast()) : String(word)
    }
    return words.first { word in
      let parts = word.split { "-_.".contains($0) }
      guard parts.count >= 2, let first = parts.first, let last = parts.last else { return false }
      return (2...5).contains(first.count) && first.allSatisfy { $0.isUppercase }
        && (3...5).contains(last.count) && last.allSatisfy(\.isNumber)
    }
  }

  /// A number in the message that no organisation can have.
  ///
  /// It is the first thing to mend: nobody has rights for a party that is not there.
  func impossibleNumber(_ walk: Walk) -> String? {
    walk.answer(.messageText).flatMap { content.recogniser.recognise($0.value).impossibleNumber }
  }

  /// A number that was typed for the party and that no organisation can have.
  ///
  /// It may be mistyped here alone, so it says nothing of what the program sends. A private person has none.
  func doubtedNumber(_ walk: Walk) -> String? {
    guard walk.reporteeKind != .person, let name = walk.answer(.reporteeName),
      name.source != .message,
      LineRule.party.finding(name.value, on: nil)?.key == LineRule.impossibleNumber
    else { return nil }
    return name.value
  }
}

extension Message {
  /// Who is told what is handed on of it.
  var toldTo: Actor { causes.first == .serviceOwner ? .serviceOwner : .vendor }
}
