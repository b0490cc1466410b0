/// Secrets that have places of their own.
extension PlantedSecret {
  static func ownPlaced(_ kind: Kind, _ random: inout Seeded) -> String {
    switch kind {
    case .guid:
      [8, 4, 4, 4, 12].map { signs(&random, $0, "0123456789abcdef") }.joined(separator: "-")
    case .capitals:
      signs(&random, random.int(3...8), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + "Q"
        + random.pick(["-", "_"]) + signs(&random, random.int(2...6), "3456789")
    case .codeInPieces: pieces(signs(&random, random.int(4...8), "0123456789"), &random)
    case .numberInPieces: pieces(identityNumber(&random), &random)
    case .numberInWords: words(identityNumber(&random), &random)
    case .shortPieces: shortPieces(&random)
    default: falseReference(&random)
    }
  }

  /// Digits in pieces of up to three, with signs or words between.
  private static func pieces(_ digits: String, _ random: inout Seeded) -> String {
    var pieces: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      let count = random.int(1...3)
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    let joiner = random.pick([
      " og ", " så ", ",", " / ", " - ", ", deretter ", ", så ", " and ", " then ",
      " og til slutt ",
    ])
    return pieces.joined(separator: joiner)
  }

  /// Pieces of two or three letters with a sign between each, as in `Sol!Ski!Is`.
  private static func shortPieces(_ random: inout Seeded) -> String {
    var text = ""
    for place in 0..<random.int(3...5) {
      if place > 0 { text += random.pick(joints) }
      let head = random.pick(heads)
      text += random.int(0...1) == 0 ? head : head.uppercased()
      text += random.pick(hearts)
      text += random.pick(tails)
    }
    return text
  }

  private static let joints = ["!", "#", "$", "*", "+", "-", ".", "_", "~", "^"]
  private static let heads = ["b", "d", "f", "h", "k", "l", "m", "r", "t", "v"]
  private static let hearts = ["a", "e", "i", "o", "u", "y", "ø", "å"]
  private static let tails = ["", "k", "l", "m", "r", "s", "t"]

  /// Digits as they are read out.
  private static func words(_ digits: String, _ random: inout Seeded) -> String {
    let joiner = random.pick([" ", " ", ", ", " - ", " og "])
    return digits.compactMap(\.wholeNumberValue).map { random.pick(figures[$0]) }
      .joined(separator: joiner)
  }

  private static let figures = [
    ["null", "zero", "nul"], ["en", "én", "ein", "one"], ["to", "two"], ["tre", "three"],
    ["fire", "four"], ["fem", "five"], ["seks", "six"], ["sju", "syv", "seven"], ["åtte", "eight"],
    ["ni", "nine"],
  ]

  /// A number of somebody with letters glued to it, a password, or a login name.
  private static func falseReference(_ random: inout Seeded) -> String {
    let number = identityNumber(&random)
    return random.pick([
      "fnr\(number)", "\(number)A", "\(number)_amelding", "\(number)-7f3a", "x\(number)",
      "A-\(number.prefix(6))-\(number.dropFirst(6))", "ola.nordmann.\(number)", "ab:\(number)",
      word(&random, capital: true) + "2024!", word(&random) + "." + word(&random) + "01",
      word(&random, capital: true) + "7" + word(&random, capital: true),
    ])
  }

  /// Words of languages that nobody needs to tell of a fault.
  static let realWords = [
    "Kanarifugl", "blåveis", "Tordensky", "havfrue", "Jordbær", "sjokolade", "Isbjørn", "elefant",
    "Fjelltur", "motorsykkel", "Håndball", "dragonfly", "Sunflower", "princess", "Pineapple",
    "chocolate", "Rainbow", "lighthouse", "Kangaroo", "penguin", "Papegøye", "stjerneklar",
    "Månelyst", "fiskebolle", "Brunost", "kvikklunsj", "Melkebrød", "sykkeltur", "Kaffekopp",
    "nordavind", "Steinrøys", "snøball", "Bringebær", "ekornrede", "Hengekøye", "rosenbusk",
  ]
}
