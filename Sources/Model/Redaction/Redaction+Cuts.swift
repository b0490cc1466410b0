extension Redaction {
  /// A piece to be removed: bytes from `start` up to `end`.
  struct Cut: Equatable {
    var start: Int
    var end: Int
    var kind: Kind
  }

  /// The length of a marker that stands at a place, or `nil`.
  static func marker(in bytes: [UInt8], at position: Int) -> Int? {
    guard bytes[position] == UInt8(ascii: "[") else { return nil }
    for marker in ["[***]", "[fnr]"] as [StaticString]
    where EscapedText.matches(bytes, at: position, marker) {
      return marker.utf8CodeUnitCount
    }
    return nil
  }

  /// The ways in which a text must be read.
  ///
  /// `passord=E6abc` is an æ as raw mail writes it, or a password that begins so; nobody can tell, so it is
  /// read as both.
  static func ways(of bytes: [UInt8]) -> [Reading.Way] {
    let isBoth = bytes.indices.dropLast(2).contains { position in
      bytes[position] == UInt8(ascii: "=")
        && EscapedText.hexadecimal(bytes[position + 1]) != nil
        && EscapedText.hexadecimal(bytes[position + 2]) != nil
    }
    return isBoth ? [.asMail, .asWritten] : [.asMail]
  }

  /// What one reading finds to take out, and what nobody sees.
  ///
  /// Read as it is written, a mail has digits and letters among one another in many words: there only what
  /// stands in the place of a secret is taken out, and words that the name of a secret near them forbids.
  static func read(_ bytes: [UInt8], _ known: Known, _ way: Reading.Way) -> (
    cuts: [Cut], unseen: [Range<Int>]
  ) {
    let tokens = Tokens(Reading(bytes, way))
    let places = Places(tokens, names: known.names)
    let permissions = Permissions(tokens, places, known: known)
    let verdicts = permissions.verdicts
    var cuts: [Cut] = []
    var last = -1
    for index in 0..<tokens.count
    where way == .asMail || places.isSecret(index) || permissions.isNearSecret(index) {
      guard case .masked(let kind) = verdicts[index], tokens[index].kind != .marker else {
        continue
      }
      let place = tokens.bytes(of: index)
      if last >= 0, isOnePiece(tokens, last, index, cuts[cuts.count - 1].kind, kind) {
        cuts[cuts.count - 1].end = place.upperBound
        if kind == .nationalIdentityNumber { cuts[cuts.count - 1].kind = kind }
      } else {
        cuts.append(Cut(start: place.lowerBound, end: place.upperBound, kind: kind))
      }
      last = index
    }
    return (cuts, tokens.reading.unseen)
  }

  /// Whether two masked tokens are one piece: they touch, or a sign or a blank stands between.
  private static func isOnePiece(
    _ tokens: Tokens,
    _ left: Int,
    _ right: Int,
    _ first: Kind,
    _ second: Kind
  ) -> Bool {
    if right == left + 1 { return true }
    guard first == second, right - left == 2 else { return false }
    let between = left + 1
    return tokens.kind(between) == .blank || [0x2D, 0x2E, 0x27].contains(tokens.sign(between))
  }

  /// Takes pieces out and tells where the known words now stand.
  static func apply(_ cuts: [Cut], _ unseen: [Range<Int>], to bytes: inout [UInt8], _ known: Known)
    -> Known
  {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var edits = cuts.map {
      ($0.start..<$0.end, $0.kind == .nationalIdentityNumber ? numberMarker : secretMarker)
    }
    edits += unseen.map { ($0, "") }
    edits.sort { ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound) }
    var position = 0
    var shifts: [(from: Int, by: Int)] = []
    for (range, marker) in edits where range.lowerBound >= position {
      kept += bytes[position..<range.lowerBound]
      kept += marker.utf8
      position = range.upperBound
      shifts.append((position, kept.count - position))
    }
    kept += bytes[position...]
    bytes = kept
    return known.moved(shifts)
  }
}

extension Redaction.Known {
  /// The same words after the text has been changed before or among them.
  fileprivate func moved(_ shifts: [(from: Int, by: Int)]) -> Self {
    guard !fixed.isEmpty else { return self }
    var index = 0
    var by = 0
    func shift(to position: Int) -> Int {
      while index < shifts.count, shifts[index].from <= position {
        by = shifts[index].by
        index += 1
      }
      return position + by
    }
    var moved: [Range<Int>] = []
    for range in fixed {
      let start = shift(to: range.lowerBound)
      moved.append(start..<max(start, shift(to: range.upperBound)))
    }
    return Self(
      codes: codes,
      fixed: moved,
      names: names,
      named: named
    )
  }
}
