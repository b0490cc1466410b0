import Foundation
import Model
import Store
import TestSupport
import Testing
import Wording

/// The commands of a class, and what they refuse.
@Suite struct ClassCommandTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("class")
  }

  private func run(
    _ arguments: String...,
    input: String = "",
    who: String = "own",
    language: Language = .bokmal
  ) throws -> Run {
    let all =
      ["train", "class"] + arguments
      + ["--class", path, "--language", language.rawValue, "--portal", "altinn2"]
    return try Run(all, input: input, environment: ["XDG_STATE_HOME": folder.file(who)])
  }

  private func made(_ more: String...) throws -> String {
    let run = try Run(
      ["train", "class", "new", "--class", path, "--portal", "altinn2"] + more
    )
    #expect(run.status == 0, "\(run.complaint)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: Language.allCases)
  func `what cannot be done is one plain message and a status`(language: Language) throws {
    func expect(_ status: Int32, _ key: String, _ run: Run) {
      let text = Wording(.embedded, language)("class.failure.\(key)")
      #expect(run.status == status && run.complaint == text + "\n", "\(key): \(run.complaint)")
      #expect(run.output.isEmpty && !run.trapped, "\(key): \(run.output)")
    }
    expect(65, "noClass", try run("join", "ULV-48", language: language))
    expect(65, "noClass", try run("lead", language: language))
    expect(65, "noClass", try run("end", language: language))
    let word = try made("--exercise", "1, 6,S2")
    expect(65, "isThere", try run("new", language: language))
    expect(65, "otherWord", try run("join", "ABC-12", language: language))
    let wording = Wording(.embedded, language)
    let held = try ClassFolder(path).sit(at: 3, word: word, on: nil)
    let third = wording.seat(3).uppercased()
    expect(75, "taken", try run("join", word, "--seat", third, language: language))
    let lead = try ClassFolder(path).lead(on: nil)
    expect(75, "led", try run("lead", language: language))
    try folder.write("VEIP 2\ncall altinn2/1/\(word) nothing\n", to: "class/veiviser-class-4.txt")
    let fourth = wording.seat(4)
    expect(65, "seatBroken", try run("join", word, "--seat", fourth, language: language))
    for name in ["4", "palme", ""] {
      let run = try run("join", word, "--seat", name, language: language)
      #expect(run.status == 65 && run.complaint.contains(wording.seat(30)), "\(run.complaint)")
    }
    // Whoever leads sees it, and goes on.
    #expect(try lead.seats().map(\.number) == [3, 4] && lead.seats()[1].record == nil)
    withExtendedLifetime(held) {}
    #expect(try run("end", language: language).status == 0)
    expect(65, "noClass", try run("join", word, language: language))
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names == [])
    for arguments in [["new", "--exercise", "11"], ["new", "--exercise", ""]] {
      let run = try Run(["train", "class"] + arguments + ["--class", path])
      #expect(run.status == 65 && !run.complaint.isEmpty, "\(arguments) \(run.complaint)")
    }
    for arguments in [["new"], ["join"]] {
      let end = arguments == ["new"] ? ["--class", ""] : ["--class", path]
      #expect(try Run(["train", "class"] + arguments + end).status == 64, "\(arguments)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a class is led and played line by line`(language: Language) throws {
    let wording = Wording(.embedded, language, on: Timestamp.now().day)
    let word = try made("--exercise", "1")
    // The first exercise, the message, back to the class, and out.
    let seat = try run("join", word, "--plain", input: "1\n1\n1\n<\n<\n", language: language)
    #expect(seat.status == 0, "\(seat.status) \(seat.complaint) \(seat.output)")
    let place = try place(in: seat, word, wording)
    #expect(seat.output.hasPrefix("[ØVING]"))
    let lead = try run("lead", "--plain", input: "1\n2\nq\n", language: language)
    let words = lead.output.squeezed
    #expect(words.contains(wording("class.lead.pause")), "\(lead.output)")
    #expect(words.contains(wording("class.seat", ["seat": place])), "\(lead.output)")
    // What was done at the seat is what is followed.
    #expect(words.contains(wording("train.you")), "\(lead.output)")
    #expect(!lead.output.contains("[class.") && !seat.output.contains("[class."))
    // One comes back to the same seat by oneself.
    let again = try run("join", word, "--plain", input: "q\n", language: language)
    #expect(try self.place(in: again, word, wording) == place)
    let other = try run("join", word, "--plain", input: "q\n", who: "other", language: language)
    #expect(try self.place(in: other, word, wording) != place)
    #expect(try run("end").status == 0)
  }

  /// What the seat is called that somebody sits at.
  private func place(in run: Run, _ word: String, _ wording: Wording) throws -> String {
    let places = TrainingClass.seats.map { wording.seat($0) }
    // The longest name that stands there: some begin as others do.
    return try #require(
      places.filter { run.output.contains("\(word)/\($0)") }.max { $0.count < $1.count },
      "\(run.output)"
    )
  }

  @Test func `one joins from the first page of training too, and is told what is wrong`() throws {
    let word = try made("--exercise", "1")
    let wording = Wording(.embedded, .bokmal)
    let lines = ["5", path, "ABC-12", "5", path, word.lowercased(), "<"]
    let run = try Run(
      ["train", "--plain", "--language", "nb", "--portal", "altinn2"],
      input: lines.joined(separator: "\n") + "\n",
      environment: ["XDG_STATE_HOME": folder.file("own")]
    )
    let words = run.output.squeezed
    #expect(words.contains(wording("class.failure.otherWord")), "\(run.output)")
    let place = try place(in: run, word, wording)
    #expect(words.contains(wording("class.joined", ["seat": place])), "\(run.output)")
  }

  @Test(arguments: Language.allCases, ["class", "min klasse", "o'hara $HOME"])
  func `what those who join are to type can be typed as it stands`(
    language: Language,
    name: String
  ) throws {
    let path = folder.file(name)
    let arguments = ["--class", path, "--exercise", "1", "--language", language.rawValue]
    let made = try Run(["train", "class", "new"] + arguments)
    let word = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let lines = made.complaint.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let command = "veiviser train class join \(word) --class "
    let typed = try #require(lines.first { $0.hasPrefix(command) })
    // A shell gives back the very folder.
    let given = typed.split(separator: " ", maxSplits: 6).last.map(String.init) ?? ""
    let shell = Process()
    let pipe = Pipe()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "printf %s \(given)"]
    shell.standardOutput = pipe
    try shell.run()
    shell.waitUntilExit()
    let read = pipe.fileHandleForReading.readDataToEndOfFile()
    #expect(String(decoding: read, as: UTF8.self) == path, "\(typed)")
  }

  @Test func `a real store is never a class, and a class no store`() throws {
    let environment = ["XDG_STATE_HOME": folder.file("own")]
    #expect(try Run(["desk", "new", "--words", "lønna"], environment: environment).status == 0)
    let cases = folder.file("own/veiviser")
    let refused = try Run(["train", "class", "new", "--class", cases], environment: environment)
    #expect(refused.status == 69 && refused.output.isEmpty, "\(refused.complaint)")
    _ = try made()
    let other = try Run(["case", "list", "--store", path, "--shared"])
    #expect(other.status == 69, "\(other.complaint)")
  }
}
