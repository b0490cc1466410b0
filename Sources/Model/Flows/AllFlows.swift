extension Flow {
  /// Every flow, in the order people meet them on the home screen.
  package static let all: [Flow] = [findFault, registerSystem, checkRights, updateLogin]

  /// The flow of an id.
  package static func named(_ id: String) -> Flow? { all.first { $0.id == id } }
}
