/// Reads all that a program wrote to its terminal and names what is not its own.
///
/// Every sequence must be one that curses sends for the terminal at hand, with numbers that fit the
/// screen; every other sign must be one that shows itself and nothing else.
package struct StreamCheck {
  /// Where the program writes.
  package enum Place {
    /// On the whole screen of this size or less.
    case screen(columns: Int, rows: Int)
    /// Line after line: no sequence at all.
    case lines
  }

  /// The most marks that may stand on one letter.
  private static let marks = 4

  private let place: Place
  private var faults: [String] = []
  private var before: [Unicode.Scalar] = []
  private var marks = 0
  private var hasNothing = true

  /// What is wrong, each with the text before it; at most ten, since one brings more.
  package static func faults(in bytes: [UInt8], _ place: Place) -> [String] {
    var check = StreamCheck(place: place)
    for piece in StreamPiece.pieces(of: bytes) where check.faults.count < 10 { check.read(piece) }
    return check.faults
  }

  private init(place: Place) { self.place = place }

  private mutating func read(_ piece: StreamPiece) {
    switch piece {
    case .scalar(let scalar):
      marks = Self.isMark(scalar) ? marks + 1 : 0
      if marks > Self.marks { note("mark number \(marks)") }
      if let fault = Self.fault(of: scalar) { note(fault) }
      before.append(scalar)
      hasNothing = false
    case .control(let byte):
      marks = 0
      if !isAllowed(byte) { note("control \(String(byte, radix: 16))") }
      if byte == 0x0A { before = [] }
    case .broken(let bytes): note("no UTF-8: \(bytes.map { String($0, radix: 16) })")
    case .sequence(let bytes):
      marks = 0
      let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
      if !isOwn(text) { note("ESC \(text.debugDescription)") }
    }
  }

  private mutating func note(_ fault: String) {
    let text = String(String.UnicodeScalarView(before.suffix(50)))
    faults.append("\(fault) after \(text.debugDescription)")
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  private static func fault(of scalar: Unicode.Scalar) -> String? {
    let category = scalar.properties.generalCategory
    switch category {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return "U+\(String(scalar.value, radix: 16, uppercase: true)), \(category)"
    default:
      // Fillers and variation selectors are letters and marks by category, and yet unseen.
      return scalar.properties.isDefaultIgnorableCodePoint
        ? "U+\(String(scalar.value, radix: 16, uppercase: true)), unseen" : nil
    }
  }

  private func isAllowed(_ byte: UInt8) -> Bool {
    switch (place, byte) {
    case (_, 0x0A), (_, 0x0D): true
    // Tabs part the columns of lists.
    case (.lines, 0x09): true
    // The cursor goes one cell to the left by a backspace.
    case (.screen, 0x08): true
    // The plain set of characters, chosen once before the first sign.
    case (.screen, 0x0F): hasNothing
    default: false
    }
  }

  // MARK: - The sequences of curses

  private func isOwn(_ text: String) -> Bool {
    guard case .screen(let columns, let rows) = place else { return false }
    if Self.whole.contains(text) { return true }
    guard text.first == "[", let last = text.last else { return false }
    let inner = text.dropFirst().dropLast()
    let numbers = inner.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    if last == "m" { return Self.isLook(String(inner)) }
    // A number left out counts as one.
    guard inner.isEmpty || numbers.allSatisfy({ $0 != nil }) else { return false }
    let values = numbers.map { $0 ?? 1 }
    switch (last, values.count) {
    case ("H", 1), ("H", 2):
      return values[0] <= rows && (values.count < 2 || values[1] <= columns)
    case ("r", 2): return values[0] < values[1] && values[1] <= rows
    case ("A", 1), ("B", 1), ("d", 1), ("L", 1), ("M", 1), ("S", 1), ("T", 1):
      return values[0] <= rows
    case ("C", 1), ("D", 1), ("G", 1), ("P", 1), ("X", 1), ("@", 1), ("b", 1):
      return values[0] <= columns
    case ("J", 1): return inner.isEmpty || values[0] == 2
    case ("K", 1): return inner.isEmpty || values[0] == 1
    default: return false
    }
  }

  /// What takes the terminal over and gives it back, for all the terminals the tests name.
  private static let whole: Set<String> = [
    "[?1049h", "[?1049l", "[22;0;0t", "[23;0;0t", "[?1h", "[?1l", "=", ">", "[?2004h", "[?2004l",
    "[?25h", "[?25l", "[?12l", "[?12h", "[?12l\u{1B}[?25h", "[34h", "[34l", "[?34h", "[?34l", "(B",
    ")0", "[4l", "[?7h", "[?7l", "[m", "7", "8", "M", "[?0c", "[?1c", "[?8c",
  ]

  /// The looks that Style.c makes: bold, underlined, reversed, and its colours.
  private static func isLook(_ inner: String) -> Bool {
    let known = inner.replacing(/[34]8;5;(244|28)/, with: "0").split(separator: ";")
    let values = known.map { Int($0) ?? -1 }
    return values.allSatisfy {
      [0, 1, 4, 7, 10, 22, 24, 27, 30, 31, 32, 35, 37, 39, 40, 44, 49].contains($0)
    }
  }
}
