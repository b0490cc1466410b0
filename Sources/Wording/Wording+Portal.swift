import Model
import SafeText

extension Wording {
  /// That the Altinn of a walk has closed, in words for some kind of reader; nothing where it is in use.
  private func closing(of walk: Walk, for reader: String) -> String? {
    let key = "edition.\(walk.flow.edition.rawValue).\(reader)"
    return has(key) ? self(key) : nil
  }

  /// The same in a letter, to somebody who has seen no error.
  func closingInLetter(_ walk: Walk) -> String? { closing(of: walk, for: "letter") }

  /// The notice above everything else on the first screen of a task and in what is concluded, since nobody
  /// must open a page that is gone without knowing it.
  func notice(above walk: Walk) -> [Prose] {
    closing(of: walk, for: "notice").map { [.toned($0, .bad), .gap] } ?? []
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
