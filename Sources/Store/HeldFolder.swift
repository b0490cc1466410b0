import Glibc
import Model

/// Opens a folder only to pass through it, as `O_PATH` does.
///
/// Swift's module of the C library leaves this number of Linux out.
private let passing: Int32 = 0o10_000_000

/// A folder that is held open: what is done with the files in it is done in this very folder, whatever
/// somebody puts under its name or under a name on the way to it.
final class HeldFolder: Sendable {
  /// Where it was found, to tell people of it.
  let path: String
  let descriptor: Int32

  fileprivate init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Goes to a folder from the root, one name after another.
  ///
  /// A link on the way counts only where root or the person made it; a link in its place never does.
  ///
  /// - Parameters:
  ///   - path: An absolute path.
  ///   - modes: The modes of folders that are made where there is none, whatever the umask: of those on
  ///     the way and of the last. `nil` makes none. Something is to be kept there then, so no folder on the
  ///     way may be one in which anybody can put another in its place.
  init(at path: String, making modes: (way: UInt32, last: UInt32)? = nil) throws(StoreFailure) {
    var walk = try FolderWalk(to: path, isGuarded: modes != nil)
    while let name = walk.names.popLast() {
      if try walk.step(to: name) { continue }
      guard let modes else { throw StoreFailure(errno: ENOENT, path: path) }
      try walk.make(name, mode: walk.names.isEmpty ? modes.last : modes.way)
    }
    // What was only passed through cannot be synchronised.
    descriptor = openat(walk.place, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  /// A way to the folder that cannot be bent; needs the file system /proc.
  var way: String { "/proc/self/fd/\(descriptor)" }

  func facts() throws(StoreFailure) -> FileFacts { try FileFacts(of: descriptor, at: path) }

  /// Waits until the names in it are on the disk.
  func synchronize() throws(StoreFailure) {
    guard fsync(descriptor) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  func file(_ name: String) -> HeldFile { HeldFile(folder: self, name: name) }

  /// Makes a folder in it that the person alone can look into and write in, and goes there.
  ///
  /// What is made there belongs to the group of this folder, if that is how it is set up.
  ///
  /// - Throws: `StoreFailure.inTheWay` when there is something of that name.
  func makeFolder(_ name: String) throws(StoreFailure) -> HeldFolder {
    guard mkdirat(descriptor, name, 0o700) == 0 else {
      let (code, path) = (errno, path + "/" + name)
      throw code == EEXIST ? .inTheWay(path: path) : StoreFailure(errno: code, path: path)
    }
    return try ownFolder(name)
  }

  /// Goes to a folder in it that nobody else can look into or write in.
  ///
  /// - Throws: `StoreFailure.inTheWay` when it is not one.
  func ownFolder(_ name: String) throws(StoreFailure) -> HeldFolder {
    let path = path + "/" + name
    // Whatever the umask took from its mode, the way by the descriptor is open to its owner.
    let passed = openat(descriptor, name, passing | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard passed >= 0 else { throw .inTheWay(path: path) }
    defer { close(passed) }
    let facts = try FileFacts(of: passed, at: path)
    guard facts.owner == geteuid(), facts.mode & 0o077 == 0 else { throw .inTheWay(path: path) }
    try setMode(facts.mode & 0o2000 | 0o700, ofPassed: passed, path)
    let opened = openat(passed, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw StoreFailure(errno: errno, path: path) }
    return HeldFolder(path, opened)
  }

  /// Removes an empty folder; that it is not there, or not empty, is as good.
  func removeFolder(_ name: String) { _ = unlinkat(descriptor, name, AT_REMOVEDIR) }
}

/// A file by its name in a folder that is held open.
struct HeldFile: Sendable {
  let folder: HeldFolder
  let name: String

  /// How the system and SQLite get to it.
  var way: String { folder.way + "/" + name }
  /// How people know it.
  var path: String { folder.path + "/" + name }

  /// The file beside it whose name is longer by so much.
  func with(_ ending: String) -> HeldFile { HeldFile(folder: folder, name: name + ending) }

  /// What there is to know of it; `nil` when there is nothing.
  func facts() throws(StoreFailure) -> FileFacts? { try FileFacts(at: way, calledBy: path) }

  func exists() throws(StoreFailure) -> Bool { try facts() != nil }

  /// Opens it unless it is a link; a pipe is opened without waiting for its other end.
  func open(_ flags: Int32, mode: UInt32 = 0) throws(StoreFailure) -> Int32 {
    let flags = flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = openat(folder.descriptor, name, flags, mode)
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
    return descriptor
  }

  /// Makes an empty file of a mode, whatever the umask.
  func make(mode: UInt32) throws(StoreFailure) {
    let descriptor = try open(O_RDWR | O_CREAT | O_EXCL, mode: mode)
    defer { close(descriptor) }
    guard fchmod(descriptor, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  /// Lets it take the place of another, for good even if the power goes.
  func move(to target: HeldFile) throws(StoreFailure) {
    try folder.synchronize()
    try replace(target)
    try target.folder.synchronize()
  }

  /// Lets it take the place of another at once, whatever a power cut makes of it.
  func replace(_ target: HeldFile) throws(StoreFailure) {
    guard renameat(folder.descriptor, name, target.folder.descriptor, target.name) == 0 else {
      throw StoreFailure(errno: errno, path: target.path)
    }
  }

  /// Gives it a second name.
  ///
  /// - Throws: `StoreFailure.inTheWay` when something stands there, however lately it came.
  func link(to target: HeldFile) throws(StoreFailure) {
    try folder.synchronize()
    let (from, to) = (folder.descriptor, target.folder.descriptor)
    guard linkat(from, name, to, target.name, 0) == 0 else {
      let code = errno
      throw code == EEXIST
        ? .inTheWay(path: target.path) : StoreFailure(errno: code, path: target.path)
    }
    try target.folder.synchronize()
  }

  /// Gives it a place where nothing stands, and no longer its own.
  ///
  /// - Throws: `StoreFailure.inTheWay` when something stands there, however lately it came.
  func moveBeside(_ target: HeldFile) throws(StoreFailure) {
    try link(to: target)
    try remove()
  }

  /// Removes it; that it is not there is as good.
  func remove() throws(StoreFailure) {
    guard unlinkat(folder.descriptor, name, 0) == 0 || errno == ENOENT else {
      throw StoreFailure(errno: errno, path: path)
    }
  }

  /// Waits until what was written in it is on the disk.
  func synchronize() throws(StoreFailure) {
    let descriptor = try open(O_RDONLY)
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }
}

/// Sets the mode of a folder that was only passed through, which the system lets nobody do directly.
private func setMode(_ mode: UInt32, ofPassed descriptor: Int32, _ path: String)
  throws(StoreFailure)
{
  guard chmod("/proc/self/fd/\(descriptor)", mode) == 0 else {
    throw StoreFailure(errno: errno, path: path)
  }
}

/// A walk along a path from the root, which holds the folder it has come to.
private struct FolderWalk: ~Copyable {
  private let path: String
  /// Whether folders that anybody can exchange are refused on the way.
  private let isGuarded: Bool
  /// The way so far, where no link was followed.
  private var way = ""
  /// The folder it has come to.
  private(set) var place: Int32
  /// The names that are left, the next one last.
  var names: [String]
  private var links = 0

  init(to path: String, isGuarded: Bool) throws(StoreFailure) {
    self.path = path
    self.isGuarded = isGuarded
    names = Self.names(of: path)
    place = open("/", Self.flags)
    guard place >= 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  deinit { close(place) }

  private static let flags = passing | O_NOFOLLOW | O_CLOEXEC

  private static func names(of path: String) -> [String] {
    path.split(separator: "/").reversed().map(String.init)
  }

  /// Goes on to a name.
  ///
  /// - Returns: Whether there is something of that name.
  mutating func step(to name: String) throws(StoreFailure) -> Bool {
    let next = openat(place, name, Self.flags)
    guard next >= 0 else {
      let code = errno
      guard code == ENOENT else { throw StoreFailure(errno: code, path: path) }
      return false
    }
    let facts: FileFacts
    do throws(StoreFailure) { facts = try FileFacts(of: next, at: path) } catch {
      close(next)
      throw error
    }
    switch facts.kind {
    case .directory:
      way += "/" + name
      // Without the sticky bit whoever can write in a folder can move what is in it.
      if isGuarded, !names.isEmpty, facts.mode & 0o1002 == 0o002 {
        close(next)
        throw .openToOthers(path: links == 0 ? way : path, mode: facts.mode)
      }
      go(to: next)
    case .link:
      defer { close(next) }
      try follow(next, facts)
    default:
      close(next)
      throw .notDirectory(path: path)
    }
    return true
  }

  /// Makes a folder of a mode, and goes there.
  mutating func make(_ name: String, mode: UInt32) throws(StoreFailure) {
    guard mkdirat(place, name, 0o700) == 0 else {
      let code = errno
      // Another of our programs can have made it in the same moment.
      if code == EEXIST, try step(to: name) { return }
      throw StoreFailure(errno: code, path: path)
    }
    let parent = openat(place, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(parent) }
    let made = openat(place, name, Self.flags | O_DIRECTORY)
    guard made >= 0 else { throw StoreFailure(errno: errno, path: path) }
    go(to: made)
    try setMode(0o700, ofPassed: made, path)
    // Where others can move folders, another one of the person's may have come in its place.
    if mode != 0o700 {
      guard isEmpty else { throw .inTheWay(path: path) }
      try setMode(mode, ofPassed: made, path)
    }
    guard parent < 0 || fsync(parent) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  private var isEmpty: Bool {
    guard let folder = fdopendir(openat(place, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
      return false
    }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    // Itself and the one above it.
    return count == 2
  }

  private mutating func go(to next: Int32) {
    close(place)
    place = next
  }

  private mutating func follow(_ link: Int32, _ facts: FileFacts) throws(StoreFailure) {
    links += 1
    guard !names.isEmpty, links <= 40, facts.owner == 0 || facts.owner == geteuid() else {
      throw .link(path: path)
    }
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = target.withUnsafeMutableBytes { room in
      room.baseAddress.map { readlinkat(link, "", $0, room.count) } ?? -1
    }
    guard count >= 0 else { throw StoreFailure(errno: errno, path: path) }
    let text = String(decoding: target.prefix(count), as: UTF8.self)
    if text.hasPrefix("/") {
      let root = open("/", Self.flags)
      guard root >= 0 else { throw StoreFailure(errno: errno, path: path) }
      go(to: root)
    }
    names += Self.names(of: text)
  }
}
