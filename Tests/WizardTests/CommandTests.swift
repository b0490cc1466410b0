import ArgumentParser
import Testing

@testable import Wizard

@Suite struct CommandTests {
  @Test func `the program starts with no arguments`() throws {
    _ = try Veiviser.parse([])
  }
}
