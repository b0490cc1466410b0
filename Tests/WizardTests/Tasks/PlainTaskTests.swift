import Wording
import Model
import Screens
import TestSupport
import Testing

/// The tasks line by line, from home to the receipt and the record.
@Suite struct PlainTaskTests {
  @Test(arguments: TaskScript.spoken)
  func `leads by numbers to the receipt and the record`(
    script: TaskScript,
    language: Language
  ) throws {
    let folder = try TemporaryFolder()
    let wording = Wording(.embedded, language)
    let (lines, walk) = script.whole(wording)
    let run = try Run(
      ["--plain", "--language", language.rawValue, "--store", folder.file("store")],
      input: (lines + ["1", "q"]).map { $0 + "\n" }.joined()
    )
    #expect(run.status == 0)
    #expect(run.complaint == "")
    let words = Reader.squeezed(run.output)
    #expect(Reader.matches(wording("receipt.number"), in: words))
    #expect(!run.output.contains(/\[[a-z]+\.[A-Za-z.]+\]/))
    #expect(!run.output.contains(/\{[a-zA-Z.]+\}/))
    #expect(!run.output.contains(/\d{4}-\d\d-\d\d/))
    #expect(!run.output.contains(wording("plain.number").prefix { $0 != "{" }))
    let found = try #require(try folder.kept().first)
    #expect(found.answers == walk.content.answers)
    #expect(wording.offers(walk)[0].choice == .end(found.status))
    let shown = try Run(
      ["case", "show", "1001", "--language", language.rawValue, "--store", folder.file("store")]
    )
    #expect(Reader.matches(wording.label(found), in: Reader.squeezed(shown.output)))
  }

  @Test func `takes all that was typed before it asked, a password too`() throws {
    let folder = try TemporaryFolder()
    let wording = Wording(.embedded, .bokmal)
    let script = TaskScript.register.with(["register.password": TaskScript.password])
    let (lines, walk) = script.whole(wording)
    let session = try PtySession(
      Executables.veiviser,
      ["--plain", "--language", "nb", "--store", folder.file("store")],
      columns: 100,
      rows: 400
    )
    session.send((lines + ["1", "q"]).map { $0 + "\n" }.joined())
    #expect(try session.waitForExit() == .exited(0))
    #expect(try folder.kept().first?.answers == walk.content.answers)
    #expect(session.notGivenBack() == [])
  }
}

extension TaskScript {
  /// The lines from home to the receipt, and the walk as it then stands.
  fileprivate func whole(_ wording: Wording) -> (lines: [String], walk: Walk) {
    var walk = begin()
    var lines = [home]
    while walk.current.kind != .receipt {
      lines += self.lines(at: walk, wording)
      answer(&walk, wording)
    }
    return (lines, walk)
  }
}
