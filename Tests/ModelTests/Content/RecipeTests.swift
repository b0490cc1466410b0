import Foundation
import TestSupport
import Testing

/// The recipes of CONTRIBUTING.md name what there is.
@Suite struct RecipeTests {
  /// The names of all suites and test targets.
  private static let suites: Set<String> = {
    let sources = Repository.files(below: "Tests", ending: ".swift").compactMap {
      try? Repository.text(of: "Tests/\($0)")
    }
    let names = sources.flatMap {
      $0.matches(of: /@Suite(?:\(.*\))? (?:struct|enum|final class) (\w+)/)
    }
    return Set(
      names.map { String($0.1) } + ["LawTests", "ModelTests", "ScreensTests", "WizardTests"]
    )
  }()

  @Test func `every filter is the name of a suite or of a test target`() throws {
    let text = try Repository.text(of: "CONTRIBUTING.md")
    let filters = text.matches(of: /--filter\s+(?:'([^']+)'|(\w+))/).map { $0.1 ?? $0.2 ?? "" }
    let names = filters.flatMap { $0.split(separator: "|").map(String.init) }
    #expect(names.count > 10)
    for name in names { #expect(Self.suites.contains(name), "\(name)") }
  }

  @Test func `every version of Swift that is asked for is the one of the package`() throws {
    let package = try Repository.text(of: "Package.swift")
    let version = try #require(package.firstMatch(of: /swift-tools-version: (\d+\.\d+)/)).1
    for path in ["README.md", "scripts/setup"] {
      let named = try Repository.text(of: path).matches(of: /Swift (\d+\.\d+)/).map(\.1)
      #expect(!named.isEmpty, "\(path)")
      for other in named { #expect(other == version, "\(path)") }
    }
  }

  @Test func `every link and picture of the documents is there`() throws {
    let documents = ["README.md", "README.nb.md", "CONTRIBUTING.md"]
    let pages = Repository.files(below: "docs", ending: ".md").map { "docs/" + $0 }
    for document in documents + pages {
      let folder = Repository.root.appending(path: document).deletingLastPathComponent()
      let text = try Repository.text(of: document)
      for link in text.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)|src(?:set)?="([^"]+)"/) {
        let target = String(link.1 ?? link.2 ?? "")
        let path = folder.appending(path: target).path
        #expect(FileManager.default.fileExists(atPath: path), "\(document): \(target)")
      }
    }
  }

  @Test func `wherever one looks for the licence, it is said that none has been stated`() throws {
    for path in ["README.md", "packaging/account.py"] {
      let text = try Repository.text(of: path)
      #expect(text.contains("No licence has been stated for Veiviser itself."), "\(path)")
    }
    let norwegian = try Repository.text(of: "README.nb.md")
    #expect(norwegian.contains("Veiviser selv har ikke fått noen lisens."))
  }

  @Test func `the page on the commands names the example of every flow`() throws {
    let text = try Repository.text(of: "docs/commands.md")
    for file in Repository.files(below: "docs/examples", ending: ".json") {
      #expect(text.contains("(examples/\(file))"), "\(file)")
    }
  }

  @Test func `every file and folder that a recipe names exists`() throws {
    let text = try Repository.text(of: "CONTRIBUTING.md")
    for match in text.matches(of: /`((?:Sources|Tests|assets|scripts)\/[\w\/.+-]+)`/) {
      let url = Repository.root.appending(path: String(match.1))
      #expect(FileManager.default.fileExists(atPath: url.path), "\(match.1)")
    }
  }
}
