import Model

/// How long the recogniser and the redaction take for one mebibyte, and what of it the matching takes.
enum RecogniserFigures {
  private static let texts: [(name: String, piece: String)] = [
    (
      "dense log",
      "2026-11-23 14:05:12,345 ERROR [submit-7] ErrorID 5 Invalid reportee: 910000004 "
        + "systemID=123456 password=hemmelig1 fnr:01810050019\n"
    ),
    (
      "escaped envelopes",
      "&lt;soap:Envelope&gt;&lt;soap:Body&gt;&lt;s:Fault&gt;&lt;faultstring&gt;"
        + "User is not authorized&lt;/faultstring&gt;&lt;/s:Fault&gt;&lt;/soap:Body&gt;\\r\\n"
    ),
    (
      "ordinary text",
      "Programmet viste en melding da vi sendte skjemaet, og ingen hos oss vet hva den betyr. "
    ),
  ]

  /// Texts in which as much as can be has to be taken out.
  private static let secrets: [(name: String, piece: String)] = [
    ("one secret after another", "password=x "),
    ("names of secrets, each another", "myPassord{n}=x "),
    ("identity numbers", "01810050019 "),
  ]

  static func rows() -> [Row] {
    let recogniser = Content.embedded.recogniser
    let matching = texts.map { name, piece in
      let whole = time(piece) { _ = recogniser.recognise($0) }
      // What is recognised is also made fit to be kept.
      let keeping = time(piece) { _ = Redaction($0) }
      return Row(
        figure: "matching in 1 MiB, \(name), median",
        ours: whole - keeping,
        target: "< 50 ms of processor",
        isHeld: whole - keeping < 50
      )
    }
    return matching
      + (texts + secrets).map { name, piece in
        Row(
          figure: "redacting 1 MiB, \(name), median",
          ours: time(piece) { _ = Redaction($0) },
          target: "–"
        )
      }
  }

  /// How long a work takes for one mebibyte of a piece, the median of seven.
  private static func time(_ piece: String, _ work: (String) -> Void) -> Double {
    var text = ""
    text.reserveCapacity(1 << 20)
    var number = 0
    while text.utf8.count + piece.utf8.count + 8 < 1 << 20 {
      number += 1
      text += piece.replacing("{n}", with: "\(number)")
    }
    var times = Samples()
    for _ in 0..<7 { times.add(milliseconds { work(text) }) }
    return times.median
  }
}
