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
      .filter { $0.values != nil }
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

  /// A state at random: few or many facts known, most of them in order.
  init(
    using random: inout some RandomNumberGenerator,
    messages: [String],
    services: [String],
    order: [FieldID]
  ) {
    self.order = order
    let share = Double.random(in: 0...1, using: &random)
    let soundness = Double.random(in: 0...1, using: &random)
    func knows(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func entry(_ entries: [String]) -> String? {
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: nil
      case 2, 3, 4: Fact.unknown
      default: entries.randomElement(using: &random)
      }
    }
    message = entry(messages)
    service = entry(services)
    signs = ""
    for fact in order {
      let values = fact.values ?? []
      if knows(share) {
        let sound = [FieldID.systemLocked, .loginCodeExpired, .loginLocked].contains(fact) ? 1 : 0
        let isSound = values.count == 2 && knows(soundness)
        signs += "\(isSound ? sound : Int.random(in: values.indices, using: &random))"
      } else {
        signs += knows(0.2) ? "?" : "."
      }
    }
    let settled = zip(order, signs).filter { $1 != "." }.map { $0.0.rawValue }
    lastAsked = knows(0.5) ? settled.randomElement(using: &random) : nil
  }

  /// The first part of a line.
  var line: String {
    [message, service, signs, lastAsked].map { $0 ?? "-" }.joined(separator: " ")
  }

  /// What is known.
  var known: Facts {
    var facts = Facts()
    facts[.message] = message
    facts[.service] = service
    for (fact, sign) in zip(order, signs) where sign != "." {
      facts[fact] = sign.wholeNumberValue.flatMap { fact.values?[$0] } ?? Fact.unknown
    }
    return facts
  }

  var lastFact: FieldID? { lastAsked.map { FieldID(rawValue: $0) } }
}
