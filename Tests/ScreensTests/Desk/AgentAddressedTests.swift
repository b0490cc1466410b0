import Model
import SafeText
import TestSupport
import Testing

@testable import Wording

/// In a call an agent reads, so what is meant for the caller speaks of the caller.
@Suite struct AgentAddressedTests {
  private static let meant: Set<String> = [
    "du", "deg", "din", "ditt", "dine", "di", "you", "your", "yours", "yourself",
  ]

  private static func addresses(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map { String($0) }
    return !meant.isDisjoint(with: words)
  }

  // MARK: - By family

  /// Whether a text stands in a call by itself, and not as something that is said to somebody.
  private static func isRead(_ key: String) -> Bool {
    let parts = key.split(separator: ".").map { String($0) }
    switch parts[0] {
    case "fault", "ground", "planned": return true
    case "action": return parts.contains("title")
    case "cause":
      let isOutside = Cause.outside.contains { $0.rawValue == parts[1] }
      return isOutside && (parts[2] == "title" || parts[2] == "about")
    case "party": return parts.count == 2 && parts[1] != "firm"
    case "question":
      return key == "question.see" || asked.contains { key.hasPrefix("question.\($0).why") }
    case "edition": return ["notice", "short"].contains(parts.last)
    case "recognised": return parts[1] == "from" || parts[1] == "like"
    default: return key == "conclusion.contradicts"
    }
  }

  private static let asked = PortalEdition.allCases.flatMap {
    Flow.findFault(of: $0).spokenFields.map(\.id.rawValue)
  }

  @Test(arguments: Language.allCases)
  func `each text that speaks to somebody has one that speaks of the caller`(language: Language) {
    let texts = Content.embedded.texts(language).entries
    var count = 0
    for (key, text) in texts where !key.hasSuffix(".call") {
      guard Self.isRead(key), Self.addresses(text) else { continue }
      count += 1
      #expect(texts["\(key).call"].map(Self.addresses) == false, "\(key): \(text)")
    }
    #expect(count > 40)
    for (key, text) in texts where key.hasSuffix(".call") && texts[String(key.dropLast(5))] != nil {
      #expect(!Self.addresses(text), "\(key): \(text)")
    }
  }

  // MARK: - By page

  /// What is not said to anybody: without what stands between quotation marks and below that it is said so.
  private static func read(_ prose: [Prose], _ wording: Wording, of portal: PortalEdition)
    -> [String]
  {
    let names = wording.content.places(of: portal)
      .flatMap { wording.content.path($0, in: wording.language, edition: portal) }
    var lines: [String] = []
    var (isSaid, saidAs) = (false, "")
    for piece in prose {
      let (kind, text) = Self.kind(piece)
      if text.hasSuffix(wording("desk.saidSo")) {
        (isSaid, saidAs) = (true, "")
        continue
      }
      if isSaid, saidAs.isEmpty || saidAs == kind {
        saidAs = kind
        continue
      }
      isSaid = false
      let own = names.reduce(text) { $0.replacing($1, with: "") }
      lines.append(own.replacing(/[«"].*[»"]/, with: ""))
    }
    return lines
  }

  private static func kind(_ piece: Prose) -> (kind: String, text: String) {
    switch piece {
    case .heading(let text): ("heading", text)
    case .paragraph(let text): ("paragraph", text)
    case .toned(let text, _): ("toned", text)
    case .bullet(let text): ("bullet", text)
    case .numbered(_, let text): ("numbered", text)
    case .gap: ("gap", "")
    }
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `no page of a call speaks to the agent as the caller`(
    portal: PortalEdition,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    for field in Flow.findFault(of: portal).spokenFields {
      var walk = Content.embedded.walk(.findFault(of: portal))
      walk.beginCall()
      guard let step = walk.flow.step(asking: field.id) else { continue }
      walk.go(to: .step(step.id))
      for line in Self.read(QuestionText(walk, wording).why, wording, of: portal) {
        #expect(!Self.addresses(line), "\(field.id): \(line)")
      }
    }
    for row in portal.portal.faults {
      guard case .choices(let choices)? = portal.portal.rule(of: row.shownBy)?.values else {
        continue
      }
      for choice in choices {
        var walk = Content.embedded.walk(.findFault(of: portal))
        walk.beginCall()
        walk.give(choice.value, to: row.shownBy)
        let pages = ConclusionText(walk, wording).whole + PointsText(walk, wording).prose
        for line in Self.read(pages, wording, of: portal) {
          #expect(!Self.addresses(line), "\(row.fault): \(line)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `the caller is spoken to in what they hear and in what they are sent`(language: Language) {
    let wording = Wording(.embedded, language)
    var walk = Content.embedded.walk(.findFault3)
    walk.beginCall()
    walk.give(SenderActs.logsIn.rawValue, to: .senderActs)
    walk.give(SenderRight.none.rawValue, to: .senderRight)
    let fault = wording("fault.senderFullmaktMissing")
    let read = ConclusionText(walk, wording).whole.plain(width: 400)
    #expect(read.contains(wording("fault.senderFullmaktMissing.call")) && !read.contains(fault))
    #expect(wording.spokenConclusion(walk)?.contains(fault) == true)
    let mail = CallMessage(walk, code: "1042-KFT", wording).text(.mail)
    #expect(mail.squeezed.contains(fault), "\(mail)")
    #expect(!mail.contains(wording("desk.saidSo")), "\(mail)")
  }
}
