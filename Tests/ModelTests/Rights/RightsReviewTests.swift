import Model
import Testing

/// What somebody may do, judged by what they told.
@Suite struct RightsReviewTests {
  private typealias Told = [FieldID: String]

  private func check(_ told: [FieldID: String]) throws -> RightsReview {
    RightsReview(
      try Cast.catalogue(),
      names: RightsReview.Names(reportee: "B", firm: "A"),
      of: RightsAnswers { told[$0] }.statement
    )
  }

  private static let kinds = ["organisation", "person"]

  private func told(_ more: [FieldID: String]) -> [FieldID: String] {
    ["reportee.kind": "organisation", "service": "rf0002"].merging(more) { $1 }
  }

  // MARK: Laws

  @Test func `for every register role and service it says what the model says`() throws {
    let catalogue = try Cast.catalogue()
    let services = catalogue.services.entries.map(\.id) + [Fact.otherService]
    for role in catalogue.registerRoles.entries {
      for service in services {
        let check = try check([
          "reportee.kind": "organisation", "service": service, "rights.known": "register",
          "rights.registerRole": role.id.rawValue,
        ])
        #expect(check.basis == .registerRole(role.id))
        let model = RightsModel(
          catalogue,
          holdings: [Holding(Cast.person, for: Cast.clientB, .registerRole(role.id))]
        )
        for action in RightsAction.allCases {
          let expected = model.permission(
            to: action,
            service: service,
            holder: Cast.person,
            for: Cast.clientB
          )
          let found = check.permission(to: action)
          #expect(found == expected, "\(role.id) \(service) \(action)")
          #expect(
            found.outcome == .unknown || !check.sources(of: found, to: action).isEmpty,
            "\(role.id) \(service) \(action) has no source"
          )
        }
      }
    }
  }

  @Test func `what follows is the same when a register role is ticked on the page`() throws {
    let catalogue = try Cast.catalogue()
    for role in catalogue.registerRoles.entries {
      for service in ["a02", "rf0002", "rr0002"] {
        let registered = try check([
          "reportee.kind": "organisation", "service": service,
          "rights.registerRole": role.id.rawValue,
        ])
        let seen = try check([
          "reportee.kind": "organisation", "service": service, "rights.roles": role.id.rawValue,
          "rights.single": "none",
        ])
        for action in RightsAction.allCases {
          #expect(registered.permission(to: action) == seen.permission(to: action))
        }
      }
    }
  }

  @Test func `a yes or a no given while answers are missing stands whatever they are`() throws {
    let single = RightsStatement.SingleRight.allCases.map(\.rawValue)
    for ticked in ["", "UTINN", "ADMAI", "REGNA", "SISKD", "ADMAI,REGNA", "DAGL", "A0239"] {
      for service in ["a02", "rf0002", "rr0002", Fact.otherService] {
        let before = try check(told(["service": service, "rights.roles": ticked]))
        for answer in single {
          let after = try check(
            told(["service": service, "rights.roles": ticked, "rights.single": answer])
          )
          for action in RightsAction.allCases
          where before.permission(to: action).outcome != .unknown {
            #expect(
              before.permission(to: action).outcome == after.permission(to: action).outcome,
              "\(ticked) \(service) \(answer) \(action)"
            )
          }
        }
      }
    }
  }

  @Test func `nothing is denied while nothing is told`() throws {
    for kind in Self.kinds {
      let check = try check(["reportee.kind": kind, "service": "a02", "rights.known": "neither"])
      for action in RightsAction.allCases {
        #expect(check.permission(to: action) == .unknown(.holdingsNotTold))
      }
      #expect(check.lacks.isEmpty)
      #expect(check.mayAsk.outcome == .unknown)
    }
  }

  @Test func `one who acts for oneself may do everything`() throws {
    let check = try check(["reportee.kind": "self", "service": "a02"])
    for action in RightsAction.allCases { #expect(check.permission(to: action).isGranted) }
    #expect(check.lacks.isEmpty && check.requests.isEmpty)
  }

  @Test func `a remedy gives what is missing, and a way to give it exists`() throws {
    let catalogue = try Cast.catalogue()
    for service in catalogue.services.entries.map(\.id) {
      for ticked in ["", "A0236", "ADMAI"] {
        let check = try check(
          told(["service": service, "rights.roles": ticked, "rights.single": "none"])
        )
        for lack in check.lacks {
          let remedies = check.remedies(for: lack)
          #expect(!remedies.isEmpty)
          for remedy in remedies {
            guard let grant = remedy.grant else { continue }
            var model = check.model
            model.holdings.append(Holding(check.holder, for: check.reportee, grant))
            let action: RightsAction =
              switch lack {
              case .right(.write): .send
              case .right(.sign): .sign
              case .accessManager: .registerDatasystem
              }
            #expect(
              model.permission(
                to: action,
                service: service,
                holder: check.holder,
                for: check.reportee
              ).isGranted
            )
            #expect(!check.registerRoles(thatMayGive: remedy).isEmpty)
          }
        }
      }
    }
  }

  // MARK: Cases

  @Test func `a role that covers writing alone leaves signing missing`() throws {
    let check = try check(told(["rights.roles": "REGNA", "rights.single": "none"]))
    #expect(check.permission(to: .send).isGranted)
    #expect(check.permission(to: .sign).outcome == .notGranted)
    #expect(check.lacks == [.right(.sign), .accessManager])
    #expect(
      check.remedies(for: .right(.sign)) == [
        .singleService("rf0002", .sign), .role("SISKD"),
      ]
    )
    #expect(check.requests == [.service(.sign), .role("SISKD"), .role("ADMAI")])
  }

  @Test func `the single right on the page is enough`() throws {
    for (answer, sends, signs) in [
      ("write", true, false), ("sign", false, true), ("both", true, true),
    ] {
      let check = try check(told(["rights.roles": "", "rights.single": answer]))
      #expect(check.permission(to: .send).isGranted == sends)
      #expect(check.permission(to: .sign).isGranted == signs)
    }
  }

  @Test func `the manager of a registered firm has its client roles`() throws {
    let check = try check(
      told([
        "rights.known": "neither", "rights.firm": "accountant", "rights.firmRegistered": "yes",
        "rights.firmRole": "manager",
      ])
    )
    #expect(check.basis == .firm)
    guard case .role(let role) = check.permission(to: .sign).reason else {
      Issue.record("\(check.permission(to: .sign))")
      return
    }
    #expect(role.code == "A0239")
    #expect(role.origin == .manager(firm: Party(id: "firm", kind: .organisation, name: "A")))
  }

  @Test func `an employee has the client roles that were handed on`() throws {
    let handed = told([
      "rights.known": "neither", "rights.firm": "accountant", "rights.firmRegistered": "yes",
      "rights.firmRole": "employee", "rights.clientRoles": "A0240",
    ])
    let check = try check(handed)
    #expect(check.permission(to: .send).isGranted)
    #expect(check.permission(to: .sign).outcome == .notGranted)
    #expect(check.remedies(for: .right(.sign)).first == .clientRole("A0239"))
  }

  @Test func `a firm that is not registered has nothing, and registering it is a way`() throws {
    let check = try check(
      told([
        "rights.roles": "", "rights.single": "none", "rights.firm": "accountant",
        "rights.firmRegistered": "no",
      ])
    )
    #expect(check.lacks.first == .right(.write))
    #expect(check.remedies(for: .right(.write)).last == .registerFirm(.accountant))
  }

  @Test func `a client role on the page comes through the firm, or else was given`() throws {
    let seen = told(["rights.roles": "A0239", "rights.single": "none"])
    #expect(
      try check(seen).permission(to: .sign)
        == .granted(.role(HeldRole("A0239", .delegation)))
    )
    let inFirm = seen.merging(["rights.firm": "accountant"]) { $1 }
    #expect(
      try check(inFirm).permission(to: .sign)
        == .granted(
          .role(
            HeldRole("A0239", .client(firm: Party(id: "firm", kind: .organisation, name: "A")))
          )
        )
    )
  }

  @Test func `without a service what depends on one is open and the rest is not`() throws {
    let check = try check([
      "reportee.kind": "organisation", "rights.registerRole": "DAGL",
    ])
    #expect(check.permission(to: .fillIn) == .unknown(.serviceNotTold))
    #expect(check.permission(to: .registerDatasystem).isGranted)
  }

  @Test func `the right to sign is missing only where a source says that the service is signed`()
    throws
  {
    for service in Content.embedded.rights.services.entries {
      let review = try check([
        "reportee.kind": "organisation", "rights.registerRole": "MEDL", "service": service.id,
      ])
      let isSigned = service.needsSigning || service.sign != nil
      #expect(review.isSigned == isSigned, "\(service.id)")
      #expect(!review.lacks.contains(.right(.sign)) || isSigned, "\(service.id)")
    }
    #expect(try !check(["reportee.kind": "organisation", "service": "a02"]).isSigned)
  }

  @Test func `every request begins its flow with answers that the flow takes`() {
    let acts = Request.Act.allCases.map(RightsRequest.service)
    let flow = Flow.requestAccess
    for request in acts + [.role("SISKD"), .clientRole("A0239"), .registration] {
      #expect(request.start.flow == flow.id)
      for (field, value) in request.start.prefill {
        let input = flow.field(field)?.input
        if case .choice(let choices) = input {
          #expect(choices.contains { $0.value == value }, "\(field) \(value)")
        } else {
          #expect(input == .search(.roles), "\(field) \(value)")
        }
      }
    }
  }
}
