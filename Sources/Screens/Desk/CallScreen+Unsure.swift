import Drawing
import Model
import SafeText
import Wording

/// The steps of finding out that have room, the one that is read aloud among them.
struct UnsureList: Sendable {
  /// The rows of each step.
  let lines: [[String]]
  /// Those on the screen.
  let shown: Range<Int>

  /// - Parameters:
  ///   - room: The rows there are.
  ///   - columns: The columns of a row.
  ///   - place: The step that is seen whatever else is not.
  init(_ steps: [String], room: Int, columns: Int, at place: Int) {
    let rows = steps.enumerated().map {
      Wrap.lines("\($0 + 1). \($1)", width: max(1, columns))
    }
    func end(from first: Int) -> Int {
      var (end, used) = (first, 0)
      while end < rows.count, end == first || used + rows[end].count <= room {
        used += rows[end].count
        end += 1
      }
      return end
    }
    var first = 0
    while first < place, end(from: first) <= place { first += 1 }
    lines = rows
    shown = first..<max(first, end(from: first))
  }

  /// The rows it takes.
  var height: Int { shown.reduce(0) { $0 + lines[$1].count } }
}

/// *Vet ikke*: how the caller finds out, a step at a time, and only then that it is not known.
///
/// The steps stand where the answers stood, so nothing answers meanwhile but the letters that are told below them.
extension CallScreen {
  /// *Vet ikke*: the first time it shows how to find out, the second time it is an answer.
  mutating func unsure(
    _ wording: Wording,
    second: (inout CallScreen, Wording) -> Response
  ) -> Response {
    guard unsureStep != nil else {
      unsureStep = 0
      return .stays
    }
    (unsureStep, unsureLetter) = (nil, nil)
    return second(&self, wording)
  }

  /// Moves among the steps, by an arrow or by the number of one.
  ///
  /// - Returns: `nil` for a key that does not move there.
  mutating func moveStep(_ key: Key, _ wording: Wording) -> Response? {
    guard let step = unsureStep, let text = spokenText(spoken(wording)) else { return nil }
    let last = max(0, text.unsure.count - 1)
    switch key {
    case .down: unsureStep = min(step + 1, last)
    case .up: unsureStep = max(step - 1, 0)
    // What it would take cannot be seen.
    case .enter: break
    case .character(let sign) where sign.isASCII && sign.isNumber:
      if let digit = sign.wholeNumberValue, (1...last + 1).contains(digit) {
        unsureStep = digit - 1
      }
    default: return nil
    }
    return .stays
  }

  /// *Vet ikke* beside a line to type in: its letter on an empty line, unless it turns out to begin a word.
  ///
  /// - Returns: `nil` for a key that goes into the line.
  mutating func takeUnsure(_ key: Key, _ wording: Wording) -> Response? {
    let letter = wording("letter.\(Fact.unknown)")
    guard unsureStep != nil else {
      guard case .character(let sign) = key, sign.lowercased() == letter, isLineEmpty else {
        return nil
      }
      (unsureStep, unsureLetter) = (0, sign)
      return .stays
    }
    switch key {
    case .character(let sign) where sign.lowercased() == letter: return leaveUnknown(wording)
    case .character(let sign) where sign.isLetter:
      let first = unsureLetter
      (unsureStep, unsureLetter) = (nil, nil)
      if let first { _ = editor?.handle(.character(first), walk: walk, wording: wording) }
      return nil
    // Digits are the number that is read out.
    case .character where stage == .party: return nil
    // A number may be left out; a list that nobody has touched is answered by no Enter.
    case .enter where isLineUntouched:
      return stage == .party ? leaveUnknown(wording) : .stays
    case .enter:
      (unsureStep, unsureLetter) = (nil, nil)
      return .stays
    default: return moveStep(key, wording)
    }
  }

  /// Whether nothing is typed in the line.
  var isLineEmpty: Bool {
    guard let editor else { return false }
    return stage == .party ? editor.given?.isEmpty == true : !editor.isSearching
  }

  /// Whether nothing is typed or gone to, so that there is nothing to take that the steps hide.
  var isLineUntouched: Bool { editor?.given?.isEmpty ?? true }

  /// Goes on without what a line is for.
  private mutating func leaveUnknown(_ wording: Wording) -> Response {
    (unsureStep, unsureLetter) = (nil, nil)
    return stage == .party ? takeLine(wording) : answerUnknown(wording)
  }

  // MARK: - Drawing

  func drawUnsure(_ text: SpokenText, on canvas: inout Canvas, _ wording: Wording) {
    let size = canvas.size
    let column = CallLayout.label
    let width = max(1, size.columns - column)
    let list = UnsureList(
      text.unsure,
      room: max(1, size.rows - 1),
      columns: width,
      at: unsureStep ?? 0
    )
    var row = 0
    for place in list.shown {
      let isHere = place == unsureStep
      if isHere {
        canvas.write(wording("desk.say"), row: row, column: 0, style: .key)
        let sign = String(canvas.glyphs.pointer)
        canvas.write(sign, row: row, column: column - 2, style: .selected)
        canvas.placeCursor(row: row, column: column - 2)
      }
      for (line, words) in list.lines[place].enumerated() {
        canvas.write(words, row: row + line, column: column, style: isHere ? .focus : .normal)
      }
      // A step that has no digit is gone to by the arrows alone.
      if let digit = Key.digit(place + 1) {
        canvas.hitArea(
          Rect(row: row, column: column, width: width, height: list.lines[place].count),
          .key(digit)
        )
      }
      row += list.lines[place].count
    }
    row = min(row, max(1, size.rows - 1))
    let (up, down) = (canvas.glyphs.scrollUp, canvas.glyphs.scrollDown)
    if list.shown.lowerBound > 0 {
      canvas.write(String(up), row: 0, column: column - 3, style: .key)
    }
    if list.shown.upperBound < list.lines.count {
      canvas.write(String(down), row: row - 1, column: column - 3, style: .key)
    }
    drawUnsureFoot(text, from: row, on: &canvas, wording)
  }

  /// What still answers, always; above it who can know, and what a second *vet ikke* does, where there is room.
  private func drawUnsureFoot(
    _ text: SpokenText,
    from row: Int,
    on canvas: inout Canvas,
    _ wording: Wording
  ) {
    let size = canvas.size
    let letter = wording("letter.\(Fact.unknown)")
    let again = wording("desk.unsureAgain", ["key": letter])
    let texts = [text.whoKnows, again].map {
      Wrap.lines($0, width: max(1, size.columns - CallLayout.label))
    }
    var lines = texts[0] + texts[1]
    if row + lines.count + 1 > size.rows { lines = texts[1] }
    if row + lines.count + 1 > size.rows { lines = [] }
    var next = row + (row + lines.count + 1 < size.rows ? 1 : 0)
    for line in lines {
      canvas.write(line, row: next, column: CallLayout.label, style: .muted)
      next += 1
    }
    var column = CallLayout.label
    for (key, word, press) in answersBesideSteps(wording) {
      let start = column
      column += canvas.write(key, row: next, column: column, style: .key)
      column += canvas.write(" \(word)", row: next, column: column)
      canvas.hitArea(
        Rect(row: next, column: start, width: column - start, height: 1),
        .key(press)
      )
      column += 3
    }
  }

  /// The keys that answer while the steps are shown, with what they answer, and the one that shows the answers again.
  private func answersBesideSteps(_ wording: Wording) -> [(key: String, word: String, press: Key)] {
    let values = (asked?.heardValues ?? []) + [Fact.unknown]
    var answers: [(key: String, word: String, press: Key)] = []
    for value in [Fact.yes, Fact.no, Fact.unknown] where values.contains(value) {
      let letter = wording("letter.\(value)")
      guard let sign = letter.first else { continue }
      answers.append((letter, wording("hint.letter.\(value)"), .character(sign)))
    }
    answers.append(("Esc", wording("desk.hint.answers"), .escape))
    return answers
  }

  /// That nobody need know what is typed in the line above.
  func drawNoNeed(on canvas: inout Canvas, _ wording: Wording) {
    guard let text = spokenText(spoken(wording)) else { return }
    let row = canvas.size.rows - 1
    let letter = wording("letter.\(Fact.unknown)")
    let label = wording("desk.unsure")
    canvas.write(label, row: row, column: 0, style: .key)
    var column = max(CallLayout.label, DisplayWidth.columns(of: label)) + 1
    column += canvas.write(letter, row: row, column: column, style: .key) + 1
    column += canvas.write(wording("hint.letter.\(Fact.unknown)"), row: row, column: column)
    // A step is told whole or not at all; the key tells all of them.
    let step = text.unsure.first.map { ": \($0)" } ?? ""
    if DisplayWidth.columns(of: step) <= canvas.size.columns - column {
      canvas.write(step, row: row, column: column, style: .muted)
    }
    guard let sign = letter.first else { return }
    canvas.hitArea(
      Rect(row: row, column: 0, width: canvas.size.columns, height: 1),
      .key(.character(sign))
    )
  }
}
