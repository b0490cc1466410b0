import Foundation
import Model
import TestSupport
import Testing

/// The register at hand in the program as it is shipped: the wizard, the desk, and line by line.
@Suite struct RegisterUseTests {
  private static let files = [
    "units": """
    [{"organisasjonsnummer":"310012343","navn":"EKSEMPELBAKEREN AS","organisasjonsform":{"kode":"AS"},"konkurs":false},
    {"organisasjonsnummer":"310043214","navn":"EKSEMPEL REGNSKAP AS","organisasjonsform":{"kode":"AS"}},
    {"organisasjonsnummer":"310505056","navn":"EKSEMPELSNEKKEREN","organisasjonsform":{"kode":"ENK"},"konkurs":true}]
    """,
    "subunits": """
    [{"organisasjonsnummer":"311234560","navn":"EKSEMPELBAKEREN AS AVD SENTRUM","organisasjonsform":{"kode":"BEDR"},
    "overordnetEnhet":"310012343","respons_klasse":"Underenhet"}]
    """,
    "roles": """
    [{"organisasjonsnummer":"310012343","rollegrupper":[
    {"type":{"kode":"DAGL"},"roller":[{"type":{"kode":"DAGL"},"person":{"navn":{"fornavn":"Kari","etternavn":"Eksempel"}}}]},
    {"type":{"kode":"REGN"},"roller":[{"type":{"kode":"REGN"},"enhet":{"organisasjonsnummer":"310043214"}}]}]},
    {"organisasjonsnummer":"310043214","rollegrupper":[
    {"type":{"kode":"DAGL"},"roller":[{"type":{"kode":"DAGL"},"person":{"navn":{"fornavn":"Ola","etternavn":"Eksempel"}}}]}]}]
    """,
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: "\(name).json") }
    let made = try Run(
      ["register", "import", "--firm", "310043214", "--with-names", "--date", Self.day]
        + Self.files.keys.sorted().map { folder.file("\($0).json") } + store
    )
    #expect(made.status == 0, "\(made.complaint)")
  }

  /// Today, so that the register is not old.
  private static let day = Timestamp.now().day?.text ?? ""

  /// The place at home of the check of fullmakter, which asks first whom it is for.
  private static let check =
    "\((Flow.ids(of: .altinn3).firstIndex(of: Flow.checkFullmakt.id) ?? 0) + 1)"

  private var store: [String] { ["--language", "nb", "--store", folder.file("store")] }

  private func start(_ arguments: String...) throws -> PtySession {
    try PtySession(
      Executables.veiviser,
      arguments + ["--portal", "altinn3"] + store,
      columns: 100,
      rows: 40
    )
  }

  /// All that the store has on the disk.
  private func kept() throws -> Data {
    let path = folder.file("store")
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { !$0.hasPrefix("register") }
      .reduce(into: Data()) {
        $0 += FileManager.default.contents(atPath: "\(path)/\($1)") ?? Data()
      }
  }

  @Test func `in the wizard a number is read back, and no name of a person reaches the store`()
    throws
  {
    let session = try start()
    try session.waitFor("Hva vil du gjøre")
    session.send(Self.check)
    try session.waitFor("Hvem sender du inn for")
    session.press(.home, .down, .text(" "), .tab)
    session.send("310012343")
    try session.waitFor("310 012 343 · EKSEMPELBAKEREN AS")
    session.press(.enter)
    try session.waitFor("Lagret")
    session.waitUntilAsleep()
    let bytes = try kept()
    #expect(bytes.range(of: Data("310012343".utf8)) != nil)
    for name in ["Kari", "Ola Eksempel", "EKSEMPELBAKEREN"] {
      #expect(bytes.range(of: Data(name.utf8)) == nil, "\(name)")
    }
  }

  @Test func `line by line a number is read back, and a bankrupt unit is told of`() throws {
    let session = try start("--plain")
    func answer(_ line: String, _ next: String) throws {
      session.send(line + "\n")
      try session.waitFor(next)
    }
    try session.waitFor("Hva vil du gjøre")
    try answer(Self.check, "En klient av firmaet")
    try answer("2", "Navn eller organisasjonsnummer")
    try answer("310505056", "310 505 056 · EKSEMPELSNEKKEREN")
    try session.waitFor("Enheten er konkurs")
    try session.waitFor("Enhetsregisteret per")
  }

  /// A call at the desk, at who it is that calls.
  private func askedAtDesk() throws -> PtySession {
    let session = try start("desk")
    try session.waitFor("KØ")
    session.send("\u{1B}OQ")
    try session.waitFor("Hva står det i meldingen")
    session.send("1")
    session.waitUntilAsleep()
    return session
  }

  @Test func `a client is found by any word of its name, and others by how theirs begins`() throws {
    let session = try askedAtDesk()
    session.send("2")
    session.waitUntilAsleep()
    session.send("eksempelb")
    try session.waitFor("311 234 560 EKSEMPELBAKEREN AS AVD")
    session.send("\u{1B}[B\r")
    try session.waitFor("310 012 343 · EKSEMPELBAKEREN")
  }

  @Test func `line by line what is found is chosen by its number`() throws {
    let session = try start("--plain")
    try session.waitFor("Hva vil du gjøre")
    session.send(Self.check + "\n")
    try session.waitFor("En klient av firmaet")
    session.send("2\n")
    try session.waitFor("Navn eller organisasjonsnummer")
    session.send("eksempels\n")
    try session.waitFor("1  310 505 056 EKSEMPELSNEKKEREN")
    session.send("1\n")
    try session.waitFor("310 505 056 · EKSEMPELSNEKKEREN")
  }

  @Test func `whoever has no role that approves is told so, and nobody else is`() throws {
    func show(_ roles: String...) throws -> String {
      let asked = roles.flatMap { ["--role", $0] }
      let shown = try Run(["register", "show", "310012343"] + asked + store)
      #expect(shown.status == 0, "\(shown.complaint)")
      return shown.output
    }
    let words = "Disse rollene gir ikke rett til å godkjenne"
    #expect(try show("medl", "VARA").contains(words))
    #expect(try !show().contains(words) && !show("MEDL", "DAGL").contains(words))
  }

  @Test func `the clients of a firm are listed, by role`() throws {
    let listed = try Run(["register", "clients"] + store)
    #expect(listed.output == "310 012 343 EKSEMPELBAKEREN AS: Regnskapsfører\n")
    let asked = try Run(["register", "clients", "310505056"] + store)
    #expect(asked.status == 0 && asked.output.contains("Ingen har firmaet"))
    let json = try Run(["register", "clients", "310043214", "--json"] + store)
    #expect(json.output.contains("\"REGN\"") && json.output.contains("\"310012343\""))
    #expect(try Run(["register", "clients", "310505057"] + store).status == 65)
  }

  @Test func `at the desk the caller's number is read back`() throws {
    let session = try askedAtDesk()
    session.send("2")
    session.waitUntilAsleep()
    session.send("310012343")
    try session.waitFor("310 012 343 · EKSEMPELBAKEREN")
    session.send("\r")
    try session.waitUntil("the number and whose it is") {
      $0.contains("for 310 012 343") && $0.contains("EKSEMPELBAKEREN")
    }
  }

  @Test func `without a register nothing is said of it`() throws {
    try FileManager.default.removeItem(atPath: folder.file("store/register.sqlite"))
    let session = try askedAtDesk()
    session.send("2310012343\r")
    try session.waitFor("for 310 012 343")
    #expect(!session.screen.contains("EKSEMPEL") && !session.screen.contains("egisteret"))
  }
}
