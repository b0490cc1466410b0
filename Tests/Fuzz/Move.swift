package import Drawing
import Model
import TestSupport

/// One thing that happens to the program.
package enum Move: Equatable, Sendable {
  case key(Key)
  /// A key that is pressed before the page it comes to has been drawn.
  case ahead(Key)
  case paste(String)
  case resize(Size)
  /// The mouse is pressed at a place, on the screen or off it.
  case press(Position)
  case wheel(up: Bool)
  /// The store does the oldest thing it was asked for, and says so.
  case answer
  /// The store cannot do the oldest thing it was asked for.
  case fail
  /// Somebody else saves the case at hand.
  case meddle
  /// The day goes by.
  case midnight
  /// A case turns up at a step, left by somebody with all sorts of answers; made from a seed.
  case appear(UInt64)
}

// MARK: - Making them up

extension Move {
  /// Moves of all kinds, the same ones for the same seed.
  package static func random(seed: UInt64, count: Int) -> [Move] {
    var random = Seeded(seed)
    return (0..<count).map { _ in one(&random) }
  }

  /// Moves of somebody who goes from case to case faster than the disk.
  package static func hasty(seed: UInt64, count: Int) -> [Move] {
    var random = Seeded(seed)
    return (0..<count).map { _ in
      switch random.int(0...39) {
      case 0...3: .ahead(random.pick([.enter, .enter, .character("j"), .character("2")]))
      case 4...17: .key(random.pick([.enter, .enter, .enter, .down, .end, .escape]))
      case 18...23: .key(.character(random.pick(Array("12345678jn"))))
      case 24...26: .key(random.pick([.function(5), .function(3), .tab, .right]))
      case 27...28: .appear(random.next())
      case 29: .fail
      case 30: .meddle
      default: .answer
      }
    }
  }

  private static func one(_ random: inout Seeded) -> Move {
    switch random.int(0...199) {
    case 0...9: .ahead(random.pick([.enter, .down, .tab] + "1jnv ".map(Key.character)))
    case 10...49: .key(random.pick([.enter, .enter, .down, .up, .tab, .character(" ")]))
    case 50...76: .key(.character(random.pick(Array("1234567890jnvøy?a "))))
    case 77...94: .key(random.pick([.escape, .left, .right, .backTab, .home, .end]))
    case 95...112: .key(.function(random.pick([1, 2, 3, 4, 5, 6, 9, 10, 12])))
    case 113...126: .key(editing(&random))
    case 127...131: .key(.control(random.pick(Array("cljuwkyzahe"))))
    case 132...135: .key(.character(random.pick(Array("漢🇳čšŋÆ\u{301}\u{202E}\u{200D}"))))
    case 136...141: .paste(random.pick(messages))
    case 142...144: .paste(random.hostileText(upTo: random.pick([3, 40, 400])))
    case 145...147: .resize(random.pick(sizes))
    case 148: .resize(Size(columns: random.int(0...120), rows: random.int(0...50)))
    case 149...152: .appear(random.next())
    case 153...154: .fail
    case 155: .meddle
    case 156: .midnight
    case 157...162: .press(Position(row: random.int(-1...30), column: random.int(-1...130)))
    case 163...164: .wheel(up: random.int(0...1) == 0)
    default: .answer
    }
  }

  private static func editing(_ random: inout Seeded) -> Key {
    switch random.int(0...5) {
    case 0: .character(random.pick(Array("abe 0123456789-.,@æ")))
    case 1: random.pick([.backspace, .delete, .insert])
    case 2: random.pick([.pageUp, .pageDown])
    case 3: .control(random.pick(Array("abdefhkuwy")))
    case 4: .alt(random.pick(["b", "d", "f"]))
    default: random.pick([.left, .right, .up, .down])
    }
  }

  /// The sizes the program promises to work in, those about its limits, and the ends.
  private static let sizes = [
    (80, 24), (80, 24), (80, 24), (80, 24), (80, 24), (80, 24), (60, 18), (60, 18), (60, 18),
    (120, 40), (200, 50), (76, 24), (75, 24), (61, 19), (100, 20), (59, 18), (60, 17), (1, 1),
    (0, 0), (2, 1), (30, 9), (500, 3), (3, 200), (500, 200),
  ].map { Size(columns: $0.0, rows: $0.1) }

  private static let messages = [
    SampleMessage.notAuthorised,
    "Incorrect username/password given for system",
    "41814061033 \u{1B}[2J password: hemmelig1", "\n\n\n", "漢字 ❤ e\u{301}", "\t", "310043214",
    "Kari Nordmann\r\nskattemelding", String(repeating: "lang ", count: 400),
  ]
}

extension Case {
  /// When everything is saved here.
  static let someTime = Timestamp(rawValue: 1_795_000_000)

  /// A case that somebody else may have left: with steps and values that are gone.
  static func leftBehind(_ id: CaseID, seed: UInt64) -> Case {
    var random = Seeded(seed)
    let flow = random.pick(Flow.all)
    let steps = flow.steps.map(\.id) + ["gone"]
    let facts = Portal.altinn2.facts.filter { _ in random.int(0...2) == 0 }.map { row in
      (row.fact, random.pick((row.values.words ?? ["E1", "a02", ""]) + ["gone"]))
    }
    let fields = flow.steps.flatMap(\.fields).filter { _ in random.int(0...2) == 0 }.map { field in
      (field.id, random.pick([random.words(3), "310043214", "2026-11-23", "yes", "1,2"]))
    }
    var content = CaseDraft(
      flow: random.int(0...19) == 0 ? "gone" : flow.id,
      status: random.pick(CaseStatus.allCases),
      step: random.pick(steps),
      title: random.words(random.int(0...8))
    )
    for (field, value) in facts + fields {
      content.give(Answer(value, source: random.pick(AnswerSource.allCases)), in: field)
    }
    content.due = flow.due(content)
    return Case(
      id: id,
      revision: 1,
      created: someTime,
      updated: someTime,
      content: content
    )
  }
}
