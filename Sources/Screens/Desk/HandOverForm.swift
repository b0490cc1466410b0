import Drawing
import Model
import SafeText
import Wording

/// What whoever takes over is told, line by line, and who that is.
package struct HandOverForm: Equatable, Sendable {
  private(set) var recipient = Recipient.second
  /// The lines as they are to be given; they begin as the case has them.
  private var lines: [LineEditor]
  /// The lines as the case had them.
  private let written: [String]
  /// The line that is typed in; `nil` at whom it is given to.
  private var focus: Int?

  /// The characters there are for a line that is written.
  static let longest = 400

  init(_ text: HandOverText) {
    written = HandOverText.Part.allCases.map { text.text($0).replacing("\n", with: " ") }
    // What the case says by itself is given whole, however long.
    lines = written.map { LineEditor(text: $0, limit: max(Self.longest, $0.count)) }
  }

  /// The form as it was left, with what the case says now where nobody had written anything else.
  func asLeft(_ filledIn: HandOverForm) -> HandOverForm {
    var form = filledIn
    (form.recipient, form.focus) = (recipient, focus)
    for place in lines.indices where lines[place].text != written[place] {
      form.lines[place] = lines[place]
    }
    return form
  }

  var isTyping: Bool { focus != nil }

  mutating func give(to new: Recipient) { recipient = new }

  /// The hand-over as it is kept.
  func plain(_ wording: Wording) -> String {
    zip(HandOverText.Part.allCases, lines).map { "\(wording($0.titleKey)): \($1.text)" }
      .joined(separator: "\n")
  }

  mutating func handle(_ key: Key, _ colleagues: [Colleague]) -> Response {
    switch key {
    case .enter: return .takes(WrapUpForm.close)
    case .tab: move(by: 1)
    case .backTab: move(by: -1)
    default:
      if let focus { return lines[focus].handle(key) == .ignored ? .ignored : .stays }
      switch key {
      case .character("1"): recipient = .free
      case .character("2"): recipient = .second
      case .character("3"): turn(among: colleagues) { _ in true }
      case .character(let sign):
        turn(among: colleagues) { $0.login.hasPrefix(sign.lowercased()) }
      default: return .ignored
      }
    }
    return .stays
  }

  /// Inserts a pasted text in the line that is typed in.
  mutating func paste(_ text: String, kept: (String) -> String) {
    guard let focus else { return }
    _ = lines[focus].paste(text, kept: kept)
  }

  /// That a key is for a colleague and there is none; `nil` for any other key.
  func missing(_ key: Key, _ colleagues: [Colleague]) -> Remark? {
    guard focus == nil, case .character(let sign) = key, !"12".contains(sign) else { return nil }
    if colleagues.isEmpty { return ("desk.handOver.nobody", [:]) }
    guard sign != "3", !colleagues.contains(where: { $0.login.hasPrefix(sign.lowercased()) }) else {
      return nil
    }
    return ("desk.handOver.noneBegins", ["letter": "\(sign)"])
  }

  /// Chooses the next colleague of those that are meant; after the last comes the first.
  private mutating func turn(among colleagues: [Colleague], where isMeant: (Colleague) -> Bool) {
    let place = colleagues.firstIndex { recipient == .colleague($0.agent) }
    let after = colleagues.dropFirst(place.map { $0 + 1 } ?? 0)
    guard let next = after.first(where: isMeant) ?? colleagues.first(where: isMeant) else { return }
    recipient = .colleague(next.agent)
  }

  private mutating func move(by step: Int) {
    let next = (focus ?? -1) + step
    focus = next < 0 || next >= lines.count ? nil : next
  }

  func draw(on canvas: inout Canvas, _ colleagues: [Colleague], _ wording: Wording) {
    var column = canvas.write(wording("desk.handOver.to") + "  ", row: 0, column: 0, style: .key)
    func write(_ digit: Int, _ text: String, _ isChosen: Bool) {
      let sign = isChosen ? String(canvas.glyphs.pointer) : " "
      column += canvas.write(
        "\(sign)\(digit) \(text)   ",
        row: 0,
        column: column,
        style: isChosen ? .selected : .normal
      )
    }
    write(1, wording("desk.handOver.to.free"), recipient == .free)
    write(2, wording("desk.handOver.to.second"), recipient == .second)
    if !colleagues.isEmpty {
      let chosen = colleagues.first { recipient == .colleague($0.agent) }
      let name = wording("desk.handOver.to.colleague", ["login": chosen?.login ?? "…"])
      write(3, name, chosen != nil)
    }
    if focus == nil { canvas.placeCursor(row: 0, column: 0) }
    let label = canvas.size.columns >= 70 ? 14 : 12
    let room = max(1, canvas.size.columns - label)
    // As many rows for a line as there are left when each has one.
    let spare = max(0, canvas.size.rows - 1 - lines.count)
    var (row, left) = (1, spare)
    for (place, part) in HandOverText.Part.allCases.enumerated() {
      canvas.write(wording(part.titleKey), row: row, column: 0, style: .key)
      guard focus != place else {
        canvas.region(Rect(row: row, column: label, width: room, height: 1)) {
          lines[place].draw(on: &$0, focused: true)
        }
        row += 1
        continue
      }
      let wrapped = Wrap.lines(lines[place].text, width: room)
      let shown = min(max(1, wrapped.count), 1 + left)
      left -= shown - 1
      for line in wrapped.prefix(shown) {
        canvas.write(line, row: row, column: label)
        row += 1
      }
      if wrapped.isEmpty { row += 1 }
    }
  }
}

extension CallScreen {
  mutating func handleHandOver(_ key: Key, _ wording: Wording) -> Response {
    guard var form = handing else { return .ignored }
    problem = form.missing(key, around.colleagues)
    let response = form.handle(key, around.colleagues)
    handing = form
    guard response == .takes(WrapUpForm.close) else { return response }
    walk.give(CallStage.answer.rawValue, to: .callPlace, from: .derived)
    isOver = true
    return .goes(
      .queue,
      after: keepNote() + save(wording) + [
        .desk(.note(form.plain(wording), openCase)),
        .desk(.perform(.hand(to: form.recipient), openCase)),
      ]
    )
  }
}
