package import Model

extension Field {
  /// Answers that the field takes, one of each kind, as they are kept; `nil` leaves it empty.
  package var answers: [String?] {
    switch input {
    case .choice(let choices): offered(choices)
    case .search(.services): ["rf0002", "a02", Fact.otherService, Fact.unknown]
    case .search(.products): ["sparebank1", Fact.otherService, Fact.unknown]
    case .search(.accessServices): ["rf0002", "a02", Fact.otherService, Fact.unknown]
    case .search(.packages): ["a-ordning", "ansvarlig-revisor", Fact.otherService, Fact.unknown]
    case .search: [Fact.otherService, Fact.unknown]
    case .message: ["E1", "E2", "E3", "E5", Fact.unknown]
    case .candidates: ["E2", "E6", Fact.unknown]
    case .line(.systemID, _): ["4711", nil]
    case .line(.pastDate, _), .line(.comingDate, _): ["2026-12-01", nil]
    case .line(.mobileNumber, _): [LineRule.checked, nil]
    case .line(.phone, _): ["412 34 567", nil]
    case .line(.organisationNumber, _), .line(.unit, _): ["310043214", nil]
    case .line(.free, _), .line(.name, _), .line(.party, _), .line(.program, _):
      ["Nordlys AS", nil]
    case .secret: [LineRule.checked, LineRule.skipped]
    case .boxes(.steps(let steps)): [steps.joined(separator: ","), steps.first, ""]
    case .boxes(.packages), .boxes(.clientPackages): ["a-ordning", "regnskapsforer-lonn", ""]
    case .boxes: ["UTINN", "A0239,A0240", ""]
    }
  }

  /// What somebody types or ticks who knows nothing and has done all there is to do.
  package var leastAnswer: String {
    switch input {
    case .choice, .candidates, .search: isDecision ? Fact.no : Fact.unknown
    case .boxes(.steps(let steps)): steps.joined(separator: ",")
    case .line, .secret, .message, .boxes: ""
    }
  }
}

/// How things are for an organisation whose own datasystem sends, when all is well: a situation of training, with a
/// form that has to be signed, and with the right that an ID of another's would need.
package enum AllIsWell {
  package static let facts: [FieldID: String] = {
    let bases = Content.embedded.trainingRoom(of: .altinn2)?.table.bases ?? []
    let facts = bases.first { $0.id == "logsIn" }?.facts ?? [:]
    return facts.merging([.service: "rf0002", .ownerRight: Fact.yes]) { $1 }
  }()
}
