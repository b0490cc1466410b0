import Wording
import Model
import Screens
import TestSupport
import Testing

/// What a person must be told in the end.
struct Outcome: Sendable, CustomTestStringConvertible {
  let situation: Situation
  /// The points that fail; none when the fault lies with the vendor.
  let points: [Point]
  let action: String
  let actor: Actor
  let place: String

  var testDescription: String { situation.name }

  /// The seven messages on Altinn's own list (P1), E1 once for each of its points.
  static let official = [
    Outcome(
      situation: .personLacksRight,
      points: [.personRights],
      action: "giveSenderRight",
      actor: .giver,
      place: "othersWithRightsEnterprise"
    ),
    Outcome(
      situation: .ownerLacksRight,
      points: [.systemRights],
      action: "giveOwnerRight",
      actor: .giver,
      place: "othersWithRightsEnterprise"
    ),
    Outcome(
      situation: .wrongPassword,
      points: [.registration],
      action: "setSystemPassword",
      actor: .ownerManager,
      place: "datasystems"
    ),
    Outcome(
      situation: .wrongLoginPassword,
      points: [.login],
      action: "setLoginPassword",
      actor: .sender,
      place: "loginInformation"
    ),
    Outcome(
      situation: .codeExpired,
      points: [.login],
      action: "orderNewCode",
      actor: .sender,
      place: "inProgram"
    ),
    Outcome(
      situation: .oldForm,
      points: [],
      action: "askVendor",
      actor: .vendor,
      place: "vendorSupport"
    ),
    Outcome(
      situation: .lockedOut,
      points: [.registration],
      action: "stopAutomaticSendingAndWait",
      actor: .sender,
      place: "inProgram"
    ),
    Outcome(
      situation: .noService,
      points: [],
      action: "askVendor",
      actor: .vendor,
      place: "vendorSupport"
    ),
  ]
}

/// From each official message to its remedy, on the real program.
@Suite struct JourneyTests {
  @Test(arguments: Outcome.official, Language.allCases)
  func `leads from the message to the act, the person and the place`(
    outcome: Outcome,
    language: Language
  ) throws {
    let player = try Player(language)
    try player.play(outcome.situation)
    #expect(player.answers <= 7)
    let words = try player.everything(upTo: "edition.altinn2.short")
    for (index, row) in Portal.altinn2.points.enumerated() {
      let point = row.point
      let title = player.wording("point.\(point.rawValue).title")
      let values = ["number": "\(index + 1)", "point": title]
      let isFailing = Reader.failing(values, in: words, player.wording)
      #expect(isFailing == outcome.points.contains(point), "\(point)")
    }
    let texts = player.wording.texts
    #expect(Reader.matches(texts("action.\(outcome.action).title"), in: words))
    #expect(Reader.matches(texts("actor.\(outcome.actor.rawValue)"), in: words))
    // The vendor is asked at the vendor's.
    let place = player.wording.path(outcome.place, of: .altinn2).lowercased()
    #expect(words.lowercased().contains(place))
    if outcome.points.isEmpty { #expect(Reader.matches(texts("cause.vendor.title"), in: words)) }
  }
}
