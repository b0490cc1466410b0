import Model

/// People and organisations the tests of the rights model share; the numbers are synthetic.
enum Cast {
  static let person = Party(id: "p", kind: .person, name: "Kari")
  static let firmA = Party(id: "310012343", kind: .organisation, name: "A")
  static let clientB = Party(id: "310043214", kind: .organisation, name: "B")
  static let clientC = Party(id: "310505056", kind: .organisation, name: "C")

  static func catalogue() throws -> RightsCatalogue { try Catalogue(from: .embedded).rights() }

  static func model(_ holdings: Holding...) throws -> RightsModel {
    RightsModel(try catalogue(), holdings: holdings)
  }
}

extension RightsModel {
  /// Whether a party may send a service for a reportee.
  ///
  /// An ID acts with the rights of its owner, so one ID may serve many reportees (D4, D5).
  func sending(_ service: String, by holder: Party, for reportee: Party) -> Permission {
    permission(to: .send, service: service, holder: holder, for: reportee)
  }

  /// Registers a firm as the client's accountant or auditor in place of the one before.
  ///
  /// What the firm before handed to its employees stays as a holding but covers nothing (P9).
  mutating func register(_ firm: Party, as kind: ClientKind, of client: Party) {
    holdings.removeAll {
      $0.reportee == client && $0.grant == .registerRole(kind.registerRole)
    }
    holdings.append(Holding(firm, for: client, .registerRole(kind.registerRole)))
  }
}
