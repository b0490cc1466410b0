import Model
import TestSupport
import Testing

/// While something waits for approval it is told, and nobody is blamed for what it may explain.
@Suite struct WaitingLaws {
  private static let messages = Shipped.messages.filter { $0.edition == .altinn3 }

  /// All that decides whether something waits now.
  private static let waiting: [FieldID: String] = [
    .approvalNeeded: Fact.yes, .accessListed: AccessListing.listed.rawValue,
    .accessHoldsNeeded: Fact.yes, .accessOrigin: AccessOrigin.request.rawValue,
  ]

  private static func diagnosis(
    _ message: String,
    _ told: [FieldID: String],
    _ random: inout Seeded
  ) -> Diagnosis {
    var facts = Facts()
    for row in Portal.altinn3.facts {
      guard let words = row.values.words, random.int(0...4) > 0 else { continue }
      facts[row.fact] = random.pick(words)
    }
    for (fact, value) in told { facts[fact] = value }
    facts[.message] = message
    return Content.embedded.engine(of: .altinn3).diagnose(facts)
  }

  @Test(arguments: messages.map(\.id), UInt64(0)..<10)
  func `what waits is told, and nobody is blamed because all else is in order`(
    id: String,
    seed: UInt64
  ) throws {
    let message = try #require(Content.embedded.message(id))
    let points: [Point] = [.systemAccess, .accessContents]
    let isExplained =
      message.causes.first?.point != nil
      && message.causes.compactMap(\.point).contains(where: points.contains)
    var random = Seeded(seed)
    for _ in 0..<20 {
      let diagnosis = Self.diagnosis(id, Self.waiting, &random)
      #expect(diagnosis.waiting == [.awaitsApproval])
      #expect(!diagnosis.conclusion.causes.contains(.unknown), "\(diagnosis.facts.values)")
      guard isExplained else { continue }
      let outside = diagnosis.conclusion.causes.filter { $0.point == nil }
      let told = "\(diagnosis.facts.values)"
      #expect(outside.isEmpty || outside == [.awaitsApproval], "\(told)")
    }
  }

  @Test(arguments: messages.map(\.id))
  func `what must be approved once something else is mended does not wait`(id: String) {
    var random = Seeded(3)
    let later: [[FieldID: String]] = [
      [.accessOrigin: AccessOrigin.byHand.rawValue], [.accessHoldsNeeded: Fact.no],
      [
        .accessListed: AccessListing.missing.rawValue, .requestState: RequestState.none.rawValue,
      ],
      [.approvalNeeded: Fact.no],
    ]
    for told in later {
      let facts = Self.waiting.merging(told) { $1 }
      let diagnosis = Self.diagnosis(id, facts, &random)
      #expect(diagnosis.waiting.isEmpty, "\(told)")
      #expect(!diagnosis.conclusion.causes.contains(.awaitsApproval), "\(told)")
    }
  }
}
