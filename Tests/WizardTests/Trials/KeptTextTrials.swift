import Foundation
import Model
import TestSupport
import Testing
import Wording

/// Whoever wants nothing kept of a pasted text has nothing of it in the store, on whatever way it was pasted.
@Suite struct KeptTextTrials {
  /// No catalogue knows it, and what it says can be found again.
  private static let words = ["Lønnskjøringa", "klokkebiff"]
  private static let text = "Lønnskjøringa stoppet igjen, og skjermen sa klokkebiff"

  /// All that stands in the file of the store, cases and index.
  private static func bytes(in folder: TemporaryFolder) throws -> Data {
    try Data(contentsOf: URL(filePath: folder.file("store/veiviser.sqlite")))
  }

  @Test(arguments: Language.allCases)
  func `the key on the screen keeps nothing of it, and the case goes on`(language: Language) throws
  {
    let player = try Player(language)
    try player.tell(Self.text, to: player.wording("kept.title"))
    try player.go(.function(7), to: player.wording("kept.none"))
    try player.go(.enter, to: player.title(.messageSymptom))
    // What is under way is on the disk when the program has ended.
    try player.leaveAndStartAgain()
    #expect(try player.kept().count == 1)
    let bytes = try Self.bytes(in: player.folder)
    for word in Self.words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)") }
  }

  @Test func `without the key it is kept`() throws {
    let player = try Player()
    try player.tell(Self.text, to: player.wording("kept.title"))
    try player.go(.enter, to: player.title(.messageSymptom))
    try player.leaveAndStartAgain()
    let answers = try player.kept().flatMap(\.content.answers)
    #expect(answers.contains { $0.field == .messageText }, "\(answers.map(\.field))")
    let bytes = try Self.bytes(in: player.folder)
    for word in Self.words { #expect(bytes.range(of: Data(word.utf8)) != nil, "\(word)") }
  }

  @Test(arguments: Language.allCases)
  func `line by line it is one of the choices`(language: Language) throws {
    let player = try PlainPlayer(language)
    for line in ["1", Self.text + "\n."] { try player.answer(line) }
    let label = player.wording("button.forgetText")
    try player.wait(for: label)
    let row = try #require(player.session.screen.rows.first { $0.contains(label) })
    let number = try #require(row.split(whereSeparator: { !$0.isNumber }).first)
    try player.answer(String(number))
    try player.wait(for: player.wording("kept.none"))
    try player.answer("1")
    #expect(try player.kept().count == 1)
    let bytes = try Self.bytes(in: player.folder)
    for word in Self.words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)") }
  }
}
