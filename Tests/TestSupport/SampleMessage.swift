/// Error messages that tests paste, as the portal writes them.
package enum SampleMessage {
  /// Message E1 of the catalogue, about an organisation.
  package static let notAuthorised =
    "User is not authorized for submittal of reporting service on behalf of reportee: 310043214"
}
