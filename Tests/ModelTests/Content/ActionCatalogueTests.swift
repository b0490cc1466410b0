import Model
import TestSupport
import Testing

@Suite struct ActionCatalogueTests {
  static let actions = Shipped.actions
  private static let ids = Set(actions.map(\.id))

  @Test func `the catalogue is read and every id stands once`() throws {
    #expect(try Catalogue(from: .embedded).table(Action.self).entries.count == Self.actions.count)
    #expect(Self.actions.count > 20)
  }

  @Test(arguments: actions)
  func `an action says where it comes from and when that was checked`(action: Action) {
    #expect(!action.source.isEmpty)
    #expect(
      Set(action.source).isSubset(of: Content.embedded.rights.sources.keys),
      "\(action.source)"
    )
    #expect(CheckedDate.isHonest(action.checked))
  }

  @Test(arguments: actions)
  func `an action is done at a place that the table of menu paths has`(action: Action) throws {
    let places = try Catalogue(from: .embedded).menuPaths()
    for place in [action.menuPath, action.menuPathForPerson].compactMap(\.self) {
      #expect(places[MenuPath.ID(place, in: action.edition)] != nil, "\(place)")
    }
  }

  @Test(arguments: actions)
  func `an action names facts, values and actions that exist`(action: Action) {
    let named =
      action.sets.map { ($0.key, [$0.value]) } + action.requires.map { ($0.key, $0.value) }
    for (key, values) in named {
      let known = action.edition.portal.values(of: key) ?? []
      #expect(!values.isEmpty && Set(values).isSubset(of: known), "\(key)")
    }
    #expect(Set(action.with).isSubset(of: Self.ids.subtracting([action.id])))
  }

  @Test(arguments: actions)
  func `an action answers something, and its figures lie in their ranges`(action: Action) {
    #expect(action.answers.isEmpty != (action.answersCause == nil))
    #expect(action.answersCause?.point == nil)
    #expect(Set(action.covers).isSubset(of: action.answers))
    if action.answersCause == nil { #expect(!action.sets.isEmpty || !action.covers.isEmpty) }
    #expect((0...3).contains(action.power))
    #expect((0...60).contains(action.wait))
    #expect((1...10).contains(action.steps))
  }

  @Test(arguments: PortalEdition.allCases)
  func `every fault and every cause outside the points has its answer`(edition: PortalEdition) {
    let actions = Self.actions.filter { $0.edition == edition }
    #expect(Set(actions.flatMap(\.answers)) == Set(edition.portal.faults.map(\.fault)))
    // What is a trouble beside the submission, or still to be done, is so by a point of one portal.
    let others = Portal.all.filter { $0.edition != edition }.flatMap(\.points)
    let asides = others.compactMap(\.aside) + others.compactMap(\.pending?.cause)
    #expect(
      Set(actions.compactMap(\.answersCause)) == Set(Cause.outside).subtracting(asides)
    )
  }

  @Test(arguments: PortalEdition.allCases)
  func `a fact of a portal is looked up at a place of that portal`(edition: PortalEdition) {
    for place in edition.portal.facts.compactMap(\.menuPath) {
      for language in Language.allCases {
        #expect(!Content.embedded.path(place, in: language, edition: edition).isEmpty, "\(place)")
      }
    }
  }

  @Test(arguments: Flow.all)
  func `a question is looked up at a place that the table of menu paths has`(flow: Flow) {
    for place in flow.steps.flatMap(\.fields).compactMap(\.place) {
      for language in Language.allCases {
        let path = Content.embedded.path(place, in: language, edition: flow.edition)
        #expect(!path.isEmpty, "\(place)")
      }
    }
  }

  @Test(arguments: Shipped.messages)
  func `a message has a source of the list and a real date`(message: Message) {
    #expect(
      Set(message.source).isSubset(of: Content.embedded.rights.sources.keys),
      "\(message.source)"
    )
    #expect(CheckedDate.isHonest(message.checked))
  }
}

extension Action: CustomTestStringConvertible {
  package var testDescription: String { id }
}
