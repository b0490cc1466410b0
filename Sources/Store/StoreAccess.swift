/// Who may read and write a store.
package enum StoreAccess: Sendable {
  /// The person alone.
  case own
  /// Everybody in the group of the folder.
  case group

  /// The mode of a folder made for it; what is made in a folder of a group belongs to that group.
  var folderMode: UInt32 {
    switch self {
    case .own: 0o700
    case .group: 0o2770
    }
  }

  /// The mode of each of its files.
  var fileMode: UInt32 {
    switch self {
    case .own: 0o600
    case .group: 0o660
    }
  }
}
