package import Wording
import Model

/// What the screen knows of the saves of its case.
extension WalkScreen {
  /// Whether the answers are on the disk.
  package enum Keeping: Equatable, Sendable {
    case nothingYet
    case underWay
    case saved
    case failed
    /// They are, and somebody else has saved others since.
    case overtaken

    /// How the header says it; nothing before there is anything to keep.
    var textKey: String? {
      switch self {
      case .nothingYet: nil
      case .underWay: "header.saving"
      case .saved: "header.saved"
      case .failed: "header.unsaved"
      case .overtaken: "header.overtaken"
      }
    }
  }

  /// Has the case saved as it now is.
  mutating func save(_ wording: Wording) -> [Effect] { save(wording.draft(walk)) }

  /// Has something saved as what the case now is.
  mutating func save(_ draft: CaseDraft) -> [Effect] {
    savesUnderWay += 1
    keeping = .underWay
    sent = draft
    return [.save(draft, openCase)]
  }

  /// Keeps what is typed, though nobody has said that it is the answer, and a text that is left before the
  /// person has gone on from it.
  package mutating func saveTyped(_ wording: Wording) -> [Effect] {
    let hasTyped = keepTyped(wording)
    let hasText = walk.keepUnseenText()
    return (hasTyped || hasText) && !isSlip ? save(wording) : []
  }

  /// Whether all there is of the case is a letter or two, of which nobody could make anything later.
  var isSlip: Bool {
    number == nil && sent == nil
      && walk.content.answers.map(\.answer.value).allSatisfy { $0 == Fact.unknown || $0.count < 3 }
  }

  /// Keeps what is typed so far, as it would be kept if the person left now; what the screen knows of the
  /// case stays, since nobody has gone on.
  package mutating func savePaused(_ wording: Wording) -> [Effect] {
    // A number that is half typed may become one that must not be kept.
    guard question?.endsInTornNumber == false else { return [] }
    var left = self
    left.keepTyped(wording)
    _ = left.walk.keepUnseenText()
    let draft = wording.draft(left.walk)
    return left.isSlip || draft == sent ?? wording.draft(walk) ? [] : save(draft)
  }

  /// Goes on as a case of its own, which has no number yet.
  mutating func goOn(as new: CaseHandle, with mine: CaseDraft, wording: Wording) -> [Effect] {
    former = openCase
    openCase = new
    number = nil
    savesUnderWay = 0
    reword(wording)
    return save(mine)
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    switch event {
    case .saved(openCase, let id): saveEnded(as: id, wording: wording)
    case .saveFailed(openCase, _, _), .changedElsewhere(openCase, _, _),
      .deletedElsewhere(openCase, _, _):
      savesUnderWay = max(0, savesUnderWay - 1)
      keeping = .failed
    // The person has chosen to go on as a case of their own; a later save follows the earlier one.
    case .changedElsewhere(former, _, let mine), .deletedElsewhere(former, _, let mine):
      return .does(save(mine))
    case .registered(let reply) where register.awaits(reply):
      walk.learn(reply, on: wording.today)
      reword(wording)
    case .foundInRegister(let hits): take(hits)
    // The next save will be a conflict.
    case .overtaken(openCase, _), .removed(openCase, _): keeping = .overtaken
    default: return .ignored
    }
    return .stays
  }

  private mutating func saveEnded(as id: CaseID, wording: Wording) {
    savesUnderWay = max(0, savesUnderWay - 1)
    if savesUnderWay == 0 { keeping = .saved }
    guard number != id else { return }
    number = id
    // What is on the screen may name the case, which had no number until now.
    reword(wording)
  }
}
