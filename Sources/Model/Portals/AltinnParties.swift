/// Of which party the actors of Altinn are.
extension Actor {
  private static let ofReportee: Set<Actor> = [
    .giver, .reporteeManager, .reporteeSigner, .signer, .clientManager, .clientSigner,
    .registerSigner,
  ]
  private static let ofSenders: Set<Actor> = [
    .sender, .approver, .accessManager, .mainAdministrator, .fullmaktGiver,
  ]

  /// Whether it is somebody of the party that is sent for, and not of a firm that sends for it or of anybody else.
  ///
  /// - Parameter isForOneself: Whether those who send do so for their own firm, and so are of the party too.
  package func isOfReportee(isForOneself: Bool) -> Bool {
    Self.ofReportee.contains(self) || isForOneself && Self.ofSenders.contains(self)
  }
}
