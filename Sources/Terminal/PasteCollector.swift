import Drawing

/// Gathers pasted text, up to ``Input/pasteLimit`` bytes.
struct PasteCollector {
  private var text = String.UnicodeScalarView()
  private var bytes = 0
  private var afterReturn = false

  /// Adds a scalar.
  ///
  /// - Returns: `false` when it did not fit; what came before it is kept.
  mutating func add(_ scalar: Unicode.Scalar) -> Bool {
    // Terminals send a line break as a return, some as both.
    let secondOfPair = afterReturn && scalar == "\n"
    afterReturn = scalar == "\r"
    if secondOfPair { return true }
    let scalar = scalar == "\r" ? "\n" : scalar
    let size = UTF8.width(scalar)
    guard bytes + size <= Input.pasteLimit else { return false }
    bytes += size
    text.append(scalar)
    return true
  }

  var string: String { String(text) }
}

/// Where a paste stands.
enum PasteProgress {
  case none
  case collecting(PasteCollector)
  /// A secret: what comes is given on as keys, this many more.
  case secret(left: Int)
  /// The rest is dropped as it comes: it was too long, or its field is no longer there.
  case discarding

  /// The most characters of a secret that are given on, more than any field takes.
  static let secretLimit = 4096

  /// Takes one more character as a key.
  ///
  /// - Parameter unseen: Whether a secret is still what is typed.
  /// - Returns: Whether it is a key, and no part of a text that is gathered or dropped.
  mutating func letsThrough(unseen: Bool) -> Bool {
    switch self {
    case .none: return true
    case .secret(let left) where unseen && left > 0:
      self = .secret(left: left - 1)
      return true
    case .secret: self = .discarding
    case .collecting, .discarding: break
    }
    return false
  }

  /// Adds what was pasted; gives the text when the limit is reached.
  mutating func add(_ value: UInt32) -> String? {
    guard case .collecting(var collector) = self, let scalar = Unicode.Scalar(value) else {
      return nil
    }
    // Emptied first, so that the text is changed in place and not copied for each letter.
    self = .discarding
    guard collector.add(scalar) else { return collector.string }
    self = .collecting(collector)
    return nil
  }

  /// Ends the paste; gives its text unless that has been handed on.
  mutating func finish() -> String? {
    defer { self = .none }
    guard case .collecting(let collector) = self else { return nil }
    return collector.string
  }
}
