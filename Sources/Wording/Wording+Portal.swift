import Model
import SafeText

extension Wording {
  /// That the Altinn of a letter has closed, to somebody who has seen no error.
  func closingInLetter(_ walk: Walk) -> String? { ifWritten(walk.flow.edition.closedInLetterKey) }

  private func ifWritten(_ key: String) -> String? { has(key) ? self(key) : nil }

  /// The notice above everything else on the first screen of a task and in what is concluded, since nobody
  /// must open a page that is gone without knowing it.
  func notice(above walk: Walk) -> [Prose] {
    ifWritten(walk.flow.edition.closedKey).map { [.toned($0, .bad), .gap] } ?? []
  }
}

extension Walk {
  /// The portal that the recognised message comes from.
  func messagePortal(_ content: Content) -> PortalEdition? {
    facts[.message].flatMap(content.message)?.edition
  }

  /// Whether a task is at its first step.
  var beginsTask: Bool { !flow.findsFaults && current.id == flow.steps.first?.id }
}
