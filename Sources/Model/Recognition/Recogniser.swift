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

  /// - Parameter messages: The catalogue, most important entries first.
  package init(messages: [Message]) {
    self.messages = messages
    var patterns: [MessagePattern] = []
    var codes: [String: Int] = [:]
    var ranges: [(ClosedRange<Int>, Int)] = []
    var alone: [[UInt8]: Int] = [:]
    for (index, message) in messages.enumerated() {
      for text in message.texts {
        patterns.append(
          MessagePattern(text, target: .message(index), mustEnd: message.isWrapper)
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
    self.alone = alone
    codeRanges = ranges
  }

  /// Recognises a text and takes out what must not be kept.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func recognise(_ text: String) -> Recognition {
    let reduced = MatchText(text)
    let hits = index.hits(in: reduced)
    var values: [String: String] = [:]
    var errorIDs: [String] = []
    for hit in hits {
      guard case .field(let field) = hit.target,
        let value = field.value(in: reduced, from: hit.end)
          ?? field.valueBehindAttributes(in: reduced, name: hit.start..<hit.end)
      else { continue }
      if values[field.rawValue] == nil { values[field.rawValue] = value }
      if field == .errorID, errorIDs.count < 100, !errorIDs.contains(value) {
        errorIDs.append(value)
      }
    }
    if errorIDs.isEmpty, let code = TypedCode.code(in: reduced), entry(forCode: code) != nil {
      errorIDs = [code]
      values[MessageField.errorID.rawValue] = code
    }
    if values[MessageField.organisationNumber.rawValue] == nil {
      values[MessageField.organisationNumber.rawValue] = StandingNumber.organisation(in: reduced)
    }
    var findings = textMatches(hits, errorIDs)
    if findings.isEmpty, reduced.bytes.count < 40, let entry = alone[reduced.bytes] {
      findings = [Finding(entry: entry, basis: .text, start: 0, end: reduced.bytes.count)]
    }
    let found = sort(findings, errorIDs)
    let redaction = Redaction(text)
    return Recognition(
      matches: found.map { match(messages[$0.entry], $0.basis) },
      ranking: ranking(found),
      evidence: evidence(found),
      values: values,
      redacted: redaction.text,
      removed: redaction.removed
    )
  }

  // MARK: From hits to entries

  /// An entry and what it was found by.
  private struct Finding {
    var entry: Int
    var basis: Recognition.Match.Basis
    var start: Int
    var end: Int
  }

  /// The entries whose text was found, each once, without those inside a longer text.
  private func textMatches(_ hits: [PatternIndex.Hit], _ errorIDs: [String]) -> [Finding] {
    var findings: [Finding] = []
    var seen: [Int: Int] = [:]
    var furthest = 0
    var longest = 0..<0
    let sorted = hits.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    for hit in sorted {
      guard case .message(let entry) = hit.target else { continue }
      let range = hit.start..<hit.end
      if hit.end <= furthest, range != longest { continue }
      let message = messages[entry]
      // A wrapper may hold the message that matters.
      if hit.end > furthest, !message.isWrapper {
        furthest = hit.end
        longest = range
      }
      if message.needsErrorID, !message.errorIDs.contains(where: errorIDs.contains) { continue }
      let basis: Recognition.Match.Basis = hit.isComplete ? .text : .part
      if let index = seen[entry] {
        if basis == .text, findings[index].basis == .part {
          findings[index] = Finding(entry: entry, basis: basis, start: hit.start, end: hit.end)
        }
        continue
      }
      seen[entry] = findings.count
      findings.append(Finding(entry: entry, basis: basis, start: hit.start, end: hit.end))
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

  /// What the first message proves, if the text leaves no doubt that it is that message.
  private func evidence(_ findings: [Finding]) -> [Fault] {
    guard let first = findings.first, first.basis != .code else { return [] }
    if first.basis == .part {
      let others = findings.dropFirst().filter { $0.basis == .part }
      guard !others.contains(where: { $0.start == first.start || $0.end == first.end }) else {
        return []
      }
    }
    return messages[first.entry].evidence
  }
}
