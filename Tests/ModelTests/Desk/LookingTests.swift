import Model
import Testing

/// What a caller can have before them, so that an answer may be seen and not only told.
@Suite struct LookingTests {
  private static func call(_ flow: Flow, _ answers: [(FieldID, String)] = []) -> Walk {
    var walk = Content.embedded.walk(flow)
    walk.beginCall()
    for (field, value) in answers { walk.give(value, to: field) }
    return walk
  }

  @Test func `what is known without looking, or remembered, stands on no page`() {
    let walk = Self.call(.findFault3)
    for fact in [FieldID.workFor, .senderActs, .accessOrigin, .loginMeans, .approvalNeeded] {
      #expect(!walk.canBeLookedAt(fact, by: .staff), "\(fact)")
    }
    for fact in [FieldID.accessListed, .accessHoldsNeeded, .programWay, .loginParty] {
      #expect(walk.canBeLookedAt(fact, by: .staff), "\(fact)")
    }
  }

  @Test func `what whoever approves sees is looked at only by whoever leads`() {
    let walk = Self.call(.findFault3)
    for fact in [FieldID.approverCanManage, .approverHoldsAll, .approverParty, .approverKnown] {
      #expect(!walk.canBeLookedAt(fact, by: .staff) && !walk.canBeLookedAt(fact, by: nil))
      #expect(walk.canBeLookedAt(fact, by: .leader), "\(fact)")
    }
  }

  @Test func `without a login of their own nobody sees a page of Altinn`() {
    let none = Self.call(.findFault3, [(.loginMeans, LoginMeans.none.rawValue)])
    #expect(!none.canBeLookedAt(.accessListed, by: .staff))
    #expect(none.canBeLookedAt(.programWay, by: .staff))
    #expect(!Self.call(.findFault3).canBeLookedAt(.accessListed, by: .vendor))
    #expect(Self.call(.findFault3).canBeLookedAt(.programWay, by: .vendor))
  }

  @Test func `the profile of another whom an ID is registered on is not looked into`() {
    let other = Self.call(.findFault, [(.systemOwner, Owner.otherOrganisation.rawValue)])
    let own = Self.call(.findFault, [(.systemOwner, Owner.sender.rawValue)])
    #expect(!other.canBeLookedAt(.systemRegistered, by: .staff))
    #expect(own.canBeLookedAt(.systemRegistered, by: .staff))
    #expect(own.canBeLookedAt(.systemPasswordCorrect, by: nil))
  }
}
