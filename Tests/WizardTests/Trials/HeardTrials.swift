import Model
import TestSupport
import Testing
import Wording

/// A message told, shortened or mistyped is offered and never taken for certain.
@Suite struct HeardTrials {
  /// What is typed, and the message it must be offered as, in one walk for each language.
  private static let told: [Language: [(text: String, id: String)]] = [
    .bokmal: [
      ("låst", "E6"), ("feil passord", "E2"), ("koden er utløpt", "E4"), ("har ikke tilgang", "E1"),
      ("jeg får ikke sms", "E29"), ("Incorect usrname/pasword givn for systm", "E2"),
    ],
    .nynorsk: [
      ("sperra", "E6"), ("ikkje autorisert", "E1"), ("feil pinkode", "E3"),
      ("Thr EndUserSytem Systm wth ID: 4711 is lockd out", "E6"),
      ("Usr is not autorized for submital of reportng service", "E1"),
    ],
    .english: [
      ("locked", "E6"), ("user is not authorized for submittal 310043214", "E1"),
      ("There exists no valid services", "E7"), ("username/password given for", "E2"),
      ("Pin sesion tme has time out for user. Reqest new", "E4"),
    ],
  ]

  @Test(arguments: Language.allCases)
  func `what people say or mistype is offered as the message it is like`(language: Language) throws
  {
    let player = try Player(language, rows: 60)
    for (text, id) in Self.told[language] ?? [] {
      try player.tell(text, typed: true, to: player.wording("kept.unknown"))
      let words = try player.go(.enter, to: player.title(.messageLike))
      #expect(Reader.matches(player.wording("message.\(id).meaning"), in: words), "\(text)")
      try player.goHome()
    }
  }

  @Test(
    arguments: zip(
      [
        "incorrect username/password", "Incorrect username/password…",
        "feil brukernavn eller passord",
      ],
      Language.allCases
    )
  )
  func `a message cut off where two of them part gives both, and no point fails by it`(
    text: String,
    language: Language
  ) throws {
    let player = try Player(language, rows: 60)
    try player.tell(text, typed: true, to: player.wording("kept.unknown"))
    let both = try player.go(.enter, to: player.title(.messageLike))
    for id in ["E2", "E3"] {
      #expect(Reader.matches(player.wording("message.\(id).meaning"), in: both), "\(id)")
    }
    let end = try player.go(.function(5), to: player.wording("certainty.open"))
    #expect(!Reader.matches(player.wording("conclusion.fails"), in: end))
    #expect(!Reader.matches(player.wording("certainty.confirmed"), in: end))
  }

  @Test func `a message that is only offered makes nothing certain, though it is chosen`() throws {
    let player = try Player()
    try player.tell("systm låst", typed: true, to: player.wording("kept.unknown"))
    try player.go(.enter, to: player.title(.messageLike))
    try player.go(.text("1"), to: "▸" + player.wording("button.next"))
    let end = try player.go(.function(5), to: player.wording("certainty.likely"))
    #expect(Reader.matches(player.wording("action.stopAutomaticSendingAndWait.title"), in: end))
  }

  @Test(
    arguments: zip(
      Language.allCases,
      ["Noe helt annet gikk galt", "Modulen svarar ikkje", "Teapot"]
    )
  )
  func `a message that nobody knows stands in its own words wherever the answers are shown`(
    language: Language,
    text: String
  ) throws {
    let player = try Player(language)
    try player.tell(text, typed: true, to: player.wording("kept.unknown"))
    try player.go(.enter, to: player.title(.messageSymptom))
    try player.go(.text(player.wording("letter.unknown")), to: player.title(.reporteeKind))
    try player.go(.function(5), to: player.wording("certainty.open"))
    let review = try player.go(.text("2"), to: player.wording("review.finish"))
    #expect(review.contains(text))
    try player.session.waitUntil("saved", player.reader.isSaved)
    let shown = try Run([
      "case", "show", "1001", "--store", player.store, "--language", language.rawValue,
    ])
    #expect(shown.status == 0 && shown.output.contains(text))
  }
}
