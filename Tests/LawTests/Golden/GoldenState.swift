import Model

/// One state of knowledge of a portal, as a line of the golden file writes it.
///
/// What is known comes first: the message, the service, one sign for each fact in the order of the
/// file's header (`.` not asked, `?` asked in vain, else the number of its value), and the fact asked for
/// last. `GoldenNotation` writes what follows from it.
struct GoldenState {
  var message: String?
  var service: String?
  /// The signs of the facts, in the order of `order`.
  var signs: String
  var lastAsked: String?

  /// The facts a sign is written for, in the order in which the file has them.
  let order: [FieldID]

  /// The facts a sign is written for among those of a header: all whose values are the portal's own.
  ///
  /// - Parameter header: The line `facts …`. What a sign means is the file's business, and never the
  ///   order of the portal's rows today.
  static func facts(of header: Substring) -> [FieldID] {
    header.split(separator: " ").dropFirst().map { FieldID(rawValue: String($0)) }
      .filter { Portal.altinn2.values(of: $0) != nil }
  }

  init(
    message: String?,
    service: String?,
    signs: String,
    lastAsked: String?,
    order: [FieldID]
  ) {
    self.message = message
    self.service = service
    self.signs = signs
    self.lastAsked = lastAsked
    self.order = order
  }

  /// Reads the first part of a line of a file with these facts; `nil` for what is no state of theirs.
  init?(_ text: Substring, order: [FieldID]) {
    let words = text.split(separator: " ").map { $0 == "-" ? nil : String($0) }
    guard words.count == 4, let signs = words[2], signs.count == order.count else { return nil }
    self.init(
      message: words[0],
      service: words[1],
      signs: signs,
      lastAsked: words[3],
      order: order
    )
  }

  /// What is known.
  var known: Facts {
    var facts = Facts()
    facts[.message] = message
    facts[.service] = service
    for (fact, sign) in zip(order, signs) where sign != "." {
      facts[fact] =
        sign.wholeNumberValue.flatMap { Portal.altinn2.values(of: fact)?[$0] } ?? Fact.unknown
    }
    return facts
  }

  var lastFact: FieldID? { lastAsked.map { FieldID(rawValue: $0) } }
}
