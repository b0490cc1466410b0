import Wording
import Model
import Screens
import TestSupport
import Testing

/// How the program ends in the middle of a task.
enum Interruption: CaseIterable, Sendable {
  /// As by `kill -9`.
  case killed
  /// The person leaves.
  case left
}

/// A task goes on where it was broken off.
@Suite struct TaskResumeTests {
  @Test(arguments: TaskScript.some, Interruption.allCases)
  func `goes on at the same step with nothing lost, whichever step it is broken off at`(
    script: TaskScript,
    interruption: Interruption
  ) throws {
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.kind != .receipt {
      // A picture that is still being drawn would be half of the step before.
      player.session.waitUntilAsleep()
      let words = Reader.words(player.session.screen)
      let kept = try player.kept()
      switch interruption {
      case .killed: try player.killAndStartAgain()
      case .left: try player.leaveAndStartAgain()
      }
      try player.goOn(with: script, walk)
      // A task in which nothing is answered is not kept; it was begun anew.
      if !kept.isEmpty {
        try player.session.waitUntil("the same as before: \(words)") { Reader.words($0) == words }
      }
      #expect(try player.kept() == kept)
      try player.step(script, &walk)
    }
  }

  @Test(arguments: TaskScript.some)
  func `what is half typed is there again after leaving`(script: TaskScript) throws {
    let player = try Player()
    var walk = try player.begin(script)
    while walk.current.kind != .receipt {
      for (place, field) in walk.current.fields.enumerated() {
        // Who writes is kept by leave only.
        guard case .line(let rule, _) = field.input, rule != .mobileNumber,
          !Writer.fields.contains(field.id)
        else { continue }
        for _ in 0..<place { player.session.press(.tab) }
        player.session.press(.control("u"))
        try player.type("Halvv 1")
        try player.leaveAndStartAgain()
        try player.goOn(with: script, walk)
        try player.session.waitFor("Halvv 1")
      }
      try player.step(script, &walk)
    }
  }

  @Test(arguments: TaskScript.some)
  func `line by line it goes on at the same step after kill -9`(script: TaskScript) throws {
    let player = try PlainPlayer()
    let wording = player.wording
    var walk = script.begin()
    try player.answer(script.home)
    while walk.current.kind != .receipt {
      let kept = try player.kept()
      player.session.signal(9)
      try player.session.waitForExit()
      try player.start()
      // Nothing is kept of a task in which nothing is answered.
      try player.answer(kept.isEmpty ? script.home : "\(Flow.ids(of: .altinn2).count + 1)")
      try player.wait(for: TaskScript.sign(of: walk, wording))
      #expect(try player.kept() == kept)
      for line in script.lines(at: walk, wording) { try player.answer(line) }
      script.answer(&walk, wording)
    }
    try player.wait(for: wording("receipt.number"))
  }

  @Test(arguments: TaskScript.some)
  func `line by line it goes on at the same step after leaving`(script: TaskScript) throws {
    let folder = try TemporaryFolder()
    let wording = Wording(.embedded, .bokmal)
    var begin = script.home
    var walk = script.begin()
    while walk.current.kind != .receipt {
      let lines = [begin] + script.lines(at: walk, wording) + ["q"]
      let run = try Run(
        ["--plain", "--language", "nb", "--store", folder.file("store")],
        input: lines.map { $0 + "\n" }.joined()
      )
      #expect(run.status == 130)
      let words = Reader.squeezed(run.output)
      #expect(Reader.matches(TaskScript.sign(of: walk, wording), in: words), "\(walk.current.id)")
      script.answer(&walk, wording)
      #expect(Reader.matches(TaskScript.sign(of: walk, wording), in: words), "\(walk.current.id)")
      begin = "\(Flow.ids(of: .altinn2).count + 1)"
    }
  }
}

extension Player {
  /// Takes up the task that was left, or begins it when nothing was answered.
  func goOn(with script: TaskScript, _ walk: Walk) throws {
    if try kept().isEmpty {
      _ = try begin(script)
    } else {
      try resume()
      try wait(for: walk)
    }
  }
}
