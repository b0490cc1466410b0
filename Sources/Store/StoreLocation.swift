import Glibc
package import Model

/// The folder where a store is kept.
package struct StoreLocation: Hashable, Sendable {
  /// The folder as an absolute path without a slash at the end.
  package let directory: String
  package let access: StoreAccess
  /// What the folder is called to people: by the option or the variable that names it.
  private let name: String
  /// The person's home, wherever the folder is.
  private let person: String?

  /// The person's home where the folder is below it because none is named: it is never made, only used.
  var home: String? { name.hasPrefix("~") ? person : nil }

  /// The file of the store.
  package var database: String { directory + "/" + Self.databaseName }
  static let databaseName = "veiviser.sqlite"

  /// A folder chosen by name; one that is relative is taken from where the program runs.
  package init(directory: String, access: StoreAccess = .own) {
    self.init(directory: directory, access: access, named: "--store")
  }

  /// The folder of a class, which those in its group share where it is set up so, or where there is none yet.
  package init(class directory: String) {
    let path = Self.absolute(directory)
    let facts = (try? FileFacts(at: path)).flatMap { $0 }
    let isOwn = facts.map { $0.mode & 0o2070 != 0o2070 } ?? false
    self.init(directory: path, access: isOwn ? .own : .group, named: "--class")
  }

  private init(
    directory: String,
    access: StoreAccess,
    named name: String,
    person: String? = nil
  ) {
    self.directory = Self.absolute(directory)
    self.access = access
    self.name = name
    self.person = person
  }

  /// A path as an absolute one without a slash at the end.
  static func absolute(_ path: String) -> String {
    var path = path.hasPrefix("/") ? path : current + "/" + path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The folders of a person's state: of cases, and of training.
  package static let casesFolder = "veiviser"
  package static let trainingFolder = "veiviser-training"

  /// Decides where the store is: `--store`, then `XDG_STATE_HOME`, then below `HOME`.
  ///
  /// A relative `XDG_STATE_HOME` counts as not set, as the XDG rules want it.
  ///
  /// - Parameters:
  ///   - option: What was given with `--store`, or `nil`.
  ///   - folder: The folder it has where none is named.
  ///   - access: Who the store is for; only one in a folder chosen by name can be a group's.
  ///   - name: What a folder chosen by name is called to people.
  ///   - variable: Looks up a variable of the environment.
  /// - Throws: `StoreFailure.locationEmpty`, `.homeUnset` or `.homeRelative`.
  package static func resolve(
    option: String?,
    in folder: String = casesFolder,
    access: StoreAccess = .own,
    named name: String = "--store",
    variable: (String) -> String?
  ) throws(StoreFailure) -> StoreLocation {
    let person = variable("HOME").flatMap { $0.hasPrefix("/") ? Self.absolute($0) : nil }
    if let option {
      guard !option.isEmpty else { throw .locationEmpty }
      return StoreLocation(directory: option, access: access, named: name, person: person)
    }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return StoreLocation(
        directory: state + "/" + folder,
        access: .own,
        named: "$XDG_STATE_HOME/\(folder)",
        person: person
      )
    }
    guard let home = variable("HOME"), !home.isEmpty else { throw .homeUnset }
    guard home.hasPrefix("/") else { throw .homeRelative(path: home) }
    return StoreLocation(
      directory: home + "/.local/state/" + folder,
      access: .own,
      named: "~/.local/state/\(folder)",
      person: person
    )
  }

  /// Stands for a file that was given beside the store, such as a copy of it.
  package static let givenFile = "<file>"

  /// A path of this store as people are told it.
  ///
  /// What is there has its path, from the home on where it lies below that. But what was given and is not there may be
  /// anything, something pasted in the wrong place too, and so may a name that looks like a number or a secret; and a
  /// complaint ends up in logs. Then the option or the variable is named, and behind it only what the program itself
  /// calls its files.
  ///
  /// - Returns: A file given beside the store, such as a copy of it, that cannot be named so is ``givenFile``.
  package func told(_ path: String) -> String {
    if let home, path == home { return "~" }
    let isOwn = path == directory || path.hasPrefix(directory + "/")
    // A place that a variable chose is called by the variable.
    let isGiven = !isOwn || !(name.hasPrefix("$") || name.hasPrefix("~"))
    if isGiven, let shown = whole(path, standing: isOwn ? directory : path) { return shown }
    if isOwn { return name + path.dropFirst(directory.count) }
    guard !path.isEmpty, directory.hasPrefix(path == "/" ? path : path + "/") else {
      return Self.givenFile
    }
    // A folder above it.
    let steps = directory.dropFirst(path == "/" ? 0 : path.count).count { $0 == "/" }
    return name + String(repeating: "/..", count: steps)
  }

  /// A path as it is, where something stands and no part of it looks like what must not be repeated.
  private func whole(_ path: String, standing place: String) -> String? {
    guard (try? FileFacts(at: place)).flatMap({ $0 }) != nil else { return nil }
    var short = path
    if let person, path.hasPrefix(person + "/") { short = "~" + path.dropFirst(person.count) }
    return Redaction(short).isClean ? short : nil
  }

  private static var current: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
