import Wording
import ArgumentParser
import Model
import Screens
import TestSupport
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

  @Test func `every command and option that the help knows is explained in the page`() throws {
    let manual = ManualPage(Wording(.embedded, .english))
    let used = manual.text.replacing("\\-", with: "-")
    func check(_ command: any ParsableCommand.Type, named name: String) throws {
      let help = Veiviser.helpMessage(for: command, columns: 200)
      for option in help.matches(of: /--[a-z-]+/) {
        #expect(manual.form(ofOption: String(option.output)) != nil, "\(option.output)")
      }
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

  private func commands(of group: any ParsableCommand.Type) -> [String: any ParsableCommand.Type] {
    var found: [String: any ParsableCommand.Type] = [:]
    for command in group.configuration.subcommands where command.configuration.shouldDisplay {
      found[command.configuration.commandName ?? ""] = command
    }
    return found
  }

  @Test(arguments: ["README.md", "README.nb.md"])
  func `the front page has every command, and none that is not there`(path: String) throws {
    let text = try Repository.text(of: path)
    var named: Set<String> = []
    for line in text.matches(of: /\nveiviser ([a-z]+)((?: \[?[a-z|]+\]?)*)/) {
      named.insert(String(line.1))
      var group = commands(of: Veiviser.self)[String(line.1)]
      for words in line.2.split(separator: " ") {
        let known = commands(of: try #require(group, "\(line.1)"))
        let names = words.split { "[|]".contains($0) }.map(String.init)
        for name in names { #expect(known.keys.contains(name), "\(line.1) \(name)") }
        group = known[names[0]]
      }
    }
    #expect(named == Set(commands(of: Veiviser.self).keys))
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
