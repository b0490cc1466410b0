import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// The commands that only look, and the one that deletes.
@Suite struct CommandTests {
  @Test func `finds its own flows sound`() throws {
    let run = try Run(["flow", "check"])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func `finds its own portals sound, and lists them`() throws {
    let run = try Run(["portal", "check"])
    #expect(run.status == 0, "\(run.output)")
    let list = try Run(["portal", "list"])
    #expect(list.status == 0 && list.output.hasPrefix("altinn2\t"))
  }

  @Test(arguments: Flow.all.map(\.id))
  func `draws every flow for Graphviz`(flow: FlowID) throws {
    let run = try Run(["flow", "draw", flow.rawValue])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("digraph \(flow) {"))
    #expect(try Run(["flow", "list"]).output.contains("\(flow)\t"))
  }

  @Test(arguments: Language.allCases)
  func `what is no known message points nowhere, and what is no text is refused`(
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    let choice = ["--language", language.rawValue]
    let unknown = try Run(["recognise"] + choice, input: "hei og god morgen")
    #expect(unknown.status == 0 && unknown.output.contains(wording("recognise.unknown")))
    #expect(!unknown.output.contains(wording("cause.unknown.title")))
    for text in ["", " \n\t "] {
      let run = try Run(["recognise"] + choice, input: text)
      #expect(run.status == 65 && run.output.isEmpty)
      #expect(run.complaint.contains(wording("recognise.empty")))
      #expect(run.complaint.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: Language.allCases)
  func `a message is called what people see of it, and by no name of our own`(language: Language)
    throws
  {
    let wording = Wording(.embedded, language)
    for (text, id, name) in [
      ("The EndUserSystem System with ID: 4711 is locked out", "E6", "E6: "),
      ("mp-303", "MP303", "MP-303: "), ("HTTP 403", "H403", ""),
      ("kvitteringsstatus OK", "KOK", ""), ("det virket før, men ikke nå", "YStopped", ""),
      ("det står at jeg ikke har tilgang", "YAccess", ""), ("systemet er låst", "E6", "E6: "),
    ] {
      let run = try Run(["recognise", "--language", language.rawValue], input: text)
      let meaning = wording("message.\(id).meaning")
      #expect(run.status == 0 && run.output.contains(meaning), "\(run.output)")
      #expect(name.isEmpty || run.output.contains(name), "\(run.output)")
      #expect(!run.output.contains("\(id): ") || name == "\(id): ", "\(run.output)")
      // What is seen has no words but these.
      #expect(run.output.components(separatedBy: meaning).count == 2, "\(run.output)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a mistyped command is told with the one that is nearest`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let asked = ["--language", language.rawValue]
    for (typed, near) in [
      ("recognize", "recognise"), ("flow chck", "flow check"), ("case shwo", "case show"),
      ("dsek queue", "desk"), ("store bakcup x", "store backup"), ("diagnos", "diagnose"),
      ("train class jion", "train class join"), ("Portal list", "portal"),
    ] {
      let run = try Run(asked + typed.split(separator: " ").map(String.init))
      let said = wording("usage.near", ["command": "veiviser \(near)"])
      #expect(run.status == 64 && run.complaint.contains(said), "\(typed): \(run.complaint)")
    }
    let beginning = wording("usage.near").prefix { $0 != "{" }
    for typed in ["xyzzy", "case x", "flow hunter2x9"] {
      let run = try Run(asked + typed.split(separator: " ").map(String.init))
      #expect(run.status == 64 && !run.complaint.contains(beginning), "\(run.complaint)")
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `a file of answers that is none is shown one that is taken`(edition: PortalEdition) throws {
    let example = /\{"[^}]*\}/
    for arguments in [
      ["diagnose", "--portal", edition.rawValue],
      ["walk", Flow.findFault(of: edition).id.rawValue],
    ] {
      for broken in ["", "{", "[]"] {
        let run = try Run(arguments + ["--answers", "-"], input: broken)
        #expect(run.status == 65)
        let shown = try #require(run.complaint.firstMatch(of: example)?.output)
        let taken = try Run(
          ["diagnose", "--portal", edition.rawValue, "--answers", "-"],
          input: String(shown)
        )
        #expect(taken.status == 0, "\(shown)")
      }
    }
  }

  @Test func `finds nothing wrong with itself`() throws {
    let folder = try TemporaryFolder()
    let run = try Run(["doctor", "--json", "--store", folder.file("store")])
    #expect(run.status == 0, "\(run.output)")
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(report?["missingTexts"] as? [String] == [])
    #expect(report?["complaint"] == nil)
    // Which rows are late depends on the day; the tests of the model hold either side of it.
    #expect(report?["stale"] is [Any])
  }

  @Test func `what is past its day is named, and stops a release in one line`() throws {
    let folder = try TemporaryFolder()
    let assets = URL(filePath: folder.file("assets"))
    try FileManager.default.copyItem(at: Repository.root.appending(path: "assets"), to: assets)
    let days = assets.appending(path: "catalogues/common/bestBefore.json")
    let text = try String(contentsOf: days, encoding: .utf8)
    let late = text.replacing(/"menuPaths": \d+/, with: "\"menuPaths\": -1")
    #expect(late != text)
    try late.write(to: days, atomically: true, encoding: .utf8)
    let wording = Reader(.bokmal).wording
    let doctor = ["doctor", "--store", folder.file("store"), "--assets", assets.path]
    for (arguments, status, last) in [
      (doctor, 0, "doctor.fine"), (doctor + ["--release"], 69, "doctor.late"),
    ] as [([String], Int32, String)] {
      let run = try Run(arguments)
      #expect(run.status == status, "\(run.complaint)")
      #expect(run.output.contains("menuPaths systemAccesses (altinn3)"))
      #expect(run.output.hasSuffix(wording(last) + "\n"), "\(run.output)")
    }
  }

  @Test(arguments: [["--version"], ["--help"], ["diagnose", "--help"]])
  func `tells about itself`(arguments: [String]) throws {
    let run = try Run(arguments)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.complaint == "")
  }

  @Test func `shows a case with its conclusion, and deletes it`() throws {
    let player = try Player()
    try player.play(.personLacksRight)
    let store = ["--store", player.store]
    let shown = try Run(["case", "show", "1001"] + store)
    #expect(shown.status == 0)
    let texts = player.reader.wording.texts
    let heads = ["conclusion.fails", "conclusion.fails.likely"].map { texts($0) }
    #expect(heads.contains { Reader.matches($0, in: shown.output) })
    #expect(try Run(["case", "delete", "1001"] + store).status == 0)
    #expect(try Run(["case", "show", "1001"] + store).status == 65)
    #expect(try player.cases().isEmpty)
  }
}
