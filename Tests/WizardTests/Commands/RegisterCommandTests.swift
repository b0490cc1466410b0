import Foundation
import GRDB
import TestSupport
import Testing

/// The register at hand: made from files, refused when they are bad, and read.
@Suite struct RegisterCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for kind in RegisterFiles.Kind.allCases {
      var text = ""
      RegisterFiles(count: 200, seed: 7).write(kind) { text += $0 }
      try folder.write(text, to: "\(kind.rawValue).json")
    }
  }

  private func run(_ arguments: String...) throws -> Run {
    try Run(["register"] + arguments + ["--store", folder.file("store"), "--language", "nb"])
  }

  @discardableResult
  private func pack(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip -c \"$0\" > \"$0.gz\"", folder.file(name)]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return folder.file(name + ".gz")
  }

  private func importAll() throws {
    let files = try ["roles.json", "units.json"].map { try pack($0) }
    let made = try run(
      "import",
      files[0],
      folder.file("subunits.json"),
      files[1],
      "--date",
      "2026-01-02"
    )
    #expect(made.status == 0, "\(made.complaint)")
  }

  private var register: String { folder.file("store/register.sqlite") }
  private var bytes: Data? { FileManager.default.contents(atPath: register) }

  private struct Answer: Decodable {
    struct Row: Decodable {
      let says: String
      let sureness: String
      let roles: [String]?
    }

    let number: String
    let day: String
    let old: Bool
    let name: String?
    let main: String?
    let conclusions: [Row]
  }

  private func show(_ arguments: String...) throws -> Answer {
    let shown = try Run(
      ["register", "show"] + arguments + ["--json", "--store", folder.file("store")]
    )
    #expect(shown.status == 0, "\(shown.complaint)")
    return try JSONDecoder().decode(Answer.self, from: Data(shown.output.utf8))
  }

  @Test func `is made from all three files, packed or not, and tells what it was made of`() throws {
    try importAll()
    let status = try run("status")
    #expect(status.status == 0)
    for word in ["Hovedenheter: 200", "Underenheter: 150", "Roller: 800", "NLOD", "2. januar 2026"]
    {
      #expect(status.output.contains(word), "\(word)")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: register)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!FileManager.default.fileExists(atPath: folder.file("store/veiviser.sqlite")))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.file("store"))
    #expect(Set(left) == ["register.sqlite", "register.lock"])
    // Roles that ended are known by both spellings.
    let written = try String(contentsOfFile: folder.file("roles.json"), encoding: .utf8)
    let spelled = ["avregistrert", "fratraadt"].map {
      written.components(separatedBy: "\"\($0)\" : true").count - 1
    }
    let ended = try DatabaseQueue(path: register).read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM role WHERE marks & 2")
    }
    #expect(spelled.allSatisfy { $0 > 0 } && ended == spelled.reduce(0, +))
  }

  @Test func `tells what stands of a unit, a sub-unit and a number in neither`() throws {
    try importAll()
    let unit = try show(RegisterFiles.number(5), "--firm", RegisterFiles.number(0))
    #expect(unit.day == "2026-01-02" && unit.old && unit.name?.isEmpty == false)
    #expect(unit.conclusions.map(\.says).contains("mainUnit"))
    let sub = try show(RegisterFiles.number(5, subunit: true))
    #expect(sub.main == RegisterFiles.number(5))
    #expect(sub.conclusions.first?.says == "subunit")
    let none = try show("310012343")
    #expect(none.conclusions.map(\.says) == ["notListed"] && none.name == nil)
    #expect(try run("show", "310012344").status == 65)
  }

  @Test func `finds the accountant by its exact number alone`() throws {
    try importAll()
    var found: Set<String> = []
    for place in 2..<40 {
      for firm in 0..<2 {
        let answer = try DatabaseQueue(path: register).read { db in
          try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM role WHERE unit = ? AND code = 'REGN' AND holder = ?",
            arguments: [Int(RegisterFiles.number(place)), Int(RegisterFiles.number(firm))]
          )
        }
        guard place < 6 else { continue }
        let says = try show(RegisterFiles.number(place), "--firm", RegisterFiles.number(firm))
          .conclusions.map(\.says)
        let expected = answer == 1 ? "accountant" : "accountantElsewhere"
        #expect(says.contains(expected))
        found.insert(expected)
      }
    }
    #expect(found == ["accountant", "accountantElsewhere"])
  }

  @Test func `keeps no name of a person, no birth date and no address unless asked to`() throws {
    try importAll()
    let words = ["Kari", "Eksempelveien", "example.org", "1970"].map { Data($0.utf8) }
    let kept = try #require(bytes)
    for word in words { #expect(kept.range(of: word) == nil) }
    let named = try run(
      "import",
      folder.file("units.json"),
      folder.file("roles.json"),
      "--date",
      "2026-01-02",
      "--with-names"
    )
    #expect(named.status == 0)
    let with = try #require(bytes)
    #expect(with.range(of: words[0]) != nil && with.range(of: words[1]) == nil)
    #expect(try run("show", RegisterFiles.number(5)).output.contains("Kari"))
  }

  @Test func `writes each letter in one way, and reads what is escaped`() throws {
    try folder.write(
      #"[{"navn":"BA\u030aT \ud83d\ude00 a\u030a","organisasjonsnummer":"310012343","konkurs":null,"overordnetEnhet":null,"x":[1.5e3,{"y":"]}"}]}]"#,
      to: "one.json"
    )
    #expect(try run("import", folder.file("one.json"), "--date", "2026-01-02").status == 0)
    let name = try DatabaseQueue(path: register).read { db in
      try String.fetchOne(db, sql: "SELECT name FROM unit")
    }
    #expect(name?.unicodeScalars.elementsEqual("BÅT 😀 å".unicodeScalars) == true)
  }

  @Test func `reads the third kind of holder, both spellings and a list that is not there`() throws
  {
    let number = "310012343"
    try folder.write(
      #"[{"organisasjonsnummer":"310012343","navn":"EKSEMPEL","organisasjonsform":{"kode":"AS"},"konkurs":true}]"#,
      to: "u.json"
    )
    try folder.write(
      """
      [{"organisasjonsnummer":"310043214"},{"organisasjonsnummer":"310505056","rollegrupper":[]},
      {"rollegrupper":[{"type":{"kode":"BOBE"},"roller":[{"bostyrer":{"navn":"Advokat Eksempel","erDoed":false}}]},
      {"roller":[{"type":{"kode":"DAGL"},"person":{"erDoed":true},"fratraadt":false},
      {"type":{"kode":"LEDE"},"person":{},"fratraadt":true},{"type":{"kode":"INNH"},"person":{},"avregistrert":true}]}],
      "organisasjonsnummer":"\(number)"}]
      """,
      to: "r.json"
    )
    #expect(
      try run("import", folder.file("u.json"), folder.file("r.json"), "--date", "2026-01-02").status
        == 0
    )
    let answer = try show(number)
    #expect(
      answer.conclusions.map(\.says) == ["mainUnit", "bankrupt", "holderGone", "signatoryUnknown"]
    )
    #expect(answer.conclusions[2].roles == ["DAGL"])
    let marks = try DatabaseQueue(path: register).read { db in
      try Int.fetchAll(db, sql: "SELECT marks FROM role ORDER BY place")
    }
    #expect(marks == [1, 4, 2, 2])
  }

  @Test func `the trustee of a bankrupt unit is found on its estate, which is no client of it`()
    throws
  {
    try folder.write(
      """
      [{"organisasjonsnummer":"310012343","navn":"EKSEMPEL AS","organisasjonsform":{"kode":"AS"},"konkurs":true},
      {"organisasjonsnummer":"313367002","navn":"EKSEMPEL AS KONKURSBO","organisasjonsform":{"kode":"KBO"}}]
      """,
      to: "u.json"
    )
    try folder.write(
      """
      [{"organisasjonsnummer":"313367002","rollegrupper":[
      {"type":{"kode":"KDEB"},"roller":[{"type":{"kode":"KDEB"},"enhet":{"organisasjonsnummer":"310012343"}}]},
      {"type":{"kode":"BOBE"},"roller":[{"type":{"kode":"BOBE"},"bostyrer":{"navn":"Advokat Eksempel"}}]}]}]
      """,
      to: "r.json"
    )
    let files = [folder.file("u.json"), folder.file("r.json"), "--date", "2026-01-02"]
    let store = ["--store", folder.file("store"), "--language", "nb"]
    for names in [[], ["--with-names"]] {
      #expect(try Run(["register", "import"] + files + names + store).status == 0)
      let told = try run("show", "310012343").output
      #expect(told.contains("Konkursboet er 313 367 002 EKSEMPEL AS KONKURSBO."), "\(told)")
      #expect(told.contains("Advokat Eksempel") == !names.isEmpty, "\(told)")
      #expect(try run("show", "310012343", "--json").output.contains("\"estate\" : \"313367002\""))
      let estate = try show("313367002")
      #expect(estate.conclusions.first { $0.says == "mayApprove" }?.roles == ["BOBE"])
      let clients = try run("clients", "310012343")
      #expect(clients.status == 0 && !clients.output.contains("313 367 002"), "\(clients.output)")
    }
  }

  /// Files that are refused, and the words that say so.
  private static let bad: [(text: String, words: String)] = [
    ("", "ingen av filene"), ("[]", "ingen av filene"), ("{}", "ingen av filene"),
    ("hello", "ingen av filene"), (#"[{"a":1}]"#, "ingen av filene"),
    (#"[{"organisasjonsnummer":"310012343","navn":"A"}"#, "avkortet"),
    (#"[{"organisasjonsnummer":"310012343","navn":"A"},"#, "avkortet"),
    (#"[{"organisasjonsnummer":"310012343","navn":"A"},]"#, "skadet"),
    (#"[{"organisasjonsnummer":"310012343","navn":"A"},{"organisasjonsnummer":"31001"#, "avkortet"),
    (#"[{"organisasjonsnummer":"310012343","navn":"A"}]]"#, "skadet"),
    (
      #"[{"organisasjonsnummer":"310012343","navn":"A"},{"organisasjonsnummer":"310012344","navn":"B"}]"#,
      "hver hundrede"
    ),
    (
      #"[{"organisasjonsnummer":"310012343","navn":"A"},{"organisasjonsnummer":"31001234","navn":"B"}]"#,
      "skadet"
    ),
    (
      #"[{"organisasjonsnummer":"310012343","navn":"A"},{"organisasjonsnummer":"310043214","rollegrupper":[]}]"#,
      "flere slag"
    ),
    ("[{\"organisasjonsnummer\":\"310012343\",\"navn\":\"A\u{1}\"}]", "ingen av filene"),
    (#"[{"organisasjonsnummer":"310043214","rollegrupper":[]}]"#, "hovedenheter"),
  ]

  @Test func `refuses what is cut, damaged or none of the files, and the old register stays`()
    throws
  {
    try importAll()
    let before = try #require(bytes)
    func refused(_ run: Run, _ words: String) {
      #expect(run.status == 65, "\(words): \(run.complaint)")
      #expect(run.complaint.contains(words), "\(run.complaint)")
      #expect(run.complaint.split(separator: "\n").count == 1)
      #expect(!run.complaint.contains(folder.path))
      #expect(bytes == before)
    }
    for (text, words) in Self.bad {
      try folder.write(text, to: "bad.json")
      refused(try run("import", folder.file("bad.json")), words)
    }
    let packed = try Data(contentsOf: URL(filePath: pack("units.json")))
    for size in [2, 9, packed.count / 2, packed.count - 8, packed.count - 1] {
      try packed.prefix(size).write(to: URL(filePath: folder.file("cut.gz")))
      refused(try run("import", folder.file("cut.gz")), "gzip")
    }
    var flipped = packed
    flipped[packed.count - 6] ^= 1
    try flipped.write(to: URL(filePath: folder.file("cut.gz")))
    refused(try run("import", folder.file("cut.gz")), "gzip")
    let huge =
      #"[{"organisasjonsnummer":"310012343","navn":""# + String(repeating: "A", count: 1 << 21)
    try folder.write(huge + #""}]"#, to: "huge.json")
    refused(try run("import", folder.file("huge.json")), "1 MiB")
    refused(try run("import", "--units", folder.file("subunits.json")), "--units er en annen")
    refused(try run("import", folder.file("none")), "finnes ikke")
    refused(try run("import", folder.path), "kan ikke leses")
    let units = folder.file("units.json")
    refused(try run("import", units, units, "--date", "2026-01-02"), "2 er av et slag")
    refused(try run("import", units, "--date", "2190-01-02"), "--date")
    #expect(try run("import").status == 64)
  }

  @Test func `a number here and there that cannot exist is left out and told of`() throws {
    var rows = (0..<300).map {
      #"{"organisasjonsnummer":"\#(RegisterFiles.number($0))","navn":"A \#($0)"}"#
    }
    rows[7] = #"{"organisasjonsnummer":"310012344","navn":"WRONG"}"#
    rows[9] = rows[9].replacing("\"}", with: "\",\"overordnetEnhet\":\"310012344\"}")
    try folder.write("[" + rows.joined(separator: ",") + "]", to: "some.json")
    let made = try run("import", folder.file("some.json"), "--date", "2026-01-02")
    #expect(made.status == 0, "\(made.complaint)")
    #expect(made.output.contains("Hovedenheter: 298") && made.output.contains("2 poster utelatt"))
    #expect(try #require(bytes).range(of: Data("WRONG".utf8)) == nil)
    #expect(try show(RegisterFiles.number(9)).conclusions.map(\.says) == ["notListed"])
    // The odd error of a register, and no more than that.
    for place in 20..<22 { rows[place] = rows[7] }
    try folder.write("[" + rows.joined(separator: ",") + "]", to: "some.json")
    let refused = try run("import", folder.file("some.json"), "--date", "2026-01-02")
    #expect(refused.status == 65 && refused.complaint.contains("hver hundrede"))
  }

  @Test func `a file much smaller than what it replaces is taken only when that is meant`() throws {
    try importAll()
    let before = try #require(bytes)
    func importing(_ count: Int, _ arguments: String...) throws -> Run {
      var text = ""
      RegisterFiles(count: count, seed: 7).write(.units) { text += $0 }
      try folder.write(text, to: "less.json")
      return try Run(
        ["register", "import", folder.file("less.json"), "--date", "2026-01-02", "--store"]
          + [folder.file("store"), "--language", "nb"] + arguments
      )
    }
    let refused = try importing(179)
    #expect(refused.status == 65 && refused.complaint.contains("--smaller"))
    #expect(refused.complaint.contains("179") && refused.complaint.contains("200"))
    #expect(bytes == before)
    #expect(try importing(180).status == 0)
    #expect(try importing(100, "--smaller").status == 0)
    #expect(try run("status").output.contains("Hovedenheter: 100"))
  }

  @Test
  func `is refused when it is no register or one of another form, and the store is not touched`()
    throws
  {
    #expect(try run("status").status == 69)
    #expect(!FileManager.default.fileExists(atPath: folder.file("store")))
    try importAll()
    let queue = try DatabaseQueue(path: register)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 2") }
    #expect(try run("status").complaint.contains("annen utgave"))
    try queue.write { try $0.execute(sql: "PRAGMA application_id = 1") }
    let foreign = try run("show", RegisterFiles.number(1))
    #expect(foreign.status == 69 && foreign.complaint.contains("ikke et register"))
    try importAll()
    #expect(try run("status").status == 0)
  }

  @Test(arguments: ["write", "fsync", "rename"])
  func `killed at any point it leaves a whole register`(call: String) throws {
    try importAll()
    let before = try #require(bytes)
    var kills = 0
    for time in [1, 3] {
      let killed = try Run(
        ["register", "import", folder.file("units.json"), "--date", "2026-02-03"]
          + ["--store", folder.file("store")],
        prefix: "strace -f -o /dev/null "
          + "-e inject=\(call == "write" ? "pwrite64" : call == "rename" ? "renameat" : call)"
          + ":signal=KILL:when=\(time)"
      )
      // It was done before the call came that often.
      if killed.status == 0 { continue }
      kills += 1
      // Killed when the new one stood there already, it leaves that one, as whole.
      let told = try run("status").output
      #expect(bytes == before ? told.contains("Roller: 800") : told.contains("3. februar 2026"))
    }
    #expect(kills > 0)
    #expect(try run("import", folder.file("units.json"), "--date", "2026-02-03").status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.file("store"))
    #expect(Set(left) == ["register.sqlite", "register.lock"])
  }

  @Test func `tells how far it has come on a terminal, and never holds the file in memory`() throws
  {
    var text = ""
    RegisterFiles(count: 60_000, seed: 3).write(.units) { text += $0 }
    try folder.write(text, to: "large.json")
    let session = try PtySession(
      Executables.veiviser,
      [
        "register", "import", folder.file("large.json"), "--date", "2026-01-02", "--store",
        folder.file("store"), "--language", "en",
      ],
      columns: 200,
      rows: 30
    )
    var most = 0
    try session.waitUntil("the progress and the end") { _ in
      // The most so far; before the program has begun it is that of the tests, from which it was forked.
      most = ProcessMemory.most(of: session.processID) ?? most
      let all = String(decoding: session.rawBytes, as: UTF8.self)
      return all.contains("% read") && all.contains("Main units: 60000")
    }
    #expect(most > 0 && most < 64 << 10, "\(most) kB")
  }
}
