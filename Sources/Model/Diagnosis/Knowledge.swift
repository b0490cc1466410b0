/// What the catalogues tell the engine about services and messages.
package struct Knowledge: Sendable {
  /// What a recognised message says by itself.
  package struct Testimony: Equatable, Sendable {
    /// Points and outside causes, the most likely first.
    package let causes: [Cause]
    /// Faults of which at least one is present; empty when the message settles nothing.
    ///
    /// All of them belong to points 1 to 3, or all to point 4.
    package let evidence: Set<Fault>

    package init(causes: [Cause], evidence: Set<Fault>) {
      self.causes = causes
      self.evidence = evidence
    }
  }

  private let signedServices: Set<String>
  private let testimonies: [String: Testimony]

  /// - Parameters:
  ///   - signedServices: The services known to need a signature.
  ///   - testimonies: What each message says, by its id.
  package init(signedServices: Set<String>, testimonies: [String: Testimony]) {
    self.signedServices = signedServices
    self.testimonies = testimonies
  }

  /// Whether a service is known to need signing; a service outside the catalogue is not.
  package func needsSigning(_ service: String) -> Bool { signedServices.contains(service) }

  /// What the known message says, if one is known.
  package func testimony(in facts: Facts) -> Testimony? {
    facts[.message].flatMap { testimonies[$0] }
  }
}
