import Model
import SafeText
import Testing
import Wording

/// Whatever of the old world ends on a day is said, and whatever is said to end has its day in the table.
@Suite struct ExpiryLawTests {
  private static let expiries = Content.embedded.fullmakter.expiries

  private static let all =
    Content.embedded.rights.services.entries + Content.embedded.fullmakter.services.entries

  private static let services = all.filter { !$0.expiries.isEmpty }

  /// All that is read without being asked, in every flow that asks for one of those services, for whoever has had
  /// an old role.
  private static func read(_ wording: Wording) -> String {
    var read: [Prose] = []
    for service in services {
      let flows = Flow.all.filter {
        $0.edition == service.edition && $0.step(asking: .service) != nil
      }
      for flow in flows {
        var walk = wording.content.walk(flow)
        let answers: KeyValuePairs<FieldID, String?> = [
          .workFor: WorkFor.own.rawValue, .service: service.id,
          .senderActs: SenderActs.logsIn.rawValue, FullmaktQuestion.known: "page",
          FullmaktQuestion.packages: "", FullmaktQuestion.single: Fact.no,
          FullmaktQuestion.oldRoles: service.access?.oldRoles?.roles.first?.rawValue,
        ]
        for (field, value) in answers { walk.give(value, to: field) }
        for step in flow.steps where step.kind != .question {
          walk.go(to: .step(step.id))
          read += wording.prose(walk, number: nil)
        }
      }
    }
    return read.plain(width: 10_000)
  }

  @Test(arguments: Language.allCases)
  func `every day of the table is said on a page that one can walk to`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let read = Self.read(wording)
    #expect(!Self.expiries.entries.isEmpty)
    for expiry in Self.expiries.entries {
      let day = try #require(Day(expiry.lastDay))
      #expect(read.contains(wording.text(day)), "\(expiry.id)")
    }
  }

  @Test func `what ends a service is in the table, and all but a portal ends one`() {
    let named = Set(Self.services.flatMap(\.expiries))
    let all = Self.expiries.entries.map(\.id)
    #expect(named.isSubset(of: all))
    #expect(named.union(PortalEdition.allCases.map(\.rawValue)).isSuperset(of: all))
  }

  @Test(arguments: Language.allCases)
  func `of Nav's services it is said that they were gone before Altinn II was`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    for service in wording.content.rights.services.entries {
      for flow in [Flow.findFault, .checkRights] {
        var walk = wording.content.walk(flow)
        walk.give(service.id, to: .service)
        let notice = wording.closing(walk).map { [$0].plain(width: 1_000) } ?? ""
        #expect(notice.contains(wording("edition.altinn2.notice")))
        let isSaid = notice.contains(wording("expiry.navAltinn2"))
        #expect(isSaid == (service.owner == .nav), "\(service.id)")
      }
    }
  }
}
