import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What only the vendor can check is said to the vendor, and to nobody else.
@Suite struct HandedOnTests {
  private static let messages = Shipped.messages.filter { $0.edition == .altinn3 }
  private static let jargon = ["externalRef", "systemuser_org", "TT02", "scope", "Scope"]

  private static func texts(_ language: Language) -> [String] {
    Content.embedded.texts(language)("handOver.access").split(separator: "\n").map(String.init)
  }

  /// What is said on a page of what to say, by whom it is said to; nothing before the first heading.
  private static func said(_ prose: [Prose]) -> [(to: String?, lines: [String])] {
    var said: [(to: String?, lines: [String])] = [(nil, [])]
    for piece in prose {
      switch piece {
      case .heading(let words): said.append((words, []))
      case .bullet(let words), .paragraph(let words): said[said.count - 1].lines.append(words)
      case .toned, .numbered, .gap: break
      }
    }
    return said
  }

  @Test(arguments: Language.allCases, UInt64(0)..<2)
  func `the list of the vendor is under the heading of the vendor, whatever is wrong`(
    language: Language,
    seed: UInt64
  ) {
    var random = Seeded(seed)
    let wording = Wording(.embedded, language)
    let list = Self.texts(language)
    #expect(list.count == 5)
    for message in Self.messages where message.handOver != nil {
      var walk = Content.embedded.walk(.findFault3)
      walk.give(message.id, to: .message)
      for _ in 0..<Portal.altinn3.facts.count {
        let vendor = wording("conclusion.to", ["who": wording.actor(.vendor, walk)])
        let said = Self.said(ConclusionText(walk, wording).page(.script))
        for (heading, lines) in said where lines.contains(where: list.contains) {
          #expect(heading == nil || heading == vendor, "\(message.id): \(heading ?? "")")
          // Where somebody is told something, the list has a heading.
          #expect(heading != nil || said.count == 1, "\(message.id)")
        }
        guard let next = walk.planned else { break }
        walk.give(random.pick(Portal.altinn3.values(of: next.fact) ?? ["a02"]), to: next.fact)
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `nobody but the vendor is asked to look at what only the vendor has`(language: Language) {
    let texts = Content.embedded.texts(language)
    for action in Shipped.actions where action.edition == .altinn3 && texts.has(action.tellKey) {
      let hearer = action.by == .sender ? action.alsoBy ?? .sender : action.by
      guard hearer != .vendor else { continue }
      for word in Self.jargon {
        #expect(!texts(action.tellKey).contains(word), "\(action.id): \(word)")
      }
    }
  }

  @Test(arguments: messages.filter { $0.causes.first == .serviceOwner }.map(\.id))
  func `an agency is handed the message, and not the list of the vendor`(id: String) {
    let wording = Wording(.embedded, .bokmal)
    var walk = Content.embedded.walk(.findFault3)
    walk.give(id, to: .message)
    walk.go(toFirst: .conclusion)
    let pages = [ConclusionPart.steps, .script].map { ConclusionText(walk, wording).page($0) }
    let lines = (pages.flatMap { $0 }).lines(width: 400).map(\.text)
    for line in Self.texts(.bokmal) {
      #expect(!lines.contains { $0.hasSuffix(line) }, "\(line)")
    }
  }
}
