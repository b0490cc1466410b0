import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What is concluded goes by the day it is, and what was left goes by the day it was left.
@Suite struct WalkDayTests {
  private static let last = "2026-12-31"
  private static let next = "2027-01-01"

  /// Somebody who has only an old role, for what those open until a day.
  private static let answers: [FlowID: KeyValuePairs<FieldID, String>] = [
    Flow.findFault3.id: [
      .message: Fact.unknown, .workFor: WorkFor.own.rawValue, .service: "amelding-upload",
      .senderActs: SenderActs.logsIn.rawValue, .senderRight: SenderRight.oldRole.rawValue,
    ],
    Flow.checkFullmakt.id: [
      .workFor: WorkFor.own.rawValue, .service: "amelding-upload",
      .senderActs: SenderActs.logsIn.rawValue, FullmaktQuestion.known: "page",
      FullmaktQuestion.packages: "", FullmaktQuestion.single: Fact.no,
      FullmaktQuestion.oldRoles: "UTINN",
    ],
  ]

  private static func wording(on day: String) -> Wording {
    Wording(.embedded, .bokmal, on: Day(day))
  }

  /// A case as it was kept on the last day, with what the day told then.
  private static func kept(_ flow: Flow, _ status: CaseStatus) throws -> Case {
    var walk = wording(on: last).walk(flow)
    for (field, value) in try #require(answers[flow.id]) { walk.give(value, to: field) }
    var content = walk.content
    content.status = status
    let day = try #require(Day(last))
    let noon = Timestamp(rawValue: Int64(day.number) * 86_400 + 43_200)
    return Case(
      id: CaseID(rawValue: 1001),
      revision: 1,
      created: noon,
      updated: noon,
      content: content
    )
  }

  /// What a record of it says of the old role, read on a day.
  private static func isEnded(_ kept: Case, on day: String) -> Bool {
    let wording = wording(on: day)
    let words = RecordText(kept, wording, on: Day(day)).prose.plain(width: 10_000)
    return [wording("fault.oldRoleOnly"), wording("fullmakt.outcome.lacks")]
      .contains { words.contains($0) }
  }

  @Test(arguments: [Flow.findFault3, .checkFullmakt])
  func `an open case is read by the day it is, and a closed one by the day it was closed`(
    flow: Flow
  ) throws {
    for status in CaseStatus.allCases {
      let kept = try Self.kept(flow, status)
      #expect(!Self.isEnded(kept, on: Self.last), "\(status)")
      #expect(Self.isEnded(kept, on: Self.next) == (status != .closed), "\(status)")
    }
  }

  @Test(arguments: [Flow.findFault3, .checkFullmakt])
  func `a round is read by the day it was left, whatever has been answered since`(
    flow: Flow
  ) throws {
    var kept = try Self.kept(flow, .open)
    kept.content.beginRound()
    kept.content.rounds[0].closed = Day(Self.last)
    let (field, value): (FieldID, String) =
      flow.findsFaults
      ? (.senderRight, SenderRight.fullmakt.rawValue) : (FullmaktQuestion.single, Fact.yes)
    kept.content.give(Answer(value, source: .told), in: field)
    #expect(!Self.isEnded(kept, on: Self.next))
    kept.content.rounds[0].closed = Day(Self.next)
    #expect(Self.isEnded(kept, on: Self.next))
  }

  /// One function gives a walk its day, so that no front end forgets to; training goes by none.
  @Test func `no front end, command or page makes a walk that knows no day`() throws {
    let making = ["Wording/Wording.swift", "Wording/Training/TrainingText+Talk.swift"]
    for target in ["Screens", "Wizard", "Wording"] {
      for file in Repository.files(below: "Sources/\(target)", ending: ".swift") {
        guard !making.contains("\(target)/\(file)") else { continue }
        let text = try Repository.text(of: "Sources/\(target)/\(file)")
        #expect(!text.contains(/\bWalk\(/) && !text.contains("content.walk("), "\(file)")
      }
    }
  }
}
