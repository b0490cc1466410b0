import Wording
import Foundation
import Model
import Screens
import Store
import TestSupport
import Testing

/// The screen goes on whatever the disk does, and says how the saving goes.
@Suite struct SavingTests {
  @Test func `shows the next question though the store is held by somebody else`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    let other = try HeldStore(player.store)
    player.session.press(.enter)
    let saving = player.wording("header.saving")
    try player.session.waitUntil("the next question, being saved") { screen in
      player.reader.scene(screen) != .recognised && screen.rows[0].contains(saving)
    }
    try other.letGo()
    try player.session.waitUntil("saved") { player.reader.isSaved($0) }
  }

  @Test func `says who keeps the store, and begins when it is free`() throws {
    let folder = try RecordsFolder()
    let lock = open(folder.path + "/store/veiviser.lock", O_RDWR | O_CLOEXEC)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    let wording = Reader(.bokmal).wording
    let path = folder.store.location.told(folder.store.location.database)
    let said = wording("store.waiting", ["path": path, "process": "\(getpid())"])
    let session = try folder.session(["--language", "nb"])
    // Nobody looks at an empty screen for half a minute.
    try session.waitUntil("who keeps it", timeout: .seconds(5)) { screen in
      screen.text.filter { !$0.isWhitespace }.contains(said.filter { !$0.isWhitespace })
    }
    #expect(flock(lock, LOCK_UN) == 0)
    try session.waitFor(wording("home.records"))
  }

  @Test func `says that it could not save, and goes on`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    let database = player.store + "/veiviser.sqlite"
    try FileManager.default.moveItem(atPath: database, toPath: database + ".away")
    player.session.press(.enter)
    try player.session.waitUntil("not saved, and why") {
      $0.rows[0].contains(player.wording("header.unsaved"))
        && Reader.squeezed($0.text).contains(database.suffix(20))
    }
    // What was on the screen is still there, and is saved when the file is back.
    try FileManager.default.moveItem(atPath: database + ".away", toPath: database)
    let before = try #require(player.scene)
    player.session.press(.escape)
    try player.settle(after: before)
  }

  @Test func `says that somebody else deleted the case, and can keep it as a new one`() throws {
    let player = try Player()
    try player.begin(.personLacksRight)
    let kept = try #require(try player.kept().first)
    let number = "\(kept.id.rawValue)"
    #expect(try Run(["case", "delete", number, "--store", player.store]).status == 0)
    // It is said before anything is done.
    try player.session.waitUntil("that it is gone") {
      Reader.matches(player.wording("conflict.removed"), in: Reader.squeezed($0.text))
    }
    player.session.press(.enter)
    try player.wait(forText: "gone.title")
    #expect(try player.kept() == [])
    player.session.press(.enter)
    try player.session.waitUntil("the next question, saved") {
      ![nil, .recognised].contains(player.reader.scene($0)) && player.reader.isSaved($0)
    }
    let saved = try #require(try player.kept().first)
    #expect(saved.id != kept.id)
    #expect(saved.content.answer(in: "message") == kept.content.answer(in: "message"))
  }

  @Test func `never overwrites what somebody else has saved`() throws {
    let first = try Player()
    try first.begin(.personLacksRight)
    let second = try PtySession(
      Executables.veiviser,
      ["--language", "nb", "--store", first.store]
    )
    try second.waitUntil("home") { first.reader.scene($0) == .home }
    second.press(.text("\(Flow.ids(of: .altinn2).count + 1)"))
    try second.waitUntil("the cases") { first.reader.shows("flow.findFault.record", $0) }
    second.press(.enter)
    try second.waitUntil("the case") { first.reader.scene($0) == .recognised }
    second.press(.enter)
    try second.waitUntil("the second's question, saved") {
      first.reader.scene($0) != .recognised && first.reader.isSaved($0)
    }
    let theirs = first.reader.scene(second.screen)
    let kept = try first.cases()
    // It is said before the first has done anything.
    let overtaken = first.wording("header.overtaken")
    try first.session.waitUntil("overtaken") { $0.rows[0].contains(overtaken) }

    first.session.press(.escape)
    try first.wait(forText: "conflict.title")
    #expect(try first.cases() == kept)
    first.session.press(.enter)
    try first.session.waitUntil("the newest") { first.reader.scene($0) == theirs }
    #expect(try first.cases() == kept)
  }
}
