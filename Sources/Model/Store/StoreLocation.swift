import Glibc

/// The folder where a store is kept.
package struct StoreLocation: Hashable, Sendable {
  /// The folder as an absolute path without a slash at the end.
  package let directory: String
  /// The person's home where the folder is below it: it is never made, only used.
  let home: String?

  /// The file of the store.
  package var database: String { directory + "/veiviser.sqlite" }

  /// A folder chosen by name; one that is relative is taken from where the program runs.
  package init(directory: String) {
    self.init(directory: directory, home: nil)
  }

  private init(directory: String, home: String?) {
    var path = directory.hasPrefix("/") ? directory : Self.current + "/" + directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.directory = path
    self.home = home
  }

  /// Decides where the store is: `--store`, then `XDG_STATE_HOME`, then below `HOME`.
  ///
  /// A relative `XDG_STATE_HOME` counts as not set, as the XDG rules want it.
  ///
  /// - Parameter option: What was given with `--store`, or `nil`.
  /// - Throws: `StoreFailure.locationEmpty`, `.homeUnset` or `.homeRelative`.
  package static func resolve(
    option: String?,
    environment: [String: String]
  ) throws(StoreFailure) -> StoreLocation {
    if let option {
      guard !option.isEmpty else { throw .locationEmpty }
      return StoreLocation(directory: option)
    }
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return StoreLocation(directory: state + "/veiviser")
    }
    guard let home = environment["HOME"], !home.isEmpty else { throw .homeUnset }
    guard home.hasPrefix("/") else { throw .homeRelative(path: home) }
    return StoreLocation(directory: home + "/.local/state/veiviser", home: home)
  }

  private static var current: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
