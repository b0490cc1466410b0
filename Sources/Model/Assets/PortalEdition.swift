/// Which Altinn an entry of a catalogue belongs to.
package enum PortalEdition: String, CaseIterable, Codable, Sendable {
  /// Altinn II, with datasystem, ID and password; closed by plan on 19 June 2026 (A1).
  case altinn2
  /// Altinn 3, with system access and access packages.
  case altinn3

  /// The one that is in use, in which the wizard begins when nobody says which.
  package static let current = PortalEdition.altinn3

  /// The one to change to.
  package var other: PortalEdition { self == .altinn2 ? .altinn3 : .altinn2 }
}
