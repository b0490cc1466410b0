import Model
import TestSupport
import Testing

/// A portal as the laws of the engine are held against it: with messages that prove something, and
/// the table of its points written a second time.
struct LawPortal: Sendable, CustomTestStringConvertible {
  let engine: Engine
  /// Messages that prove something, by the point of the group they speak of.
  let messages: [(point: Point, messages: [String])]
  /// What must be said of a point where every fact is known.
  let table: @Sendable (Point, Facts) -> (state: PointState, reasons: [String])

  // An engine told of part by part takes longer than what is tried with it.
  var testDescription: String { engine.portal.edition.rawValue }

  static let altinn2 = LawPortal(
    engine: Engine(
      .altinn2,
      knowledge: Knowledge(
        classes: [.service: ["signed": "signed"]],
        testimonies: [
          "rights": .init(
            causes: [.personRights, .systemRights],
            evidence: [.personRightMissing, .ownerRightMissing, .senderOwnerRightMissing]
          ),
          "password": .init(causes: [.registration], evidence: [.wrongID, .wrongPassword]),
          "locked": .init(causes: [.registration], evidence: [.systemLocked]),
          "user": .init(
            causes: [.login],
            evidence: [.loginPasswordWrong, .minIDUsed, .codeExpired]
          ),
          "code": .init(causes: [.login], evidence: [.codeExpired]),
        ]
      ),
      actions: Shipped.actions.filter { $0.edition == .altinn2 }
    ),
    messages: [
      (.registration, ["rights", "password", "locked"]), (.login, ["user", "code"]),
    ],
    table: Altinn2Table.verdict
  )

  static let altinn3 = LawPortal(
    engine: Engine(
      .altinn3,
      knowledge: Knowledge(
        classes: [:],
        testimonies: [
          // No system user for this number and reference: the access, or how the vendor asks.
          "noSystemUser": .init(causes: [.systemAccess, .vendor], evidence: []),
          "notFound": .init(causes: [.systemAccess, .approver], evidence: [.requestNotFound]),
          "forwarded": .init(causes: [.systemAccess], evidence: [.requestForwarded]),
          "notAuthorised": .init(
            causes: [.accessContents],
            evidence: [
              .accessLacksPackage, .clientAccessLacksPackage, .clientNotAdded, .clientLacksPackage,
            ]
          ),
          "cannotApprove": .init(causes: [.approver], evidence: [.approverCannotManage]),
          "packages": .init(causes: [.approver], evidence: [.approverLacksPackages]),
          "noFullmakt": .init(
            causes: [.senderRights],
            evidence: [.senderFullmaktMissing, .oldRoleOnly]
          ),
          "party": .init(causes: [.idPortenLogin], evidence: [.loginPartyWrong]),
          "subUnit": .init(causes: [.input], evidence: []),
        ]
      ),
      actions: Shipped.actions.filter { $0.edition == .altinn3 }
    ),
    messages: [
      (.systemAccess, ["notFound", "forwarded", "notAuthorised"]),
      (.approver, ["cannotApprove", "packages"]), (.senderRights, ["noFullmakt", "party"]),
    ],
    table: Altinn3Table.verdict
  )

  static let all = [altinn2, altinn3]

  /// The same portal with other actions.
  func engine(with actions: [Action]) -> Engine {
    Engine(engine.portal, knowledge: engine.knowledge, actions: actions)
  }
}

/// Every way to know some of a group's facts.
///
/// A state is written as digits, one for each axis; the last value of an axis is "not known".
struct PartialStates {
  struct Axis {
    let fact: FieldID
    let values: [String]
  }

  let engine: Engine
  let group: FactGroup
  let axes: [Axis]
  let count: Int

  init(_ group: FactGroup, _ engine: Engine) {
    self.engine = engine
    self.group = group
    axes = group.facts.map { fact in
      Axis(fact: fact, values: engine.portal.rule(of: fact)?.values.classes ?? [])
    }
    count = axes.reduce(1) { $0 * ($1.values.count + 1) }
  }

  /// The digits of a state.
  func digits(_ index: Int) -> [Int] {
    var rest = index
    return axes.map { axis in
      let radix = axis.values.count + 1
      defer { rest /= radix }
      return rest % radix
    }
  }

  func index(_ digits: [Int]) -> Int {
    zip(axes, digits).reversed().reduce(0) { $0 * ($1.0.values.count + 1) + $1.1 }
  }

  func facts(_ digits: [Int], message: String? = nil) -> Facts {
    var facts = Facts()
    facts[engine.portal.message] = message
    for (axis, digit) in zip(axes, digits) where digit < axis.values.count {
      facts[axis.fact] = axis.values[digit]
    }
    return facts
  }

  /// Every state in which all facts are known.
  var complete: [Facts] {
    (0..<count).lazy.map(digits)
      .filter { zip(axes, $0).allSatisfy { $1 < $0.values.count } }
      .map { facts($0) }
  }

  func possibilities(_ facts: Facts) -> Possibilities {
    Possibilities(of: group, facts: facts, engine: engine)
  }
}
