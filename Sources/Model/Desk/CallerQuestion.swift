extension Field {
  /// Who calls: asked aloud like a question of the flow, and kept with the call and not among its answers.
  package static let callerRole = Field(.callerRole, .choices(of: CallerRole.self))

  /// The same question where only an organisation's number is taken: the desk keeps nobody's name.
  package var numberAlone: Field {
    Field(
      id,
      .line(.unit, limit: 60),
      place: place,
      placeForPerson: placeForPerson,
      impliedByNumber: impliedByNumber,
      inRegister: inRegister,
      prevails: prevails
    )
  }
}

extension Flow {
  /// All that is asked aloud in a search for a fault: its questions, and who calls.
  package var spokenFields: [Field] {
    findsFaults ? steps.flatMap(\.fields) + [.callerRole] : []
  }
}
