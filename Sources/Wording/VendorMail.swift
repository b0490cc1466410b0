package import Model
import SafeText

extension Wording {
  /// What is sent from the step a walk is at: the letter of a request, or what the vendor or the agency is told.
  package func mail(_ walk: Walk) -> Mail {
    walk.current.kind == .letter ? LetterText(walk, self).mail : ConclusionText(walk, self).mail
  }
}

extension ConclusionText {
  /// Whether the first thing is done by the vendor or the agency, who are written to.
  var isForOthersToMend: Bool {
    ordered.first.map { Actor.turnedTo.contains($0.by) && $0.id == acts.first?.id } ?? false
  }

  /// What the vendor or the agency is told.
  var mail: Mail {
    let asked = acts.first.map { request(to: diagnosis.actor(of: $0)) } ?? []
    let lines =
      [wording("vendorMail.hello"), ""]
      + asked.lines(width: 10_000, bullet: "-").map(\.text)
      + LetterWriter(walk).signature(wording)
    return Mail(
      from: walk.line(Writer.name) ?? wording("letter.sender"),
      subject: wording.text("vendorMail.subject", about: walk),
      body: lines.joined(separator: "\n") + "\n"
    )
  }
}
