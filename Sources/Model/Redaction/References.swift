/// Tells what has the shape of a reference: what a machine gave a call, a message or a submission to tell it
/// from all others.
///
/// Groups of digits, of hexadecimals, of a few letters and digits. A login name, a password and the number of
/// a person are none, whatever they are joined to.
struct References {
  private let codes: ArraySlice<UInt32>
  private let groups: [ArraySlice<UInt32>]

  /// - Parameters:
  ///   - codes: What stands there from one end to the other, signs and all.
  ///   - classes: What each of it is.
  /// - Returns: `nil` where signs stand in it that no reference has.
  private init?(_ codes: ArraySlice<UInt32>, _ classes: ArraySlice<Reading.Class>) {
    var groups: [ArraySlice<UInt32>] = []
    var start = codes.startIndex
    for place in codes.indices where classes[place] != .letter && classes[place] != .digit {
      guard [0x2D, 0x2E, 0x3A, 0x5F].contains(codes[place]) else { return nil }
      if place > start { groups.append(codes[start..<place]) }
      start = place + 1
    }
    if start < codes.endIndex { groups.append(codes[start...]) }
    self.codes = codes
    self.groups = groups
  }

  static func isReference(_ codes: ArraySlice<UInt32>, _ classes: ArraySlice<Reading.Class>)
    -> Bool
  {
    guard let found = References(codes, classes), !found.holdsIdentityNumber else { return false }
    let digits = codes.count(where: isDigit)
    return found.groups.allSatisfy(isGroup) && (digits > 1 || (digits == 1 && codes.count > 7))
  }

  /// Whether eleven digits in it are somebody's, without the letters and signs among them.
  private var holdsIdentityNumber: Bool {
    let whole = Array(groups.joined())
    // Hexadecimals as long as machines make them have digits enough to be somebody's by chance.
    let isMachine =
      [16, 32, 48, 50, 52, 64].contains(whole.count) && whole.allSatisfy(Self.isHexadecimal)
    let runs =
      isMachine
      ? codes.split { !Self.isDigit($0) }.map { Array($0) } : [whole.filter(Self.isDigit)]
    return runs.contains { run in
      guard run.count > 10 else { return false }
      let digits = run.map { Int($0) - 0x30 }
      return (0...(digits.count - 11)).contains {
        IdentityNumbers.isNumber(Array(digits[$0..<($0 + 11)]))
      }
    }
  }

  private static func isGroup(_ group: ArraySlice<UInt32>) -> Bool {
    let small = group.count { (0x61...0x7A).contains($0) }
    let capitals = group.count { (0x41...0x5A).contains($0) }
    let digits = group.count(where: isDigit)
    // No letter of a language, and no word that begins with a capital.
    guard small + capitals + digits == group.count, small == 0 || capitals == 0 else {
      return false
    }
    if digits == group.count { return true }
    let isHexadecimal = group.allSatisfy(isHexadecimal)
    if isHexadecimal, group.count > 3 {
      if digits > 0 || [4, 8, 12, 16, 32].contains(group.count) { return true }
    }
    let name = Tokens.fold(group.prefix { !isDigit($0) })
    if words.contains(name), group.dropFirst(name.utf8.count).allSatisfy(isDigit) { return true }
    // The id of a connection as ASP.NET gives it.
    if capitals > 0, group.count == 13, group.starts(with: [0x30, 0x48]) { return true }
    let longest = group.split(whereSeparator: isDigit).map(\.count).max() ?? 0
    if capitals > 0 { return longest < 5 && (digits > 2 || (digits == 0 && group.count < 5)) }
    return longest < 4 && digits > 2 && group.count > 9
  }

  static func isDigit(_ code: UInt32) -> Bool { (0x30...0x39).contains(code) }

  private static func isHexadecimal(_ code: UInt32) -> Bool {
    isDigit(code) || (0x61...0x66).contains(code | 0x20)
  }

  /// The words that references begin with.
  private static let words: Set<String> = [
    "req", "request", "msg", "message", "melding", "amelding", "corr", "correlation", "ref",
    "referanse", "inn", "innsending", "ticket", "case", "sak", "batch", "job", "jobb", "tx", "txn",
    "trace", "span", "id", "uuid", "guid", "urn", "run", "order", "ordre", "kvittering", "receipt",
    "mva", "skatt", "dialog", "instans", "instance", "event", "op", "session", "thread", "root",
    "self", "parent", "sampled",
  ]
}
