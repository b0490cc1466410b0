import SafeText

/// Tells which message a text is, whatever it was pasted from.
///
/// Matches on text first. Only where no message is found does a code count, and then it gives
/// several places to look, never one, because Altinn's own tables disagree on the codes (D6, D10).
package struct Recogniser: Sendable {
  private let messages: [Message]
  private let index: PatternIndex
  /// The catalogue's place for each code.
  private let codes: [String: Int]
  /// The catalogue's place for each text that counts only when nothing else is pasted.
  private let alone: [[UInt8]: Int]
  private let codeRanges: [(ClosedRange<Int>, Int)]
  /// The codes of faults and of services that are numbers, which stay in a text that is kept.
  private let knownCodes: Set<String>
  /// All else that stays in a text that is kept: codes with letters, and what services are called.
  package let names: KnownNames
  /// The codes among them that tell of a fault.
  private let namedCodes: KnownNames
  private let hearing: Lazy<Hearing>
  private let hearsay: Hearsay

  /// - Parameters:
  ///   - messages: The catalogue, most important entries first.
  ///   - words: What words have to do with one another.
  ///   - phrases: What people say about them; asked for when a text is first met that holds none of them.
  ///   - services: The codes of services.
  ///   - serviceNames: What else services are called.
  package init(
    messages: [Message],
    words: Lexicon.Words = .none,
    phrases: Lazy<Phrases> = Lazy { Phrases() },
    services: some Sequence<String> = EmptyCollection(),
    serviceNames: [String] = []
  ) {
    self.messages = messages
    hearing = Lazy { Hearing(messages, phrases.value, words) }
    hearsay = words.hearsay
    let deciding = Set(words.deciding.split(separator: " ").map(String.init))
    var patterns: [MessagePattern] = []
    var codes: [String: Int] = [:]
    var ranges: [(ClosedRange<Int>, Int)] = []
    var alone: [[UInt8]: Int] = [:]
    for (index, message) in messages.enumerated() {
      for text in message.texts {
        patterns.append(
          MessagePattern(
            text,
            target: .message(index),
            mustEnd: message.isWrapper,
            deciding: deciding
          )
        )
      }
      for text in message.alone { alone[MatchText(text).bytes] = index }
      for code in message.codes {
        let bounds = code.split(separator: "-").compactMap { Int($0) }
        if bounds.count == 2, bounds[0] <= bounds[1] {
          ranges.append((bounds[0]...bounds[1], index))
        } else {
          codes[code] = index
        }
      }
    }
    for field in MessageField.allCases {
      for name in field.names { patterns.append(MessagePattern(name, target: .field(field))) }
    }
    index = PatternIndex(patterns)
    self.codes = codes
    knownCodes = Set(codes.keys).union(services)
    let named = messages.flatMap(\.texts).filter(TypedCode.isNamed)
    namedCodes = KnownNames(named)
    names = KnownNames(named + serviceNames)
    self.alone = alone
    codeRanges = ranges
  }

  /// Recognises a text and takes out what must not be kept.
  ///
  /// - Parameter portal: The portal that is asked about, where one is; what is said alike of both is taken to
  ///   be about that one.
  /// - Complexity: O(*n*) in the length of the text.
  package func recognise(_ text: String, in portal: PortalEdition? = nil) -> Recognition {
    let reduced = MatchText(text)
    let hits = index.hits(in: reduced)
    var values: [String: String] = [:]
    var errorIDs: [String] = []
    var codePlaces: [String: [Range<Int>]] = [:]
    var isOurs: Bool?
    var impossible: String?
    for hit in hits {
      guard case .field(let field) = hit.target else { continue }
      impossible =
        impossible
        ?? field.impossibleNumber(in: reduced, from: hit.end).map {
          MessageField.string(reduced, $0)
        }
      // The first value of a field is enough; of codes there may be several.
      guard values[field.rawValue] == nil || (field == .errorID && errorIDs.count < 100) else {
        continue
      }
      guard
        let value = field.value(in: reduced, from: hit.end)
          ?? field.valueBehindAttributes(in: reduced, name: hit.start..<hit.end)
      else { continue }
      if field == .errorID, value.count < 3 {
        isOurs = isOurs ?? TypedCode.isOurs(reduced)
        if isOurs == false { continue }
      }
      if values[field.rawValue] == nil { values[field.rawValue] = value }
      guard field == .errorID else { continue }
      if errorIDs.count < 100, !errorIDs.contains(value) { errorIDs.append(value) }
      if codePlaces[value, default: []].count < Self.mostPlaces {
        codePlaces[value, default: []].append(hit.start..<hit.end)
      }
    }
    if errorIDs.isEmpty, let code = TypedCode.code(in: reduced), entry(forCode: code) != nil {
      errorIDs = [code]
      values[MessageField.errorID.rawValue] = code
    }
    if values[MessageField.organisationNumber.rawValue] == nil {
      values[MessageField.organisationNumber.rawValue] = StandingNumber.organisation(in: reduced)
    }
    var findings = textMatches(hits, errorIDs, reduced)
    if findings.isEmpty, reduced.bytes.count < 40, let entry = alone[reduced.bytes] {
      findings = [Finding(entry: entry, basis: .text, start: 0, end: reduced.bytes.count)]
    }
    let told = findings.filter(\.isTold)
    let codes = errorIDs.filter { !isTold($0, at: codePlaces[$0] ?? [], with: told, reduced) }
    let found = sort(findings.filter { !$0.isTold }, codes)
    let redaction = Redaction(text, known: known(hits, reduced))
    let isSure = isSure(found)
    return Recognition(
      matches: found.map { match(messages[$0.entry], $0.basis) },
      quote: found.first.flatMap { quote($0, reduced) },
      candidates: candidates(found, told: told, isSure: isSure, reduced, portal),
      isSure: isSure,
      ranking: ranking(found),
      evidence: evidence(found),
      values: values,
      impossibleNumber: impossible,
      redacted: Sanitiser.text(redaction.text),
      removed: redaction.removed
    )
  }

  /// The message as it stands in a text, to the end of its line where what differs from case to case ends it.
  private func quote(_ finding: Finding, _ reduced: MatchText) -> String? {
    guard finding.basis != .code, finding.start < finding.end else { return nil }
    let bytes = reduced.source
    let range = reduced.origin(of: finding.start..<finding.end)
    var end = range.upperBound
    if messages[finding.entry].texts.contains(where: { $0.hasSuffix("}") }) {
      let most = min(bytes.count, end + 60)
      while end < most, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    }
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
  }

  /// A text as it may be kept, with the words of every message that stands in it.
  package func redaction(of text: String) -> Redaction {
    let reduced = MatchText(text)
    return Redaction(text, known: known(index.hits(in: reduced), reduced))
  }

  /// The first code in a text that names its service, such as `MP-303` or `gld_1015`, as it is written there.
  package func code(in text: String) -> String? { namedCodes.first(in: text) }

  /// What is known of a text: the messages' own words, and the codes of the catalogue.
  private func known(_ hits: [PatternIndex.Hit], _ text: MatchText) -> Redaction.Known {
    var fixed: [Range<Int>] = []
    for hit in hits {
      if case .field(let field) = hit.target,
        let number = field.impossibleNumber(in: text, from: hit.end)
      {
        // It is the very fault, and nobody's.
        fixed.append(text.origin(of: number))
      }
      guard case .message = hit.target else { continue }
      fixed += hit.parts.filter { !$0.isEmpty }.map { text.origin(of: $0) }
    }
    return Redaction.Known(codes: knownCodes, fixed: fixed, names: names)
  }

  // MARK: From hits to entries

  /// An entry and what it was found by.
  private struct Finding {
    var entry: Int
    var basis: Recognition.Match.Basis
    var start: Int
    var end: Int
    /// Whether it only stands there as what somebody says of it.
    var isTold = false
    /// How many places were looked at for one that says more.
    var places = 1
  }

  /// How many places of an entry are looked at; a long log may hold a message thousands of times.
  private static let mostPlaces = 20

  /// Whether a message only stands in a text as what somebody says of it.
  private func isTold(_ place: Int, of sorted: [Hearsay.MessageHit], _ text: MatchText) -> Bool {
    hearsay.speaks(of: place, among: sorted, in: text, messages)
  }

  /// Whether a code only tells more of a message that is spoken of: it is that message's own, or stands nowhere but in
  /// its sentence.
  private func isTold(
    _ code: String,
    at places: [Range<Int>],
    with told: [Finding],
    _ text: MatchText
  ) -> Bool {
    guard !told.isEmpty else { return false }
    let isOwn = told.contains {
      messages[$0.entry].errorIDs.contains(code) || entry(forCode: code) == $0.entry
    }
    return isOwn
      || places.allSatisfy { place in
        told.contains { Hearsay.isOneSentence(place, $0.start..<$0.end, in: text) }
      }
  }

  /// The entries whose text was found, each once, without those inside a longer text.
  private func textMatches(
    _ hits: [PatternIndex.Hit],
    _ errorIDs: [String],
    _ text: MatchText
  ) -> [Finding] {
    var findings: [Finding] = []
    var seen: [Int: Int] = [:]
    var furthest = 0
    var longest = 0..<0
    let sorted = hits.compactMap { hit -> Hearsay.MessageHit? in
      if case .message(let entry) = hit.target { (entry, hit) } else { nil }
    }
    .sorted { ($0.hit.start, -$0.hit.end) < ($1.hit.start, -$1.hit.end) }
    for (place, (entry, hit)) in sorted.enumerated() {
      let range = hit.start..<hit.end
      if hit.end <= furthest, range != longest { continue }
      // A wrapper may hold the message that matters.
      if hit.end > furthest, !messages[entry].isWrapper {
        furthest = hit.end
        longest = range
      }
      if messages[entry].needsErrorID,
        !messages[entry].errorIDs.contains(where: errorIDs.contains)
      {
        continue
      }
      let basis: Recognition.Match.Basis = hit.isComplete ? .text : .part
      var finding = Finding(entry: entry, basis: basis, start: hit.start, end: hit.end)
      guard let index = seen[entry] else {
        finding.isTold = isTold(place, of: sorted, text)
        seen[entry] = findings.count
        findings.append(finding)
        continue
      }
      // What stands there once stands there, whatever is said of it elsewhere; and whole is more than a part.
      let old = findings[index]
      guard old.places < Self.mostPlaces,
        old.isTold || (basis == .text && old.basis == .part)
      else { continue }
      finding.places = old.places + 1
      finding.isTold = isTold(place, of: sorted, text)
      if finding.isTold { findings[index].places += 1 } else { findings[index] = finding }
    }
    return withoutTwins(findings)
  }

  /// Drops an entry where another one of the same text was told apart by its code.
  private func withoutTwins(_ findings: [Finding]) -> [Finding] {
    let told = findings.filter { messages[$0.entry].needsErrorID }
    guard !told.isEmpty else { return findings }
    return findings.filter { finding in
      messages[finding.entry].needsErrorID
        || !told.contains { $0.start == finding.start && $0.end == finding.end }
    }
  }

  /// Puts the findings in order and takes in codes where no text says more.
  private func sort(_ findings: [Finding], _ errorIDs: [String]) -> [Finding] {
    let silent = findings.filter { messages[$0.entry].causes == [.unknown] }
    let telling = findings.filter { messages[$0.entry].causes != [.unknown] }
    let wrappers = telling.filter { messages[$0.entry].isWrapper }
    let named = telling.filter { messages[$0.entry].isCode }
    let texts = telling.filter { !messages[$0.entry].isWrapper && !messages[$0.entry].isCode }
    let whole = texts.filter { $0.basis == .text }
    let parts = texts.filter { $0.basis == .part }
    var codes: [Finding] = []
    if texts.isEmpty, wrappers.isEmpty {
      codes = named
      for code in errorIDs {
        guard let entry = entry(forCode: code), !codes.contains(where: { $0.entry == entry }) else {
          continue
        }
        codes.append(Finding(entry: entry, basis: .code, start: 0, end: 0))
      }
      for index in codes.indices { codes[index].basis = .code }
    }
    return whole + parts + codes + wrappers + silent
  }

  private func entry(forCode code: String) -> Int? {
    if let entry = codes[code] { return entry }
    guard let number = Int(code) else { return nil }
    return codeRanges.first { $0.0.contains(number) }?.1
  }

  // MARK: From entries to an answer

  private func match(_ message: Message, _ basis: Recognition.Match.Basis) -> Recognition.Match {
    Recognition.Match(id: message.id, causes: message.causes, basis: basis)
  }

  private func ranking(_ findings: [Finding]) -> [Cause] {
    let specific = findings.filter { !messages[$0.entry].isWrapper }
    var ranking: [Cause] = []
    for finding in specific.isEmpty ? findings : specific {
      for cause in messages[finding.entry].causes
      where cause != .unknown && !ranking.contains(cause) {
        ranking.append(cause)
      }
    }
    return ranking.isEmpty ? [.unknown] : ranking
  }

  /// Whether the first finding leaves no doubt which message the text is.
  private func isSure(_ findings: [Finding]) -> Bool {
    guard let first = findings.first, messages[first.entry].causes != [.unknown],
      !messages[first.entry].isWrapper
    else { return false }
    return first.basis != .part || !hasDouble(first, among: findings)
  }

  /// Whether a message cut off is as much the beginning or the end of another one.
  private func hasDouble(_ part: Finding, among findings: [Finding]) -> Bool {
    findings.contains {
      $0.basis == .part && $0.entry != part.entry && ($0.start == part.start || $0.end == part.end)
    }
  }

  /// What the text may be about: what was found to the letter, what is only spoken of, and where that leaves doubt,
  /// what it is like.
  private func candidates(
    _ findings: [Finding],
    told: [Finding],
    isSure: Bool,
    _ text: MatchText,
    _ portal: PortalEdition?
  ) -> [Recognition.Candidate] {
    let parts = findings.count { $0.basis == .part }
    var candidates = findings.enumerated().map { place, finding in
      let message = messages[finding.entry]
      let score =
        switch finding.basis {
        case _ where message.isWrapper || message.causes == [.unknown]: 0.5
        case .text: place == 0 ? 0.98 : 0.6
        case .part: 0.9 / Double(parts)
        // A number of one or two digits is many a program's.
        case .code: message.codes.contains { $0.count < 3 } ? 0.5 : 0.9
        }
      return Recognition.Candidate(id: message.id, score: score, how: .init(finding.basis))
    }
    for finding in told where !candidates.contains(where: { $0.id == messages[finding.entry].id }) {
      candidates.append(.init(id: messages[finding.entry].id, score: 0.5, how: .similar))
    }
    if !isSure {
      // What stands there to the letter is nearly always the message, cut off.
      let left = parts > 0 ? 0.1 : 1
      for guess in hearing.value.guesses(text, in: portal) {
        let id = messages[guess.entry].id
        // What was cut off may be the likelier of two by what else stands about it.
        if let place = candidates.firstIndex(where: { $0.id == id }) {
          let old = candidates[place]
          candidates[place] = .init(id: id, score: max(old.score, guess.score), how: old.how)
        } else {
          candidates.append(.init(id: id, score: guess.score * left, how: .similar))
        }
      }
    }
    let best = candidates.enumerated().sorted {
      ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
    }
    return best.prefix(3).map(\.element)
  }

  /// What the first message proves, if the text leaves no doubt that it is that message.
  private func evidence(_ findings: [Finding]) -> [Fault] {
    guard let first = findings.first, first.basis != .code else { return [] }
    if first.basis == .part, hasDouble(first, among: findings) { return [] }
    let message = messages[first.entry]
    // What counts only beside something else is proven by no text.
    return message.given.isEmpty ? message.evidence : []
  }
}
