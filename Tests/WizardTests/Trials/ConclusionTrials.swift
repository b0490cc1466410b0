import Foundation
import Model
import TestSupport
import Testing
import Wording

/// A conclusion says no more than is known, gives orders only then, and can be read.
@Suite struct ConclusionTrials {
  private static let organisation: [FieldID: String] = [
    .reporteeKind: ReporteeKind.organisation.rawValue, .service: "a02",
  ]
  private static let unauthorised =
    "User is not authorized for submittal of reporting service on behalf of reportee: "
    + Situation.reportee

  @Test(arguments: [
    (Language.bokmal, [FieldID: String]()), (.nynorsk, [:]),
    (.english, [.personSignRight: Fact.yes]),
  ])
  func `where nobody knows who owns the ID nothing fails, and it says what to find out from whom`(
    language: Language,
    known: [FieldID: String]
  ) throws {
    let facts = Self.organisation.merging(known) { $1 }
    let player = try Player(language, rows: 60)
    try player.play(Situation("the owner is not known", message: Self.unauthorised, facts))
    let words = try player.see(player.wording("certainty.open"))
    #expect(!Reader.matches(player.wording("conclusion.fails"), in: words))
    #expect(!words.contains(player.wording("conclusion.do") + ":"))
    #expect(words.contains(player.wording("conclusion.findOut") + ": "))
    #expect(Reader.matches(player.wording("conclusion.seenBy"), in: words))
    #expect(words.contains(player.title(.systemOwner)))
    for action in ["giveSenderRight", "giveOwnerRight", "registerOnReportee"] {
      #expect(!words.contains(player.wording("action.\(action).title")), "\(action)")
    }
    // The message says that the ID and its password were accepted.
    for field in [.systemRegistered, .systemPasswordCorrect, .systemLocked] as [FieldID] {
      #expect(try player.keptAnswer(field) == nil, "\(field)")
    }
    #expect(try player.keptAnswer(.systemOwner) == Fact.unknown)
  }

  @Test func `whoever has the right is asked who owns the ID before anything fails`() throws {
    let facts = Self.organisation.merging([
      .personRight: Fact.yes, .systemOwner: Owner.reportee.rawValue, .loginAsked: Fact.no,
    ]) { $1 }
    let player = try Player(rows: 60)
    let held = Situation("the right is held", message: Self.unauthorised, facts)
    try player.play(held, until: .question(.systemOwner))
    #expect(player.scene == .question(.systemOwner))
    while let now = player.scene, now != .conclusion { try player.step(held) }
    let words = try player.see(player.wording("conclusion.contradicts"))
    #expect(!Reader.matches(player.wording("conclusion.fails"), in: words))
    #expect(!Reader.matches(player.wording("certainty.confirmed"), in: words))
    #expect(!words.contains(player.wording("action.giveOwnerRight.title")))
    // The message says that the ID and its password were accepted.
    for field in [.systemRegistered, .systemPasswordCorrect, .systemLocked] as [FieldID] {
      #expect(try player.keptAnswer(field) == nil, "\(field)")
    }
  }

  @Test(arguments: [
    ("Incorrect username/password given for system", Language.bokmal)
  ])
  func `what somebody believes of a password makes a conclusion likely at most`(
    message: String,
    language: Language
  ) throws {
    let player = try Player(language)
    player.session.press(.text("1"))
    try player.see(player.title(.message))
    player.session.paste(message)
    player.session.press(.enter)
    try player.see("▸" + player.wording("button.next"))
    player.session.press(.enter)
    try player.session.waitUntil("a choice, or the password") { screen in
      let scene = player.reader.scene(screen)
      return scene == .question(.messageLike) || scene == .question(.systemPasswordCorrect)
    }
    player.session.waitUntilAsleep()
    if player.scene == .question(.messageLike) {
      try player.go(.text("1"), to: "▸" + player.wording("button.next"))
      try player.go(.enter, to: player.title(.systemPasswordCorrect))
    }
    try player.go(
      .text(player.wording("letter.yes")),
      to: player.wording("point.registration.title") + ": "
    )
    let words = try player.go(.function(5), to: player.wording("certainty.likely"))
    #expect(!words.contains(player.wording("certainty.confirmed")))
  }

  @Test(arguments: [Language.bokmal, .english])
  func `what several ways out share is said once`(language: Language) throws {
    let both = Self.organisation.merging([
      .personRight: Fact.no, .personAnyRole: Fact.no,
      .systemOwner: Owner.otherOrganisation.rawValue, .ownerRight: Fact.no,
    ]) { $1 }
    let player = try Player(language, rows: 150)
    try player.playAll(Situation("both rights", message: Self.unauthorised, both))
    let others = player.wording("conclusion.others")
    let words = try #require(try player.open(part: "others", to: others))
    let who = player.wording("conclusion.who").prefix { $0 != "{" }
    for action in ["giveSenderRight", "registerOnReportee", "giveOwnerRight"] {
      let described = player.wording("action.\(action).title") + " " + who
      #expect(words.components(separatedBy: described).count == 2, "\(action): \(words)")
    }
  }

  @Test(arguments: [
    (Situation.personLacksRight, Language.bokmal), (.ownerLacksRight, .nynorsk),
    (.wrongPassword, .bokmal),
  ])
  func `what is to be said is no note to oneself`(
    situation: Situation,
    language: Language
  ) throws {
    let player = try Player(language, rows: 60)
    try player.play(situation)
    let to = player.wording("conclusion.to").prefix { $0 != "{" }
    let words = try #require(try player.open(part: "script", to: String(to)))
    for quote in words.split(separator: "«").dropFirst() {
      #expect(quote.firstRange(of: /^(Se|Sjå|Sjekk) etter/) == nil, "\(quote)")
    }
  }

  @Test(arguments: [
    ("DAS-003 Feil i skjema", "DAS-003"), ("DAS-005 Avvist", "DAS-005"),
  ])
  func `the vendor is told the message itself, its code and the id of the call`(
    message: String,
    code: String
  ) throws {
    let id = "0f8fad5b-d9cb-469f-a165-70867728950e"
    let player = try Player(in: .altinn3, rows: 60)
    try player.tell("\(message) CorrelationId: \(id)", to: id)
    try player.go(.function(5), to: player.wording("action.askVendor.title"))
    let words = try player.go(.text("2"), to: player.wording("conclusion.do") + " 1.")
    #expect(words.contains(message) && words.contains(code) && words.contains(id))
    // Two menu paths that only name the vendor again.
    let place = player.wording.path("vendorSupport", of: .altinn3)
    #expect(!words.contains(player.wording("conclusion.where", ["path": place])))
    #expect(!words.contains("gammel utgave") && !words.contains("Altinn avviser"))
  }

  @Test(arguments: ["a02", "rf0002"])
  func `where a right is seen, and the roles that give it, stand on a small screen`(
    service: String
  ) throws {
    let situation = Situation(
      "a right",
      message: Self.unauthorised,
      Self.organisation.merging([.service: service]) { $1 }
    )
    let player = try Player()
    try player.play(situation, until: .question(.personRight))
    let words = Reader.words(player.session.screen)
    #expect(words.contains("Skjema og tjenester du har rettighet til"))
    #expect(words.contains("Regnskapsfører med signeringsrettighet"))
    #expect(words.contains("( ) " + player.wording("answer.unknown")))
  }

  @Test(arguments: Language.allCases)
  func `where all four points are in order, what is left to look at is listed, with whom to call`(
    language: Language
  ) throws {
    let all = Self.organisation.merging([
      .systemRegistered: Fact.yes, .systemOwner: Owner.otherOrganisation.rawValue,
      .systemIDCorrect: Fact.yes, .systemPasswordCorrect: Fact.yes, .systemLocked: Fact.no,
      .personRight: Fact.yes, .personSignRight: Fact.yes, .ownerRight: Fact.yes,
      .loginAsked: Fact.no,
    ]) { $1 }
    let player = try Player(language, rows: 60)
    try player.playAll(Situation("all in order", message: Situation.unheardOf.message, all))
    let words = try player.see(player.wording("cause.unknown.title"))
    for check in player.wording("cause.unknown.checks").split(separator: "\n") {
      #expect(Reader.matches(String(check), in: words), "\(check)")
    }
    #expect(words.contains("75 00 60 00"))
    #expect(!Reader.matches(player.wording("certainty.confirmed"), in: words))
  }

  @Test(arguments: Language.allCases)
  func `each thing to find out names those who see it, and not those of another question`(
    language: Language
  ) throws {
    let player = try Player(language, rows: 150)
    try player.playAll(Situation("little known", message: Self.unauthorised, Self.organisation))
    let words = try #require(
      try player.open(part: "steps", to: player.wording("conclusion.findOut"))
    )
    let open = words.components(separatedBy: player.wording("conclusion.findOut"))[1]
    for field in [.systemOwner, .personRight] as [FieldID] {
      let title = player.title(field).prefix { $0 != "{" && $0 != "?" }
      let told = try #require(open.components(separatedBy: title).dropFirst().first)
      let next = told.prefix { $0 != "?" }.count + 1
      let who = player.wording("question.\(field.rawValue).who").prefix { $0 != "{" }
      let tail = told.dropFirst(next).prefix(who.count + 60)
      #expect(tail.contains(who), "\(field): \(tail)")
    }
  }

  @Test(arguments: [Language.bokmal, .nynorsk])
  func `on a small screen a point with several things to choose among names the likeliest`(
    language: Language
  ) throws {
    let player = try Player(language)
    try player.tell(
      "Incorrect username/password/pin given for user",
      to: player.wording("message.E3.meaning")
    )
    let words = try player.go(.function(5), to: player.wording("verdict.likeliest"))
    let more = player.wording("conclusion.more")
    #expect(!Reader.matches(player.wording("verdict.likeliest") + " " + more, in: words))
    #expect(!Reader.matches(player.wording("verdict.oneOf"), in: words))
  }
}
