import SafeText

/// Tells which message a text is, whatever it was pasted from.
///
/// Matches on text first. Only where no message is found does a code count, and then it gives
/// several places to look, never one, because Altinn's own tables disagree on the codes (D6, D10).
package struct Recogniser: Sendable {
  let messages: [Message]
  private let index: PatternIndex
  /// The catalogue's place for each code.
  let codes: [String: Int]
  /// The catalogue's place for each text that counts only when nothing else is pasted, and only of the Altinn that is
  /// asked about.
  private let alone: [[UInt8]: Int]
  let codeRanges: [(ClosedRange<Int>, Int)]
  /// The codes of faults and of services that are numbers, which stay in a text that is kept.
  private let knownCodes: Set<String>
  /// All else that stays in a text that is kept: codes with letters, and what services are called.
  package let names: KnownNames
  /// The codes among them that tell of a fault.
  private let namedCodes: KnownNames
  let hearing: Lazy<Hearing>
  let hearsay: Hearsay
  private let besides: MessageAlone

  /// - Parameters:
  ///   - messages: The catalogue, most important entries first.
  ///   - words: What words have to do with one another.
  ///   - phrases: What people say about them; asked for once, when a text is first met that holds none of
  ///     them, and not kept.
  ///   - services: The codes of services.
  ///   - serviceNames: What else services are called.
  package init(
    messages: [Message],
    words: Lexicon.Words = .none,
    phrases: @escaping @Sendable () -> Phrases = { Phrases() },
    services: some Sequence<String> = EmptyCollection(),
    serviceNames: [String] = []
  ) {
    self.messages = messages
    hearing = Lazy { Hearing(messages, phrases(), words) }
    hearsay = words.hearsay
    besides = words.alone
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
    if errorIDs.isEmpty, let code = TypedCode.code(in: reduced), let entry = entry(forCode: code),
      code.count > 2 || !isOfAnother(entry, portal) || TypedCode.isOurs(reduced)
    {
      errorIDs = [code]
      values[MessageField.errorID.rawValue] = code
    }
    if values[MessageField.organisationNumber.rawValue] == nil {
      values[MessageField.organisationNumber.rawValue] = StandingNumber.organisation(in: reduced)
    }
    var findings = textMatches(hits, errorIDs, reduced)
    if findings.isEmpty, reduced.bytes.count < 40, let entry = alone[reduced.bytes],
      !isOfAnother(entry, portal)
    {
      findings = [Finding(entry: entry, basis: .text, start: 0, end: reduced.bytes.count)]
    }
    // What other programs write too says nothing of an Altinn that nobody asked about.
    findings.removeAll { messages[$0.entry].isCommon && isOfAnother($0.entry, portal) }
    let told = findings.filter(\.isTold)
    let codes = errorIDs.filter { !isTold($0, at: codePlaces[$0] ?? [], with: told, reduced) }
    // Nor is a code that is only told of the one that the message is known by.
    if let code = values[MessageField.errorID.rawValue], !codes.contains(code) {
      values[MessageField.errorID.rawValue] = codes.first
    }
    let found = sort(findings.filter { !$0.isTold }, codes)
    let redaction = Redaction(text, known: known(hits, reduced))
    let isSure = isSure(found)
    return Recognition(
      matches: found.map { match(messages[$0.entry], $0.basis) },
      quote: found.first.flatMap { quote($0, reduced) },
      candidates: candidates(found, told: told, isSure: isSure, reduced, portal),
      isSure: isSure,
      isAlone: told.isEmpty && isAlone(found, reduced),
      others: others(found),
      ranking: ranking(found),
      evidence: evidence(found),
      values: values,
      impossibleNumber: impossible,
      redacted: Sanitiser.text(redaction.text),
      removed: redaction.removed
    )
  }

  /// Whether an entry is of another Altinn than the one that is asked about.
  private func isOfAnother(_ entry: Int, _ portal: PortalEdition?) -> Bool {
    portal.map { $0 != messages[entry].edition } ?? false
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

  /// Whether a text is one message, whole, and nothing else; parts of it may be messages of their own.
  private func isAlone(_ found: [Finding], _ text: MatchText) -> Bool {
    if TypedCode.code(in: text) != nil {
      let digits = text.source.indices.filter { MessageField.isDigit(text.source[$0]) }
      guard let first = digits.first, let last = digits.last else { return false }
      return besides.holds(text.source, but: [first..<(last + 1)])
    }
    let telling = found.filter { !messages[$0.entry].isWrapper }
    let longest = telling.max { $0.range.count < $1.range.count }
    guard longest?.basis != .part,
      telling.allSatisfy({ longest?.range.contains($0.range) ?? false })
    else { return false }
    let known = found.filter { !$0.range.isEmpty }.map { finding in
      OwnEnds.reach(text.origin(of: finding.range), of: messages[finding.entry], in: text.source)
    }
    return besides.holds(text.source, but: known)
  }
}
