import Model
import Screens
import Testing

/// Presses anything at all, and holds what must hold after every key.
@Suite struct RandomKeysTests {
  private static let messages = [
    FrameLawTests.notAuthorised, "Incorrect username/password given for system",
    "41814061033 \u{1B}[2J password: hemmelig1", "\n\n\n", "漢字 ❤ e\u{301}",
  ]

  private static func event(_ random: inout Seeded) -> Event {
    switch random.int(0...99) {
    case 0...34: .key(random.pick([.enter, .enter, .down, .up, .tab, .character(" ")]))
    case 35...49: .key(.character(random.pick(Array("1234567jnvø?a "))))
    case 50...59: .key(random.pick([.escape, .left, .right, .backTab, .home, .end]))
    case 60...71: .key(.function(random.pick([1, 3, 4, 5, 9, 10, 12])))
    case 72...83: .key(random.key())
    case 84...86: .pasted(random.pick(messages))
    case 87...88: .pasted(random.hostileText(upTo: 40))
    case 89...90:
      .resized(
        random.pick([
          Size(columns: 80, rows: 24), Size(columns: 60, rows: 18), Size(columns: 200, rows: 60),
          Size(columns: 0, rows: 0), Size(columns: 79, rows: 25), Size(columns: 30, rows: 9),
        ])
      )
    case 91...92: .resized(Size(columns: random.int(0...140), rows: random.int(0...50)))
    case 93: .saved(CaseID(rawValue: 1001))
    case 94: .changedElsewhere(FrameLawTests.other, mine: FrameLawTests.other.content)
    case 95: .opened(opened(&random))
    case 96:
      random.pick([
        .counted(open: 40, due: 1), .written(path: "/tmp/x"), .deleted(CaseID(rawValue: 1042)),
        .shown(opened(&random), today: Day("2026-11-23")),
        .listed(
          CasePage(
            query: CaseQuery(random.pick([.unfinished, .all, .due])),
            cases: FrameLawTests.cases,
            hasMore: true,
            today: nil
          )
        ),
      ])
    case 97: .storeFailed(key: "store.failure.busy", values: ["path": "/tmp/x"])
    default: .key(.control(random.pick(Array("cljuwky"))))
    }
  }

  /// A case that somebody else may have left: with steps and values that are gone.
  private static func opened(_ random: inout Seeded) -> Case {
    let flow = random.pick(Flow.all)
    let steps = flow.steps.map(\.id.rawValue) + ["gone"]
    let answers = Fact.allCases.filter { _ in random.int(0...2) == 0 }.map { fact in
      StoredAnswer(
        field: fact.rawValue,
        answer: Answer(random.pick((fact.values ?? ["E1", "a02"]) + ["gone"]), source: .told)
      )
    }
    return Case(
      id: CaseID(rawValue: 1042),
      revision: 3,
      created: Timestamp(rawValue: 0),
      updated: Timestamp(rawValue: 0),
      content: CaseDraft(flow: flow.id, step: random.pick(steps), answers: answers)
    )
  }

  /// What is wrong with what the program shows or asks for.
  private static func faults(_ driver: Driver, _ effects: [Effect]) -> [String] {
    let frame = driver.frame
    var faults = frame.checkInvariants()
    let size = driver.state.size
    if frame.cursor == nil, size.columns > 0, size.rows > 0 { faults.append("no cursor") }
    if frame.text.contains("\u{1B}") { faults.append("escape on the screen") }
    for effect in effects {
      guard case .save(let draft) = effect else { continue }
      if "\(draft)".contains("41814061033") { faults.append("identity number saved") }
      let fields = draft.answers.map(\.field)
      if Set(fields).count != fields.count { faults.append("two answers in a field") }
    }
    return faults
  }

  @Test(arguments: UInt64(0)..<20)
  func `a thousand events leave every screen whole`(seed: UInt64) {
    var random = Seeded(seed)
    var driver = Driver(random.pick(Language.allCases))
    var log: [Event] = []
    for _ in 0..<1_000 {
      let event = Self.event(&random)
      log.append(event)
      let faults = Self.faults(driver, driver.send(event))
      guard faults.isEmpty else {
        Issue.record("seed \(seed), after \(log.count) events: \(faults)\n\(log.suffix(40))")
        return
      }
    }
  }
}
