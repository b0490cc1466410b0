import Model
import Testing

/// Laws that hold for every register role, service and action.
@Suite struct RightsLawsTests {
  @Test(arguments: RightsAction.allCases)
  func `every combination has one answer, and its reason has a text in every language`(
    action: RightsAction
  ) throws {
    let catalogue = try Cast.catalogue()
    let texts = try Language.allCases.map { language throws in
      try Texts(language, from: .embedded)
    }
    for role in catalogue.registerRoles.entries {
      let model = RightsModel(
        catalogue,
        holdings: [Holding(Cast.person, for: Cast.clientB, .registerRole(role.id))]
      )
      for service in catalogue.services.entries.map(\.id) + ["other"] {
        let permission = model.permission(
          to: action,
          service: service,
          holder: Cast.person,
          for: Cast.clientB
        )
        for text in texts {
          #expect(isWritten(permission.reason, text, catalogue), "\(permission.reason)")
        }
      }
    }
  }

  @Test func `sending takes what filling in takes`() throws {
    for (model, service) in try everything() {
      #expect(ask(model, .send, service) == ask(model, .fillIn, service))
    }
  }

  @Test func `unknown is said only where no source tells what the service asks for`() throws {
    for (model, service) in try everything() {
      let known = model.catalogue.services[service]
      #expect(
        (ask(model, .fillIn, service).outcome == .unknown) == (known?.fillIn == nil)
      )
      #expect((ask(model, .sign, service).outcome == .unknown) == (known?.sign == nil))
    }
  }

  @Test func `giving takes the right itself, unless one is Hovedadministrator`() throws {
    for (model, service) in try everything() {
      let give = ask(model, .giveOn, service)
      let held = model.heldRoles(Cast.person, for: Cast.clientB).map(\.code)
      if held.contains(.mainAdministrator) {
        #expect(give == .granted(.mainAdministrator))
      } else if !held.contains(.accessManager) {
        #expect(give == .notGranted(.accessManagerMissing))
      } else {
        let right = ask(model, .fillIn, service)
        #expect(give.outcome == right.outcome)
      }
    }
  }

  @Test func `whoever holds something may ask, and whoever holds nothing may do nothing`() throws {
    let nobody = try Cast.model()
    for (model, service) in try everything() {
      #expect(model.permission(toAsk: Cast.person, for: Cast.clientB).isGranted)
      for action in RightsAction.allCases {
        #expect(ask(nobody, action, service) == .notGranted(.nothingHeld))
      }
    }
    #expect(
      nobody.permission(toAsk: Cast.person, for: Cast.clientB) == .notGranted(.nothingHeld)
    )
  }

  @Test func `everybody may do everything for themselves`() throws {
    let model = try Cast.model()
    for party in [Cast.person, Cast.clientB] {
      for action in RightsAction.allCases {
        #expect(
          model.permission(to: action, service: "a02", holder: party, for: party)
            == .granted(.itself)
        )
      }
    }
  }

  @Test func `one more holding never takes a permission away`() throws {
    let extra = Holding(Cast.person, for: Cast.clientB, .role("A0236"))
    for (model, service) in try everything() {
      var more = model
      more.holdings.append(extra)
      for action in RightsAction.allCases where ask(model, action, service).isGranted {
        #expect(ask(more, action, service).isGranted)
      }
    }
  }

  @Test func `a single right allows just the actions that need it`() throws {
    for right in ServiceRight.allCases {
      let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .service("a02", [right])))
      for action in RightsAction.allCases {
        #expect(ask(model, action, "a02").isGranted == (action.right == right), "\(action)")
      }
    }
  }

  private func ask(_ model: RightsModel, _ action: RightsAction, _ service: String) -> Permission {
    model.permission(to: action, service: service, holder: Cast.person, for: Cast.clientB)
  }

  /// Every register role, held by the person for client B, with every service and one unknown.
  private func everything() throws -> [(RightsModel, String)] {
    let catalogue = try Cast.catalogue()
    let services = catalogue.services.entries.map(\.id) + ["other"]
    return catalogue.registerRoles.entries.flatMap { role in
      let model = RightsModel(
        catalogue,
        holdings: [Holding(Cast.person, for: Cast.clientB, .registerRole(role.id))]
      )
      return services.map { (model, $0) }
    }
  }
}

/// Whether the text of a reason exists and has no placeholder left.
func isWritten(_ reason: PermissionReason, _ texts: Texts, _ catalogue: RightsCatalogue) -> Bool {
  let text = texts(
    reason.textKey,
    reason.values(reportee: "B", in: catalogue, texts.language)
  )
  return !text.hasPrefix("[") && !text.contains("{")
}
