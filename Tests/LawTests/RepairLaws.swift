import Foundation
import Model
import TestSupport
import Testing

@Suite struct RepairLaws {
  private static let engine = LawPortal.altinn2.engine

  private static func repairs(_ facts: Facts) -> [Repair] {
    engine.repairs(for: engine.diagnose(facts))
  }

  /// Holds the law of repairs in every complete case of a group: doing a repair makes the submission
  /// succeed, leaving out any action of it does not, and no repair comes before a better one.
  @Test(arguments: EngineLaws.laws.filter { $0.message == nil })
  func `a repair mends the case, no action of it can be left out, and the best comes first`(
    law: EngineLaws.Law
  ) {
    let engine = law.portal.engine
    let space = PartialStates(law.group, engine)
    var unrepaired = 0
    var failed = 0
    var superfluous = 0
    var misplaced = 0
    for complete in space.complete {
      for facts in Self.choosing(in: complete, law.group, engine) {
        let diagnosis = engine.diagnose(facts)
        guard !diagnosis.failing.isEmpty else { continue }
        let repairs = engine.repairs(for: diagnosis)
        if repairs.isEmpty { unrepaired += 1 }
        if !RepairOrder.isSorted(repairs, in: facts) { misplaced += 1 }
        for repair in repairs {
          if !RepairOrder.succeeds(facts, after: repair.actions, engine) { failed += 1 }
          for left in repair.actions.indices {
            var rest = repair.actions
            rest.remove(at: left)
            if RepairOrder.succeeds(facts, after: rest, engine) { superfluous += 1 }
          }
        }
      }
    }
    #expect(unrepaired == 0)
    #expect(failed == 0)
    #expect(superfluous == 0)
    #expect(misplaced == 0)
  }

  /// A complete case of a group with each answer to what chooses between the repairs of its faults.
  private static func choosing(in complete: Facts, _ group: FactGroup, _ engine: Engine) -> [Facts]
  {
    let present = Set(engine.diagnose(complete).verdicts.flatMap(\.reasons))
    let choosers = engine.portal.facts.filter { row in
      !group.facts.contains(row.fact)
        && row.choosesRepairOf.map { present.contains(.fault($0)) } ?? false
    }
    return choosers.reduce([complete]) { cases, row in
      cases.flatMap { facts in
        ([nil] + (row.values.words ?? []).map(Optional.some)).map { value in
          var facts = facts
          facts[row.fact] = value
          return facts
        }
      }
    }
  }

  /// Holds completeness and order against a search of every set of a few actions drawn at random,
  /// whose figures often tie, so that each figure decides somewhere.
  @Test(arguments: LawPortal.all, UInt64(0)..<UInt64(Reliability.count(120, full: 960)))
  func `all minimal repairs are found, in their order, and no others`(
    portal: LawPortal,
    seed: UInt64
  ) throws {
    var random = Seeded(seed)
    let actions = try RandomActions.draw(7, for: portal.engine, using: &random)
    let engine = portal.engine(with: actions)
    for _ in 0..<4 {
      let facts = RandomActions.facts(for: engine, using: &random)
      let diagnosis = engine.diagnose(facts)
      guard !diagnosis.failing.isEmpty else { continue }
      let repairs = engine.repairs(for: diagnosis)
      let expected = RepairOrder.minimal(actions, facts, engine)
      #expect(
        Set(repairs.map { $0.actions.map(\.id) }) == Set(expected.map { $0.map(\.id) })
      )
      #expect(repairs.count == expected.count)
      #expect(RepairOrder.isSorted(repairs, in: facts))
    }
  }

  /// The better action stands last in the catalogue and is worse in all that counts less.
  @Test(arguments: [("power", [0, 9, 9], [1, 0, 1]), ("wait", [0, 0, 9], [0, 1, 1])])
  func `less power goes before a shorter wait, and that before fewer steps`(
    figure: String,
    better: [Int],
    worse: [Int]
  ) throws {
    let entries = [("worse", worse), ("better", better)].map { id, figures -> [String: Any] in
      [
        "id": id, "edition": Portal.altinn2.edition.rawValue, "source": ["P1"],
        "checked": "2026-11-28", "place": "inProgram", "by": "sender",
        "answers": ["systemLocked"], "sets": ["system.locked": Fact.no],
        "power": figures[0], "wait": figures[1], "steps": figures[2],
      ]
    }
    let data = try JSONSerialization.data(withJSONObject: entries)
    let engine = LawPortal.altinn2.engine(with: try JSONDecoder().decode([Action].self, from: data))
    var facts = AllIsWell.facts
    facts[.systemLocked] = Fact.yes
    let repairs = engine.repairs(for: engine.diagnose(Facts(facts)))
    #expect(repairs.map { $0.actions.map(\.id) } == [["better"], ["worse"]], "\(figure)")
  }

  @Test func `both ways out of point 3 come, the giving of rights first`() {
    let facts = Facts([
      .reporteeKind: "organisation", .service: "other", .systemRegistered: "yes",
      .systemOwner: "otherOrganisation", .systemIDCorrect: "yes", .systemPasswordCorrect: "yes",
      .systemLocked: "no", .personRight: "yes", .ownerRight: "no", .loginAsked: "no",
    ])
    let repairs = Self.repairs(facts)
    let ids = repairs.map { $0.actions.map(\.id) }
    #expect(ids.first == ["giveOwnerRight"])
    #expect(ids.contains(["registerOnSelf"]))
    #expect(ids.contains(["clientRegistersAccountant"]))
  }

  @Test func `one's own ID is offered alone only to somebody who has the right`() {
    let facts = Facts([
      .reporteeKind: "organisation", .service: "other", .systemRegistered: "yes",
      .systemOwner: "otherOrganisation", .systemIDCorrect: "yes", .systemPasswordCorrect: "yes",
      .systemLocked: "no", .personRight: "no", .ownerRight: "no", .loginAsked: "no",
    ])
    let repairs = Self.repairs(facts)
    let ids = repairs.map { $0.actions.map(\.id) }
    #expect(!ids.contains(["registerOnSelf"]))
    #expect(ids.contains(["giveSenderRight", "registerOnSelf"]))
  }

  @Test func `one right to the person mends points 2 and 3 when the ID is their own`() {
    let facts = Facts([
      .reporteeKind: "person", .service: "other", .systemRegistered: "yes", .systemOwner: "self",
      .personRight: "no",
    ])
    let diagnosis = Self.engine.diagnose(facts)
    #expect(diagnosis.failing == [.personRights, .systemRights])
    let repairs = Self.engine.repairs(for: diagnosis)
    #expect(repairs.first?.actions.map(\.id) == ["giveSenderRight"])
  }

  @Test func `a message that leaves two faults open gets a repair that mends either`() {
    let facts = Facts([.message: "password"])
    let repairs = Self.repairs(facts)
    #expect(repairs.first?.actions.map(\.id) == ["correctID", "setSystemPassword"])
  }

  @Test func `nothing failing needs no repair`() {
    let diagnosis = Self.engine.diagnose(Facts())
    #expect(Self.engine.repairs(for: diagnosis).isEmpty)
  }
}
