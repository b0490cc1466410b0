import Foundation
import Model
import Store
import TestSupport
import Testing
import Wording

/// The commands of training, each on the shipped program.
@Suite struct TrainingCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., input: String = "", language: Language = .bokmal) throws
    -> Run
  {
    let all = ["train"] + arguments + ["--language", language.rawValue]
    return try Run(all, input: input, environment: ["XDG_STATE_HOME": folder.path])
  }

  private func keep(_ record: TrainingRecord) throws {
    try TrainingFile(at: StoreLocation(directory: folder.file("veiviser-training"))).write(record)
  }

  private func best(_ name: String, seed: String = "1") throws -> TrainingCall {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let scenario = try #require(room.draw.scenario(ScenarioID(.altinn2, name, seed: seed)))
    return BestWay(room).play(TrainingCall(scenario))
  }

  private func attempt(_ call: TrainingCall, passed: Bool = true, on day: String = "2026-12-01")
    -> TrainingRecord.Attempt
  {
    let (id, sum) = (call.scenario.id, passed ? 100 : 40)
    return .init(id, on: Day(day), sum: sum, isPassed: passed, acts: call.acts)
  }

  @Test(arguments: Language.allCases)
  func `what there is none of is one plain message and a status`(language: Language) throws {
    var record = TrainingRecord()
    record.add(.init(ScenarioID(.altinn2, "1", seed: "1"), on: nil, sum: 40, isPassed: false))
    try keep(record)
    let wrong: [([String], String, Int32)] = [
      (["play", "99"], "", 65), (["play", "altinn9/1/A"], "", 65),
      (["play", "v1/L3/K7Q2M"], "", 65),
      (["play", "altinn2/99/A"], "", 65), (["play", "altinn2/L9/A"], "", 65),
      (["play", "altinn2/S1/A"], "", 65), (["play", "altinn2/1"], "", 65),
      (["play", "1", "--seed", "for langt et ord"], "", 65), (["play", "--level", "6"], "", 64),
      (["play", "1", "--level", "1"], "", 64), (["play"], "", 64),
      (["play", "altinn2/1/A", "--seed", "B"], "", 64),
      (["generate", "--level", "0", "--count", "1"], "", 64),
      (["generate", "--level", "1", "--count", "0"], "", 64),
      (["generate", "--level", "1", "--count", "1000"], "", 64),
      (["generate", "--level", "1", "--count", "10", "--seed", "ABCDEFGHIJ"], "", 65),
      (["replay", "2"], "", 65), (["replay", "0"], "", 65), (["replay", "1"], "", 65),
      (["replay", "99999999999999999999"], "", 65), (["replay", "no-such-file"], "", 65),
      (["replay", "-"], "", 65), (["replay", "-"], "done\n", 65),
      (["replay", "-"], "done 2026-12-01 altinn9/1/A 90 passed readBack", 65),
      (["replay", "-"], "done 2026-12-01 altinn2/77/A 90 passed readBack", 65),
      (["replay", "-"], "done 2026-12-01 altinn2/1/A 90 passed nothing:here", 65),
      (["replay", "-"], "done 2026-12-01 altinn2/1/A 90 passed ask:no.such.fact:clear", 65),
      (["replay", "-"], "done 2026-12-01 altinn2/1/A 90 passed end:solved readBack", 65),
      (["replay", "-"], "open altinn2/1/A readBack\nopen altinn2/1/B readBack\n", 65),
      (["replay", "-"], "VEIT 1\nopen altinn2/1/A readBack\n", 65),
      (["handout", "--seed", "A", "--exercises", ""], "", 65),
      (["handout", "--seed", "A", "--exercises", "1,,2"], "", 65),
      (["handout", "--seed", "A", "--exercises", "1,X"], "", 65),
      (["handout", "--seed", "ø", "--exercises", "1"], "", 65),
      (["handout", "--seed", "A", "--exercises", "1", "--html", "/nonexistent/x.html"], "", 69),
      (["certificate"], "Kari\n", 65), (["check", "-", "--seeds", "3"], "{}", 64),
      (["check", "-", "--from", "0"], "{}", 64),
    ]
    for (arguments, input, status) in wrong {
      let all = ["train"] + arguments + ["--plain", "--language", language.rawValue]
      let isPlay = arguments[0] == "play"
      let given = isPlay ? all : all.filter { $0 != "--plain" }
      let run = try Run(given, input: input, environment: ["XDG_STATE_HOME": folder.path])
      #expect(run.status == status, "\(arguments) \(input): \(run.status) \(run.complaint)")
      #expect(run.output.isEmpty && !run.trapped, "\(arguments): \(run.output)")
      #expect(!run.complaint.isEmpty && !run.complaint.contains("[train."), "\(run.complaint)")
      if status != 64 { #expect(run.complaint.count { $0 == "\n" } == 1, "\(run.complaint)") }
    }
  }

  @Test func `the same word draws the same exercises, and each can be played by its name`() throws {
    let arguments = ["train", "generate", "--level", "4", "--count", "3", "--portal", "altinn3"]
    let first = try Run(arguments + ["--seed", "ulv"])
    let second = try Run(arguments + ["--seed", "ULV"])
    #expect(first.status == 0 && first.output == second.output)
    let lines = first.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("[ØVING] ") == true)
    let names = lines.dropFirst().compactMap { $0.split(separator: "\t").first.map(String.init) }
    let version = "v\(ScenarioID.current)"
    #expect(names == (1...3).map { "\(version)/altinn3/L4/ULV-\($0)" })
    let json = try Run(arguments + ["--seed", "ULV", "--json"]).output
    #expect(json.contains(#""id" : "\#(version)/altinn3/L4/ULV-3""#) && json.contains(#""faults""#))
    #expect(json.contains(#""mark" : "[ØVING]""#))
    let (unnamed, other) = (try Run(arguments), try Run(arguments))
    #expect(unnamed.output != other.output)
    let played = try run("play", "altinn3/l4/ulv-2", "--plain", input: "<\n<\n")
    #expect(played.status == 0 && played.output.contains("[ØVING]"), "\(played.complaint)")
    // What a question mark names does something there.
    let wording = Wording(.embedded, .bokmal)
    let asked = try run("play", "altinn3/l4/ulv-3", "--plain", input: "?\nq\n").output.squeezed
    #expect(asked.contains(wording("plain.help.points").squeezed), "\(asked)")
    #expect(!asked.contains(wording("plain.help.answer").squeezed), "\(asked)")
  }

  @Test(arguments: Language.allCases)
  func `a call is shown once more with each step held against the best`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let good = try best("6")
    var poor = TrainingCall(good.scenario)
    for act in [.ask(.message, .clear), .lure(.retry), .end(.unsolved)] as [TrainingAct] {
      poor.perform(act, in: room)
    }
    var record = TrainingRecord()
    record.add(attempt(poor, passed: false))
    record.add(attempt(good))
    try keep(record)
    let listed = try run("progress").output.split(separator: "\n")
    #expect(listed.first?.hasPrefix("[ØVING] ") == true)
    #expect(listed.dropFirst().map { $0.prefix(2) } == ["1\t", "2\t"])
    let json = try run("progress", "--json").output
    #expect(
      json.contains(#"/altinn2/6/1""#) && json.contains(#""isPassed" : false"#)
        && json.contains(#""mark" : "[ØVING]""#),
      "\(json)"
    )
    #expect(json.contains(#""learnt" : ["#) && json.contains(#""number" : 2"#), "\(json)")
    let shown = try run("replay", "1", language: language)
    #expect(shown.status == 0 && shown.output.hasPrefix("[ØVING]"))
    for key in ["train.worth.dangerous", "train.worth.early", "train.bestWay", "train.way"] {
      #expect(shown.output.contains(wording(key)), "\(key)")
    }
    #expect(shown.output.squeezed.contains(wording("train.breach.retry")))
    #expect(!shown.output.contains("[train.") && !shown.output.contains("[action."))
    let second = try run("replay", "2", language: language)
    #expect(!second.output.contains(wording("train.worth.dangerous")))
    // A line of the file is as good as its number, for whoever is sent it.
    let line = record.text.split(separator: "\n").last.map(String.init) ?? ""
    #expect(try run("replay", "-", input: line, language: language).output == second.output)
    let half =
      "open \(good.scenario.id) \(good.acts.prefix(3).map(\.description).joined(separator: " "))"
    let open = try run("replay", "-", input: half, language: language)
    #expect(open.output.contains(wording("train.notOver")))
  }

  @Test(arguments: Language.allCases)
  func `a call is written as an asciicast, with a screen for each step`(language: Language) throws {
    let call = try best("6")
    var record = TrainingRecord()
    record.add(attempt(call))
    try keep(record)
    let path = folder.file("call.cast")
    let run = try run("replay", "1", "--cast", path, language: language)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.complaint)")
    // It is a film and nothing to print.
    #expect(run.complaint == Wording(.embedded, language)("train.filmed") + "\n")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try self.run("replay", "1", "--cast", "-", language: language).output == text)
    let again = try self.run("replay", "1", "--cast", path, language: language)
    #expect(again.status == 65 && !again.complaint.isEmpty)
    let lines = try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    let head = try #require(lines.first as? [String: Any])
    #expect(head["version"] as? Int == 2)
    #expect(head["width"] as? Int == 80 && head["height"] as? Int == 24)
    let events = try lines.dropFirst().map { try #require($0 as? [Any]) }
    // The screen before anything is done, one after each step, and the end.
    #expect(events.count == call.acts.count + 2)
    let seconds = events.compactMap { $0[0] as? Double }
    #expect(seconds.count == events.count && seconds == seconds.sorted() && seconds[0] == 0)
    let shown = events.dropLast().compactMap { $0[2] as? String }
    #expect(shown.allSatisfy { $0.hasPrefix("\u{1B}[?25l\u{1B}[H") && $0.contains("[ØVING]") })
    #expect(shown.allSatisfy { $0.count { $0 == "\r\n" } == 23 })
    #expect(Set(shown).count == shown.count)
    let wording = Wording(.embedded, language)
    // Of a note the caller says nothing, so its screen says that it was kept.
    let noted = zip(shown.dropFirst(), call.acts).filter { _, act in
      if case .jot = act { true } else { false }
    }
    #expect(!noted.isEmpty && noted.allSatisfy { $0.0.contains(wording("train.noted")) })
    #expect(shown.last?.contains(wording("train.debrief")) == true, "\(shown.last ?? "")")
  }

  @Test(arguments: Language.allCases)
  func `the hand-out tells no answer, and the answer sheet all of them`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let list = (1...10).map(String.init) + ["S1", "S2", "S3", "S4", "S5", "l4"]
    let arguments = ["handout", "--seed", "ulv-48", "--exercises", list.joined(separator: ", ")]
    func handOut(_ more: String...) throws -> Run {
      try Run(["train"] + arguments + more + ["--language", language.rawValue])
    }
    let (sheet, key) = (try handOut(), try handOut("--key"))
    #expect(sheet.status == 0 && key.status == 0, "\(sheet.complaint) \(key.complaint)")
    for run in [sheet, key] {
      #expect(run.output.hasPrefix("[ØVING] ") && run.output.contains("altinn3/S5/ULV-48"))
      #expect(!run.output.contains("[train.") && !run.output.contains("[listen."))
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 78 })
    }
    for word in ["train.truth", "train.bestWay", "train.key.caller"] {
      #expect(
        key.output.contains(wording(word)) && !sheet.output.contains(wording(word)),
        "\(word)"
      )
    }
    for name in list.dropLast() {
      let title = wording("exercise.\(name).name")
      #expect(key.output.contains(title) && sheet.output.contains(title))
    }
    // Of the fault nothing stands on what is handed out.
    let fault = Content.embedded.texts(language)("fault.ownerRightMissing")
    #expect(!sheet.output.squeezed.contains(fault.prefix(30)))
    let page = try handOut("--html", "-").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("class=\"line\""))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    for tag in ["section", "ul", "ol", "p", "li"] {
      let opened = page.matches(of: try Regex("<\(tag)[ >]")).count
      #expect(opened == page.matches(of: try Regex("</\(tag)>")).count, "\(tag)")
    }
    let file = folder.file("sheet.html")
    let written = try handOut("--html", file)
    #expect(written.status == 0 && written.output.isEmpty && !written.complaint.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == page)
    #expect(try handOut("--key", "--html", file).status == 65)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == page)
  }

  @Test(arguments: Language.allCases)
  func `the certificate has what was passed, and the name is kept nowhere`(language: Language)
    throws
  {
    let wording = Wording(.embedded, language)
    var record = TrainingRecord()
    record.add(attempt(try best("6")))
    record.add(attempt(try best("4"), passed: false))
    // Passed once is not learnt.
    record.add(attempt(try best("5")))
    record.add(attempt(try best("6", seed: "2"), on: "2026-12-03"))
    try keep(record)
    let name = "Kari <b>Nordlys</b>"
    let run = try run("certificate", input: "  \(name) \n", language: language)
    #expect(run.status == 0 && run.output.contains(name), "\(run.complaint)")
    let words = run.output.squeezed
    for text in [
      wording("train.mark"), wording("train.certificate"), wording("train.certificate.not"),
      wording("exercise.6.name"), "altinn2/6/1", "altinn2/6/2",
      wording.text(try #require(Day("2026-12-03"))),
    ] { #expect(words.contains(text), "\(text)") }
    for name in ["4", "5"] { #expect(!words.contains(wording("exercise.\(name).name"))) }
    let page = try self.run("certificate", "--html", "-", input: name, language: language).output
    #expect(page.contains("Kari &lt;b&gt;Nordlys&lt;/b&gt;") && !page.contains("<b>"))
    #expect(try self.run("certificate", input: "", language: language).output.contains("____"))
    for bad in ["Kari 01815012345", String(repeating: "a", count: 121)] {
      let run = try self.run("certificate", input: bad, language: language)
      #expect(run.status == 65 && run.output.isEmpty)
    }
    for case let bytes? in folder.contents.values {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Kari"))
    }
  }

  @Test func `a line that tells of more than was done in it counts for no more than that`() throws {
    var record = TrainingRecord()
    for (seed, day) in [("1", "2026-12-01"), ("2", "2026-12-03")] {
      let id = ScenarioID(.altinn2, "6", seed: seed)
      record.add(.init(id, on: Day(day), sum: 100, isPassed: true, acts: [.end(.solved)]))
    }
    try keep(record)
    let listed = try run("progress").output
    #expect(listed.contains(Wording(.embedded, .bokmal)("train.notPassed")), "\(listed)")
    #expect(!listed.contains("\t100\t"), "\(listed)")
    let json = try run("progress", "--json").output
    #expect(!json.contains(#""altinn2/6""#) && !json.contains(#""isPassed" : true"#), "\(json)")
    let paper = try run("certificate", input: "Kari\n")
    #expect(paper.status == 65 && paper.output.isEmpty)
    #expect(paper.complaint.squeezed == Wording(.embedded, .bokmal)("train.nothingPassed"))
  }

  @Test(arguments: Language.allCases)
  func `where nothing was played, that is said in words, and in JSON by an empty list`(
    language: Language
  ) throws {
    let told = try run("progress", language: language)
    #expect(told.status == 0 && told.complaint.isEmpty)
    let wording = Wording(.embedded, language)
    let title = "[ØVING] \(wording("train.attempts"))"
    #expect(told.output == "\(title)\n\(wording("train.noAttempts"))\n")
    let json = try run("progress", "--json", language: language).output
    #expect(json.contains(#""attempts" : ["#) && !json.contains("number"), "\(json)")
  }

  @Test func `the test of the highest level is there once a day, and one that is named always`()
    throws
  {
    var record = TrainingRecord()
    let id = ScenarioID(.altinn2, "L5", seed: "1")
    record.add(.init(id, on: Timestamp.now().day, sum: 40, isPassed: false))
    try keep(record)
    let told = Wording(.embedded, .bokmal)("train.tested")
    let common = ["--plain", "--portal", "altinn2", "--language", "nb"]
    for (arguments, status) in [
      (["--level", "5"], 65), (["l5"], 65), (["--level", "4"], 0),
      (["--level", "5", "--seed", "B"], 0), (["altinn2/L5/B"], 0),
    ] as [([String], Int32)] {
      let environment = ["XDG_STATE_HOME": folder.path]
      let all = ["train", "play"] + arguments + common
      let run = try Run(all, input: "<\n<\n", environment: environment)
      #expect(run.status == status, "\(arguments): \(run.complaint)")
      #expect((run.complaint.squeezed == told) == (status == 65), "\(run.complaint)")
    }
  }

  @Test(arguments: Language.allCases)
  func `line by line too, one writes what to do next time`(language: Language) throws {
    let wording = Wording(.embedded, language)
    // The end of the call, through what comes after it, and the sentence.
    let lines = ["9", "9", "1", "1", "1", "1", "2", "spør om meldingen først", "3", "<"]
    let run = try run(
      "play",
      "altinn2/1/A",
      "--plain",
      input: lines.map { $0 + "\n" }.joined(),
      language: language
    )
    #expect(run.status == 0, "\(run.complaint) \(run.output)")
    let told = wording("train.intended", ["text": wording.quoted("spør om meldingen først")])
    #expect(run.output.squeezed.contains(told), "\(run.output)")
    let location = StoreLocation(directory: folder.file("veiviser-training"))
    #expect(try TrainingFile(at: location).read().intent == "spør om meldingen først")
  }

  @Test(arguments: Language.allCases)
  func `a call of another version is not played as what its name stands for now`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let told = wording("train.otherVersion", ["name": "altinn2/6/ULV"])
    let version = ScenarioID.current + 1
    let line = "done 2026-12-01 altinn2/6/ULV 90 passed readBack end:solved"
    for run in [
      try run("play", "v\(version)/altinn2/6/ulv", "--plain", language: language),
      try run("replay", "-", input: line, language: language),
    ] {
      #expect(run.status == 65 && run.output.isEmpty, "\(run.output)")
      #expect(run.complaint == told + "\n", "\(run.complaint)")
    }
    // Whoever names none means the one there is.
    let today = ["altinn2/6/ULV", "v\(ScenarioID.current)/altinn2/6/ulv"].map { name in
      try? run("play", name, "--plain", input: "<\n<\n", language: language)
    }
    #expect(today.allSatisfy { $0?.status == 0 } && today[0]?.output == today[1]?.output)
  }

  // MARK: - Exercises in files

  @Test(arguments: Language.allCases)
  func `exercises that are written out are proved again, and what is wrong with one is one message`(
    language: Language
  ) throws {
    let made = try run(
      "generate",
      "--level",
      "2",
      "--count",
      "3",
      "--seed",
      "FIL",
      "--json",
      "--portal",
      "altinn3"
    )
    #expect(made.status == 0)
    let path = folder.file("made.json")
    func check(_ text: String) throws -> Run {
      try Data(text.utf8).write(to: URL(filePath: path))
      return try run("check", path, language: language)
    }
    let good = try check(made.output)
    let wording = Wording(.embedded, language)
    #expect(good.status == 0 && good.complaint.isEmpty)
    #expect(good.output == wording("train.sound", ["count": "3"]) + "\n")
    let party = try #require(made.output.firstMatch(of: /"party" : "(\d{9})"/)?.1)
    let wrong = [
      "version": made.output.replacing("\"version\" : 1", with: "\"version\" : 7"),
      "portal": made.output.replacing("\"portal\" : \"altinn3\"", with: "\"portal\" : \"altinn9\""),
      "number": made.output.replacing(party, with: "923609016"),
      "fact": made.output.replacing("\"work.for\"", with: "\"hemmelig.felt\""),
    ]
    for (what, text) in wrong {
      let bad = try check(text)
      #expect(bad.status == 65 && bad.output.isEmpty, "\(what): \(bad.output)")
      #expect(bad.complaint.contains(wording("train.file.\(what)")), "\(bad.complaint)")
      #expect(!bad.complaint.contains("923609016") && !bad.complaint.contains("hemmelig"))
    }
    let unsolved = try check(
      made.output.replacing(/"tempers" : \[[^\]]*\]/, with: "\"tempers\" : []")
        .replacing(/"facts" : \{[^}]*\}/, with: "\"facts\" : {}")
    )
    #expect(unsolved.status == 65 && unsolved.complaint.contains(wording("train.file.unsound")))
    for text in ["", "{}", "[]", "hei", String(made.output.prefix(200)), "{\"exercises\":[]}"] {
      let bad = try check(text)
      let malformed = wording("train.file.malformed", ["file": "1"])
      #expect(bad.status == 65 && bad.complaint.contains(malformed), "\(text)")
    }
    #expect(try run("check", folder.file("none.json"), language: language).status == 65)
  }

  @Test func `at level 0 the program plays, and one says what comes next`() throws {
    let wording = Wording(.embedded, .bokmal)
    let lines = Array(repeating: "1", count: 40) + ["q"]
    let watched = try run(
      "play",
      "--level",
      "0",
      "--seed",
      "SE",
      "--plain",
      input: lines.map { $0 + "\n" }.joined()
    )
    #expect(watched.output.contains(wording("train.watch.next")))
    #expect(Reader.matches(wording("train.watch.over"), in: Reader.squeezed(watched.output)))
  }
}
