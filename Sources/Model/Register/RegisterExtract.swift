/// A unit as Enhetsregisteret's open data tell of it.
package struct RegisterUnit: Equatable, Sendable {
  /// What a unit is marked with; what the file leaves out is not marked.
  package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// It stands in the file of sub-units.
    package static let subunit = Marks(rawValue: 1)
    package static let bankrupt = Marks(rawValue: 2)
    package static let windingUp = Marks(rawValue: 4)
    /// Being wound up or dissolved by order of a court.
    package static let dissolvedByOrder = Marks(rawValue: 8)
    package static let inVATRegister = Marks(rawValue: 16)
    /// The file says that it is not in the VAT register, which is more than saying nothing.
    package static let notInVATRegister = Marks(rawValue: 32)
    /// It has chosen to have no auditor.
    package static let withoutAuditor = Marks(rawValue: 64)
  }

  package let number: OrganisationNumber
  package let name: String
  /// The code of its organisation form, such as `AS`.
  package let form: String
  /// The unit it is a part of, if any.
  package let main: OrganisationNumber?
  /// What that unit is called, where the register has it.
  package let mainName: String?
  package let marks: Marks

  package init(
    number: OrganisationNumber,
    name: String,
    form: String,
    main: OrganisationNumber? = nil,
    mainName: String? = nil,
    marks: Marks = []
  ) {
    self.number = number
    self.name = name
    self.form = form
    self.main = main
    self.mainName = mainName
    self.marks = marks
  }
}

extension RoleCode {
  /// The codes of the roles that somebody has in a unit, as Enhetsregisteret's open data write them.
  package static let registered: [RoleCode] = [
    "DAGL", "LEDE", "NEST", "MEDL", "VARA", "OBS", "INNH", "KONT", "REPR", "BEST", "DTPR", "DTSO",
    "KOMP", "BOBE", "FFØR", "REGN", "REVI",
  ]
}

/// A role that is registered on a unit.
package struct RegisteredRole: Equatable, Sendable {
  package enum Holder: Hashable, Sendable {
    case person
    /// The trustee of a bankrupt estate, who is listed with no number.
    case trustee
    case unit(OrganisationNumber)
  }

  package let code: RoleCode
  package let holder: Holder
  /// What the holder is called: a unit that the register has, or a person where it was made with names.
  package let name: String?
  /// The unit that a holder is a part of, where the holder is a unit that the register has.
  package let main: OrganisationNumber?
  /// The role is no longer in force, though it is listed.
  package let isDeregistered: Bool
  /// The holder is dead, or is a unit that has been deleted.
  package let isGone: Bool
  /// When its group of roles was last changed.
  package let changed: Day?

  package init(
    _ code: RoleCode,
    _ holder: Holder,
    name: String? = nil,
    main: OrganisationNumber? = nil,
    isDeregistered: Bool = false,
    isGone: Bool = false,
    changed: Day? = nil
  ) {
    self.code = code
    self.holder = holder
    self.name = name
    self.main = main
    self.isDeregistered = isDeregistered
    self.isGone = isGone
    self.changed = changed
  }

  /// Whether it is in force and its holder can act.
  package var isActive: Bool { !isDeregistered && !isGone }
}

/// The estate of a unit that is bankrupt: a unit of its own, on which the trustee is listed where the bankrupt one has
/// none (A20, R9).
package struct RegisterEstate: Equatable, Sendable {
  package let number: OrganisationNumber
  /// What it is called, where the register has it.
  package let name: String?
  package let roles: [RegisteredRole]

  package init(number: OrganisationNumber, name: String?, roles: [RegisteredRole]) {
    self.number = number
    self.name = name
    self.roles = roles
  }

  /// The same, with no name of a person who holds a role.
  package var nameless: Self { Self(number: number, name: name, roles: roles.map(\.nameless)) }
}

/// What the register says of one number on its day.
package struct RegisterExtract: Equatable, Sendable {
  package let number: OrganisationNumber
  /// `nil` when the number stands neither among the units nor among the sub-units.
  package let unit: RegisterUnit?
  package let roles: [RegisteredRole]
  /// Whether the register was made with roles; without them nothing can be said of who holds none.
  package let hasRoles: Bool
  /// The day of the file that is the oldest of those the register was made of.
  package let day: Day
  /// Its estate, where it is bankrupt and the register has one.
  package let estate: RegisterEstate?

  package init(
    number: OrganisationNumber,
    unit: RegisterUnit?,
    roles: [RegisteredRole],
    hasRoles: Bool = true,
    day: Day,
    estate: RegisterEstate? = nil
  ) {
    self.number = number
    self.unit = unit
    self.roles = roles
    self.hasRoles = hasRoles
    self.day = day
    self.estate = estate
  }
}

extension RegisteredRole {
  /// The same, with no name of a person.
  package var nameless: Self {
    if case .unit = holder { return self }
    return Self(
      code,
      holder,
      isDeregistered: isDeregistered,
      isGone: isGone,
      changed: changed
    )
  }
}

extension RegisterExtract {
  /// The same, with no name of a person who holds a role.
  package var nameless: Self {
    Self(
      number: number,
      unit: unit,
      roles: roles.map(\.nameless),
      hasRoles: hasRoles,
      day: day,
      estate: estate?.nameless
    )
  }

  /// The numbers that hold a role here and belong to the same firm as another unit.
  package func kin(of firm: RegisterExtract) -> Set<OrganisationNumber> {
    let own = firm.unit?.main ?? firm.number
    return Set(
      roles.compactMap { role in
        guard case .unit(let holder) = role.holder, holder != firm.number else { return nil }
        return role.main ?? holder == own ? holder : nil
      }
    )
  }
}
