import Model
import Testing

@Suite struct RepairLaws {
  static let actions: [Action] = {
    (try? AssetSource.embedded.decode([Action].self, from: "catalogues/actions.json")) ?? []
  }()
  static let finder = RepairFinder(actions)

  /// Holds the law of repairs in every complete case of a group: doing a repair makes the submission
  /// succeed, and leaving out any action of it does not.
  @Test(arguments: FactGroup.allCases)
  func `a repair mends the case and no action of it can be left out`(group: FactGroup) {
    let space = PartialStates(group)
    var unrepaired = 0
    var failed = 0
    var superfluous = 0
    for index in 0..<space.count {
      let digits = space.digits(index)
      guard zip(space.axes, digits).allSatisfy({ $1 < $0.values.count }) else { continue }
      for anyRole in [nil, "yes", "no"] {
        var facts = space.facts(digits, message: nil)
        facts[.personAnyRole] = anyRole
        let diagnosis = Diagnosis(facts, knowledge: PartialStates.knowledge)
        guard !diagnosis.failing.isEmpty else { continue }
        let repairs = Self.finder.repairs(for: diagnosis)
        if repairs.isEmpty { unrepaired += 1 }
        for repair in repairs {
          if !Self.succeeds(facts, after: repair.actions) { failed += 1 }
          for left in repair.actions.indices {
            var rest = repair.actions
            rest.remove(at: left)
            if Self.succeeds(facts, after: rest) { superfluous += 1 }
          }
        }
        // The group login has no other axis than its own facts.
        if group == .login { break }
      }
    }
    #expect(unrepaired == 0)
    #expect(failed == 0)
    #expect(superfluous == 0)
  }

  /// Whether the engine itself finds nothing wrong in a complete case after the actions.
  private static func succeeds(_ facts: Facts, after actions: [Action]) -> Bool {
    var after = facts
    var covered: Set<Fault> = []
    for action in actions {
      for (key, value) in action.sets {
        guard let fact = Fact(rawValue: key) else { return false }
        after[fact] = value
      }
      covered.formUnion(action.covers)
    }
    for action in actions {
      for (key, values) in action.requires {
        guard let fact = Fact(rawValue: key), let value = after[fact], values.contains(value)
        else { return false }
      }
    }
    return Diagnosis(after, knowledge: PartialStates.knowledge).verdicts.allSatisfy { verdict in
      verdict.state != .failing
        || verdict.reasons.allSatisfy { reason in
          guard case .fault(let fault) = reason else { return true }
          return covered.contains(fault)
        }
    }
  }

  @Test func `both ways out of point 3 come, the giving of rights first`() {
    let facts = Facts([
      .reporteeKind: "organisation", .service: "other", .systemRegistered: "yes",
      .systemOwner: "otherOrganisation", .systemIDCorrect: "yes", .systemPasswordCorrect: "yes",
      .systemLocked: "no", .personRight: "yes", .ownerRight: "no", .loginAsked: "no",
    ])
    let repairs = Self.finder.repairs(for: Diagnosis(facts, knowledge: PartialStates.knowledge))
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
    let repairs = Self.finder.repairs(for: Diagnosis(facts, knowledge: PartialStates.knowledge))
    let ids = repairs.map { $0.actions.map(\.id) }
    #expect(!ids.contains(["registerOnSelf"]))
    #expect(ids.contains(["giveSenderRight", "registerOnSelf"]))
  }

  @Test func `one right to the person mends points 2 and 3 when the ID is their own`() {
    let facts = Facts([
      .reporteeKind: "person", .service: "other", .systemRegistered: "yes", .systemOwner: "self",
      .personRight: "no",
    ])
    let diagnosis = Diagnosis(facts, knowledge: PartialStates.knowledge)
    #expect(diagnosis.failing == [.personRights, .systemRights])
    let repairs = Self.finder.repairs(for: diagnosis)
    #expect(repairs.first?.actions.map(\.id) == ["giveSenderRight"])
  }

  @Test func `a message that leaves two faults open gets a repair that mends either`() {
    let facts = Facts([.message: "password"])
    let repairs = Self.finder.repairs(for: Diagnosis(facts, knowledge: PartialStates.knowledge))
    #expect(repairs.first?.actions.map(\.id) == ["correctID", "setSystemPassword"])
  }

  @Test func `nothing failing needs no repair`() {
    let diagnosis = Diagnosis(Facts(), knowledge: PartialStates.knowledge)
    #expect(Self.finder.repairs(for: diagnosis).isEmpty)
  }
}
