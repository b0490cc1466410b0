import Glibc

/// Puts links in the place of all that comes and goes in a folder, as fast as it can.
struct Planter {
  private let folder: String
  private let targets: [String]

  init(_ folder: String, private: String) {
    self.folder = folder
    targets = ["", "/key", "/empty", "/new", "/folder"].map { `private` + $0 }
  }

  func run() -> Never {
    StoreProbe.say("begun")
    while true { plant(in: folder, depth: 0) }
  }

  private func plant(in folder: String, depth: Int) {
    guard depth < 3, let names = opendir(folder) else { return }
    defer { closedir(names) }
    while let entry = readdir(names) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard ![".", ".."].contains(name), !name.hasPrefix("planted") else { continue }
      let path = folder + "/" + name
      plant(in: path, depth: depth + 1)
      // The store and its lock are left for the most part, or nobody would ever come further.
      let isLasting = ["s", "veiviser.sqlite", "veiviser.lock"].contains(name)
      guard Int.random(in: 0..<(isLasting ? 20_000 : 2)) == 0 else { continue }
      let link = self.folder + "/planted"
      unlink(link)
      guard symlink(targets.randomElement() ?? "", link) == 0 else { continue }
      // A folder gives way only to its own new name.
      if rename(link, path) != 0 {
        rename(path, self.folder + "/planted-\(UInt32.random(in: 0 ... .max))")
        rename(link, path)
      }
    }
  }
}
