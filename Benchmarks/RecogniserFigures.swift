import Model

/// How long the recogniser takes for one mebibyte.
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

  static func rows() -> [Row] {
    let recogniser = Content.embedded.recogniser
    return texts.map { name, piece in
      let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
      var times = Samples()
      for _ in 0..<5 { times.add(milliseconds { _ = recogniser.recognise(text) }) }
      return Row(figure: "recognising 1 MiB, \(name), median", ours: times.median, target: "")
    }
  }
}
