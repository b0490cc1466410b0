import Drawing
import Foundation
import Model
import Screens
import Store
import TestSupport
import Testing
import Wording

/// Exercises played at a terminal, by the program as it is shipped.
@Suite struct TrainingCourseTests {
  struct Course: CustomTestStringConvertible, Sendable {
    let edition: PortalEdition
    let name: String
    let language: Language
    let size: Size
    var testDescription: String { "\(name) \(language.rawValue) \(size.columns)x\(size.rows)" }
  }

  /// Every exercise in every language and size, or a part of them that has each at least once.
  private static let courses: [Course] = {
    let sizes = [Size(columns: 80, rows: 24), Size(columns: 60, rows: 18)]
    let all = PortalEdition.allCases.flatMap { edition in
      (Content.embedded.trainingRoom(of: edition)?.table.exercises ?? []).flatMap { exercise in
        Language.allCases.flatMap { language in
          sizes.map { Course(edition: edition, name: exercise.id, language: language, size: $0) }
        }
      }
    }
    return Reliability.sample(all, every: 13)
  }()

  private func best(_ edition: PortalEdition, _ name: String, seed: String = "1") throws
    -> TrainingCall
  {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let scenario = try #require(room.draw.scenario(ScenarioID(edition, name, seed: seed)))
    return BestWay(room).play(TrainingCall(scenario))
  }

  @Test(arguments: courses)
  func `an exercise is played by keys to the end of its debrief`(course: Course) throws {
    let player = try TrainingPlayer(
      course.language,
      of: course.edition,
      course.size,
      in: TemporaryFolder()
    )
    try player.choose("list/\(course.edition.rawValue)")
    try player.choose("play/\(course.edition.rawValue)/\(course.name)")
    for act in try best(course.edition, course.name).acts { try player.perform(act) }
    for id in ["good", "on", "best", "on", "on"] { try player.choose(id) }
    #expect(player.words.contains(player.state.wording("train.result.secure").prefix(20)))
    try player.choose("menu")
    try player.leave()
    let kept = try player.kept()
    #expect(kept.attempts.map(\.sum) == [100] && kept.attempts.first?.acts.isEmpty == false)
  }

  @Test(arguments: courses)
  func `an exercise is played line by line to the end of its debrief`(course: Course) throws {
    let folder = try TemporaryFolder()
    let wording = Wording(.embedded, course.language, on: Timestamp.now().day)
    let call = try best(course.edition, course.name)
    let id = call.scenario.id
    var screen = TrainingSetting(TrainingRecord(), on: wording.today)
      .start(at: id, of: course.edition, wording)
    var lines: [String] = []
    func choose(_ id: String) throws {
      screen.reword(wording)
      let place = screen.page(wording).options.firstIndex { $0.id == id }
      lines.append("\(try #require(place, "\(id)") + 1)")
      if case .goes(.screen(let next), _) = screen.take(id, wording: wording) {
        screen = next.screen
      }
    }
    for act in call.acts {
      if case .jot = act {
        try choose("note")
        lines.append(DeskForms.note)
        _ = screen.write(DeskForms.note, wording: wording)
        continue
      }
      for id in TrainingPlayer.choices(for: act, on: screen, wording) { try choose(id) }
    }
    for id in ["hard", "on", "on", "menu"] { try choose(id) }
    let run = try Run(
      ["train", "play", "\(id)", "--plain", "--language", course.language.rawValue],
      input: (lines + ["<"]).joined(separator: "\n") + "\n",
      environment: ["XDG_STATE_HOME": folder.path]
    )
    #expect(run.status == 0 && run.complaint.isEmpty, "\(run.status) \(run.complaint)")
    #expect(run.output.contains(wording("train.mark")))
    #expect(run.output.squeezed.contains(wording("train.result.secure")))
    let location = StoreLocation(directory: folder.file("veiviser-training"))
    #expect(try TrainingFile(at: location).read().attempts.map(\.sum) == [100])
  }

  @Test func `sending unchanged four times locks the ID, and the debrief says what that is`() throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let fresh = try (1...60).map(String.init).first { seed in
      let id = ScenarioID(.altinn2, "1", seed: seed)
      let call = TrainingCall(try #require(room.draw.scenario(id)))
      return room.advice(call).contains(Lure.retry.rawValue)
    }
    let seed = try #require(fresh)
    // Those before it were played already.
    var record = TrainingRecord()
    for number in 1..<(Int(seed) ?? 1) {
      record.add(
        .init(ScenarioID(.altinn2, "1", seed: "\(number)"), on: nil, sum: 0, isPassed: false)
      )
    }
    let folder = try TemporaryFolder()
    try TrainingFile(at: StoreLocation(directory: folder.file("veiviser-training"))).write(record)
    let player = try TrainingPlayer(.bokmal, record: record, in: folder)
    try player.choose("list/altinn2")
    try player.choose("play/altinn2/1")
    let retries: [TrainingAct] = Array(repeating: .lure(.retry), count: 4)
    var call = TrainingCall(try best(.altinn2, "1", seed: seed).scenario)
    // Who tried before they rang has fewer tries left; the new message is told once.
    var wasLocked = false
    for act in [.ask(.message, .clear)] + retries {
      try player.perform(act)
      call.perform(act, in: room)
      let isLocked = call.symptom == "E6"
      #expect(player.words.contains("Nå står det noe nytt") == (isLocked && !wasLocked))
      wasLocked = isLocked
    }
    #expect(wasLocked)
    for act in BestWay(room).play(call).acts.dropFirst(call.acts.count) { try player.perform(act) }
    for id in ["mixed", "on", "on"] { try player.choose(id) }
    #expect(player.words.contains(player.state.wording("train.breach.retry")))
    try player.waitUntilKept { $0.attempts.last?.isPassed == false && $0.openCalls.isEmpty }
  }

  @Test func `a call that is broken off by kill -9 goes on at the same act`() throws {
    let player = try TrainingPlayer(in: TemporaryFolder())
    try player.choose("list/altinn2")
    try player.choose("play/altinn2/9")
    let acts = try best(.altinn2, "9").acts
    for (place, act) in acts.enumerated() {
      // What a case carries is kept with how the call is ended.
      guard place.isMultiple(of: 3), place > 0, place < acts.count - 1 else {
        try player.perform(act)
        continue
      }
      try player.waitUntilKept { $0.openCalls.last?.acts == Array(acts.prefix(place)) }
      let before = player.session.screen.rows
      try player.killAndStartAgain()
      try player.choose("goOn/0")
      #expect(player.session.screen.rows == before)
      try player.perform(act)
    }
    try player.waitUntilKept { $0.attempts.map(\.sum) == [100] && $0.openCalls.isEmpty }
  }

  @Test
  func `a course leaves the store of cases beside it as it was, and neither opens the other's`()
    throws
  {
    let folder = try TemporaryFolder()
    let environment = ["XDG_STATE_HOME": folder.path]
    func run(_ arguments: String..., input: String = "") throws -> Run {
      try Run(arguments, input: input, environment: environment)
    }
    #expect(try run("desk", "new", "--words", "lønna stopper").status == 0)
    let cases = folder.file("veiviser")
    func state() throws -> [String: String] {
      let names = try FileManager.default.contentsOfDirectory(atPath: cases)
      var state: [String: String] = [:]
      for name in names {
        var facts = stat()
        #expect(lstat("\(cases)/\(name)", &facts) == 0)
        let bytes = FileManager.default.contents(atPath: "\(cases)/\(name)") ?? Data()
        state[name] =
          "\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec) \(facts.st_ino) \(bytes.base64EncodedString())"
      }
      return state
    }
    let before = try state()
    #expect(!before.isEmpty)
    let player = try TrainingPlayer(in: folder)
    try player.choose("list/altinn2")
    try player.choose("play/altinn2/3")
    for act in try best(.altinn2, "3").acts { try player.perform(act) }
    try player.waitUntilKept { $0.attempts.count == 1 }
    for id in ["good", "on", "on", "menu"] { try player.choose(id) }
    try player.leave()
    for arguments in [
      ["progress"], ["replay", "1"], ["check", "--seeds", "0"],
      ["generate", "--level", "1", "--count", "1"], ["handout", "--seed", "A", "--exercises", "1"],
    ] {
      let run = try Run(["train"] + arguments, input: "\n", environment: environment)
      #expect(run.status == 0, "\(arguments): \(run.complaint)")
    }
    for arguments in [
      ["play", "1", "--plain"], ["progress"], ["forget"], ["replay", "1"], ["certificate"],
    ] {
      let run = try Run(["train"] + arguments + ["--store", cases], environment: environment)
      #expect(run.status == 69 && run.complaint.contains("saker"), "\(arguments): \(run.complaint)")
    }
    // Those that would begin a store say whose folder it is, the others that there is no store in it.
    for arguments in [
      ["case", "list"], ["datasystem", "list"], ["--plain"], ["desk", "queue"], ["store", "check"],
    ] {
      let store = ["--store", folder.file("veiviser-training")]
      let run = try Run(arguments + store, environment: environment)
      #expect(run.status == 69 && !run.complaint.isEmpty, "\(arguments): \(run.complaint)")
      guard !["desk", "store"].contains(arguments[0]) else { continue }
      #expect(run.complaint.contains("øving"), "\(arguments): \(run.complaint)")
    }
    #expect(try run("train", "forget").status == 0)
    #expect(try state() == before)
  }
}
