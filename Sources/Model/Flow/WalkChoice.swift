/// More of a conclusion than its first page holds, each on a page of its own.
package enum ConclusionPart: String, CaseIterable, Sendable {
  /// Every reason, and what is to be done step by step.
  case steps
  /// Other ways out.
  case others
  /// What to say to those who must act.
  case script
}

/// What a person can choose at a step that asks nothing.
package enum WalkChoice: Hashable, Sendable {
  /// The next step of the flow.
  case next
  /// The next question.
  case goOn
  /// What follows from the answers so far.
  case conclude
  /// Another page of the conclusion.
  case part(ConclusionPart)
  /// The first open question of a point.
  case point(Point)
  /// An answer, to change it.
  case field(FieldID)
  /// A task to begin, with what is known here filled in.
  case task(TaskStart)
  /// The same errand in the other portal.
  case portal
  /// On, with a message of a closed Altinn that comes now: the program uses an old connection.
  case comesNow
  /// Nothing of the pasted text is to be kept.
  case forgetText
  /// The letter, to see it again and have it in a file.
  case letter
  /// The letter, for the terminal's clipboard.
  case copyLetter
  /// The letter, in a file.
  case saveLetter
  /// The letter, or what the vendor or the agency is to be told, as a file for a mail program.
  case saveMail
  /// From the start, with what was wrong asked anew.
  case checkAgain
  /// The flow is over, and the case gets this status.
  case end(CaseStatus)

  /// A name that stays the same in every language.
  package var id: String {
    switch self {
    case .next: "next"
    case .goOn: "goOn"
    case .conclude: "conclude"
    case .part(let part): "part.\(part.rawValue)"
    case .point(let point): point.rawValue
    case .field(let field): "field.\(field.rawValue)"
    case .task(let task): "task.\(task.id)"
    case .portal: "portal"
    case .comesNow: "comesNow"
    case .forgetText: "forgetText"
    case .letter: "letter"
    case .copyLetter: "copyLetter"
    case .saveLetter: "saveLetter"
    case .saveMail: "saveMail"
    case .checkAgain: "checkAgain"
    case .end(let status): status.rawValue
    }
  }
}

extension Walk {
  /// Follows a choice; what a front end does itself, such as saving the letter, changes nothing here.
  ///
  /// - Returns: The status of the case when the flow is over; else `nil`.
  package mutating func take(_ choice: WalkChoice) -> CaseStatus? {
    switch choice {
    case .next: advance()
    case .comesNow:
      tellComesNow()
      advance()
    case .goOn: goOn()
    case .conclude: go(toFirst: .conclusion)
    case .point(let point): go(toOpenIn: point)
    case .field(let field): revise(field)
    case .letter: showLetter()
    case .forgetText: forgetText()
    case .task, .portal, .part, .copyLetter, .saveLetter, .saveMail: break
    case .checkAgain: checkAgain()
    case .end(let status): return status
    }
    return nil
  }
}
