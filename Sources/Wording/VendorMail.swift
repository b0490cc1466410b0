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
      + occasion + [""] + LetterWriter(walk).signature(wording)
    return Mail(
      from: walk.line(Writer.name) ?? wording("letter.sender"),
      subject: subject,
      body: lines.joined(separator: "\n") + "\n"
    )
  }

  /// What it is about, by the service or the code, as far as either is known.
  private var subject: String {
    guard let about = wording.namedService(walk) ?? wording.code(in: walk) else {
      return wording("vendorMail.subject.anyService")
    }
    return wording("vendorMail.subject", ["about": about])
  }

  /// When it happened, which is written in before it is sent where what is told of the message does not say it, and
  /// all that was pasted, where what is quoted of it is only a part.
  private var occasion: [String] {
    let quote = wording.pasted(walk) ?? ""
    let whole = allPasted(besides: quote)
    let isTimed = ([quote] + whole).contains { $0.firstMatch(of: /[0-9]{1,2}:[0-9]{2}/) != nil }
    let time = isTimed ? [] : [wording("vendorMail.time")]
    return time + (isTimed || whole.isEmpty ? [] : [""]) + whole
  }

  /// All that was pasted, under its heading.
  ///
  /// Nothing where the quote is all of it, nor where it stood among words that are not what whoever pasted it sees:
  /// those are not told to others.
  private func allPasted(besides quote: String) -> [String] {
    let text = walk.answer(.messageText).map { Sanitiser.text($0.value) } ?? ""
    let line = text.inOneLine
    // A quote ends without its full stop.
    let isQuoted = line.isEmpty || quote.contains(line.last == "." ? line.dropLast() : line[...])
    let isSeen =
      walk.answer(.messageAmongWords) == nil || walk.value(.messageSeen) == MessageSeen.now
    guard !isQuoted, isSeen else { return [] }
    guard text.utf8.count <= Self.longestQuoted else { return [wording("vendorMail.log")] }
    let lines = text.split(separator: "\n").map { String($0).trimmedAtEnd }
    return [wording("vendorMail.whole")] + lines
  }

  /// A longer text is a log, which is handed on as a file.
  private static let longestQuoted = 4_000
}
