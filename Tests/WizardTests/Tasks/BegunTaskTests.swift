import Wording
import Model
import Screens
import TestSupport
import Testing

/// «Lagret» and a case number stand in the header only for the very case on the screen.
@Suite struct BegunTaskTests {
  @Test func `a begun task is said to be saved when it is, under its own number`() throws {
    let mending = try #require(Mending.all.first { $0.action == "setSystemPassword" })
    let player = try Player()
    try mending.keep(in: player.folder, player.wording)
    try player.resume()
    try player.wait(for: .tasks)
    let origin = try mending.origin(player.folder)
    let task = try #require(mending.entry().start)
    let revision = try player.revision(of: 1001)

    // The answer about the case comes while the task is on the screen.
    let other = try HeldStore(player.store)
    player.take(.task(task), origin)
    let script = TaskScript(mending.action, try #require(Flow.named(task.flow)), mending.answers)
    var walk = try mending.walk(script, mending.prefilled())
    try player.wait(for: walk)
    try other.letGo()
    try player.waitForSave(of: 1001, after: revision)
    try player.expectNothingSaid()
    #expect(try player.list("datasystem") == [])
    #expect(try player.list("case") == [1001])

    for _ in 0..<2 {
      try player.step(script, &walk)
      #expect(player.session.screen.rows[0].contains(" 1002 "))
      #expect(try player.list("datasystem") == [1002])
      #expect(try player.list("case") == [1001])
    }
  }

  @Test func `a flow begun while the case before it is being saved says nothing of that one`()
    throws
  {
    let player = try Player()
    try player.begin(.personLacksRight)
    let revision = try player.revision(of: 1001)
    let other = try HeldStore(player.store)
    player.session.press(.enter)
    let saving = player.wording("header.saving")
    try player.session.waitUntil("being saved") { $0.rows[0].contains(saving) }
    // The header is drawn first: an Escape too many, sent before the rest is, would take the next key
    // for its own.
    player.session.waitUntilAsleep()
    // Home, and into another flow.
    for _ in 0..<6 where player.scene != .home {
      let before = player.scene
      player.session.press(.escape)
      try player.session.waitUntil("a step back") { screen in
        // A screen that is half drawn is no scene yet.
        player.reader.scene(screen).map { $0 != before } ?? false
      }
    }
    player.session.press(.text("2"))
    let title = player.wording("flow.\(Flow.ids(of: .altinn2)[1]).title")
    try player.session.waitUntil("the other flow") { $0.rows[0].contains(title) }
    try other.letGo()
    try player.waitForSave(of: 1001, after: revision)
    try player.expectNothingSaid()
    #expect(try player.list("case") == [1001])
  }
}

extension Player {
  /// Holds that the header tells of no save and no case.
  fileprivate func expectNothingSaid() throws {
    let header = session.screen.rows[0]
    #expect(!header.contains(wording("header.saved")), "\(header)")
    #expect(!header.contains("100"), "\(header)")
  }

  /// The cases of a kind that a command lists.
  fileprivate func list(_ kind: String) throws -> [Int] {
    let run = try Run([kind, "list", "--language", "nb", "--store", store])
    return run.output.split(separator: "\n")
      .compactMap { $0.split(separator: "\t").first.flatMap { Int($0) } }
  }
}
