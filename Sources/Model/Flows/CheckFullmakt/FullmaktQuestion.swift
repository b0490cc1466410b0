/// The questions of the flow that checks fullmakter.
package enum FullmaktQuestion {
  package static let known: FieldID = "fullmakt.known"
  package static let packages: FieldID = "fullmakt.packages"
  package static let single: FieldID = "fullmakt.single"
  package static let oldRoles: FieldID = "fullmakt.oldRoles"
  package static let registerRole: FieldID = "fullmakt.registerRole"
  package static let firm: FieldID = "fullmakt.firm"
  package static let firmRegistered: FieldID = "fullmakt.firmRegistered"
  package static let firmRole: FieldID = "fullmakt.firmRole"
  package static let clientPackages: FieldID = "fullmakt.clientPackages"
}
