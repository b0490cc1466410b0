/// Reads what somebody said about their fullmakter out of the answers that count.
package struct FullmaktAnswers {
  private let answer: (FieldID) -> String?

  package init(_ walk: Walk) { answer = walk.value }

  /// What they said, as the review of fullmakter knows it.
  package func statement(_ catalogue: FullmaktCatalogue) -> FullmaktStatement {
    let service = answer(.service)
    var statement = FullmaktStatement()
    statement.isForPerson = answer(.workFor) == WorkFor.person.rawValue
    statement.acts = answer(.senderActs).flatMap(SenderActs.init)
    statement.service = service.flatMap { catalogue.services[$0] }
    statement.namesService = service != nil
    statement.packages = answer(FullmaktQuestion.packages).map(ticked)
    statement.hasSingleService = answer(FullmaktQuestion.single).map { $0 == Fact.yes }
    statement.oldRoles = answer(FullmaktQuestion.oldRoles).map {
      ticked($0).map(RoleCode.init(rawValue:))
    }
    statement.registerRole = answer(FullmaktQuestion.registerRole).map(RoleCode.init(rawValue:))
    statement.firm = answer(FullmaktQuestion.firm).flatMap(ClientKind.init)
    statement.isFirmRegistered = answer(FullmaktQuestion.firmRegistered).map { $0 == Fact.yes }
    statement.firmRole = answer(FullmaktQuestion.firmRole)
      .flatMap(RightsStatement.FirmRole.init)
    statement.clientPackages = answer(FullmaktQuestion.clientPackages).map(ticked) ?? []
    return statement
  }

  private func ticked(_ answer: String) -> [String] {
    answer.split(separator: ",").map(String.init)
  }
}
