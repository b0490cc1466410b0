package import Model
package import SafeText

/// What the register at hand says beside a number, a question and a conclusion; nothing where it has told nothing.
extension Wording {
  /// A number read back with its name, as far as the register has told of it.
  ///
  /// - Parameter field: The line it was typed in; the number of a firm is read back as that of the firm.
  package func readBack(_ number: OrganisationNumber, in field: Field, of walk: Walk) -> [Prose] {
    guard let review = walk.register.review(of: number) else { return [] }
    let extract = review.extract
    let asOf = Prose.toned(
      self(review.isOld ? "register.asOfOld" : "register.asOf", ["day": text(extract.day)]),
      .muted
    )
    guard let unit = extract.unit else {
      return [.toned(self("register.says.notListed"), .muted), asOf]
    }
    let words = RegisterText(review, self)
    let name = self("register.readBack", ["number": number.formatted, "name": unit.name])
    let part: Prose? =
      unit.marks.contains(.subunit)
      ? .paragraph(self("register.partOf", ["main": words.main])) : nil
    let trouble: Prose? = review.trouble.map { .toned(words.text($0.statement), .bad) }
    let firm: Prose? = firmReview(number, field, walk).flatMap { review in
      review.firmConclusion.map { .paragraph(RegisterText(review, self).text($0.statement)) }
    }
    return [.toned(name, .good)] + [trouble, part, firm].compactMap(\.self) + [asOf]
  }

  /// What the register says of the client and its firm, in a line that names one of them.
  private func firmReview(_ number: OrganisationNumber, _ field: Field, _ walk: Walk)
    -> RegisterReview?
  {
    guard field.id == .reporteeName else {
      return walk.reporteeNumber.flatMap { walk.register.review(of: $0, firm: number) }
    }
    return walk.isForClient
      ? walk.register.review(of: number, firm: walk.register.firm?.number) : nil
  }

  /// A unit with the roles that a firm has there, on one line.
  package func client(_ number: OrganisationNumber, _ name: String?, as roles: [RoleCode]) -> String
  {
    let names = roles.map { self.name($0) }.joined(separator: ", ")
    return self(
      "register.client",
      ["number": number.formatted, "name": name ?? "", "roles": names]
    )
  }

  /// What the register says of a question that it can answer.
  func registerNote(_ field: Field, in walk: Walk) -> [Prose] {
    guard field.inRegister != nil, let note = firmNote(walk.firmReview) else { return [] }
    return [.gap, .paragraph(note)]
  }

  /// What the register says of a client's firm; `nil` where it has told nothing of one.
  func firmNote(_ review: RegisterReview?) -> String? {
    review.flatMap { review in
      review.firmConclusion.map { RegisterText(review, self).note($0) }
    }
  }

  /// That somebody else acts for the party whatever roles are listed.
  func registerTrouble(_ walk: Walk) -> [Prose] {
    guard let review = walk.reporteeReview, let trouble = review.trouble else { return [] }
    return [.toned(RegisterText(review, self).note(trouble), .bad)]
  }

  /// Who can do what an actor does, by what the register says; nothing of those of whom roles say nothing.
  func registered(_ actor: Actor, _ walk: Walk) -> String? {
    guard let review = review(telling: actor, walk) else { return nil }
    let words = RegisterText(review, self)
    if let trouble = review.trouble { return words.note(trouble) }
    guard let (all, sureness) = review.approvers else { return nil }
    // Not all who may approve are Hovedadministrator by the same role.
    let main = content.fullmakter.packages[AccessPackage.mainAdministrator]?.registerRoles ?? []
    let able = actor == .mainAdministrator ? all.filter(main.contains) : all
    guard !able.isEmpty else { return nil }
    let roles = words.names(able, withHolders: true)
    return words.note(self("register.canAct", ["roles": roles]), sureness)
  }

  /// What the register says of the party that an actor acts for: the one that has the system access, or the one
  /// that is sent for.
  private func review(telling actor: Actor, _ walk: Walk) -> RegisterReview? {
    switch actor {
    case .approver, .accessManager, .mainAdministrator: walk.holderReview
    case .fullmaktGiver, .clientManager, .giver, .reporteeManager: walk.reporteeReview
    default: nil
    }
  }
}
