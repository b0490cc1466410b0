import Testing

@testable import Model

@Suite struct StoreLocationTests {
  @Test func `the option goes before the environment, and XDG before HOME`() throws {
    let environment = ["XDG_STATE_HOME": "/state", "HOME": "/home/kari"]
    #expect(
      try StoreLocation.resolve(option: "/cases/", environment: environment).directory == "/cases"
    )
    #expect(
      try StoreLocation.resolve(option: nil, environment: environment).directory
        == "/state/veiviser"
    )
    #expect(
      try StoreLocation.resolve(option: nil, environment: ["HOME": "/home/kari"]).directory
        == "/home/kari/.local/state/veiviser"
    )
  }

  @Test(arguments: ["state", "", "./state"])
  func `a state folder that is not absolute counts as not set`(state: String) throws {
    let environment = ["XDG_STATE_HOME": state, "HOME": "/home/kari"]
    #expect(
      try StoreLocation.resolve(option: nil, environment: environment).directory
        == "/home/kari/.local/state/veiviser"
    )
  }

  @Test func `a relative option is taken from where the program runs`() throws {
    let found = try StoreLocation.resolve(option: "cases", environment: [:]).directory
    #expect(found.hasPrefix("/"))
    #expect(found.hasSuffix("/cases"))
  }

  @Test func `what cannot be resolved is told`() {
    #expect(throws: StoreFailure.homeUnset) {
      try StoreLocation.resolve(option: nil, environment: [:])
    }
    #expect(throws: StoreFailure.homeUnset) {
      try StoreLocation.resolve(option: nil, environment: ["HOME": ""])
    }
    #expect(throws: StoreFailure.homeRelative(path: "kari")) {
      try StoreLocation.resolve(option: nil, environment: ["HOME": "kari"])
    }
    #expect(throws: StoreFailure.locationEmpty) {
      try StoreLocation.resolve(option: "", environment: ["HOME": "/home/kari"])
    }
  }

  @Test func `a home that is not there is told and not made`() throws {
    let folder = try TemporaryFolder()
    let home = folder.path + "/nobody"
    let location = try StoreLocation.resolve(option: nil, environment: ["HOME": home])
    #expect(throws: StoreFailure.homeMissing(path: home)) {
      try Store.open(at: location, now: Timestamp.now, redact: { $0 })
    }
    #expect(try FileFacts(at: home) == nil)
  }
}
