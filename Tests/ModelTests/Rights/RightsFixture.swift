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
