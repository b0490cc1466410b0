import Drawing
import Model
import Wording

/// What is typed on a page of answers with an empty line below them, from a key that chooses an answer on.
///
/// The key may also be the first letter of a name or the first digit of a number. What follows tells which it was, so
/// that nothing that is typed loses its beginning, and nothing is chosen by it.
struct FirstSigns: Sendable {
  /// All that was typed, the key first.
  private(set) var typed: String
  /// The index of the answers.
  let place: Int
  /// The answers before the key chose one, and after.
  let before: any FieldEditor
  let after: any FieldEditor

  init(_ key: Character, at place: Int, before: any FieldEditor, after: any FieldEditor) {
    typed = String(key)
    self.place = place
    self.before = before
    self.after = after
  }

  mutating func append(_ sign: Character) { typed.append(sign) }

  /// What of it is for the line, and whether its beginning is an answer.
  ///
  /// - Parameters:
  ///   - isWhole: Whether something is all that the line asks for, as a number or a day is.
  ///   - mayBegin: Whether digits may be the beginning of that.
  static func reading(
    _ typed: String,
    isWhole: (String) -> Bool,
    mayBegin: (String) -> Bool
  ) -> (line: String, chooses: Bool) {
    guard let key = typed.first else { return ("", false) }
    let presses = typed.prefix { $0.lowercased() == key.lowercased() }.count
    let rest = String(typed.dropFirst(presses))
    // The key again chooses the same again, and a blank says nothing yet.
    guard let next = rest.first, rest.contains(where: { !$0.isWhitespace }) else {
      return ("", true)
    }
    // Behind a small letter that is an answer a capital one begins the name: «vVik AS».
    if key.isLowercase, let second = typed.dropFirst().first, second.isUppercase {
      return (String(typed.dropFirst()), true)
    }
    for taken in [1, 0] + Array(2..<(presses + 1)) {
      let line = String(typed.dropFirst(taken))
      if isWhole(line) { return (line, taken > 0) }
    }
    // A letter begins a word; right behind a digit it begins a word of its own.
    if key.isNumber, next.isLetter {
      return presses == 1 && isFirm(rest) ? (typed, false) : (rest, true)
    }
    let isOwn = key.isNumber && next.isNumber && !rest.contains(where: \.isLetter)
    return isOwn && mayBegin(rest) ? (rest, true) : (typed, false)
  }

  /// Whether what stands behind a digit shows that the digit belongs to it.
  ///
  /// `M Norge AS` does, and `rett AS`, which is written so by nobody who begins a name with it. Behind the digit of an
  /// answer stands `Vik AS`, or `vik as`.
  private static func isFirm(_ rest: String) -> Bool {
    let words = rest.split(separator: " ")
    guard let first = words.first, let form = words.dropFirst().first(where: { FirmForm.isOne($0) })
    else { return false }
    return first.count == 1 || (first.first?.isLowercase == true && form.first?.isUppercase == true)
  }
}

extension QuestionForm {
  /// Goes from an answer that a key has chosen to the line below, where there may be more to say; to one in which
  /// something stands already only whoever wants to change that.
  mutating func goDown(from before: any FieldEditor, by key: Character) {
    let next = focus + 1
    guard fields[next].field.isLine else {
      focus = next
      return
    }
    guard fields[next].given?.isEmpty ?? true else { return }
    firstSigns = FirstSigns(key, at: focus, before: before, after: fields[focus])
    focus = next
  }

  /// Takes a sign on answers above a line in which something stands.
  ///
  /// It only chooses, and no part of it is written there. Nine digits that are a number have chosen nothing, and stand
  /// in the place of the line.
  ///
  /// - Returns: Whether the key is dealt with.
  mutating func takeAboveFilledLine(_ key: Key, walk: Walk, wording: Wording) -> Bool {
    guard case .character(let sign) = key, fields.indices.contains(focus + 1),
      case .choice = fields[focus].field.input, fields[focus + 1].field.isLine,
      fields[focus + 1].given?.isEmpty == false
    else { return false }
    let before = fields[focus]
    guard var run = firstSigns, run.place == focus, sign.isNumber || sign == " " else {
      guard sign.isLetter || sign.isNumber else { return false }
      _ = fields[focus].handle(key, walk: walk, wording: wording)
      firstSigns =
        sign.isNumber
        ? FirstSigns(sign, at: focus, before: before, after: fields[focus]) : nil
      return true
    }
    run.append(sign)
    // The first digit may have been an answer, and the number stand behind it.
    let ways = [(run.typed, run.before), (String(run.typed.dropFirst()), run.after)]
    for (number, answers) in ways where (try? OrganisationNumber(checking: number)) != nil {
      guard fields[focus + 1].isWhole(number, wording) else { continue }
      firstSigns = nil
      fields[focus] = answers
      focus += 1
      fields[focus].replace(with: number, walk: walk, wording: wording)
      chooseImplied(by: fields[focus])
      return true
    }
    if sign != " " { _ = fields[focus].handle(key, walk: walk, wording: wording) }
    firstSigns = run
    return true
  }

  /// Takes a sign that follows a key which has chosen an answer; any other key leaves it at what was read so far.
  ///
  /// - Returns: Whether the key is dealt with.
  mutating func takeFurtherSign(_ key: Key, walk: Walk, wording: Wording) -> Bool {
    guard var signs = firstSigns else { return false }
    firstSigns = nil
    guard case .character(let sign) = key, fields.indices.contains(focus), focus == signs.place + 1
    else { return false }
    signs.append(sign)
    let line = fields[focus]
    let read = FirstSigns.reading(signs.typed) {
      line.isWhole($0, wording)
    } mayBegin: {
      line.mayBegin(with: $0)
    }
    fields[signs.place] = read.chooses ? signs.after : signs.before
    fields[focus].replace(with: read.line, walk: walk, wording: wording)
    chooseImplied(by: fields[focus])
    firstSigns = signs
    return true
  }
}
