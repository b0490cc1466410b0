import Foundation
import Model
import TestSupport
import Testing

@Suite struct PortalNamesTests {
  /// The sources that work for any portal.
  private static let sources =
    Repository.files(below: "Sources/Model/Diagnosis", ending: ".swift")
    .map { "Sources/Model/Diagnosis/\($0)" }
    + Repository.files(below: "Sources/Model/Portals", ending: ".swift")
    .filter { !$0.hasPrefix("Altinn") }.map { "Sources/Model/Portals/\($0)" }

  /// The names of every row of every portal, as strings and as members.
  private static let names: Set<String> = {
    let rows = Portal.all.flatMap { portal -> [String] in
      var rows: [String] = portal.facts.map(\.fact.rawValue)
      rows += portal.reasons.map(\.name)
      rows += portal.points.map(\.point.rawValue)
      rows += portal.actors.map(\.actor.rawValue)
      return rows
    }
    let members = ["Altinn2Names", "Altinn3Names"].flatMap { name in
      let declared = (try? Repository.text(of: "Sources/Model/Portals/\(name).swift")) ?? ""
      return declared.matches(of: /static let (\w+)/).map { String($0.1) }
    }
    // Words that are also names of what every portal has: the fact that holds the message, causes
    // outside the points, and the service as a kind of catalogue.
    return Set(rows + members).subtracting(["message", "vendor", "serviceOwner", "service"])
  }()

  @Test func `the engine knows no fact, point, fault, ground or actor by name`() throws {
    #expect(Self.sources.count > 15 && Self.names.count > 150)
    for path in Self.sources {
      let text = try Repository.text(of: path)
      let members = text.matches(of: /\.(\w+)\b/).map { String($0.1) }
      let literals = text.matches(of: /"([\w.]+)"/).map { String($0.1) }
      let used = Set(members + literals)
      for name in Self.names {
        #expect(!used.contains(name), "\(path): \(name)")
      }
    }
  }
}
