import Foundation
import Drawing
import Model
import Screens
import Store
import TestSupport
import Testing
import Wording

/// What is deleted for good: whoever sits at a terminal is asked first, and no open window brings it back.
@Suite struct ForgetTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file() throws -> TrainingFile {
    try TrainingFile(at: StoreLocation(directory: folder.file("veiviser-training")))
  }

  private func run(_ arguments: String...) throws -> Run {
    try Run(["train"] + arguments, environment: ["XDG_STATE_HOME": folder.path])
  }

  private func session(_ arguments: [String], _ language: Language) throws -> PtySession {
    try PtySession(
      Executables.veiviser,
      ["train"] + arguments + ["--language", language.rawValue],
      environment: PtySession.environment.merging(["XDG_STATE_HOME": folder.path]) { $1 }
    )
  }

  private var record: TrainingRecord {
    var record = TrainingRecord()
    let id = ScenarioID(.altinn2, "1", seed: "1")
    record.add(.init(id, on: Day("2026-12-01"), sum: 40, isPassed: false))
    return record
  }

  @Test(arguments: Language.allCases)
  func `what another version of the program kept is told to be so, and can be forgotten`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    try file().write(TrainingRecord())
    let text = "VEIT 1\ndone 2026-12-01 altinn2/1/A 84 passed readBack end:solved\n"
    let path = try folder.write(text, to: "veiviser-training/veiviser-training.txt")
    let shown = "$XDG_STATE_HOME/veiviser-training/veiviser-training.txt"
    let told = wording("store.failure.otherTraining", ["path": shown])
    for arguments in [["progress"], ["replay", "1"], ["play", "1"], ["certificate"]] {
      let all = ["train"] + arguments + ["--language", language.rawValue]
      let run = try Run(all, environment: ["XDG_STATE_HOME": folder.path])
      #expect(run.status == 69 && run.output.isEmpty, "\(arguments): \(run.output)")
      #expect(run.complaint == told + "\n", "\(arguments): \(run.complaint)")
    }
    let replayed = try run("replay", path, "--language", language.rawValue)
    #expect(replayed.status == 65 && replayed.complaint == wording("train.otherForm") + "\n")
    #expect(try run("forget", "--yes").status == 0)
    #expect(try run("progress").status == 0)
  }

  @Test(arguments: Language.allCases)
  func `whoever sits at a terminal is asked before anything is deleted`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let path = folder.file("class")
    let exercises: [(edition: PortalEdition, name: String)] = [(.altinn2, "6")]
    let today = try #require(Timestamp.now().day)
    func prepare() throws {
      try file().write(record)
      let room = TrainingClass("ULV-48", exercises, isVaried: false, on: today)
      if (try? ClassFolder(path).read()) == nil { try ClassFolder(path, making: true).make(room) }
    }
    func isThere(_ command: String) throws -> Bool {
      if command == "forget" { return try file().read() == record }
      return (try? ClassFolder(path).read()) != nil
    }
    let asked = String(wording("usage.ask", ["yes": wording("letter.yes")]).prefix(12))
    let commands = [
      ("forget", ["forget"], "train.forget.ask"),
      ("class", ["class", "end", "--class", path], "class.end.ask"),
    ]
    for (name, arguments, key) in commands {
      for (answer, isMeant) in [("", false), ("x", false), ("\(wording("letter.yes"))", true)] {
        try prepare()
        let session = try session(arguments, language)
        try session.waitFor(asked)
        #expect(session.screen.text.squeezed.contains(wording(key).prefix(40)))
        session.send(answer + "\n")
        #expect(try session.waitForExit() == .exited(isMeant ? 0 : 130), "\(name) \(answer)")
        #expect(try isThere(name) != isMeant, "\(name) \(answer)")
      }
      try prepare()
      #expect(try session(arguments + ["--yes"], language).waitForExit() == .exited(0))
      #expect(try !isThere(name), "\(name) --yes")
      // A script has said what it wants.
      try prepare()
      let run = try Run(["train"] + arguments, environment: ["XDG_STATE_HOME": folder.path])
      #expect(try run.status == 0 && !isThere(name), "\(name): \(run.complaint)")
    }
  }

  @Test(arguments: [nil, "play/altinn2/1"] as [String?])
  func `a window that is open writes nothing back that was forgotten, and says so`(call: String?)
    throws
  {
    try file().write(record)
    let player = try TrainingPlayer(record: record, in: folder)
    if let call {
      try player.choose("list/altinn2")
      try player.choose(call)
      try player.choose("readBack")
      try player.waitUntilKept { $0.openCalls.count == 1 }
    }
    #expect(try run("forget").status == 0)
    #expect(try file().read() == TrainingRecord())
    if call == nil {
      try player.choose("list/altinn2")
      try player.choose("play/altinn2/6")
    }
    let steps = player.session
    steps.press(.home)
    try player.hear(.key(.home))
    // The next thing done is kept anew, without what was there before.
    steps.send("4")
    try steps.waitFor(player.state.wording("train.forgottenElsewhere").prefix(40).description)
    // Of a call that was begun before nothing is kept, and it begins anew.
    steps.send("4")
    let acts = Array(repeating: TrainingAct.readBack, count: call == nil ? 2 : 1)
    try player.waitUntilKept { $0.openCalls.last?.acts == acts }
    #expect(try file().read().openCalls.count == 1 && file().read().attempts.isEmpty)
    let none = Wording(.embedded, .bokmal)("train.noAttempts")
    #expect(try run("progress").output.hasSuffix(none + "\n"))
  }
}
