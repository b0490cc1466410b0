/// A text as support needs it, with no secret in it, and what of it must be kept.
package struct HarmlessText {
  package let text: String
  /// What tells of the fault: the numbers, ids, moments and codes of the text.
  package let evidence: [String]

  package init(using random: inout Seeded) {
    var evidence: [String] = []
    var text = random.pick(Self.lines)
    for (name, make) in Self.parts where text.contains("{\(name)}") {
      let part = make(&random)
      text = text.replacing("{\(name)}", with: part)
      evidence.append(part)
    }
    self.text =
      random.pick(["", "", "Hei,\nvi får dette:\n", "> "]) + text
      + random.pick(["", "\n", "\nHva gjør vi?"])
    self.evidence = evidence
  }

  /// What is lost of the evidence in what was kept of the text.
  package func lost(in kept: String) -> [String] { evidence.filter { !kept.contains($0) } }

  private typealias Make = @Sendable (inout Seeded) -> String

  private static func digits(_ random: inout Seeded, _ count: Int) -> String {
    (0..<count).map { _ in "\(random.int(0...9))" }.joined()
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func hexadecimal(_ random: inout Seeded, _ count: Int) -> String {
    let all = Array("0123456789abcdef")
    return String((0..<count).map { _ in random.pick(all) })
  }

  private static func day(_ random: inout Seeded) -> String {
    "\(random.int(2024...2027))-\(two(random.int(1...12)))-\(two(random.int(1...28)))"
  }

  private static func clock(_ random: inout Seeded) -> String {
    "\(two(random.int(0...23))):\(two(random.int(0...59))):\(two(random.int(0...59)))"
  }

  private static func guid(_ random: inout Seeded) -> String {
    [8, 4, 4, 4, 12].map { hexadecimal(&random, $0) }.joined(separator: "-")
  }

  private static func organisation(_ random: inout Seeded) -> String {
    while true {
      var number = [random.pick([2, 3, 8, 9])] + (0..<7).map { _ in random.int(0...9) }
      let control =
        (11 - zip(number, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11) % 11
      guard control < 10 else { continue }
      number.append(control)
      return number.map(String.init).joined()
    }
  }

  private static let parts: [(String, Make)] = [
    (
      "net",
      { "\(day(&$0))T\(clock(&$0)).\(digits(&$0, 7))\($0.pick(["Z", "+01:00", "+02:00", ""]))" }
    ),
    ("iso", { "\(day(&$0))T\(clock(&$0))\($0.pick(["Z", ".\(digits(&$0, 3))Z", "+01:00"]))" }),
    ("log", { "\(day(&$0)) \(clock(&$0)),\(digits(&$0, 3))" }),
    ("dot", { "\(day(&$0)) \(clock(&$0)).\(digits(&$0, 3))" }),
    (
      "people",
      { random in
        let day =
          "\(two(random.int(1...28))).\(two(random.int(1...12))).\(random.pick(["2026", "26"]))"
        return day + random.pick(["", " kl. 08:15", " 13.57", " 08:15:30"])
      }
    ),
    ("clock", { clock(&$0) }),
    ("epoch", { "17\(digits(&$0, 11))" }),
    ("fraction", { "17\(digits(&$0, 8)).\(digits(&$0, 3))" }),
    ("guid", { guid(&$0) }), ("guid2", { guid(&$0).uppercased() }),
    ("trace", { "00-\(hexadecimal(&$0, 32))-\(hexadecimal(&$0, 16))-0\($0.int(0...1))" }),
    (
      "ip",
      {
        "\($0.int(1...255)).\($0.int(0...255)).\($0.int(0...255)).\($0.int(1...255)):\($0.int(1...65_535))"
      }
    ),
    ("org", { organisation(&$0) }),
    (
      "spaced",
      { random in
        let number = Array(organisation(&random))
        return [number[0..<3], number[3..<6], number[6..<9]].map { String($0) }.joined(
          separator: " "
        )
      }
    ),
    ("thread", { "\($0.int(1...99))" }),
    ("system", { digits(&$0, $0.int(4...6)) }), ("error", { digits(&$0, $0.pick([1, 2, 3, 5])) }),
    ("status", { "\($0.pick([400, 401, 403, 404, 409, 429, 500, 502, 503]))" }),
    (
      "auth",
      { "\($0.pick(["AUTH", "AM", "BRO", "CORR", "AUTH.VLD", "AM.VLD"]))-000\(digits(&$0, 2))" }
    ),
    ("gld", { "GLD_\($0.pick(["005", "1015", "1008", "019", "1053"]))" }),
    ("mp", { "MP-\($0.pick(["303", "251", "100", "250"]))" }),
    ("ar", { "AR\(digits(&$0, 9))" }),
    ("version", { "\($0.int(1...20)).\($0.int(0...20)).\($0.int(0...9))" }),
    ("party", { "5\(digits(&$0, 7))" }),
    ("service", { "\($0.pick(["4222", "3357", "1046", "3103"]))" }),
    ("hex", { "f\(hexadecimal(&$0, $0.pick([7, 11, 15, 31])))" }),
    ("connection", { "0HN\(digits(&$0, 2))VKQB\(digits(&$0, 4)):0000000\($0.int(1...9))" }),
    ("sending", { "INN-2026-\(digits(&$0, 6))" }),
    ("said", { $0.pick(said) }),
  ]

  /// What people and programs say of secrets without telling one.
  private static let said = [
    "Passordet er feil", "Feil passord", "Engangskoden er gått ut", "PIN-koden virker ikke",
    "Vi har byttet passordet i Altinn", "Leverandøren sier at systempassordet må endres i Altinn",
    "tokenet er utløpt", "Nøkkelen til datasystemet er sperret",
    "Programmet spør etter brukernavn og passord", "Vi får ingen kode på SMS",
    "AuthenticationFailedException: invalid password", "Vi får feil passord i lønnsprogrammet",
    "Hvor finner jeg pinkoden til systemet?", "the access token has expired",
    "invalid_client: wrong client secret", "Engangskoden kommer ikke på mobilen",
    "Passordet må ha minst 8 tegn", "Jeg har prøvd passordet tre ganger",
    "Feil brukernavn/passord i SMS/app", "f.eks. passord og/eller ID-nr",
    "no.altinn.Client: invalid password", "The user's password can't be changed",
  ]

  private static let lines = [
    "{log} [{thread}] ERROR no.altinn.Client - Incorrect username/password given for system",
    "{net} warn: Kestrel[22] {ip}",
    "{net} INFO Request finished HTTP/1.1 POST http://{ip}/api - {status}",
    "{dot} ERROR 8 --- [main] n.r.a.Client : {mp}: Consumer {org} (traceId={trace})",
    "{iso} {\"code\":\"{auth}\",\"title\":\"Forbidden\",\"status\":{status},\"traceId\":\"{trace}\"}",
    "<ErrorGuid>{guid}</ErrorGuid><ErrorID>{error}</ErrorID><UserId>0</UserId>",
    "ErrorGuid: {guid2}, ErrorID: {error}",
    "please report it [{guid}].", "The EndUserSystem System with ID: {system} is locked out",
    "User is not authorized for submittal of reporting service on behalf of reportee: {org}",
    "on behalf of reportee: {spaced}", "{people} feilkode: {error}",
    "Feil {error} fra Altinn {people}", "ID-nummer {system} på datasystemet, org.nr {org}",
    "datasystem-ID: {system}", "<systemUserName>{system}</systemUserName>",
    "AgencySystem {system} is not authorized to call service from ip {ip}",
    "{gld} {status} Feil i forbindelse med autorisering",
    "{\"kode\":\"{gld}\",\"melding\":\"Ikke autorisert\"}", "Arkivreferanse {ar} mottatt {people}",
    "serviceCode={service} version {version}", "tjenestekode: {service}, orgnr: {spaced}",
    "MyProgram v{version} {clock} svarte {status}",
    "/instances/{party}/{guid}/process/next", "x-correlation-id: {guid}",
    "ts={epoch} status={status}", "{fraction} {ip} GET /api {status}",
    "{clock} [worker-a] {auth} The SystemUser was not found.", "Visma/{version} HTTP {status}",
    "tid {people}, ErrorID {error}, referanse {guid}", "{said}", "{said}",
    "{said}, sier programmet",
    "{iso} WARN Invalid token for request {guid}", "X-Request-Id: {hex} Authorization failed",
    "Referanse: {sending}", "correlationid: {hex}", "x-request-id={connection}",
    "token expired for party {guid}", "klient-ID {guid} fikk {mp}: invalid client secret",
    "{\"error\":\"invalid_token\",\"traceId\":\"{trace}\",\"status\":{status}}",
    "PIN-koden virker ikke, feilkode: {error}", "password expired {log} {ip}",
    "Passord:\n  må byttes\n  ErrorID: {error}",
    "{log} INFO [no.altinn.Client] invalid password/token, status {status}",
    "Passordet er feil\n\nErrorID: {error}",
  ]
}
