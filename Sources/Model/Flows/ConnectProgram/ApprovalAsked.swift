/// What somebody else is asked to do about a system access, as a task has come to it.
package enum ApprovalAsked: String, CaseIterable, Sendable {
  /// A request that was forwarded in Altinn.
  case forwarded
  /// A request that only its link leads to.
  case link
  /// An access to be made with «Lag ny systemtilgang».
  case byHand
  case change, delete

  package init(_ walk: Walk) {
    let act = walk.value(Connect.act).flatMap(Connect.Act.init)
    let isByHand =
      walk.value(Connect.have) == Connect.Have.list.rawValue
      || walk.value(.programVisible) == Fact.yes
    switch act {
    case .delete: self = .delete
    case .change: self = .change
    case .connect, .clients, nil:
      let isForwarded = walk.flow.step("forward").map(walk.isCertain) ?? false
      self = isForwarded ? .forwarded : isByHand ? .byHand : .link
    }
  }
}

extension Walk {
  /// Whether somebody else is asked since whoever is to approve cannot give all that the program asks for.
  package var lacksToApprove: Bool { flow.step("packages").map(isCertain) ?? false }
}
