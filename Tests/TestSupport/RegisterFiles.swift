/// Files in the form of Enhetsregisteret's open data, the same for the same seed: one object at a time, so that they
/// can be of any size.
package struct RegisterFiles {
  package enum Kind: String, CaseIterable, Sendable {
    case units, subunits, roles
  }

  private let count: Int
  private let seed: UInt64

  /// - Parameter count: How many main units there are, up to 5 million.
  package init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }

  /// The synthetic number of a main unit, or of its sub-unit; each number belongs to one of them.
  package static func number(_ place: Int, subunit: Bool = false) -> String {
    var digits = 20_000_000 + (place * 2 + (subunit ? 1 : 0))
    // One beginning in eleven has no check digit; ten million further on it has.
    while true {
      let text = "\(digits)"
      let sum = zip(text.utf8, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
      let check = (11 - sum % 11) % 11
      if check < 10 { return text + "\(check)" }
      digits += 10_000_000
    }
  }

  /// Hands out the pieces of a file.
  package func write(_ kind: Kind, _ write: (String) -> Void) {
    var random = Seeded(seed)
    write("[\n")
    var isFirst = true
    for place in 0..<count {
      let object: String? =
        switch kind {
        case .units: unit(place, &random)
        case .subunits: place % 4 == 3 ? nil : subunit(place, &random)
        case .roles: roles(place, &random)
        }
      guard let object else { continue }
      write(isFirst ? object : ",\n" + object)
      isFirst = false
    }
    write("\n]\n")
  }

  private static let words = [
    "BAKEREN", "RA\u{30A}DGIVING", "FJORD", "ØST", "\\u00C5SEN", "\\\"X\\\"",
  ]
  private static let forms = ["AS", "AS", "AS", "ENK", "ENK", "NUF", "ANS", "BRL", "STI"]

  private func unit(_ place: Int, _ random: inout Seeded) -> String {
    let form = random.pick(Self.forms)
    return """
      {
        "organisasjonsnummer" : "\(Self.number(place))",
        "navn" : "\(random.pick(Self.words)) \(place) \(form)",
        "organisasjonsform" : { "kode" : "\(form)", "beskrivelse" : "Form [{", "links" : [ ] },
        "registreringsdatoEnhetsregisteret" : "2015-03-02",
        \(Self.register(place, isIn: random.int(0...1) == 0))
        "naeringskode1" : { "kode" : "69.201", "beskrivelse" : "Regnskap og bokføring" },
        "harRegistrertAntallAnsatte" : true, "antallAnsatte" : 7,
        "forretningsadresse" : { "land" : "Norge", "landkode" : "NO", "postnummer" : "0001",
          "adresse" : [ "Eksempelveien 1", null ], "kommune" : "OSLO", "kommunenummer" : "0301" },
        "konkurs" : \(random.int(0...99) == 0), "underAvvikling" : \(random.int(0...99) == 0),
        "underTvangsavviklingEllerTvangsopplosning" : false,
        "maalform" : "Bokmål", "epostadresse" : "post@example.org",
        "links" : [ ], "respons_klasse" : "Enhet"
      }
      """
  }

  /// A key that is missing where the register has nothing to say of it.
  private static func register(_ place: Int, isIn: Bool) -> String {
    place % 10 == 9 ? "" : #""registrertIMvaregisteret" : \#(isIn),"#
  }

  private func subunit(_ place: Int, _ random: inout Seeded) -> String {
    """
    {
      "organisasjonsnummer" : "\(Self.number(place, subunit: true))",
      "navn" : "\(random.pick(Self.words)) AVD \(place)",
      "organisasjonsform" : { "kode" : "BEDR", "links" : [ ] },
      "overordnetEnhet" : "\(Self.number(place))",
      "registrertIMvaregisteret" : true,
      "beliggenhetsadresse" : { "kommune" : "OSLO", "kommunenummer" : "0301" },
      "links" : [ ], "respons_klasse" : "Underenhet"
    }
    """
  }

  private func roles(_ place: Int, _ random: inout Seeded) -> String {
    // The files before 2026 call it otherwise.
    let left = place % 2 == 0 ? "avregistrert" : "fratraadt"
    func person(_ code: String, born: Int) -> String {
      """
      { "_links" : { }, "\(left)" : \(born % 10 == 3), "person" : { "erDoed" : \(born % 97 == 0),
        "fodselsdato" : "19\(born % 90 + 10)-01-01",
        "navn" : { "etternavn" : "Eksempel", "fornavn" : "Kari \(born)" } },
        "rekkefolge" : 0, "type" : { "beskrivelse" : "\(code)", "kode" : "\(code)" } }
      """
    }
    let accountant = Self.number(random.int(0...max(count / 100, 1) - 1))
    let managers = person("DAGL", born: random.int(0...9_999))
    var board = ["LEDE", "MEDL"].map { person($0, born: random.int(0...9_999)) }
    var trustee = ""
    if place % 50 == 13 {
      // The third kind of holder, in the place of a member of the board.
      board.removeLast()
      trustee = """
        { "roller" : [ { "\(left)" : false, "bostyrer" : { "erDoed" : false, "navn" : "Advokat Eksempel",
          "postadresse" : { "adresse" : [ "Eksempelveien 1" ], "postnummer" : "0001" } },
          "rekkefolge" : 0, "type" : { "beskrivelse" : "Bostyrer", "kode" : "BOBE" } } ],
          "sistEndret" : "2025-02-01", "type" : { "kode" : "BOBE" } },
        """
    }
    return """
      { "_links" : { "self" : { "href" : "https://example.org/\(place)" } },
        "organisasjonsnummer" : "\(Self.number(place))",
        "rollegrupper" : [
          { "roller" : [ \(managers) ], "sistEndret" : "2025-03-01", "type" : { "kode" : "DAGL" } },
          { "roller" : [ \(board.joined(separator: ", ")) ], "sistEndret" : "2024-01-31",
            "type" : { "kode" : "STYR" } },
          \(trustee)
          { "roller" : [ { "\(left)" : false, "enhet" : { "erSlettet" : false,
              "navn" : [ "EKSEMPEL REGNSKAP", "AS" ], "organisasjonsform" : { "kode" : "AS" },
              "organisasjonsnummer" : "\(accountant)" }, "rekkefolge" : 0,
              "type" : { "kode" : "REGN" } } ],
            "sistEndret" : "2025-03-02", "type" : { "kode" : "REGN" } } ] }
      """
  }
}
