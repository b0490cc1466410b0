import Wording
import ArgumentParser
import Model
import Screens
import Testing

@testable import Wizard

@Suite struct ManualTests {
  private func page(_ language: Language) -> String {
    ManualPage(Wording(.embedded, language)).text
  }

  /// The page without the breaks that only keep its lines short.
  private func flowing(_ page: String) -> String { page.replacing("\n", with: " ") }

  @Test(arguments: Language.allCases)
  func `every word of the page is there`(language: Language) {
    let texts = Content.embedded.texts(language)
    let used = flowing(page(language))
    #expect(!used.contains("[manual.") && !used.contains("[key.") && !used.contains("[help."))
    for (key, text) in texts.entries where key.hasPrefix("manual.") {
      let isThere = text.split(separator: "\n").allSatisfy {
        used.contains($0) || used.contains($0.uppercased())
      }
      #expect(isThere, "\(key) is not used")
    }
  }

  @Test(arguments: Language.allCases)
  func `every key of the table is in the page`(language: Language) {
    let used = page(language)
    for binding in Binding.all {
      let label = binding.label.replacing("-", with: "\\-")
      #expect(used.contains(".TP\n\\fB\(label)\\fR\n"))
    }
  }

  @Test func `every command and option that the help knows is in the page`() throws {
    let used = page(.english).replacing("\\-", with: "-")
    func check(_ command: any ParsableCommand.Type, named name: String) throws {
      let help = Veiviser.helpMessage(for: command, columns: 200)
      for option in help.matches(of: /--[a-z-]+/) { #expect(used.contains(option.output)) }
      for inner in command.configuration.subcommands where inner.configuration.shouldDisplay {
        // A name made of the type would be made at every start.
        let innerName = try #require(inner.configuration.commandName, "\(inner)")
        let lines = used.split(separator: "\n").filter { $0.hasPrefix("\\fB\(name) ") }
        #expect(lines.contains { $0.contains(innerName) }, "\(name) \(innerName)")
        try check(inner, named: "\(name) \(innerName)")
      }
    }
    try check(Veiviser.self, named: "veiviser")
  }

  @Test func `the menu entry says in every language what the program is for`() {
    let lines = DesktopEntry(.embedded).text.split(separator: "\n")
    #expect(lines.first == "[Desktop Entry]")
    #expect(!lines.contains { $0.contains("[desktop.") })
    for language in Language.allCases {
      let keys = ["GenericName", "Comment", "Keywords"].map { "\($0)[\(language.rawValue)]=" }
      for key in keys { #expect(lines.contains { $0.hasPrefix(key) && $0 != key }) }
    }
  }

  @Test func `what a formatter would take for markup is shown as it stands`() {
    var roff = Roff(name: "x", date: "2026-11-23", source: "x 1")
    roff.paragraph(".SH and \\fB\n'second")
    roff.item("--a-b", "meaning")
    #expect(roff.text.contains("\n\\&.SH and \\efB\n.PP\n\\&'second\n"))
    #expect(roff.text.contains("\\fB\\-\\-a\\-b\\fR\nmeaning\n"))
  }
}
