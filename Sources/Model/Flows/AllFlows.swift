extension Flow {
  private struct Known {
    let id: FlowID
    let make: @Sendable () -> Flow
  }

  /// The flows of a portal, in the order people meet them on the home screen; the same place in both is
  /// the same errand.
  private static func known(of portal: PortalEdition) -> [Known] {
    switch portal {
    case .altinn2:
      [
        Known(id: "findFault") { findFault },
        Known(id: "registerSystem") { registerSystem },
        Known(id: "checkRights") { checkRights },
        Known(id: "requestAccess") { requestAccess },
        Known(id: "updateLogin") { updateLogin },
      ]
    case .altinn3:
      [
        Known(id: "findFault3") { findFault3 },
        Known(id: "connectProgram") { connectProgram },
        Known(id: "checkFullmakt") { checkFullmakt },
        Known(id: "requestFullmakt") { requestFullmakt },
        Known(id: "logInToday") { logInToday },
      ]
    }
  }

  /// The ids of the flows of a portal.
  ///
  /// What names the flows only needs none of their steps.
  package static func ids(of portal: PortalEdition) -> [FlowID] {
    known(of: portal).map(\.id)
  }

  /// The errands, each by the id of its flow in the first portal.
  package static let errands = ids(of: .altinn2)

  /// The id of every flow.
  package static let ids = PortalEdition.allCases.flatMap(ids)

  /// Every flow, in the order of ``ids``.
  package static let all = PortalEdition.allCases.flatMap(known).map { $0.make() }

  /// The fields that the lists need of every flow; nothing else of a case is read for them.
  package static let statusFields: [FieldID] =
    Set(
      all.flatMap(\.statusRules).flatMap(\.fields) + all.flatMap(\.wordedTitle) + [.service]
    )
    .sorted()

  /// The flow of an id.
  package static func named(_ id: FlowID) -> Flow? { all.first { $0.id == id } }

  /// A flow and those for the same errand in the other portals.
  package static func ids(sharingErrandWith id: FlowID) -> [FlowID] {
    let lists = PortalEdition.allCases.map(ids(of:))
    guard let place = lists.compactMap({ $0.firstIndex(of: id) }).first else { return [id] }
    return lists.compactMap { $0.indices.contains(place) ? $0[place] : nil }
  }

  /// The flow for the same errand in the other portal, where there is one.
  package var counterpart: Flow? {
    Self.ids(sharingErrandWith: id).first { $0 != id }.flatMap(Self.named)
  }
}
