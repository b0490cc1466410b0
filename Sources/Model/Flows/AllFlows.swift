extension Flow {
  /// Every flow by its id, in the order people meet them on the home screen.
  private static let known: [(id: FlowID, make: @Sendable () -> Flow)] = [
    ("findFault", { findFault }),
    ("registerSystem", { registerSystem }),
    ("checkRights", { checkRights }),
    ("requestAccess", { requestAccess }),
    ("updateLogin", { updateLogin }),
    ("connectProgram", { connectProgram }),
    ("logInToday", { logInToday }),
  ]

  /// The id of every flow.
  ///
  /// What names the flows only needs none of their steps.
  package static let ids = known.map(\.id)

  /// Every flow, in the order of ``ids``.
  package static let all = known.map { $0.make() }

  /// The fields that the lists need of every flow; nothing else of a case is read for them.
  package static let statusFields: [FieldID] =
    Set(all.flatMap(\.statusRules).flatMap(\.fields)).sorted()

  /// The flow of an id.
  package static func named(_ id: FlowID) -> Flow? { all.first { $0.id == id } }
}
