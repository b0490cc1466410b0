/// Somebody who acts or is acted for.
package struct Party: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case person, organisation
  }

  /// A key of our own or an organisation number; never a national identity number.
  package let id: String
  package let kind: Kind
  package let name: String

  package init(id: String, kind: Kind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

/// What a single right to a service lets one do (3.3: Skriv, Signer).
package enum ServiceRight: String, CaseIterable, Codable, Sendable {
  /// Fill in and send.
  case write
  /// Sign; being able to write does not include it.
  case sign
}

/// What one party can hold for another.
package enum Grant: Hashable, Sendable {
  /// Registered in Enhetsregisteret, or a private person for oneself.
  case registerRole(RoleCode)
  /// A role given in Altinn.
  case role(RoleCode)
  /// A single service given in Altinn.
  case service(String, Set<ServiceRight>)
  /// A client role handed to an employee by the firm that the client has registered (P9).
  case clientRole(RoleCode, firm: Party)
}

/// One thing one party holds for another.
package struct Holding: Hashable, Sendable {
  package let holder: Party
  package let reportee: Party
  package let grant: Grant

  package init(_ holder: Party, for reportee: Party, _ grant: Grant) {
    self.holder = holder
    self.reportee = reportee
    self.grant = grant
  }
}

/// A role somebody holds, and where it comes from.
package struct HeldRole: Hashable, Sendable {
  package let code: RoleCode
  package let origin: Origin

  /// Where a held role comes from.
  package enum Origin: Hashable, Sendable {
    /// It follows from a register role; a register role follows from itself.
    case register(RoleCode)
    /// It was given in Altinn.
    case delegation
    /// The client administrator of a firm handed it on.
    case client(firm: Party)
    /// It is a client role of the firm that the holder is general manager of.
    case manager(firm: Party)
  }

  package init(_ code: RoleCode, _ origin: Origin) {
    self.code = code
    self.origin = origin
  }
}
