/// A place in the trail, with the digest of everything up to it.
///
/// Noted down elsewhere, it later shows whether the trail up to there is still the same.
package struct TrailHead: Hashable, Sendable, LosslessStringConvertible {
  /// The last line, or 0 before the first.
  package let event: Int64
  /// Of everything up to it: 32 bytes.
  package let digest: [UInt8]

  package init(event: Int64, digest: [UInt8]) {
    self.event = event
    self.digest = digest
  }

  /// Reads what `description` writes; `nil` for anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let event = Int64(parts[0]), event >= 0, parts[1].utf8.count == 64
    else { return nil }
    let digits = Array(parts[1].utf8).map { UInt8(String(UnicodeScalar($0)), radix: 16) }
    guard digits.allSatisfy({ $0 != nil }) else { return nil }
    self.event = event
    digest = stride(from: 0, to: 64, by: 2).map { (digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0) }
  }

  /// The number of the line, a colon and the digest in hexadecimal digits.
  package var description: String {
    let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(event):\(hex)"
  }

  /// The head when one more line stands in the trail.
  ///
  /// What is digested never changes, or every store there is would seem to be tampered with: the
  /// digest before, then the columns of the line, whole numbers as eight bytes with the first byte
  /// the greatest, texts with their length before them.
  package func followed(by line: TrailLine) -> TrailHead {
    var bytes = digest
    for number in [line.id, line.caseID, line.who, line.created] { Self.add(number, to: &bytes) }
    for text in [line.kind, line.subject] {
      Self.add(Int64(text.utf8.count), to: &bytes)
      bytes += text.utf8
    }
    return TrailHead(event: line.id, digest: SHA256.digest(bytes))
  }

  private static func add(_ number: Int64, to bytes: inout [UInt8]) {
    for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (56 - 8 * index))) }
  }
}

/// A line of the trail as it is stored.
package struct TrailLine: Hashable, Sendable {
  package let id: Int64
  /// The case, or 0 where it is about the whole store.
  package let caseID: Int64
  package let who: Int64
  package let created: Int64
  package let kind: String
  package let subject: String

  package init(
    id: Int64,
    caseID: Int64,
    who: Int64,
    created: Int64,
    kind: String,
    subject: String
  ) {
    self.id = id
    self.caseID = caseID
    self.who = who
    self.created = created
    self.kind = kind
    self.subject = subject
  }
}
