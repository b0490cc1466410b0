package import Drawing
import Model
package import SafeText
package import Wording

/// Where the parts of a call stand, which is the same on every page but that of what is wrong: there all of what is said
/// has the rows it takes.
struct CallLayout {
  /// The points and the caller, where there is room.
  let rail: Rect?
  let main: Rect
  /// Below the line that is said.
  let below: Rect
  /// The rule, what is never asked for, and the other calls, which are never out of sight.
  let bottom: Rect
  /// All above the bottom lines.
  let whole: Rect

  /// Columns before what is said, for its label.
  static let label = 8
  /// Rows for what is said.
  static let sayRows = 3
  /// The rows that what is said has here.
  let said: Int

  /// - Parameter saying: What is said where all of it is, and so has the rows it takes.
  init(_ size: Size, saying: String? = nil) {
    // What is never asked for takes two rows in a narrow window.
    let bottomRows = size.columns < 76 ? 4 : 3
    let rows = max(0, size.rows - bottomRows)
    let railWidth = size.columns < 70 ? nil : size.columns < 106 ? 21 : 32
    rail = railWidth.map { Rect(row: 0, column: 0, width: $0, height: rows) }
    let column = railWidth.map { $0 + 2 } ?? 0
    let width = max(0, size.columns - column)
    main = Rect(row: 0, column: column, width: width, height: rows)
    let lines = saying.map { Wrap.lines($0, width: max(1, width - Self.label)).count } ?? 0
    said = max(Self.sayRows, min(lines, rows))
    below = Rect(row: said, column: column, width: width, height: max(0, rows - said))
    bottom = Rect(row: rows, column: 0, width: size.columns, height: bottomRows)
    whole = Rect(row: 0, column: 0, width: size.columns, height: rows)
  }
}

extension Key {
  /// The key that takes something by its number; `nil` for a number of more than one digit.
  static func digit(_ number: Int) -> Key? {
    (0...9).contains(number) ? .character(Character("\(number)")) : nil
  }
}

extension CallScreen {
  package func title(_ wording: Wording) -> [String] {
    let stageName =
      switch stage {
      case .wrapUp: wording("desk.title.wrapUp")
      case .handOver: wording("desk.title.handOver")
      case .park: wording("desk.title.park")
      default: holdSince == nil ? wording("desk.title.call") : wording("desk.title.hold")
      }
    let name = code.map { "\(stageName) \($0)" } ?? stageName
    let party = walk.answer(.reporteeName).map {
      wording("desk.for", ["reportee": wording.grouped($0.value)])
    }
    let source = wording(isSeen ? "desk.seen" : "desk.told")
    return [name, party, wording.nameInHeader(walk.flow.edition), source].compactMap(\.self)
  }

  /// Whether the caller looks at what is asked of, or on a page that asks of nothing else has read out the message.
  private var isSeen: Bool {
    switch stage {
    case .question: sees && canLook
    case .symptom, .role, .party: sees
    case .message, .points, .answer, .wrapUp, .park, .handOver:
      walk.answer(walk.flow.edition.portal.message)?.source == .seen
    }
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    let kept = keeping.textKey.map { wording($0) } ?? ""
    let own = stage == .wrapUp ? " · " + wording("desk.onlyYou") : ""
    return "\(Self.clock(seconds))\(own)  \(kept)"
  }

  /// Minutes and seconds, as `02:41`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 60)):\(two(seconds % 60))"
  }

  /// Seconds between two moments, at most a day; 0 while either is unknown.
  static func seconds(from start: Timestamp?, to end: Timestamp?) -> Int {
    guard let start, let end else { return 0 }
    return Int(max(0, min(end.rawValue &- start.rawValue, 86_400)))
  }

  package func why(_ wording: Wording) -> [Prose]? {
    let others = CallLayout(room).rail == nil ? othersProse(wording) : []
    switch stage {
    case .question:
      return QuestionText(walk, wording).why + [.gap, .paragraph(order(wording))] + others
    case .answer: return QuestionText(walk, wording).why
    case .message, .symptom, .role, .party:
      return spokenText(spoken(wording)).map {
        [.heading($0.say), .gap] + steps($0) + others
      }
    case .points, .wrapUp, .park, .handOver: return answerProse(wording)
    }
  }

  /// What the order of the questions rests on.
  private func order(_ wording: Wording) -> String {
    let edition = walk.flow.edition
    let count = walk.experience.count(walk.facts[edition.portal.message], in: edition)
    return count.map { wording("desk.order.calls", ["count": "\($0)"]) }
      ?? wording("desk.order.guess")
  }

  package func readable(_ wording: Wording) -> String? {
    switch stage {
    case .answer: TextBlock(answerProse(wording, isCopy: true)).plain
    case .wrapUp: wrapUp?.message(matter(wording))
    default: nil
    }
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let layout = CallLayout(canvas.size, saying: stage == .answer ? conclusion : nil)
    // In a low window a form that ends the talk needs the rows of what is said while it lasts.
    let isForm = [.wrapUp, .park, .handOver].contains(stage)
    let isWhole = isForm && !note.isOpen && canvas.size.rows < 16
    if !isWhole { canvas.region(layout.bottom) { drawBottom(on: &$0, wording) } }
    let size = canvas.size
    let form =
      isWhole ? Rect(row: 0, column: 0, width: size.columns, height: size.rows) : layout.whole
    switch stage {
    case _ where isFlagging && isForm: canvas.region(form) { drawFlags(on: &$0, wording) }
    case .wrapUp, .park, .handOver: canvas.region(form) { drawForm(on: &$0, wording) }
    default:
      if let rail = layout.rail {
        canvas.region(rail) { drawCallRail(on: &$0, wording) }
        canvas.vline(column: rail.width, row: 0, height: rail.height)
      }
      canvas.region(layout.main) { drawSay(on: &$0, rows: layout.said, wording) }
      canvas.region(layout.below) { drawBelow(on: &$0, wording) }
    }
  }

  /// A page that ends the talk, and below it the code that the caller is told.
  private func drawForm(on canvas: inout Canvas, _ wording: Wording) {
    let size = canvas.size
    // What is read aloud is never cut.
    let label = sayLabel(wording) + " "
    let left = DisplayWidth.columns(of: label)
    let width = max(1, size.columns - left)
    let said = code.map { Wrap.lines(spoken(wording).aloud($0), width: width) }
    let rows = max(0, size.rows - (said?.count ?? 0))
    let page = Rect(row: 0, column: 0, width: size.columns, height: rows)
    switch stage {
    case .wrapUp: canvas.region(page) { wrapUp?.draw(on: &$0, matter(wording)) }
    case .park: canvas.region(page) { parking?.draw(on: &$0, walk, wording) }
    case .handOver: canvas.region(page) { handing?.draw(on: &$0, matter(wording)) }
    default: break
    }
    guard let said else { return }
    canvas.write(label, row: rows, column: 0, style: .key)
    for (place, line) in said.enumerated() {
      canvas.write(line, row: rows + place, column: left, style: .heading)
    }
  }

  // MARK: - Said and heard

  private func drawSay(on canvas: inout Canvas, rows most: Int, _ wording: Wording) {
    // What asks the agent is not said to anybody.
    if stage != .points {
      canvas.write(wording("desk.say"), row: 0, column: 0, style: .key)
      let language = canvas.glyphs.clipped(aloudName(wording), to: CallLayout.label - 1)
      canvas.write(language, row: 1, column: 0, style: .muted)
    }
    canvas.placeCursor(row: 0, column: CallLayout.label)
    let aloud = spoken(wording)
    let width = canvas.size.columns - CallLayout.label
    let said =
      switch stage {
      case .answer: conclusion
      case .points: wording(openPoint == nil ? "desk.points" : "desk.pointOpen")
      default: spokenText(aloud)?.say ?? ""
      }
    let rows = Self.wrapped(said, width: width, most: most, canvas.glyphs)
    for (row, line) in rows.enumerated() {
      canvas.write(line, row: row, column: CallLayout.label, style: .heading)
    }
    let last = Rect(row: 2, column: CallLayout.label, width: width, height: 1)
    if stage == .message { canvas.region(last) { drawQuery(on: &$0, wording) } }
    if stage == .symptom, Wrap.lines(said, width: width).count < CallLayout.sayRows {
      canvas.region(last) { drawUnknown(on: &$0, wording) }
    }
  }

  private func drawBelow(on canvas: inout Canvas, _ wording: Wording) {
    switch stage {
    case _ where isFlagging: drawFlags(on: &canvas, wording)
    case .message: drawMessages(on: &canvas, wording)
    case .answer: answerText.draw(on: &canvas, focused: false)
    case .points: drawPoints(on: &canvas, wording)
    default:
      guard let text = spokenText(spoken(wording)) else { return }
      if unsureStep != nil {
        drawUnsure(text, on: &canvas, wording)
      } else if let editor {
        let size = canvas.size
        // Whoever looks for a number among others has one.
        let isChoosing = !editor.found.isEmpty
        let rows = max(0, size.rows - (isChoosing ? 0 : 1))
        let line = Rect(row: 0, column: 0, width: size.columns, height: rows)
        canvas.region(line) { editor.draw(on: &$0, focused: !note.isOpen, wording: wording) }
        if !isChoosing { drawNoNeed(on: &canvas, wording) }
      } else {
        drawHeard(text, on: &canvas, wording)
      }
    }
  }

  /// One choice that a key takes, in as many rows as it has lines.
  func draw(
    _ key: String,
    _ lines: [String],
    isFocused: Bool,
    row: Int,
    on canvas: inout Canvas,
    _ press: HitArea.Meaning
  ) {
    let column = CallLayout.label
    let sign = isFocused ? String(canvas.glyphs.pointer) : " "
    canvas.write(sign, row: row, column: column - 2, style: .selected)
    canvas.write(key, row: row, column: column, style: .key)
    let left = column + key.count + 1
    for (place, line) in lines.enumerated() {
      canvas.write(
        canvas.glyphs.clipped(line, to: canvas.size.columns - left),
        row: row + place,
        column: left,
        style: isFocused ? .focus : .normal
      )
    }
    if isFocused { canvas.placeCursor(row: row, column: column) }
    canvas.hitArea(
      Rect(row: row, column: column, width: canvas.size.columns - column, height: lines.count),
      press
    )
  }

  /// The choices that have room, and that some have none; the arrows and the digits lead there.
  func draw(_ list: HeardList, on canvas: inout Canvas) {
    var row = 0
    for place in list.shown {
      // What no digit takes is gone to and taken by Enter.
      let digit = isSearching ? nil : Key.digit(place + 1)
      draw(
        list.choices[place].key,
        list.lines[place],
        isFocused: focus == place,
        row: row,
        on: &canvas,
        digit.map(HitArea.Meaning.key) ?? .choice("\(place)")
      )
      row += list.lines[place].count
    }
    guard list.shown.upperBound < list.choices.count else { return }
    let sign = String(canvas.glyphs.scrollDown)
    canvas.write(sign, row: row - 1, column: CallLayout.label - 3, style: .key)
  }

  private func drawHeard(_ spoken: SpokenText, on canvas: inout Canvas, _ wording: Wording) {
    canvas.write(wording("desk.listen"), row: 0, column: 0, style: .key)
    let size = canvas.size
    let list = heardList(size, wording)
    draw(list, on: &canvas)
    let foot = foot(wording)
    var row = list.height
    if size.rows - row > foot.count + 1 { row += 1 }
    let left = CallLayout.label + 3
    canvas.write(wording("desk.unsure"), row: row, column: 0, style: .key)
    let key = wording("letter.\(Fact.unknown)")
    canvas.write(key, row: row, column: left - 2, style: .key)
    // A step is told whole; where it has no room the key tells all of them.
    let step = Wrap.lines(spoken.unsure.first ?? "", width: max(1, size.columns - left))
    let isWhole = step.count <= max(1, size.rows - row - foot.count)
    let help = isWhole ? step : [wording("hint.letter.\(Fact.unknown)")]
    for (line, text) in help.enumerated() {
      canvas.write(text, row: row + line, column: left, style: .muted)
    }
    drawFoot(foot, on: &canvas, after: row + help.count, wording)
  }

  /// What was answered before, and whether the caller looks at the page, below what one listens for.
  private func foot(_ wording: Wording) -> [(text: String, style: Style)] {
    guard stage == .question else { return [] }
    let former = formerAnswer(wording).map { [(text: $0, style: Style.warning)] } ?? []
    guard canLook else { return former }
    let looks = "S " + wording(sees ? "desk.looks" : "desk.looksNot")
    let style: Style = sees ? .success : .muted
    return former + [(text: looks, style: style)]
  }

  /// Each of them has a row, and more where there is room; why this is asked stands there whole or not at all.
  private func drawFoot(
    _ said: [(text: String, style: Style)],
    on canvas: inout Canvas,
    after used: Int,
    _ wording: Wording
  ) {
    let width = canvas.size.columns
    var left = max(0, canvas.size.rows - used)
    var lines: [(text: String, style: Style)] = []
    for (place, part) in said.enumerated() where left > 0 {
      let most = max(1, left - (said.count - place - 1))
      let rows = Self.wrapped(part.text, width: width, most: most, canvas.glyphs)
      lines += rows.map { (text: $0, style: part.style) }
      left -= rows.count
    }
    let why = QuestionText(walk, wording).plannedReason.map { Wrap.lines($0, width: width) } ?? []
    if stage == .question, why.count <= left {
      lines += why.map { (text: $0, style: Style.muted) }
    }
    for (place, line) in lines.enumerated() {
      let row = canvas.size.rows - lines.count + place
      canvas.write(line.text, row: row, column: 0, style: line.style)
    }
  }

  private func drawPoints(on canvas: inout Canvas, _ wording: Wording) {
    guard openPoint == nil else { return draw(heardList(canvas.size, wording), on: &canvas) }
    for (row, verdict) in walk.diagnosis.verdicts.enumerated() {
      let state = wording.state(of: verdict, in: walk.diagnosis)
      draw(
        "\(verdict.number)",
        ["\(wording(verdict.point.shortKey)): \(state)"],
        isFocused: false,
        row: row,
        on: &canvas,
        .key(.character(Character("\(verdict.number)")))
      )
    }
    guard !answeredInCall.isEmpty else { return }
    let all = wording("desk.allAnswered")
    let row = walk.diagnosis.verdicts.count
    draw("0", [all], isFocused: false, row: row, on: &canvas, .key(.character("0")))
  }
}
