import Wording
import Foundation
import Model
import Screens
import Store
import TestSupport
import Testing

/// Whatever is wrong with what it is given, the program says so in one plain message, ends with the
/// documented status and changes nothing.
@Suite struct BadInputTests {
  /// One thing to get wrong.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    let status: Int32
    /// What the message must name.
    let named: [String]
    let files: [String: String]
    let shell: String

    var testDescription: String { name }

    init(
      _ name: String,
      _ arguments: [String],
      _ status: Int32,
      named: [String] = [],
      files: [String: String] = [:],
      shell: String = ""
    ) {
      self.name = name
      self.arguments = arguments
      self.status = status
      self.named = named
      self.files = files
      self.shell = shell
    }
  }

  private static let usage = [
    Mistake("an unknown option", ["--nonsense"], 64),
    Mistake("an unknown command", ["nonsense"], 64),
    Mistake("an unknown language", ["--language", "xx"], 64, named: ["nb", "nn", "en"]),
    Mistake(
      "an unknown Altinn",
      ["--portal", "altinn4"],
      64,
      named: ["altinn2", "altinn3"]
    ),
    Mistake(
      "an unknown Altinn in the environment",
      ["flow", "list"],
      64,
      named: ["VEIVISER_PORTAL=altinn2|altinn3"],
      shell: "VEIVISER_PORTAL=altinn4;"
    ),
    Mistake(
      "an unknown Altinn in the environment, and nothing asked for",
      [],
      64,
      named: ["VEIVISER_PORTAL=altinn2|altinn3"],
      shell: "VEIVISER_PORTAL=altinn4;"
    ),
    Mistake(
      "a role that there is not",
      ["register", "show", "310012343", "--role", "MEDLEM"],
      64,
      named: ["--role", "MEDL", "DAGL", "OBS"]
    ),
    Mistake("a language left out", ["--language"], 64, named: ["--language"]),
    Mistake("no answers file", ["diagnose"], 64, named: ["--answers"]),
    Mistake("a case number in letters", ["case", "show", "ti"], 64, named: ["NUMBER"]),
  ]

  private static let answers = [
    Mistake("no such message file", ["recognise", "@none"], 65, named: ["fila"]),
    Mistake("a folder for a message", ["recognise", "@"], 65, named: ["fila"]),
    Mistake("no such answers file", ["diagnose", "--answers", "@none"], 65, named: ["--answers"]),
    Mistake("a folder for answers", ["diagnose", "--answers", "@"], 65, named: ["--answers"]),
    diagnose("broken JSON", "{\n  \"service\": \"other\",\n  \"message\": \n}\n", named: ["4"]),
    diagnose("no JSON at all", "hei\n", named: ["--answers"]),
    diagnose("an empty file", "", named: ["--answers"]),
    diagnose("a list", "[1, 2]", named: ["--answers"]),
    diagnose("a number", "7", named: ["--answers"]),
    diagnose(
      "an unknown key",
      "{\n  \"service\": null,\n  \"system.color\": \"yes\"\n}",
      named: ["3", "system.color", "system.locked"]
    ),
    diagnose("a mistyped key", "{\"systm.locked\": \"yes\"}", named: ["systm.locked"]),
    diagnose(
      "an unknown value",
      "{\n\n  \"system.owner\": \"naboen\"\n}",
      named: ["3", "system.owner", "otherOrganisation", "unknown"]
    ),
    diagnose(
      "a key of the other Altinn",
      "{\n  \"access.listed\": \"missing\"\n}",
      named: ["2", "access.listed", "--portal altinn3"]
    ),
    diagnose(
      "a service of the other Altinn",
      "{\n\n  \"service\": \"amelding-upload\"\n}",
      named: ["3", "amelding-upload", "--portal altinn3"]
    ),
    diagnose("a number for yes", "{\"system.locked\": 1}", named: ["system.locked", "yes"]),
    diagnose("a list for yes", "{\"system.locked\": [\"yes\"]}", named: ["system.locked", "yes"]),
    diagnose(
      "more than answers can be",
      String(repeating: " ", count: 1 << 20) + "{}",
      named: ["1 MiB"]
    ),
    diagnose("an unknown message", "{\"message\": \"E999\"}", named: ["message"]),
    diagnose("an unknown form", "{\"service\": \"RF-9999999\"}", named: ["service"]),
    Mistake(
      "an unknown flow",
      ["flow", "draw", "nonsense"],
      65,
      named: ["findFault"]
    ),
  ]

  private static func diagnose(_ name: String, _ text: String, named: [String]) -> Mistake {
    Mistake(name, ["diagnose", "--answers", "@a.json"], 65, named: named, files: ["a.json": text])
  }

  private static let assets = [
    Mistake("no such assets", ["flow", "list", "--assets", "@none"], 65, named: ["--assets/"]),
    Mistake("assets without files", ["flow", "list", "--assets", "@"], 65, named: ["--assets/"]),
    Mistake(
      "assets that are broken",
      ["recognise", "--assets", "@"],
      65,
      named: ["texts/nb/"],
      files: ["texts/nb/common/screens.json": "{"]
    ),
  ]

  private static let stores = [
    Mistake(
      "a file for a store",
      ["case", "list", "--store", "@file"],
      69,
      named: ["--store"],
      files: ["file": "hei"]
    ),
    Mistake(
      "something else in the place of the store",
      ["case", "list", "--store", "@"],
      69,
      named: ["/veiviser.sqlite"],
      files: ["veiviser.sqlite": String(repeating: "en vanlig tekst\n", count: 1000)]
    ),
    Mistake(
      "a store of no length",
      ["case", "list", "--store", "@"],
      69,
      named: ["/veiviser.sqlite"],
      files: ["veiviser.sqlite": ""]
    ),
    Mistake("a store without a name", ["case", "list", "--store", ""], 69, named: ["--store"]),
    Mistake(
      "a store where none can be",
      ["case", "list", "--store", "/proc/1/x"],
      69,
      named: ["--store"]
    ),
    Mistake("no home", ["case", "list"], 69, named: ["--store"], shell: "unset HOME;"),
    Mistake(
      "a home that is not there",
      ["case", "list"],
      69,
      named: ["HOME"],
      shell: "HOME=/proc/1/home;"
    ),
    Mistake(
      "the wizard itself on a bad store",
      ["--plain", "--store", "@file"],
      69,
      named: ["--store"],
      files: ["file": "hei"]
    ),
  ]

  @Test(arguments: usage + answers + assets + stores)
  func `says what is wrong and changes nothing`(mistake: Mistake) throws {
    let folder = try TemporaryFolder()
    for (name, text) in mistake.files { try folder.write(text, to: name) }
    let before = folder.contents
    // @ stands for the folder of the test.
    func placed(_ text: String) -> String {
      text.hasPrefix("@") ? folder.file(String(text.dropFirst())) : text
    }
    let run = try Run(mistake.arguments.map(placed), shell: mistake.shell)
    #expect(run.status == mistake.status)
    #expect(!run.trapped)
    #expect(run.output == "")
    for name in mistake.named { #expect(run.complaint.contains(placed(name)), "\(run.complaint)") }
    #expect(!run.complaint.contains("Fatal error"))
    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
    // A whole sentence, with nothing in the place of what was given.
    #expect(run.complaint.first?.isUppercase == true || run.complaint.hasPrefix("--"))
    #expect(!run.complaint.contains("<") && !run.complaint.contains("…"), "\(run.complaint)")
    // The lock that keeps others out while the store is looked at may stay.
    #expect(folder.contents.filter { $0.key != "veiviser.lock" } == before)
  }

  /// Arguments with something in a wrong place that no complaint may repeat: `@` stands for it.
  private static let pasted: [[String]] = [
    ["@"], ["--@"], ["-@"], ["--@=1"], ["--@=@"], ["recognise", "@"], ["recognise", "here/@"],
    ["recognise", "@/here"], ["recognise", "a", "@"], ["recognise", "--json=@"], ["case", "@"],
    ["case", "show", "@"], ["case", "show", "@=@"], ["case", "delete", "@"],
    ["case", "list", "@"], ["case", "list", "--limit=@x"], ["case", "list", "--limit", "a=@"],
    ["case", "list", "--limit=a=@"], ["request", "show", "@"], ["datasystem", "show", "@"],
    ["datasystem", "list", "-l@"], ["flow", "draw", "@"], ["flow", "@"], ["manual", "@"],
    ["manual", "--language", "@"], ["--language", "@"], ["--portal", "@"], ["--portal=@"],
    ["diagnose", "--answers", "@"], ["diagnose", "@"], ["diagnose", "--answers", "@/@"],
    ["store", "purge", "--older-than", "@x"], ["store", "purge", "--older-than=-@"],
    ["store", "check", "--head", "@"], ["store", "check", "--head", "1:@"],
    ["store", "restore", "@"], ["store", "backup", "@/@/@"], ["store", "@"],
    ["doctor", "--release=@"], ["doctor", "--store", "/proc/@"], ["portal", "check", "@"],
    ["case", "list", "--store", "/proc/1/@"], ["--plain", "--store", "/dev/null/@"],
    ["flow", "list", "--assets", "@"], ["case", "list", "--store", "file/@"],
    ["recognise", "folder-@"], ["diagnose", "--answers", "folder-@"],
    ["diagnose", "--answers", "file-@"], ["case", "list", "--store", "file-@"],
    ["case", "list", "--store", "link-@"], ["case", "list", "--store", "open-@"],
    ["store", "restore", "file-@"], ["store", "restore", "link-@"],
    ["flow", "list", "--assets", "folder-@"], ["store", "check", "--store", "folder-@"],
    ["case", "list", "--shared", "--store", "none-@/store"],
    ["register", "show", "310012343", "--role", "@"],
  ]

  /// What stands in a wrong place: a number, a password, words with signs in them.
  private static let secrets = [
    "01810050019", "hunter2x9", "passord=Vin'ter2024", "ola:hunter2x9@nord",
  ]

  /// Whether a text holds a good part of a secret.
  private func repeats(_ text: String, _ secret: String) -> Bool {
    let signs = Array(secret)
    return (0...(signs.count - 6)).contains { text.contains(String(signs[$0..<($0 + 6)])) }
  }

  /// A folder with things that bear a secret in their name.
  private func folder(of secret: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["folder-\(secret)", "open-\(secret)"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name),
        withIntermediateDirectories: false
      )
    }
    chmod(folder.file("open-\(secret)"), 0o777)
    symlink("/tmp", folder.file("link-\(secret)"))
    try folder.write("hei", to: "file-\(secret)")
    try folder.write("hei", to: "file")
    return folder
  }

  @Test(arguments: pasted.indices)
  func `repeats nothing of what it was given`(number: Int) throws {
    for turn in 0..<Reliability.count(1, full: Self.secrets.count) {
      let secret = Self.secrets[(number + turn) % Self.secrets.count]
      let folder = try folder(of: secret)
      let run = try Run(
        Self.pasted[number].map { $0.replacing("@", with: secret) },
        environment: ["XDG_STATE_HOME": folder.file("state")],
        shell: "cd '\(folder.path)';"
      )
      #expect(run.status != 0)
      #expect(!repeats(run.output + run.complaint, secret), "\(run.complaint)")
    }
  }

  @Test(arguments: [
    "HOME=", "HOME=/", "HOME=/proc/1/", "XDG_STATE_HOME=/proc/1/", "XDG_STATE_HOME=/dev/null/",
    "VEIVISER_PORTAL=", "LC_ALL=", "TERM=", "NO_COLOR=", "ACCESSIBLE=", "SWIFT_BACKTRACE=",
  ])
  func `repeats nothing of the environment`(variable: String) throws {
    for secret in ["01810050019", "hunter2x9"] {
      let folder = try TemporaryFolder()
      let run = try Run(
        ["case", "show", "1001"],
        environment: ["HOME": folder.path],
        shell: "export \(variable)\(secret);"
      )
      #expect(run.status != 0)
      #expect(!repeats(run.output + run.complaint, secret), "\(run.complaint)")
    }
  }

  @Test(arguments: [
    (["flow", "list", "--portal", "altinn3"], "altinn4"), (["flow", "list"], ""),
    (["--version"], "altinn4"), (["--help"], "altinn4"),
  ])
  func `an Altinn in the environment counts only where it is read`(
    arguments: [String],
    value: String
  ) throws {
    let run = try Run(arguments, environment: ["VEIVISER_PORTAL": value])
    #expect(run.status == 0 && run.complaint == "", "\(run.complaint)")
  }

  @Test(arguments: [
    "{\"message\":\"01810050019\"}", "{\"system.passwordCorrect\":\"hunter2x9\"}",
    "{\"passord: hunter2x9\":1}", "{\"service\":\"hunter2x9\"}", "{\"system.owner\":01810050019}",
    "{\"message\":\"E1\",\"hunter2x9\":\"E1\"}", "{\"message\":{\"hunter2x9\":1}}",
    "{\"message\":[\"hunter2x9\"]}", "hunter2x9", "{\"a\":hunter2x9}", "[\"hunter2x9\"]",
    "{\"message\":\"E1\",\"mess\\u0061ge\":\"hunter2x9\"}", "{\"access.hunter2x9\":\"missing\"}",
  ])
  func `repeats nothing of an answers file that is no answer`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.json")
    let run = try Run(["diagnose", "--answers", folder.file("a.json")])
    #expect(run.status == 65)
    #expect(
      !run.complaint.contains("hunter2x9") && !run.complaint.contains("10050019"),
      "\(run.complaint)"
    )
  }

  @Test(arguments: ["show", "delete"])
  func `names the case that is gone, and no number that never was one`(command: String) throws {
    let folder = try TemporaryFolder()
    let location = StoreLocation(directory: folder.file("store"))
    let kept = try SQLiteStore.open(
      at: location,
      now: { Timestamp.now() },
      redact: { text, _ in text }
    )
    _ = try kept.create(CaseDraft(flow: "findFault"))
    try kept.close()
    let store = ["--store", folder.file("store")]
    #expect(try Run(["case", "delete", "1001"] + store).status == 0)
    for (number, isNamed) in [("1001", true), ("4242", false), ("424242", false)] {
      let run = try Run(["case", command, number] + store)
      #expect(run.status == 65)
      #expect(run.output == "")
      #expect(run.complaint.contains(number) == isNamed)
      #expect(run.complaint.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: Language.allCases)
  func `says it in the language asked for`(language: Language) throws {
    let run = try Run(["recognise", "/none", "--language", language.rawValue])
    let wording = Reader(language).wording
    let expected = wording("input.missing", ["path": wording("input.file")]).capitalisedFirst
    #expect(run.complaint == expected + "\n")
  }

  @Test(arguments: Language.allCases)
  func `a command line that cannot be read is told in one message of the language asked for`(
    language: Language
  ) throws {
    let wording = Reader(language).wording
    let form = ["name": "--language", "form": "--language nb|nn|en"]
    func noCommand(_ group: String, _ commands: String) -> String {
      wording("usage.noCommand", ["group": group, "commands": commands])
    }
    let cases: [([String], String)] = [
      (["--nonsense"], wording("usage.unknownOption")),
      (["nonsense"], String(noCommand("veiviser", "").prefix(40))),
      (["case", "nonsense"], noCommand("veiviser case", "list, show, delete")),
      (["train", "class", "nonsense"], noCommand("veiviser train class", "new, join, lead, end")),
      (["train", "nonsense"], String(noCommand("veiviser train", "").prefix(45))),
      (["case", "show", "1", "2"], wording("usage.tooMany")),
      (["case", "show"], wording("usage.incomplete")),
      (["diagnose"], wording("usage.incomplete")),
      (["doctor", "--json=1"], wording("usage.takesNoValue", ["name": "--json"])),
      (["doctor", "--language", "xx"], wording("usage.badValue", form)),
      (["doctor", "--language"], wording("usage.noValue", form)),
      (["case", "show", "ti"], wording("usage.badPart")),
      (
        ["desk", "stats", "--weeks", "99"],
        wording("usage.range", ["name": "--weeks", "first": "1", "last": "53"])
      ),
      (["case", "list", "--shared"], wording("usage.shared")),
      (["register", "import"], wording("usage.units")),
    ]
    for (arguments, said) in cases {
      let run = try Run(["--language", language.rawValue] + arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.complaint.hasPrefix(said), "\(arguments): \(run.complaint)")
      #expect(run.complaint.split(separator: "\n").count == 1 && run.output == "")
    }
  }

  @Test(arguments: Language.allCases)
  func `help is in the language asked for, and names each command and option`(language: Language)
    throws
  {
    let texts = Content.embedded.texts(language)
    for (arguments, parts) in [
      ([], ["veiviser case show NUMBER", "--mouse", "manual.option.mouse"]),
      (["case"], ["veiviser case delete NUMBER", "manual.command.case.show", "--language"]),
      (["train", "play"], ["veiviser train play EXERCISE", "--level N", "manual.option.seed"]),
      (["diagnose"], ["veiviser diagnose --answers FILE|-", "manual.command.diagnose"]),
      (["train", "class"], ["veiviser train class join WORD", "manual.command.train.class.end"]),
    ] as [([String], [String])] {
      let run = try Run(arguments + ["--help", "--language", language.rawValue])
      #expect(run.status == 0 && run.complaint == "")
      // A group of commands that stands alone asks for its help.
      if arguments == ["case"] || arguments == ["train", "class"] {
        #expect(try Run(arguments + ["--language", language.rawValue]).output == run.output)
      }
      for part in parts {
        let words = part.hasPrefix("manual.") ? texts(part) : part
        #expect(
          Reader.squeezed(run.output).contains(Reader.squeezed(words)),
          "\(part): \(run.output)"
        )
      }
      #expect(!run.output.contains("USAGE") && !run.output.contains("[manual."))
    }
  }

  @Test func `a text that is too long is read in part, and that is said`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "a ", count: 8 << 20) + "E1", to: "long")
    let run = try Run(["recognise", folder.file("long")])
    #expect(run.status == 0)
    let expected = Reader(.bokmal).wording(
      "input.cut",
      ["path": Reader(.bokmal).wording("input.file"), "limit": "2"]
    ).capitalisedFirst
    #expect(run.complaint == expected + "\n")
  }

  @Test func `a file that is too long is called what it is, not an answers file`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "a ", count: 3 << 20), to: "long")
    let run = try Run(["desk", "knowledge", "check", folder.file("long")])
    #expect(run.status == 65)
    #expect(run.complaint.contains("4 MiB") && !run.complaint.contains("svarfil"))
  }

  @Test(arguments: [
    Array(repeating: "ord", count: 1_200).joined(separator: " "),
    String(repeating: "a", count: 60_000),
  ])
  func `a search that is too long is told as such`(words: String) throws {
    let folder = try TemporaryFolder()
    let run = try Run(["case", "list", "--store", folder.file("store"), "--matching", words])
    #expect(run.status == 65)
    #expect(run.complaint == Reader(.bokmal).wording("store.failure.searchTooLong") + "\n")
  }

  @Test func `reads any bytes as text`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("bytes")
    try Data((0...255).map { UInt8($0) }).write(to: URL(filePath: path))
    let run = try Run(["recognise", path])
    #expect(run.status == 0)
    #expect(!run.output.unicodeScalars.contains("\u{1B}"))
  }
}
