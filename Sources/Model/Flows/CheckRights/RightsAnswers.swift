/// Reads what somebody said about their rights out of the answers that count.
package struct RightsAnswers {
  private let answer: (FieldID) -> String?

  package init(_ walk: Walk) { answer = walk.value }

  /// - Parameter answer: The answers that count and are known, by field.
  package init(_ answer: @escaping (FieldID) -> String?) { self.answer = answer }

  /// What they said, as the rights know it.
  package var statement: RightsStatement {
    let kind = answer(.reporteeKind).flatMap(ReporteeKind.init)
    return RightsStatement(
      isForSelf: kind == .oneself,
      reporteeKind: kind == .person ? .person : .organisation,
      service: answer(.service),
      roles: answer(RightsQuestion.roles).map(codes),
      single: answer(RightsQuestion.single).flatMap(RightsStatement.SingleRight.init),
      registerRole: answer(RightsQuestion.registerRole).map(RoleCode.init(rawValue:)),
      firm: answer(RightsQuestion.firm).flatMap(ClientKind.init),
      isFirmRegistered: answer(RightsQuestion.firmRegistered).map { $0 == Fact.yes },
      firmRole: answer(RightsQuestion.firmRole).flatMap(RightsStatement.FirmRole.init),
      clientRoles: answer(RightsQuestion.clientRoles).map(codes) ?? []
    )
  }

  private func codes(_ ticked: String) -> [RoleCode] {
    ticked.split(separator: ",").map { RoleCode(rawValue: String($0)) }
  }
}
