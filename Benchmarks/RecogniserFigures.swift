import Model

/// How long the recogniser and the redaction take for one mebibyte.
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
    return texts.map { name, piece in
      row("recognising 1 MiB, \(name)", piece) { _ = recogniser.recognise($0) }
    }
      + (texts + secrets).map { name, piece in
        row("redacting 1 MiB, \(name)", piece) { _ = Redaction($0) }
      }
  }

  private static func row(_ figure: String, _ piece: String, _ work: (String) -> Void) -> Row {
    var text = ""
    text.reserveCapacity(1 << 20)
    var number = 0
    while text.utf8.count + piece.utf8.count + 8 < 1 << 20 {
      number += 1
      text += piece.replacing("{n}", with: "\(number)")
    }
    var times = Samples()
    for _ in 0..<7 { times.add(milliseconds { work(text) }) }
    return Row(
      figure: figure + ", median",
      ours: times.median,
      target: "< 50 ms of processor",
      isHeld: times.median < 50
    )
  }
}
