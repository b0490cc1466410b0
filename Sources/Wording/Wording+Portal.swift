import Model
import SafeText

extension Wording {
  /// That the Altinn of a letter has closed, to somebody who has seen no error.
  func closingInLetter(_ walk: Walk) -> String? { ifWritten(walk.flow.edition.closedInLetterKey) }

  private func ifWritten(_ key: String) -> String? { has(key) ? self(key) : nil }

  /// That the Altinn of a walk has closed; nothing where it is in use.
  func closed(_ walk: Walk) -> Prose? {
    ifWritten(walk.flow.edition.closedKey).map { .toned($0, .bad) }
  }

  /// The same above everything else that is read, since nobody must open a page that is gone without
  /// knowing it.
  func notice(above walk: Walk) -> [Prose] { closed(walk).map { [$0, .gap] } ?? [] }
}

extension Walk {
  /// The portal that the recognised message comes from.
  func messagePortal(_ content: Content) -> PortalEdition? {
    facts[.message].flatMap(content.message)?.edition
  }

  /// Whether a task is at its first step.
  var beginsTask: Bool { !flow.findsFaults && current.id == flow.steps.first?.id }
}
