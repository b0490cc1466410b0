package import Model
import SafeText

extension Wording {
  /// What is sent from the step a walk is at: the letter of a request, or what the vendor or the agency is told.
  package func mail(_ walk: Walk) -> Mail {
    walk.current.kind == .letter ? LetterText(walk, self).mail : ConclusionText(walk, self).mail
  }

  /// Whom something is about, in a line of its own; nothing where that is not known.
  func about(_ walk: Walk) -> [Prose] {
    party(of: walk).map { [.paragraph(self("letter.about", ["party": $0])), .gap] } ?? []
  }

  /// Whom something is about, by number or name.
  ///
  /// Of a client that it is one; what a message names need not be one.
  func party(of walk: Walk) -> String? {
    guard let answer = walk.answer(.reporteeName), !answer.value.isEmpty else { return nil }
    let party = grouped(answer.value)
    return walk.isForClient && answer.source != .message
      ? self("letter.client", ["party": party]) : party
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

  /// What somebody is asked for by the one who sends: whom it is about, what they are to do, and to the vendor or the
  /// agency the message as it was pasted, with its code and the id of the call, and what they must look at.
  func request(to receiver: Actor) -> [Prose] {
    let asked = acts.filter { !isEither($0) && diagnosis.actor(of: $0) == receiver }
    let words = asked.flatMap { action -> [Prose] in text(action).asked(of: receiver) + [.gap] }
    let list = asked.first.map { handed(for: $0, isToThem: true) } ?? []
    return wording.closing(to: receiver, in: walk) + wording.about(walk) + words
      + (list.isEmpty ? [] : list + [.gap])
  }
}

extension Actor {
  /// Whether it is somebody of the party that is sent for, and not of a firm that sends for it or of anybody else.
  func isOfReportee(in walk: Walk) -> Bool {
    let alwaysThere: Set<Actor> = [
      .giver, .reporteeManager, .reporteeSigner, .signer, .clientManager, .clientSigner,
      .registerSigner,
    ]
    let thereForOneself: Set<Actor> = [
      .sender, .approver, .accessManager, .mainAdministrator, .fullmaktGiver,
    ]
    let isForOneself = walk.value(.workFor) == WorkFor.own.rawValue
    return alwaysThere.contains(self) || isForOneself && thereForOneself.contains(self)
  }
}
