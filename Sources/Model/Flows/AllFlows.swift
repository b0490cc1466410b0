extension Flow {
  /// The id of every flow, in the order people meet them on the home screen.
  ///
  /// What names them only needs none of their steps.
  package static let ids = [
    "findFault", "registerSystem", "checkRights", "requestAccess", "updateLogin",
  ]

  /// Every flow, in the order of ``ids``.
  package static let all: [Flow] = [
    findFault, registerSystem, checkRights, requestAccess, updateLogin,
  ]

  /// The flow of an id.
  package static func named(_ id: String) -> Flow? { all.first { $0.id == id } }
}
