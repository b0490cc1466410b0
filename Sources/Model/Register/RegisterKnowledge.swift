/// What the register answers when it is asked for a number.
package struct RegisterReply: Equatable, Sendable {
  package let extract: RegisterExtract
  /// The firm that the register was made for, where that was told.
  package let firm: RegisterExtract?

  package init(_ extract: RegisterExtract, firm: RegisterExtract? = nil) {
    self.extract = extract
    self.firm = firm
  }
}

/// What the register has told of the numbers that somebody has named.
///
/// It is held in memory and never kept: names of persons may be among it.
package struct RegisterKnowledge: Equatable, Sendable {
  private var extracts: [OrganisationNumber: RegisterExtract] = [:]
  /// The firm that the register was made for, where that was told.
  package private(set) var firm: RegisterExtract?
  /// The day it was asked on.
  private var today: Day?

  package init() {}

  /// Whether it has told nothing, as where there is no register.
  package var isEmpty: Bool { extracts.isEmpty }

  /// What it says of a number; `nil` where it has not told.
  package subscript(number: OrganisationNumber) -> RegisterExtract? {
    extracts[number] ?? (firm?.number == number ? firm : nil)
  }

  /// Takes in what the register answered.
  package mutating func learn(_ reply: RegisterReply, on today: Day?) {
    extracts[reply.extract.number] = reply.extract
    firm = reply.firm ?? firm
    self.today = today
  }

  /// The same, with no name of a person: as much as may leave the screen.
  package var nameless: Self {
    var nameless = self
    nameless.extracts = extracts.mapValues(\.nameless)
    nameless.firm = firm?.nameless
    return nameless
  }

  /// What it lets one conclude of a number; `nil` where it has not told.
  ///
  /// - Parameter firm: The accountant or auditor who sends for it, if there is one.
  package func review(of number: OrganisationNumber, firm: OrganisationNumber? = nil)
    -> RegisterReview?
  {
    self[number].map { extract in
      let own = firm.flatMap { self[$0] }
      return RegisterReview(
        extract,
        firm: firm == number ? nil : firm,
        kin: own.map(extract.kin) ?? [],
        today: today
      )
    }
  }
}
