import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// A password is in the memory for as long as its page is on the screen, and no longer.
@Suite(.enabled(if: geteuid() == 0)) struct MemoryReliability {
  /// Longer than what fits in the value of a string itself.
  private static let password = "SkjultVedKilden88"

  /// How the password comes, and how its page is left.
  enum Way: CaseIterable {
    case typed, pasted, typedAndCleared, typedAndGoneBackFrom, pastedAndLeft
  }

  private static let script = TaskScript.register.with(["register.password": password])

  private func expectNone(_ process: Int32, _ place: String) throws {
    let memory = try ProcessMemory(of: process)
    #expect(memory.size > 1 << 20, "not tested: \(memory.size) bytes read")
    #expect(memory.count(of: Self.password) == 0, "\(place)")
    for name in ["cmdline", "environ"] {
      let bytes = try Data(contentsOf: URL(filePath: "/proc/\(process)/\(name)"))
      #expect(bytes.range(of: Data(Self.password.utf8)) == nil, "\(place): \(name)")
    }
  }

  /// Without this the test could be blind.
  private func expectSome(_ process: Int32) throws {
    let found = try ProcessMemory(of: process).count(of: Self.password)
    #expect(found > 0, "not tested: the password is not seen while it is there")
  }

  @Test(arguments: Reliability.sample(Way.allCases, every: 2))
  func `after the page of a password it is nowhere in the memory`(way: Way) throws {
    let player = try Player()
    var walk = try player.play(Self.script, until: "password")
    let process = player.session.processID
    func give() throws {
      if way == .pasted || way == .pastedAndLeft {
        player.session.paste(Self.password)
      } else {
        player.session.press(.text(Self.password))
      }
      try player.session.waitUntil("a masked line") { $0.rows[$0.cursorRow].contains("•") }
      try player.session.waitUntil("nothing more to say of it") {
        player.reader.shows("secret.differs", $0)
      }
    }
    try give()
    try expectSome(process)
    switch way {
    case .typed, .pasted:
      let row = player.session.screen.cursorRow
      player.session.press(.enter)
      try player.session.waitUntil("the second line") { $0.cursorRow != row }
      if way == .pasted {
        player.session.paste(Self.password)
      } else {
        player.session.press(.text(Self.password))
      }
      try player.session.waitUntil("both agree") { !player.reader.shows("secret.differs", $0) }
      player.session.press(.enter)
      Self.script.answer(&walk, player.wording)
      try player.wait(for: walk)
    case .typedAndCleared:
      player.session.press(.control("u"))
      try player.session.waitFor(String(player.wording("secret.skip").prefix(20)))
    case .typedAndGoneBackFrom:
      player.session.press(.escape)
      _ = walk.back()
      try player.wait(for: walk)
    case .pastedAndLeft:
      // The question whether to leave lies over the page; what is typed is gone only behind it.
      player.session.press(.function(10))
      try player.wait(forText: "leave.title")
      player.session.press(.enter)
      try player.wait(for: walk)
      player.session.press(.escape)
      _ = walk.back()
      try player.wait(for: walk)
    }
    try player.waitUntilSaved()
    try expectNone(process, "\(way)")
    Reliability.report(
      "12 password in memory, \(way)",
      "found while its page is shown, 0 times in memory, arguments and environment after it"
    )
  }

  @Test func `line by line a password is nowhere in the memory once it is taken`() throws {
    let player = try PlainPlayer()
    var walk = Self.script.begin()
    try player.answer(Self.script.home)
    while walk.current.id != "password" {
      for line in Self.script.lines(at: walk, player.wording) { try player.answer(line) }
      Self.script.answer(&walk, player.wording)
    }
    try player.answer(Self.password)
    try expectSome(player.session.processID)
    try player.answer(Self.password)
    try expectNone(player.session.processID, "line by line")
    Reliability.report(
      "12 password in memory, line by line",
      "found until it is typed twice, 0 times in memory, arguments and environment after it"
    )
  }
}
