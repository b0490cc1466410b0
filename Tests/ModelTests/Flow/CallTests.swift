import Model
import Testing

/// What is told over the phone is not seen.
@Suite struct CallTests {
  private static func call(_ flow: Flow = .findFault) -> Walk {
    var walk = Content.embedded.walk(flow)
    walk.beginCall()
    return walk
  }

  @Test func `what a caller tells is likely, and confirmed once they look at it`() {
    var walk = Self.call()
    walk.give("E2", to: .message)
    walk.give(Fact.no, to: .systemIDCorrect)
    #expect(walk.diagnosis.failing == [.registration])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    walk.give(Fact.no, to: .systemIDCorrect, from: .seen)
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test func `a pasted message confirms what it proves, and one that is read aloud does not`() {
    var walk = Self.call()
    walk.give("E6", to: .message)
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    walk.give("E6", to: .message, from: .message)
    walk.give(nil, to: .message)
    walk.give("E6", to: .message, from: .message)
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test func `what a message that is told shows is told as well, and goes with it`() {
    var walk = Self.call(.findFault3)
    walk.give("E6", to: .message)
    walk.tellComesNow()
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    walk.give(Fact.unknown, to: .message)
    #expect(walk.answer(.programWay) == nil && walk.diagnosis.failing.isEmpty)
  }

  @Test func `nothing told confirms anything, whatever is answered`() {
    for flow in [Flow.findFault, .findFault3] {
      let portal = flow.edition.portal
      for fault in portal.faults {
        guard case .choices(let choices)? = portal.rule(of: fault.shownBy)?.values else { continue }
        for choice in choices {
          var walk = Self.call(flow)
          walk.give(choice.value, to: fault.shownBy)
          #expect(walk.diagnosis.conclusion.certainty != .confirmed, "\(fault.fault)")
        }
      }
    }
  }

  @Test func `whoever has no access is asked for whom and where before what they hold`() {
    var alone = Content.embedded.walk(.findFault3)
    var walk = Self.call(.findFault3)
    for (field, value) in [(FieldID.message, "YAccess"), (.service, "rf0002")] {
      alone.give(value, to: field)
      walk.give(value, to: field)
    }
    #expect(alone.plannedQuestion == .senderRight)
    #expect(walk.plannedQuestion == .workFor && walk.nextQuestion == .workFor)
    for work in [WorkFor.own, .client] {
      var (told, asked) = (walk, [FieldID]())
      told.give(work.rawValue, to: .workFor)
      while let next = told.plannedQuestion, next != .senderRight, !asked.contains(next) {
        asked.append(next)
        let isParty = next == .loginParty
        told.give(isParty ? PartyChosen.right.rawValue : Fact.unknown, to: next)
      }
      #expect(asked.contains(.loginParty) && told.plannedQuestion == .senderRight, "\(asked)")
      told.give(SenderRight.none.rawValue, to: .senderRight)
      let first = told.repairs.first?.actions.first?.id
      #expect(first == (work == .client ? "giveClientToEmployee" : "giveSenderFullmakt"))
    }
    walk.give(Fact.unknown, to: .workFor)
    #expect(walk.plannedQuestion != .workFor && walk.plannedQuestion != nil)
  }

  @Test(arguments: ["YClient", "YAccess"])
  func `who approves is asked in a call only where something is to be approved`(
    message: String
  ) {
    let approving: Set<FieldID> = [.approverCanManage, .approverHoldsAll, .approverParty]
    func asked(_ answers: [(FieldID, String)]) -> [FieldID] {
      var (walk, asked) = (Self.call(.findFault3), [FieldID]())
      walk.give(message, to: .message)
      for (field, value) in answers { walk.give(value, to: field) }
      while let next = walk.plannedQuestion, !asked.contains(next) {
        asked.append(next)
        walk.give(Fact.unknown, to: next)
      }
      return asked
    }
    let order = asked([])
    #expect(approving.isDisjoint(with: order), "\(order)")
    #expect(order.contains(.loginParty) && order.contains(.senderRight), "\(order)")
    let missing = AccessListing.missing.rawValue
    let told = asked([(.workFor, WorkFor.own.rawValue), (.accessListed, missing)])
    #expect(message == "YClient" || !approving.isDisjoint(with: told), "\(told)")
  }

  @Test func `the right party is chosen before all else is done`() {
    var walk = Self.call(.findFault3)
    let told: [(FieldID, String)] = [
      (.message, "YAccess"), (.service, "rf0002"), (.workFor, WorkFor.client.rawValue),
      (.senderRight, SenderRight.none.rawValue), (.loginParty, PartyChosen.wrong.rawValue),
    ]
    for (field, value) in told { walk.give(value, to: field) }
    #expect(walk.advice.actions.map(\.id) == ["chooseParty", "giveClientToEmployee"])
  }

  @Test func `somebody alone at the program sees what they answer`() {
    var walk = Content.embedded.walk(.findFault)
    walk.give(Fact.no, to: .systemIDCorrect)
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test func `that it is a call is kept with the case and through a change of portal`() {
    var walk = Self.call()
    walk.give(Fact.no, to: .systemPasswordCorrect)
    let again = Content.embedded.walk(.findFault, resuming: walk.content)
    #expect(again.isCall && again.diagnosis.conclusion.certainty == .likely)
    walk.change(to: .findFault3, engine: Content.embedded.engine(of: .altinn3))
    #expect(walk.isCall)
    #expect(Content.embedded.kept(Fact.yes, in: .call) == Fact.yes)
  }
}
