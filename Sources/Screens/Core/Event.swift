package import Wording
package import Drawing
package import Model

/// Something that happened.
package enum Event: Equatable, Sendable {
  case key(Key)
  case pasted(String)
  /// What the person saw at a place was pressed with the mouse.
  case pressed(HitArea, at: Position)
  /// The wheel of the mouse was turned by a notch.
  case wheeled(up: Bool)
  case resized(Size)
  /// An open case has reached the disk.
  case saved(CaseHandle, CaseID)
  /// An open case did not reach the disk: the key of a text, and what it names.
  case saveFailed(CaseHandle, key: String, values: [String: String])
  /// Somebody else saved the case first: theirs is what the store holds, mine is kept nowhere.
  case changedElsewhere(CaseHandle, Case, mine: CaseDraft)
  /// Somebody else has deleted the case: mine is kept nowhere.
  case deletedElsewhere(CaseHandle, CaseID, mine: CaseDraft)
  /// Somebody else has just saved an open case.
  case overtaken(CaseHandle, CaseID)
  /// Somebody else has just deleted an open case.
  case removed(CaseHandle, CaseID)
  case opened(CaseHandle, Case)
  /// Another datasystem has the ID already.
  case known(systemID: String, CaseSummary)
  /// How many cases are open or waiting, and how many requests are to be followed up today; counted no further than
  /// `Wording.countCap` and one more.
  case counted(open: Int, due: Int)
  case listed(CasePage)
  /// A case to look at, as it stands on a day.
  case shown(Case, today: Day?)
  case deleted(CaseID)
  /// Text was offered to the terminal's clipboard; whether it was sent.
  case copied(Bool)
  /// The file is on the disk.
  case written(path: String)
  /// What was asked could not be done, and it was no save: the key of a text, and what it names.
  case storeFailed(key: String, values: [String: String])
  /// What the store answered the desk.
  case desk(DeskEvent)
  /// What is kept of training now, where others have kept something too, or have deleted all that was known.
  case trained(TrainingRecord, isForgotten: Bool)
  /// What was heard of a class.
  case classroom(ClassNews)
  /// What the register at hand says of a number.
  case registered(RegisterReply)
  /// The units of it that were looked for.
  case foundInRegister(RegisterHits)
  /// What time it is; told where something on the screen counts it.
  case clock(Timestamp)
  /// Nothing has been typed for a moment.
  case paused
  /// The person or the system asks the program to end.
  case interrupted
}

extension Event {
  /// What was done, wherever the person is by now: a text key with its values.
  package func notice(_ wording: Wording) -> (key: String, values: [String: String])? {
    switch self {
    case .known(let id, let found): wording.known(id, found)
    case .deleted(let id): ("cases.deleted", ["number": "\(id.rawValue)"])
    case .copied(true): ("copy.sent", [:])
    case .written(let path): ("records.written", ["path": path])
    case .classroom(let news): news.notice(wording)
    case .desk(.entry(_, _, let done?)), .desk(.acted(_, let done?)): done.told(wording)
    case .desk(.jotted): ("desk.noteKept", [:])
    case .desk(.similar(_, nil)): ("desk.similar.few", [:])
    case .desk(.similar(_, let found?)):
      (
        "desk.similar.told",
        [
          "count": "\(found.total)",
          "cause": found.causes.first.map { wording.text(ofCause: $0.cause) }
            ?? wording("desk.stats.noCause"),
        ]
      )
    default: nil
    }
  }

  /// What went wrong, wherever the person is by now: a text key with its values.
  package var trouble: (key: String, values: [String: String])? {
    switch self {
    case .copied(false): ("copy.failed", [:])
    case .trained(_, isForgotten: true): ("train.forgottenElsewhere", [:])
    case .desk(.refused(let refusal, let who)): refusal.text(by: who)
    case .desk(.noSuchCode): ("desk.wrongLetters", [:])
    case .desk(.lost(_, let id, let who, _)):
      ("desk.lost", ["number": "\(id.rawValue)", "login": who])
    case .storeFailed(let key, let values), .saveFailed(_, let key, let values): (key, values)
    default: nil
    }
  }
}
