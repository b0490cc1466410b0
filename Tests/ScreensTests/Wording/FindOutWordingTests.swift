import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What is said of what nobody could tell, of what waits, and of what a message points to.
@Suite struct FindOutWordingTests {
  private typealias Told = KeyValuePairs<FieldID, String>

  // MARK: - What waits

  private static let waiting: Told = [
    .workFor: "own", .accessListed: "listed", .accessOrigin: "request",
    .approvalNeeded: "yes", .approverCanManage: "yes", .approverHoldsAll: "yes",
    .approverParty: "right",
  ]

  @Test(arguments: Language.allCases, ["MP303", "MP100", "GLDContent"])
  func `what waits is told, and nobody is said to have nothing to change`(
    language: Language,
    message: String
  ) {
    let wording = Wording(.embedded, language)
    let walk = Walk.concluded(.findFault3, message, Self.waiting)
    let text = ConclusionText(walk, wording)
    for page in [text.firstPage, text.page(.steps), text.whole] {
      let said = page.inWholeLines
      #expect(said.contains(wording("cause.awaitsApproval.title")), "\(said)")
      #expect(!said.contains(wording("conclusion.unchanged.altinn3")), "\(said)")
      let approves = said.contains(wording("action.approveWaiting.title"))
      #expect(approves == (message == "MP303"), "\(said)")
    }
  }

  @Test(arguments: Language.allCases)
  func `whoever can approve is not said to be in order while something waits`(language: Language) {
    let wording = Wording(.embedded, language)
    let walk = Walk.concluded(.findFault3, "MP303", Self.waiting)
    let values = [
      "number": "2", "point": wording(Point.approver.titleKey),
      "state": wording("ground.approverCanApprove.state"),
    ]
    #expect(walk.diagnosis[.approver]?.state == .ok)
    let points = PointsText(walk, wording).prose.inWholeLines
    #expect(points.contains(wording("overview.point", values)), "\(points)")
    #expect(wording("ground.approverCanApprove.state") != wording("state.ok"))
  }

  // MARK: - What nobody could tell

  @Test(arguments: Language.allCases)
  func `what was answered is not asked for again, but said to wait for what it is about`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var walk = Walk.concluded(
      .findFault3,
      "YStopped",
      [.service: Fact.unknown, .senderActs: "logsIn", .senderRight: "fullmakt"]
    )
    let question = wording.question(.senderRight, in: walk)
    let waits = wording(
      "conclusion.idle",
      ["question": question, "subject": wording.question(.service, in: walk)]
    )
    let text = ConclusionText(walk, wording)
    for page in [text.firstPage, text.page(.steps)] {
      let said = page.inWholeLines
      #expect(said.contains(waits), "\(said)")
      #expect(said.ranges(of: question).count == 1, "\(said)")
    }
    for fact in [FieldID.loginMeans, .loginParty, .loginWindow] {
      walk.give(Fact.unknown, to: fact)
    }
    walk.go(toFirst: .receipt)
    let receipt = wording.prose(walk, number: nil).inWholeLines
    #expect(receipt.contains(waits), "\(receipt)")
  }

  @Test(arguments: Language.allCases)
  func `who can tell how a point stands is who can tell what shows it`(language: Language) {
    let wording = Wording(.embedded, language)
    var walk = Walk.concluded(
      .findFault3,
      Fact.unknown,
      [.programWay: Fact.unknown, .accessListed: Fact.unknown, .workFor: Fact.unknown]
    )
    walk.go(toFirst: .receipt)
    let receipt = wording.prose(walk, number: nil).inWholeLines
    let who = wording("conclusion.seenBy", ["who": wording("question.access.listed.who")])
    for point in [Point.systemAccess, .accessContents] {
      let title = wording(point.titleKey)
      #expect(receipt.contains("\(title). \(who)"), "\(receipt)")
    }
    walk.give(Fact.unknown, to: .accessHoldsNeeded)
    let contents = walk.diagnosis[.accessContents].flatMap(walk.diagnosis.telling)
    #expect(contents == .accessHoldsNeeded)
  }

  // MARK: - What a message points to, and where a program is listed

  @Test(arguments: Language.allCases)
  func `what a message points to is named, and no sentence of its own`(language: Language) {
    let wording = Wording(.embedded, language)
    for message in Shipped.messages {
      let said = wording.pointed(at: message.causes, in: message.edition)
      for cause in message.causes where cause.point == nil && cause != .personLogin {
        let title = wording.title(of: cause, in: message.edition)
        #expect(said?.contains(title) != true, "\(message.id): \(said ?? "")")
      }
    }
    #expect(wording.pointed(at: [.noFault], in: .altinn3) == nil)
    #expect(wording.pointed(at: [.unknown], in: .altinn3) == nil)
  }

  @Test(arguments: Language.allCases)
  func `the heading that a program stands under is named before and after it is known for whom`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let headings = ["ownAccesses", "clientAccesses"].compactMap {
      Content.embedded.path($0, in: language, edition: .altinn3).last
    }
    #expect(headings.count == 2)
    let unknown = wording.option(
      "listed",
      of: .accessListed,
      in: Walk.concluded(.findFault3, "MP303")
    )
    for heading in headings { #expect(unknown.contains(heading), "\(unknown)") }
    for (place, work) in ["own", "client"].enumerated() {
      let walk = Walk.concluded(.findFault3, "MP303", [.workFor: work])
      let listed = wording.option("listed", of: .accessListed, in: walk)
      let other = wording.option("otherKind", of: .accessListed, in: walk)
      #expect(listed.contains(headings[place]) && !listed.contains(headings[1 - place]))
      #expect(other.contains(headings[1 - place]) && !other.contains(headings[place]))
    }
  }
}
