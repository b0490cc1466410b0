import Glibc
package import Model

/// The folder where a store is kept.
package struct StoreLocation: Hashable, Sendable {
  /// The folder as an absolute path without a slash at the end.
  package let directory: String
  package let access: StoreAccess
  /// The person's home where the folder is below it: it is never made, only used.
  let home: String?

  /// The file of the store.
  package var database: String { directory + "/" + Self.databaseName }
  static let databaseName = "veiviser.sqlite"

  /// A folder chosen by name; one that is relative is taken from where the program runs.
  package init(directory: String, access: StoreAccess = .own) {
    self.init(directory: directory, access: access, home: nil)
  }

  private init(directory: String, access: StoreAccess, home: String?) {
    self.directory = Self.absolute(directory)
    self.access = access
    self.home = home
  }

  /// A path as an absolute one without a slash at the end.
  static func absolute(_ path: String) -> String {
    var path = path.hasPrefix("/") ? path : current + "/" + path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Decides where the store is: `--store`, then `XDG_STATE_HOME`, then below `HOME`.
  ///
  /// A relative `XDG_STATE_HOME` counts as not set, as the XDG rules want it.
  ///
  /// - Parameters:
  ///   - option: What was given with `--store`, or `nil`.
  ///   - access: Who the store is for; only one in a folder chosen by name can be a group's.
  ///   - variable: Looks up a variable of the environment.
  /// - Throws: `StoreFailure.locationEmpty`, `.homeUnset` or `.homeRelative`.
  package static func resolve(
    option: String?,
    access: StoreAccess = .own,
    variable: (String) -> String?
  ) throws(StoreFailure) -> StoreLocation {
    if let option {
      guard !option.isEmpty else { throw .locationEmpty }
      return StoreLocation(directory: option, access: access)
    }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return StoreLocation(directory: state + "/veiviser")
    }
    guard let home = variable("HOME"), !home.isEmpty else { throw .homeUnset }
    guard home.hasPrefix("/") else { throw .homeRelative(path: home) }
    return StoreLocation(
      directory: home + "/.local/state/veiviser",
      access: .own,
      home: home
    )
  }

  private static var current: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
