import Model

/// What the engine costs inside the process.
enum EngineFigures {
  static let rounds = 200

  private typealias Case = (name: String, facts: Facts)

  /// Cases that together take the engine through its work, from nothing known to everything wrong.
  private static func cases(of edition: PortalEdition) -> [Case] {
    switch edition {
    case .altinn2: first
    case .altinn3: second
    }
  }

  private static let first: [Case] = [
    ("nothing known", Facts()),
    ("only the message not known", Facts([.message: Fact.unknown])),
    ("E1", Facts([.message: "E1"])),
    ("E2", Facts([.message: "E2"])),
    ("a person's login, all open", Facts([.message: Fact.unknown, .loginAsked: "yes"])),
    (
      "everything wrong",
      Facts([
        .message: Fact.unknown, .reporteeKind: "organisation", .service: "other",
        .systemRegistered: "no", .systemOwner: "otherOrganisation", .systemIDCorrect: "no",
        .systemPasswordCorrect: "no", .systemLocked: "yes", .personRight: "no",
        .personSignRight: "no", .personAnyRole: "no", .ownerRight: "no", .loginAsked: "yes",
        .loginMethod: "minid", .loginPasswordCorrect: "no", .loginMobileCorrect: "no",
        .loginSubmissionAllowed: "no", .loginCodeExpired: "yes", .loginLocked: "yes",
      ])
    ),
    (
      "the owner lacks the right",
      Facts([
        .message: "E1", .reporteeKind: "organisation", .service: "other",
        .systemRegistered: "yes", .systemOwner: "otherOrganisation", .personRight: "yes",
        .ownerRight: "no",
      ])
    ),
  ]

  private static let second: [Case] = [
    ("nothing known", Facts()),
    ("only the message not known", Facts([.message: Fact.unknown])),
    ("whom for and what one does", Facts([.workFor: "client", .senderActs: "signs"])),
    (
      "by a system access, all open",
      Facts([.message: Fact.unknown, .workFor: "own", .programWay: "access"])
    ),
    (
      "nothing listed",
      Facts([
        .message: Fact.unknown, .workFor: "own", .senderActs: "nothing", .programWay: "access",
        .accessListed: "missing",
      ])
    ),
    (
      "a client left out",
      Facts([
        .message: Fact.unknown, .workFor: "client", .programWay: "access",
        .accessListed: "listed", .clientAdded: "no", .clientOffered: "no",
      ])
    ),
    (
      "everything wrong",
      Facts([
        .message: Fact.unknown, .workFor: "client", .senderActs: "logsIn",
        .programWay: "access", .accessListed: "listed", .requestState: "none",
        .accessHoldsNeeded: "no", .clientAdded: "no", .clientOffered: "no",
        .clientGivesAll: "no", .approvalNeeded: "yes", .approverCanManage: "no",
        .approverHoldsAll: "no", .approverParty: "wrong", .senderRight: "none",
        .senderRoleCounts: "no", .senderSignRight: "no", .loginMeans: "minIDTooLow",
        .loginParty: "wrong", .loginWindow: "old",
      ])
    ),
  ]

  static func rows() -> [Row] { PortalEdition.allCases.flatMap(rows) }

  private static func rows(of edition: PortalEdition) -> [Row] {
    let engine = Content.embedded.engine(of: edition)
    let cases = cases(of: edition)
    var medians: [(name: String, value: Double)] = []
    var worst = 0.0
    for (name, facts) in cases {
      var times = Samples()
      for _ in 0..<rounds {
        let time = milliseconds {
          let diagnosis = engine.diagnose(facts)
          _ = engine.repairs(for: diagnosis)
          _ = Planner(diagnosis).next
        }
        times.add(time)
      }
      Table.progress("  \(edition), \(name): \(Table.number(times.median)) ms")
      medians.append((name, times.median))
      worst = max(worst, times.median)
    }
    let typical = Samples(medians.map(\.value)).median
    let slowest = medians.max { $0.value < $1.value }
    return [
      Row(
        figure: "\(edition): diagnosis, repairs and next question, median of \(cases.count) cases",
        ours: typical,
        target: "< 1 ms of processor",
        isHeld: typical < 1
      ),
      Row(
        figure: "\(edition): the same, slowest case (\(slowest?.name ?? ""))",
        ours: worst,
        target: "< 1 ms of processor",
        isHeld: worst < 1
      ),
    ] + sweep(engine)
  }

  /// Judges every state of knowledge there is, as the tests of the laws do for each kind of message.
  private static func sweep(_ engine: Engine) -> [Row] {
    engine.groups.flatMap { group -> [Row] in
      let axes = group.facts.map { fact in
        (fact: fact, values: engine.portal.values(of: fact) ?? ["RF-1167", Fact.otherService])
      }
      let count = axes.reduce(1) { $0 * ($1.values.count + 1) }
      let time = milliseconds {
        for index in 0..<count {
          var rest = index
          var facts = Facts()
          for axis in axes {
            let radix = axis.values.count + 1
            if rest % radix < axis.values.count { facts[axis.fact] = axis.values[rest % radix] }
            rest /= radix
          }
          let possibilities = Possibilities(of: group, facts: facts, engine: engine)
          for point in group.points { _ = possibilities.verdict(on: point, number: 0) }
        }
      }
      return [
        Row(
          figure: "states of knowledge, \(group.points)",
          ours: Double(count),
          unit: "",
          target: "all, in the ordinary tests"
        ),
        Row(figure: "verdicts on all of them, once", ours: time, target: ""),
      ]
    }
  }
}
