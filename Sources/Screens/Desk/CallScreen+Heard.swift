import Drawing
import Model
import SafeText
import Wording

/// The choices of a page, each in as many rows as there is room for.
struct HeardList: Sendable {
  /// What takes each, and what it says.
  let choices: [(key: String, text: String)]
  /// The rows of each.
  let lines: [[String]]
  /// Those on the screen.
  let shown: Range<Int>

  /// - Parameters:
  ///   - room: The rows there are.
  ///   - columns: The columns of a row, its key among them.
  ///   - shorter: Of each choice what stands there where all of it has no room, the longest first.
  ///   - focus: The choice that is seen whatever else is not.
  init(
    _ choices: [(key: String, text: String)],
    shorter: [[String]] = [],
    room: Int,
    columns: Int,
    focus: Int?
  ) {
    self.choices = choices
    var spare = max(0, room - choices.count)
    lines = choices.enumerated().map { place, choice in
      let width = max(1, columns - choice.key.count - 1)
      let ways = [choice.text] + (place < shorter.count ? shorter[place] : [])
      let wraps = ways.lazy.map { Wrap.lines($0, width: width) }
      let wrapped = wraps.first { $0.count <= 1 + spare } ?? wraps[wraps.count - 1]
      let kept = min(max(1, wrapped.count), 1 + spare)
      spare -= kept - 1
      // What has no room ends in the last row there is, which is cut there.
      return wrapped.prefix(kept - 1) + [wrapped.dropFirst(max(0, kept - 1)).joined(separator: " ")]
    }
    let first = min(max(0, (focus ?? 0) - room + 1), max(0, choices.count - room))
    shown = first..<min(choices.count, first + max(1, room))
  }

  /// The rows it takes.
  var height: Int { shown.reduce(0) { $0 + lines[$1].count } }
}

extension CallScreen {
  /// Whether the party is a client of those who call, so that there are two numbers.
  var isForClient: Bool {
    let kind = walk.diagnosis.facts[.workFor]
    return kind == nil ? caller.role == .accountant : kind == WorkFor.client.rawValue
  }

  /// The question as it is put in the language that is read aloud; `nil` where none is.
  func spokenText(_ aloud: Wording) -> SpokenText? {
    asked.map { SpokenText($0, aloud, isForClient: isForClient, in: walk) }
  }

  /// What there is to choose from now, in the room below what is said.
  func heardList(_ size: Size, _ wording: Wording) -> HeardList {
    let columns = size.columns - CallLayout.label
    // What was answered before is seen whatever else has no room.
    let rest = size.rows - (formerAnswer(wording) == nil ? 0 : 1)
    if stage == .points {
      return HeardList(openRows(wording), room: size.rows, columns: columns, focus: focus)
    }
    guard stage == .message else {
      // What to do when nobody knows takes a row, is set off by one, and the key of what is seen has one.
      let heard = heard(wording)
      return HeardList(
        heard.map { (key: $0.key, text: $0.texts[0]) },
        shorter: heard.map { Array($0.texts.dropFirst()) },
        room: max(1, rest - 3),
        columns: columns,
        focus: focus
      )
    }
    // While something is typed no digit takes a row.
    let isTyped = isSearching
    // What the caller says, in the language they say it in.
    let aloud = spoken(wording)
    let rows = rows(wording).enumerated().map {
      (key: isTyped ? " " : "\($0 + 1)", text: aloud.callerMessage($1))
    }
    return HeardList(rows, room: max(1, rest - 1), columns: columns, focus: focus)
  }

  /// What the caller may say, and that they say none of it.
  func drawMessages(on canvas: inout Canvas, _ wording: Wording) {
    canvas.write(wording("desk.listen"), row: 0, column: 0, style: .key)
    guard !rows(wording).isEmpty else {
      let width = max(1, canvas.size.columns - CallLayout.label)
      for (row, line) in Wrap.lines(wording(noneFitsKey), width: width).enumerated() {
        canvas.write(line, row: row, column: CallLayout.label, style: .muted)
      }
      return
    }
    let list = heardList(canvas.size, wording)
    draw(list, on: &canvas)
    guard query.isEmpty else { return }
    draw(
      "0",
      [noneLabel(wording)],
      isFocused: false,
      row: list.height,
      on: &canvas,
      .key(.character("0"))
    )
    let last = canvas.size.rows - 1
    guard let former = formerAnswer(wording), list.height < last else { return }
    canvas.write(
      canvas.glyphs.clipped(former, to: canvas.size.columns),
      row: last,
      column: 0,
      style: .warning
    )
  }

  /// The line to search in; while it is empty what it is for, or the message that is not known.
  func drawQuery(on canvas: inout Canvas, _ wording: Wording) {
    query.draw(on: &canvas, focused: !note.isOpen)
    guard query.isEmpty else { return }
    guard unknownText(wording) == nil else { return drawUnknown(on: &canvas, wording) }
    let hint = canvas.glyphs.clipped(wording("desk.search"), to: canvas.size.columns)
    canvas.write(hint, row: 0, column: 0, style: .muted)
  }

  /// That a message is not known and is kept, with as much of it as there is room for.
  func drawUnknown(on canvas: inout Canvas, _ wording: Wording) {
    guard let text = unknownText(wording) else { return }
    let line = canvas.glyphs.clipped(text, to: canvas.size.columns)
    canvas.write(line, row: 0, column: 0, style: .warning)
  }

  /// The answers with their keys, in a word or two, and with what callers say who mean them: all of it, and with a
  /// phrase less each time, since one that is cut is nothing to listen for.
  private func heard(_ wording: Wording) -> [(key: String, texts: [String])] {
    let aloud = spoken(wording)
    guard let text = spokenText(aloud) else { return [] }
    return text.heard.enumerated().map { place, answer in
      // The keys are the agent's, whatever is read aloud.
      let isLettered = !text.field.taggedValues.contains(answer.value)
      let letter = isLettered ? " " + wording("letter.\(answer.value)") : ""
      let digit = place > 8 ? "" : "\(place + 1)"
      let tag = wording.tag(answer.value, of: text.field.id) + ": "
      let said = answer.phrases.map { aloud.quoted($0) }
      let texts = (1...max(1, said.count)).reversed().map { count in
        tag + said.prefix(count).joined(separator: ", ")
      }
      return (digit + letter, texts)
    }
  }

  /// Whether a choice stands on the screen; where it does not, it is gone to, and a key more takes it.
  mutating func isOnScreen(choice place: Int, _ wording: Wording) -> Bool {
    let below = CallLayout(room).below
    let list = heardList(Size(columns: below.width, rows: below.height), wording)
    guard room.rows > 0, list.choices.indices.contains(place), !list.shown.contains(place) else {
      return true
    }
    focus = place
    return false
  }

  /// A text in no more rows than there are, the last of them cut where it must be.
  static func wrapped(_ text: String, width: Int, most: Int, _ glyphs: Glyphs) -> [String] {
    let lines = Wrap.lines(text, width: width)
    guard lines.count > most, most > 0 else { return lines }
    let rest = lines.dropFirst(most - 1).joined(separator: " ")
    return lines.prefix(most - 1) + [glyphs.clipped(rest, to: width)]
  }
}
