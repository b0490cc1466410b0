extension Flow {
  private typealias Known = (id: FlowID, make: @Sendable () -> Flow)

  /// The flows of each portal, in the order people meet them on the home screen; the same place in both is
  /// the same errand.
  private static let known: [PortalEdition: [Known]] = [
    .altinn2: [
      ("findFault", { findFault }),
      ("registerSystem", { registerSystem }),
      ("checkRights", { checkRights }),
      ("requestAccess", { requestAccess }),
      ("updateLogin", { updateLogin }),
    ],
    .altinn3: [
      ("findFault3", { findFault3 }),
      ("connectProgram", { connectProgram }),
      ("checkFullmakt", { checkFullmakt }),
      ("requestFullmakt", { requestFullmakt }),
      ("logInToday", { logInToday }),
    ],
  ]

  /// The ids of the flows of a portal.
  ///
  /// What names the flows only needs none of their steps.
  package static func ids(of portal: PortalEdition) -> [FlowID] {
    known[portal, default: []].map(\.id)
  }

  /// The errands, each by the id of its flow in the first portal.
  package static let errands = ids(of: .altinn2)

  /// The id of every flow.
  package static let ids = PortalEdition.allCases.flatMap(ids)

  /// Every flow, in the order of ``ids``.
  package static let all = PortalEdition.allCases.flatMap { known[$0, default: []] }.map {
    $0.make()
  }

  /// The fields that the lists need of every flow; nothing else of a case is read for them.
  package static let statusFields: [FieldID] =
    Set(all.flatMap(\.statusRules).flatMap(\.fields) + [.service]).sorted()

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
