import Model
import TestSupport
import Testing
import Wording

/// A situation as it reaches a support desk, and all that must come out of it.
struct Told: Sendable, CustomTestStringConvertible {
  let situation: Situation
  let language: Language
  let fails: [Point]
  /// Ways to mend it, each to be named somewhere in the conclusion.
  let actions: [String]
  let never: [String]
  /// Keys of texts that must be said besides.
  let said: [String]

  var testDescription: String { situation.name }

  init(
    _ name: String,
    _ message: String,
    _ facts: [FieldID: String],
    in language: Language = .bokmal,
    fails: [Point],
    _ actions: [String],
    never: [String] = [],
    said: [String] = []
  ) {
    situation = Situation(name, message: message, facts)
    self.language = language
    self.fails = fails
    self.actions = actions
    self.never = never
    self.said = said
  }

  private static let organisation: [FieldID: String] = [
    .reporteeKind: ReporteeKind.organisation.rawValue, .service: "a02",
  ]
  private static let unauthorised =
    "User is not authorized for submittal of reporting service\non behalf of reportee: "
    + Situation.reportee

  static let all = [
    Told(
      "a new program, with a letter in the password that it does not take",
      "Incorrect username/password given for system",
      [.systemPasswordCorrect: Fact.no],
      fails: [.registration],
      ["setSystemPassword"],
      never: ["tryLater", "setLoginPassword"],
      said: ["actor.ownerManager"]
    ),
    Told(
      "an accountant, and one client of many that has only told them",
      unauthorised,
      organisation.merging([
        .personRight: Fact.no, .personAnyRole: Fact.no,
        .systemOwner: Owner.otherOrganisation.rawValue, .ownerRight: Fact.no,
      ]) { $1 },
      in: .nynorsk,
      fails: [.personRights, .systemRights],
      ["clientRegistersAccountant", "giveOwnerRight", "giveSenderRight", "giveClientRole"]
    ),
    Told(
      "a sole proprietorship of the family, with an ID on one's own number",
      unauthorised,
      organisation.merging([
        .service: "rf0002", .personRight: Fact.no, .personAnyRole: Fact.no,
        .systemOwner: Owner.sender.rawValue,
      ]) { $1 },
      in: .english,
      fails: [.personRights, .systemRights],
      ["giveSenderRight"],
      never: ["askForAccess", "giveOwnerRight"]
    ),
    Told(
      "no code on the phone, since the password is that of MinID",
      "",
      [
        .messageSymptom: "Y2Code", .loginAsked: Fact.yes, .loginMethod: LoginMethod.minID.rawValue,
      ],
      in: .nynorsk,
      fails: [.login],
      ["useCodeMethod"],
      never: ["setSystemPassword", "setMobileNumber"]
    ),
    Told(
      "filled in, and nobody may sign",
      "",
      organisation.merging([
        .messageSymptom: "Y2Unsigned", .service: "rf0002", .personRight: Fact.yes,
        .personSignRight: Fact.no,
      ]) { $1 },
      fails: [.personRights],
      ["letSignerSign", "giveSignRight"],
      never: ["giveOwnerRight"]
    ),
    Told(
      "a wrong password, and a right that the owner of the ID lacks",
      "Incorrect username/password\ngiven for system",
      organisation.merging([
        .systemRegistered: Fact.yes, .systemIDCorrect: Fact.yes, .systemPasswordCorrect: Fact.no,
        .systemOwner: Owner.otherOrganisation.rawValue, .personRight: Fact.yes,
        .personSignRight: Fact.yes, .ownerRight: Fact.no,
      ]) { $1 },
      in: .english,
      fails: [.registration, .systemRights],
      ["registerOnReportee", "giveOwnerRight", "setSystemPassword"]
    ),
  ]
}

/// Situations that no single message tells whole; the others stand in ``JourneyTests``.
@Suite struct SituationTrials {
  @Test(arguments: Told.all)
  func `all that fails is found in one round, with every way to mend it`(told: Told) throws {
    let player = try Player(told.language, rows: 150)
    try player.playAll(told.situation)
    var words = try player.see(player.wording("edition.altinn2.short"))
    for (index, row) in Portal.altinn2.points.enumerated() {
      let values = ["number": "\(index + 1)", "point": player.wording(row.point.titleKey)]
      let isFailing = Reader.failing(values, in: words, player.wording)
      #expect(isFailing == told.fails.contains(row.point), "\(row.point)")
    }
    let signs = ["steps": player.wording("conclusion.do") + " 1."]
    for part in ["steps", "others"] {
      let sign = signs[part] ?? player.wording("conclusion.others")
      guard let more = try player.open(part: part, to: sign) else { continue }
      words += " " + more
      try player.go(.enter, to: "▸1 " + player.wording("button.next"))
    }
    for action in told.actions {
      #expect(words.contains(player.wording("action.\(action).title")), "\(action): \(words)")
    }
    for action in told.never {
      #expect(!words.contains(player.wording("action.\(action).title")), "\(action)")
    }
    for key in told.said { #expect(Reader.matches(player.wording(key), in: words), "\(key)") }
  }

  @Test
  func `a case in which nobody knows anything waits, and goes on at what there is to find out`()
    throws
  {
    let player = try Player()
    let nothing = Situation("nothing known", message: Told.all[1].situation.message)
    try player.play(nothing)
    try player.see(player.wording("certainty.open"))
    try player.leaveAndStartAgain()
    try player.resume()
    let words = try player.see(player.wording("certainty.open"))
    #expect(words.contains(player.wording("conclusion.findOut")))
  }
}
