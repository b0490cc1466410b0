/// Finds national identity numbers in free text, however they are written.
///
/// Eleven digits count when they are one number by either rule for control digits, with any signs
/// or blanks between them, as full-width digits or character references, and glued to letters. A
/// run of digits without anything between is taken whole or not at all, so eleven digits inside a
/// longer run are not a number.
struct IdentityNumberScanner {
  /// The pieces to remove, in order and without overlap.
  static func cuts(_ bytes: [UInt8]) -> [Redaction.Cut] {
    var scanner = IdentityNumberScanner()
    scanner.scan(bytes)
    return scanner.cuts
  }

  /// One digit of the last sixteen seen.
  private struct Digit {
    var value = 0
    var start = 0
    var end = 0
    /// Whether the digit follows the one before with nothing between.
    var isGlued = false
    /// Whether nothing but one colon stands between the digit and the one before.
    var isAfterColon = false
  }

  private enum Step {
    case digit(Int)
    case separator
    case other
  }

  /// The most signs that may stand between two digits of one number.
  private static let longestGap = 16

  private var cuts: [Redaction.Cut] = []
  private var ring = Array(repeating: Digit(), count: 16)
  /// How many digits of the chain have been seen; the last sixteen are in the ring.
  private var count = 0

  private mutating func scan(_ bytes: [UInt8]) {
    var position = 0
    var gap = 0
    var isColon = false
    while position < bytes.count {
      let byte = bytes[position]
      var length = 1
      let step: Step
      switch byte {
      case 0x30...0x39: step = .digit(Int(byte - 0x30))
      case 0x41...0x5A, 0x61...0x7A: step = .other
      case 0x25, 0x26, 0x5C, 0x80...: (step, length) = Self.decode(bytes, at: position)
      default: step = .separator
      }
      switch step {
      case .digit(let value):
        if gap > 0 { checkWindow() }
        ring[count & 15] = Digit(
          value: value,
          start: position,
          end: position + length,
          isGlued: gap == 0 && count > 0,
          isAfterColon: gap == 1 && isColon
        )
        count += 1
        gap = 0
      case .separator:
        if count > 0 {
          gap += 1
          isColon = byte == UInt8(ascii: ":")
          if gap > Self.longestGap { endChain() }
        }
      case .other:
        if count > 0 { endChain() }
        gap = 0
      }
      if count == 0 { gap = 0 }
      position += length
    }
    endChain()
  }

  private mutating func endChain() {
    checkWindow()
    count = 0
  }

  /// Holds the last eleven digits against the rules, now that a gap or a letter follows them.
  private mutating func checkWindow() {
    guard count >= 11 else { return }
    let first = count - 11
    guard !ring[first & 15].isGlued || first == 0 else { return }
    var sumOne = 0
    var sumTwo = 0
    for offset in 0..<11 {
      let value = ring[(first + offset) & 15].value
      sumOne += value * Self.weightsOne[offset]
      sumTwo += value * Self.weightsTwo[offset]
    }
    guard sumTwo % 11 == 0, sumOne % 11 <= 3 else { return }
    guard hasDateShape(from: first), !isTimeOfDay(from: first) else { return }
    let start = ring[first & 15].start
    let end = ring[(count - 1) & 15].end
    if let last = cuts.last, last.end > start {
      cuts[cuts.count - 1].end = end
    } else {
      cuts.append(Redaction.Cut(start: start, end: end, kind: .nationalIdentityNumber))
    }
  }

  /// Whether day and month can be such, with or without the shifts of the kinds.
  ///
  /// Less strict than the check of a typed number: 31 February is taken out as well, since a number
  /// that meets both control digits is likelier to be somebody's than not.
  private func hasDateShape(from first: Int) -> Bool {
    let day = ring[first & 15].value * 10 + ring[(first + 1) & 15].value
    let month = ring[(first + 2) & 15].value * 10 + ring[(first + 3) & 15].value
    let isDay = (1...31).contains(day) || (41...71).contains(day)
    return isDay && [1...12, 41...52, 81...92].contains { $0.contains(month) }
  }

  /// Whether the digits after the first group are a clock time, as in `23 08:15:30,123` of a log.
  ///
  /// Such stamps have eleven digits, and every thirtieth would pass for a number.
  private func isTimeOfDay(from first: Int) -> Bool {
    for start in (first + 1)...(first + 5) {
      let isTime = (0..<6).allSatisfy { offset in
        let digit = ring[(start + offset) & 15]
        return switch offset {
        case 0: !digit.isGlued && !digit.isAfterColon
        case 2, 4: digit.isAfterColon
        default: digit.isGlued
        }
      }
      let hour = ring[start & 15].value * 10 + ring[(start + 1) & 15].value
      if isTime, hour < 24, ring[(start + 2) & 15].value < 6, ring[(start + 4) & 15].value < 6 {
        return true
      }
    }
    return false
  }

  private static let weightsOne = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0]
  private static let weightsTwo = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

  private static func decode(_ bytes: [UInt8], at position: Int) -> (Step, Int) {
    if bytes[position] == UInt8(ascii: "%") {
      guard position + 2 < bytes.count,
        let high = EscapedText.hexadecimal(bytes[position + 1]),
        let low = EscapedText.hexadecimal(bytes[position + 2]),
        !isWholeNumber(bytes, at: position + 1)
      else { return (.separator, 1) }
      return (step(high << 4 | low), 3)
    }
    let symbol = EscapedText.symbol(bytes, at: position)
    return (step(symbol.code), symbol.length)
  }

  /// Whether exactly eleven digits stand here: then a percent sign before them is no escape.
  private static func isWholeNumber(_ bytes: [UInt8], at position: Int) -> Bool {
    let digits = bytes[position..<min(position + 12, bytes.count)].prefix {
      (0x30...0x39).contains($0)
    }
    return digits.count == 11
  }

  private static func step(_ code: UInt32) -> Step {
    switch code {
    case 0x30...0x39: .digit(Int(code - 0x30))
    case 0xFF10...0xFF19: .digit(Int(code - 0xFF10))
    case 0x41...0x5A, 0x61...0x7A: .other
    case 0..<0x80: .separator
    default: EscapedText.isSign(code) || EscapedText.isInvisible(code) ? .separator : .other
    }
  }
}
