/// From the places that were found to entries of the catalogue.
extension Recogniser {
  /// An entry and what it was found by.
  struct Finding {
    var entry: Int
    var basis: Recognition.Match.Basis
    var start: Int
    var end: Int
    /// Whether it only stands there as what somebody says of it.
    var isTold = false
    /// How many places were looked at for one that says more.
    var places = 1

    var range: Range<Int> { start..<end }
  }

  /// How many places of an entry are looked at; a long log may hold a message thousands of times.
  static let mostPlaces = 20

  /// Whether a message only stands in a text as what somebody says of it.
  func isTold(_ place: Int, of sorted: [Hearsay.MessageHit], _ text: MatchText) -> Bool {
    hearsay.speaks(of: place, among: sorted, in: text, messages)
  }

  /// Whether a code only tells more of a message that is spoken of: it is that message's own, or stands nowhere but in
  /// its sentence.
  func isTold(
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
  func textMatches(
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
  func withoutTwins(_ findings: [Finding]) -> [Finding] {
    let told = findings.filter { messages[$0.entry].needsErrorID }
    guard !told.isEmpty else { return findings }
    return findings.filter { finding in
      messages[finding.entry].needsErrorID
        || !told.contains { $0.start == finding.start && $0.end == finding.end }
    }
  }

  /// Puts the findings in order and takes in codes where no text says more.
  func sort(_ findings: [Finding], _ errorIDs: [String]) -> [Finding] {
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

  func entry(forCode code: String) -> Int? {
    if let entry = codes[code] { return entry }
    guard let number = Int(code) else { return nil }
    return codeRanges.first { $0.0.contains(number) }?.1
  }
}
