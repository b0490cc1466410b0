package import Model

/// A register of a handful of units: a client with its accountant, a sub-unit, a bankrupt one, and one whose accountant
/// is registered by another number of the firm.
package enum SampleRegister {
  package static let client = number("310012343")
  package static let firm = number("310043214")
  package static let subunit = number("311234560")
  package static let bankrupt = number("310505056")
  package static let other = number("313367002")
  /// Stands in neither file.
  package static let stranger = number("310000035")
  package static let branch = number("311000004")
  package static let manager = "Kari Eksempel"
  package static let made = day("2026-11-01")

  /// What it answers.
  ///
  /// - Parameters:
  ///   - hasFirm: Whether it was made for the firm.
  ///   - hasNames: Whether it was made with names of persons.
  package static func reply(
    to number: OrganisationNumber,
    hasFirm: Bool = true,
    hasNames: Bool = true,
    day: Day = made
  ) -> RegisterReply {
    func extract(_ number: OrganisationNumber) -> RegisterExtract {
      let extract = RegisterExtract(
        number: number,
        unit: units.first { $0.number == number },
        roles: roles[number] ?? [],
        day: day
      )
      return hasNames ? extract : extract.nameless
    }
    return RegisterReply(extract(number), firm: hasFirm ? extract(firm) : nil)
  }

  /// What it finds: every unit that has one of the words in its name.
  package static func hits(_ query: RegisterQuery) -> RegisterHits {
    let words = query.words.uppercased().split(separator: " ")
    let found = units.filter { unit in words.allSatisfy { unit.name.contains($0) } }
    return RegisterHits(query, Array(found.prefix(RegisterQuery.most)))
  }

  private static let units = [
    RegisterUnit(number: client, name: "EKSEMPELBAKEREN AS", form: "AS"),
    RegisterUnit(number: firm, name: "EKSEMPEL REGNSKAP AS", form: "AS"),
    RegisterUnit(
      number: subunit,
      name: "EKSEMPELBAKEREN AS AVD SENTRUM",
      form: "BEDR",
      main: client,
      mainName: "EKSEMPELBAKEREN AS",
      marks: .subunit
    ),
    RegisterUnit(number: bankrupt, name: "EKSEMPELSNEKKEREN", form: "ENK", marks: .bankrupt),
    RegisterUnit(number: other, name: "EKSEMPELMALEREN AS", form: "AS"),
  ]

  private static let roles: [OrganisationNumber: [RegisteredRole]] = [
    client: [
      RegisteredRole("DAGL", .person, name: manager), RegisteredRole("LEDE", .person),
      RegisteredRole("REGN", .unit(firm), name: "EKSEMPEL REGNSKAP AS"),
    ],
    firm: [RegisteredRole("DAGL", .person, name: "Ola Eksempel")],
    other: [RegisteredRole("REGN", .unit(branch), main: firm)],
    bankrupt: [RegisteredRole("INNH", .person, name: "Per Eksempel")],
  ]

  private static func number(_ text: String) -> OrganisationNumber {
    do { return try OrganisationNumber(checking: text) } catch { fatalError("\(text): \(error)") }
  }

  private static func day(_ text: String) -> Day {
    guard let day = Day(text) else { fatalError(text) }
    return day
  }
}
