import Glibc
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreLocationTests {
  @Test func `the option goes before the environment, and XDG before HOME`() throws {
    let environment = ["XDG_STATE_HOME": "/state", "HOME": "/home/kari"]
    #expect(
      try StoreLocation.resolve(option: "/cases/", variable: { environment[$0] }).directory
        == "/cases"
    )
    #expect(
      try StoreLocation.resolve(option: nil, variable: { environment[$0] }).directory
        == "/state/veiviser"
    )
    #expect(
      try StoreLocation.resolve(option: nil, variable: { ["HOME": "/home/kari"][$0] }).directory
        == "/home/kari/.local/state/veiviser"
    )
  }

  @Test(arguments: ["state", "", "./state"])
  func `a state folder that is not absolute counts as not set`(state: String) throws {
    let environment = ["XDG_STATE_HOME": state, "HOME": "/home/kari"]
    #expect(
      try StoreLocation.resolve(option: nil, variable: { environment[$0] }).directory
        == "/home/kari/.local/state/veiviser"
    )
  }

  @Test func `a relative option is taken from where the program runs`() throws {
    let found = try StoreLocation.resolve(option: "cases", variable: { _ in nil }).directory
    #expect(found.hasPrefix("/"))
    #expect(found.hasSuffix("/cases"))
  }

  @Test func `what cannot be resolved is told`() {
    #expect(throws: StoreFailure.homeUnset) {
      try StoreLocation.resolve(option: nil, variable: { _ in nil })
    }
    #expect(throws: StoreFailure.homeUnset) {
      try StoreLocation.resolve(option: nil, variable: { ["HOME": ""][$0] })
    }
    #expect(throws: StoreFailure.homeRelative(path: "kari")) {
      try StoreLocation.resolve(option: nil, variable: { ["HOME": "kari"][$0] })
    }
    #expect(throws: StoreFailure.locationEmpty) {
      try StoreLocation.resolve(option: "", variable: { ["HOME": "/home/kari"][$0] })
    }
  }

  @Test func `a home that is not there is told and not made`() throws {
    let folder = try TemporaryFolder()
    let home = folder.path + "/nobody"
    let location = try StoreLocation.resolve(option: nil, variable: { ["HOME": home][$0] })
    #expect(throws: StoreFailure.homeMissing(path: home)) {
      try SQLiteStore.open(at: location, now: Timestamp.now, redact: { text, _ in text })
    }
    #expect(try FileFacts(at: home) == nil)
  }

  @Test(arguments: [
    ("/cases/a", "--store"), ("/cases/a/veiviser.sqlite", "--store/veiviser.sqlite"),
    ("/cases", "--store/.."), ("/", "/"), ("/cases/ab", "<file>"),
    ("/copy.sqlite", "<file>"), ("", "<file>"), ("/usr/share", "/usr/share"),
  ])
  func `a path is told by the option, and by what the program calls its files`(
    path: String,
    told: String
  ) throws {
    let location = try StoreLocation.resolve(option: "/cases/a", variable: { _ in nil })
    #expect(location.told(path) == told)
  }

  @Test func `what is there is told by its path, unless that looks like a number or a secret`()
    throws
  {
    let location = try StoreLocation.resolve(option: "/usr/share", variable: { _ in nil })
    #expect(location.told(location.database) == "/usr/share/veiviser.sqlite")
    let below = try StoreLocation.resolve(option: "/usr/share", variable: { ["HOME": "/usr/"][$0] })
    #expect(below.told(below.database) == "~/share/veiviser.sqlite")
    let folder = try TemporaryFolder()
    let secret = folder.file("hunter2x9")
    #expect(mkdir(secret, 0o700) == 0)
    let given = try StoreLocation.resolve(option: secret, variable: { _ in nil })
    #expect(given.told(given.database) == "--store/veiviser.sqlite")
    #expect(location.told(secret) == StoreLocation.givenFile)
  }

  @Test func `a path is told by the variable that names the folder`() throws {
    let state = try StoreLocation.resolve(option: nil, variable: { ["XDG_STATE_HOME": "/x"][$0] })
    #expect(state.told(state.database) == "$XDG_STATE_HOME/veiviser/veiviser.sqlite")
    let home = try StoreLocation.resolve(option: nil, variable: { ["HOME": "/home/kari/"][$0] })
    #expect(home.told(home.database) == "~/.local/state/veiviser/veiviser.sqlite")
    #expect(home.told("/home/kari") == "~")
  }
}
