import Model

/// What a screen has asked the register at hand, so that it asks once and hears only what it asked for.
struct RegisterAsker: Equatable, Sendable {
  private var asked: Set<OrganisationNumber> = []
  /// What was last looked for.
  private(set) var sought: RegisterQuery?

  /// Asks for whom a walk names and for what is typed, as far as that is new.
  mutating func ask(
    _ walk: Walk,
    typed: [OrganisationNumber],
    sought query: RegisterQuery?
  ) -> [Effect] {
    let unknown = typed.filter { walk.register[$0] == nil }
    let isNew = query != sought
    sought = query
    return (walk.numbersToAsk + unknown).filter { asked.insert($0).inserted }
      .map { .askRegister($0) }
      + (isNew ? [query.map { .searchRegister($0) }].compactMap(\.self) : [])
  }

  /// Whether an answer is to a question of this screen.
  func awaits(_ reply: RegisterReply) -> Bool { asked.contains(reply.extract.number) }
}
