extension Content {
  /// What a call about a portal begins with: what was met most often of its catalogue, then what is guessed.
  ///
  /// - Parameter counts: How often each message was met, by its id; what the catalogue does not have, such
  ///   as the shape of an unknown message, is no row.
  package func commonest(of edition: PortalEdition, counts: [String: Int]) -> [String] {
    Commonest.of(edition, counts: counts.filter { message($0.key)?.edition == edition })
  }
}
