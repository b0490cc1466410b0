import Model
import Screens
import TestSupport
import Testing

/// From what is wrong to the task that mends it, and back.
@Suite struct TaskReturnTests {
  static let ways: [(Situation, String, TaskScript)] = [
    (
      .wrongPassword, "setSystemPassword",
      TaskScript(
        flow: .registerSystem,
        answers: [
          "register.act": "password", "reportee.kind": "organisation",
          "reportee.name": Situation.reportee, "register.owner": "reportee",
          "register.access": Fact.yes, "register.product": "tripletex",
          "register.password": TaskScript.password, "register.edit": "*", "register.id": "4711",
          "register.typed": "*", "register.done": "1.12.2026",
        ]
      )
    ),
    (
      .lockedOut, "registerNewID",
      TaskScript(
        flow: .registerSystem,
        answers: TaskScript.register.answers.merging(
          ["register.act": "replace", "register.owner": "reportee"]
        ) { $1 }
      )
    ),
    (
      .wrongLoginPassword, "setLoginPassword",
      TaskScript(
        flow: .updateLogin,
        answers: TaskScript.login.answers.merging(
          ["update.which": "personal", "update.about": "password", "login.method": "sms"]
        ) { $1 }
      )
    ),
    (
      .codeExpired, "orderNewCode",
      TaskScript(
        flow: .updateLogin,
        answers: TaskScript.login.answers.merging(
          ["update.which": "personal", "update.about": "codeExpired", "login.method": "sms"]
        ) { $1 }
      )
    ),
  ]

  @Test(arguments: ways.indices, Language.allCases)
  func `a conclusion begins the task, filled in, and gets it back done`(
    place: Int,
    language: Language
  ) throws {
    let (situation, action, script) = Self.ways[place]
    let player = try Player(language)
    try player.play(situation, until: .tasks)
    let title = player.wording("action.\(action).title")
    let screen = try player.wait(forText: "action.\(action).title")
    let row = try #require(screen.row(of: String(title.prefix(24))))
    // The list has its keys before the words.
    let key = try #require(screen.rows[row].first { $0.isNumber })
    player.session.press(.text(String(key)))
    try player.wait(for: script, at: script.begin())

    var walk = script.begin()
    while walk.current.kind != .receipt {
      if case .choice = walk.current.fields.first?.input, walk.current.fields.count == 1,
        let field = walk.current.fields.first, Self.isFilledIn(field.id, by: action)
      {
        // The answer stands there already; Enter is enough.
        player.session.press(.enter)
        script.answer(&walk, player.wording)
        try player.wait(for: script, at: walk)
      } else {
        try player.step(script, &walk)
      }
    }
    player.session.press(.enter)
    try player.wait(for: .tasks)
    try player.session.waitUntil("the case it was begun from") { $0.contains(" 1001") }
  }

  private static func isFilledIn(_ field: FieldID, by action: String) -> Bool {
    let all = try? Catalogue(from: .embedded).table(Action.self).entries
    return all?.first { $0.id == action }?.prefill[field.rawValue] != nil
  }
}
