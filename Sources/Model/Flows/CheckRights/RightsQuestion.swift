/// The questions of the flow that checks rights.
package enum RightsQuestion {
  package static let known: FieldID = "rights.known"
  package static let roles: FieldID = "rights.roles"
  package static let single: FieldID = "rights.single"
  package static let registerRole: FieldID = "rights.registerRole"
  package static let firm: FieldID = "rights.firm"
  package static let firmRegistered: FieldID = "rights.firmRegistered"
  package static let firmRole: FieldID = "rights.firmRole"
  package static let clientRoles: FieldID = "rights.clientRoles"

  /// How somebody knows what they hold.
  package enum HowKnown: String, CaseIterable, Sendable {
    /// From the page in Altinn, which lists everything.
    case page
    /// From Enhetsregisteret.
    case register
    case neither
  }
}
