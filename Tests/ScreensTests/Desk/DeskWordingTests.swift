import Drawing
import Model
import SafeText
import Screens
import TestSupport
import Testing
import Wording

@Suite struct DeskWordingTests {
  /// A walk for each fault that a choice shows.
  private static func walks(_ portal: PortalEdition) -> [Walk] {
    portal.portal.faults.compactMap { fault in
      guard case .choices(let choices)? = portal.portal.rule(of: fault.shownBy)?.values else {
        return nil
      }
      for choice in choices {
        var walk = Content.embedded.walk(.findFault(of: portal))
        walk.beginCall()
        walk.give(choice.value, to: fault.shownBy)
        if !walk.diagnosis.failing.isEmpty { return walk }
      }
      return nil
    }
  }

  @Test(arguments: Language.allCases)
  func `a text message has the code and one instruction, and no more than two messages hold`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    for portal in PortalEdition.allCases {
      for walk in Self.walks(portal) {
        for form in CallMessage.Form.allCases {
          let text = CallMessage(walk, code: "1042-KFT", wording).text(form)
          #expect(text.contains("1042-KFT") && !text.contains("["))
          if form == .sms { #expect(text.count <= CallMessage.longestSMS) }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a record says nothing of a message that nobody asked about`(language: Language) throws {
    let wording = Wording(.embedded, language)
    for portal in PortalEdition.allCases {
      let symptom = portal == .altinn2 ? "Y2Locked" : "YConnect"
      for isCall in [true, false] {
        var walk = Content.embedded.walk(.findFault(of: portal))
        if isCall { walk.beginCall() }
        walk.give(Fact.unknown, to: portal.portal.message)
        walk.give(symptom, to: .messageSymptom)
        let found = try MemoryCaseStore(now: { DeskDriver.start }).create(wording.draft(walk))
        let prose = RecordText(found, wording, on: DeskDriver.start.day).prose
        let question = wording.question(portal.portal.message, in: walk)
        let isSaid = prose.contains { line in
          if case .bullet(let text) = line { text.hasPrefix(question) } else { false }
        }
        #expect(isSaid == !isCall, "\(prose)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `one digit is told as one`(language: Language) {
    let wording = Wording(.embedded, language)
    for kind in ["nationalIdentity", "organisation", "mobile"] {
      let said = wording("identifier.\(kind).wrongLength", ["count": "1"])
      #expect(!said.contains("are 1") && said.contains(" 1."), "\(said)")
    }
  }

  @Test(arguments: Language.allCases)
  func `no label is followed by its own word, and none is the label of two things`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    func first(_ key: String) -> String {
      wording(key).lowercased().split { !$0.isLetter }.first.map { String($0) } ?? ""
    }
    // What is done may begin with that whichever is needed is done.
    for label in [HandOverText.Part.action.titleKey, "desk.wrapUp.act"] {
      #expect(first(label) != first("conclusion.doEither"), "\(label)")
    }
    // Who calls is told above the hand-over, and in it how they are reached.
    let labels = HandOverText.Part.allCases.map { first($0.titleKey) } + [first("desk.caller")]
    #expect(Set(labels).count == labels.count, "\(labels)")
  }

  @Test(arguments: Language.allCases)
  func `every line of a hand-over says something`(language: Language) {
    let wording = Wording(.embedded, language)
    for walk in PortalEdition.allCases.flatMap(Self.walks) + [Content.embedded.walk(.findFault)] {
      let text = HandOverText(walk, Caller(role: .accountant, words: "den sier nei"), wording)
      for part in HandOverText.Part.allCases {
        #expect(!text.text(part).isEmpty && !text.text(part).contains("["))
      }
      #expect(text.plain.split(separator: "\n").count >= HandOverText.Part.allCases.count)
    }
  }

  @Test func `a hand-over tells what is settled, so that nobody asks it again`() {
    var walk = Content.embedded.walk(.findFault)
    walk.beginCall()
    walk.give("E2", to: .message)
    walk.give(Owner.reportee.rawValue, to: .systemOwner)
    walk.give(Fact.unknown, to: .systemLocked)
    let wording = Wording(.embedded, .bokmal)
    let text = HandOverText(walk, Caller(), wording)
    #expect(text.text(.settled) == "Meldingen, eieren av ID-en")
    #expect(text.text(.situation).contains("Incorrect username/password given for system"))
    #expect(text.text(.assessment).contains("1 svikter"))
    #expect(!text.text(.assessment).contains("(bekreftet)"))
  }

  @Test(arguments: PortalEdition.allCases)
  func `a hand-over does not call told what somebody saw`(portal: PortalEdition) {
    let wording = Wording(.embedded, .bokmal)
    let told = "(\(wording("desk.certainty.likely")))"
    let seen = "(\(wording("desk.certainty.partSeen")))"
    for fault in portal.portal.faults {
      guard case .choices(let choices)? = portal.portal.rule(of: fault.shownBy)?.values else {
        continue
      }
      for choice in choices {
        for source in [AnswerSource.seen, .told] {
          var walk = Content.embedded.walk(.findFault(of: portal))
          walk.beginCall()
          walk.give(choice.value, to: fault.shownBy, from: source)
          let text = HandOverText(walk, Caller(), wording).text(.assessment)
          for verdict in walk.diagnosis.verdicts where verdict.state != .failing {
            let state = wording.state(of: verdict, in: walk.diagnosis)
            #expect(text.contains("\(verdict.number) \(state)"), "\(text)")
          }
          guard walk.diagnosis.failing.count == 1,
            let verdict = walk.diagnosis.verdicts.first(where: { $0.state == .failing }),
            walk.diagnosis.facts(showing: verdict).filter({ walk.answer($0) != nil })
              == [fault.shownBy]
          else { continue }
          #expect(!text.contains(source == .seen ? told : seen), "\(fault.fault): \(text)")
        }
      }
    }
  }
}

@Suite struct StatisticsTextTests {
  /// Enough calls of each known fault and result that most is shown and something hidden.
  private static func statistics() -> DeskStatistics {
    let week = Week(text: "2026-W47")
    var tallies: [Tally] = []
    for portal in PortalEdition.allCases {
      for (place, fault) in portal.portal.faults.enumerated() {
        let outcome = CallOutcome(
          edition: portal,
          message: ["E2", nil, "6f2a", "YClient"][place % 4],
          faults: [fault.fault],
          result: DeskResult.allCases[place % 8],
          secondsToVerdict: 40
        )
        var tally = Tally(Tally.Key(outcome, in: week))
        for _ in 0...(place % 12) { tally.add(outcome, wasReopened: false) }
        tallies.append(tally)
      }
    }
    // Enough that waited for a day in the week, and unknown messages that became work two weeks before.
    let due = (16...20).compactMap { Day("2026-11-\($0)") }
      .map { FollowUps(due: $0, onDay: 3, late: 1) }
    for number in 0..<8 {
      let outcome = CallOutcome(edition: .altinn3, message: Self.digest(number), result: .notFound)
      var tally = Tally(Tally.Key(outcome, in: Week(text: "2026-W45")))
      for _ in 0..<3 { tally.add(outcome, wasReopened: false) }
      tallies.append(tally)
    }
    let known = (0..<8).map { (Self.digest($0), Day("2026-11-20")) }
    return DeskStatistics(
      DeskCounts(tallies, due, of: Weeks(week, through: Week(text: "2026-W48"))),
      since: Dictionary(uniqueKeysWithValues: known).compactMapValues(\.self)
    ) {
      Content.embedded.message($0) != nil
    }
  }

  private static func digest(_ number: Int) -> String {
    "\(number)" + String(repeating: "0", count: 15)
  }

  @Test(arguments: Language.allCases)
  func `what was followed up on the day and what became known is told in every form`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let found = StatisticsText(Self.statistics(), wording)
    for table in [DeskStatistics.Table.followUps, .settled] {
      let title = wording(table.titleKey)
      #expect(found.plain.contains(title) && found.html.contains(title), "\(found.plain)")
      let below = found.plain.split(separator: title).last ?? ""
      #expect(below.contains(table == .settled ? "8 (100 %)" : "15 (75 %)"), "\(below)")
    }
    #expect(found.csv.contains("followUps,\"yes\",") && found.csv.contains("settled,\"yes\","))
  }

  @Test(arguments: Language.allCases)
  func `statistics stand within a screen and have a name for all that is counted`(
    language: Language
  ) {
    let found = StatisticsText(Self.statistics(), Wording(.embedded, language))
    let lines = found.plain.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
    #expect(!found.plain.contains("desk.stats") && !found.plain.contains("{"))
    #expect(lines.count > 40)
  }

  @Test(arguments: Language.allCases, [56, 76, 78, 100])
  func `no row of the statistics is wider than the room`(language: Language, width: Int) {
    let prose = StatisticsText(Self.statistics(), Wording(.embedded, language)).prose(width: width)
    for case .paragraph(let text) in prose where text.contains("=") {
      #expect(DisplayWidth.columns(of: text) <= width, "\(text)")
    }
  }

  @Test(arguments: [60, 80, 100])
  func `no bar of the page goes on in a line of its own`(columns: Int) {
    let outcome = CallOutcome(edition: .altinn2, message: "E2", result: .somethingElse)
    let week = Week(text: "2026-W40")
    var tally = Tally(Tally.Key(outcome, in: week))
    for _ in 0..<40 { tally.add(outcome, wasReopened: false) }
    var driver = DeskDriver(columns: columns).pressing(.character("d"))
    driver.send(.desk(.tallied(DeskCounts([tally], of: Weeks(week, through: week)))))
    #expect(driver.text.contains("=="), "\(driver.text)")
    #expect(!driver.lines.contains { $0.contains("=") && $0.allSatisfy { "= ↓".contains($0) } })
  }

  @Test(arguments: Language.allCases)
  func `the page of statistics fetches nothing, runs nothing and closes what it opens`(
    language: Language
  ) {
    let page = StatisticsText(Self.statistics(), Wording(.embedded, language)).html
    for part in ["http:", "https:", "//", "<script", "url(", "src=", "href="] {
      #expect(!page.contains(part), "\(part)")
    }
    for tag in ["html", "head", "body", "style", "title", "section", "svg", "text", "h1", "h2"] {
      let opened = page.split(separator: "<\(tag)", omittingEmptySubsequences: false)
        .dropFirst().count { $0.first == ">" || $0.first == " " }
      #expect(opened > 0, "\(tag)")
      #expect(
        page.split(separator: "</\(tag)>", omittingEmptySubsequences: false).count - 1 == opened,
        "\(tag)"
      )
    }
  }

  @Test func `no name of what differs is shown in a message`() {
    let wording = Wording(.embedded, .bokmal)
    for message in Shipped.messages {
      let shown = wording.callerMessage(message.id) + wording.quote(message)
      #expect(!shown.contains("{") && !shown.contains("}"), "\(shown)")
    }
  }

  @Test func `a hidden count is an empty field, and no name begins a formula`() {
    let csv = StatisticsText(Self.statistics(), Wording(.embedded, .bokmal)).csv
    let lines = csv.split(separator: "\n")
    #expect(lines.first == "table,id,name,count")
    #expect(lines.contains { $0.hasSuffix(",") } && lines.contains { $0.last?.isNumber == true })
    #expect(!csv.contains("\"=") && !csv.contains("\"@"))
  }
}
