import Drawing
import Model
import SafeText
import Wording

/// What whoever takes over is told, line by line, and who that is.
package struct HandOverForm: Equatable, Sendable {
  /// Who gets it, where that takes no search.
  private var settled: Recipient? = .second
  /// What is typed to find a colleague; `nil` while none is looked for.
  private var search: LineEditor?
  /// The colleague that an arrow key has moved to.
  private var pointed: AgentID?
  /// The lines as they are to be given; they begin as the case has them.
  private var lines: [LineEditor]
  /// The lines as the case had them.
  private var written: [String]
  /// The line that is typed in; `nil` at whom it is given to.
  private var focus: Int?
  /// The line that is being written anew where there is no full screen.
  private var rewritten: Int?

  /// The characters there are for a line that is written.
  static let longest = 400

  init(_ matter: CallMatter) {
    let (walk, caller) = (matter.walk, matter.caller)
    var text = HandOverText(walk, caller, matter.wording, matter.reach, since: matter.began)
    text.advised = matter.found.acts
    written = HandOverText.Part.allCases.map { text.text($0).replacing("\n", with: " ") }
    // What the case says by itself is given whole, however long.
    lines = written.map { LineEditor(text: $0, limit: max(Self.longest, $0.count)) }
    takeOut(matter.wording)
    written = lines.map(\.text)
  }

  /// Takes out what must not be kept, of all lines as they are kept together, so that what is seen here is what whoever
  /// takes over reads.
  ///
  /// - Returns: Whether anything was.
  @discardableResult
  mutating func takeOut(_ wording: Wording) -> Bool {
    let titles = HandOverText.Part.allCases.map { wording($0.titleKey) + ": " }
    let whole = wording.content.kept(plain(wording), in: nil)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var isAny = false
    for (place, title) in titles.enumerated() {
      let text = lines[place].text
      let isWhole = whole.count == lines.count && whole[place].hasPrefix(title)
      let kept =
        isWhole ? String(whole[place].dropFirst(title.count)) : wording.content.kept(text, in: nil)
      guard kept != text else { continue }
      lines[place].replace(with: kept)
      isAny = true
    }
    return isAny
  }

  /// The form as it was left, with what the case says now where nobody had written anything else.
  func asLeft(_ filledIn: HandOverForm) -> HandOverForm {
    var form = filledIn
    (form.settled, form.search, form.pointed) = (settled, search, pointed)
    form.focus = focus
    for place in lines.indices where lines[place].text != written[place] {
      form.lines[place] = lines[place]
    }
    return form
  }

  var isTyping: Bool { focus != nil || search != nil }
  /// Whether a line is otherwise than the case had it.
  var isChanged: Bool { zip(lines, written).contains { $0.text != $1 } }

  /// The lines that say something.
  var given: Set<HandOverText.Part> {
    let said = zip(HandOverText.Part.allCases, lines).filter { _, line in
      line.text.contains { !$0.isWhitespace }
    }
    return Set(said.map { part, _ in part })
  }

  mutating func give(to new: Recipient) { (settled, search, pointed) = (new, nil, nil) }

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
      return find(key, colleagues)
    }
    return .stays
  }

  /// Inserts a pasted text in the line that is typed in.
  mutating func paste(_ text: String, kept: (String) -> String) {
    if let focus {
      _ = lines[focus].paste(text, kept: kept)
    } else {
      pointed = nil
      _ = search?.paste(text)
    }
  }

  private mutating func move(by step: Int) {
    let next = (focus ?? -1) + step
    focus = next < 0 || next >= lines.count ? nil : next
  }

  func draw(on canvas: inout Canvas, _ matter: CallMatter) {
    let (colleagues, wording) = (matter.colleagues, matter.wording)
    drawRecipients(on: &canvas, colleagues, wording)
    if search != nil { drawSearch(on: &canvas, colleagues, wording) }
    let above = search == nil ? 1 : 2
    let label = canvas.size.columns >= 70 ? 14 : 12
    let room = max(1, canvas.size.columns - label)
    // As many rows for a line as there are left when each has one.
    let spare = max(0, canvas.size.rows - above - lines.count)
    var (row, left) = (above, spare)
    for (place, part) in HandOverText.Part.allCases.enumerated() {
      canvas.write(wording(part.titleKey), row: row, column: 0, style: .key)
      guard focus != place else {
        canvas.region(Rect(row: row, column: label, width: room, height: 1)) {
          lines[place].draw(on: &$0, focused: true)
        }
        row += 1
        continue
      }
      let wrapped = CallScreen.wrapped(
        lines[place].text,
        width: room,
        most: 1 + left,
        canvas.glyphs
      )
      left -= max(0, wrapped.count - 1)
      for line in wrapped {
        canvas.write(line, row: row, column: label)
        row += 1
      }
      if wrapped.isEmpty { row += 1 }
    }
  }
}

/// Whom it is given to: one of two by a digit, or a colleague by what their login begins with.
extension HandOverForm {
  /// Who gets it as the form stands: a colleague only where what was typed or moved to means one of them.
  func recipient(among colleagues: [Colleague]) -> Recipient? {
    guard let search else { return settled }
    let found = found(among: colleagues)
    if let pointed, found.contains(where: { $0.agent == pointed }) { return .colleague(pointed) }
    guard !search.isEmpty else { return nil }
    let typed = search.text.lowercased()
    let meant =
      found.count == 1 ? found.first : found.first { $0.login.lowercased() == typed }
    return meant.map { .colleague($0.agent) }
  }

  /// The colleagues whose login begins with what was typed.
  private func found(among colleagues: [Colleague]) -> [Colleague] {
    guard let search else { return [] }
    let typed = search.text.lowercased()
    return colleagues.filter { $0.login.lowercased().hasPrefix(typed) }
  }

  /// A digit chooses until something is typed of a login, or begins one that there is.
  private func chooses(_ digit: Character, _ colleagues: [Colleague]) -> Bool {
    guard let search else { return true }
    return search.isEmpty && !colleagues.contains { $0.login.first == digit }
  }

  private mutating func find(_ key: Key, _ colleagues: [Colleague]) -> Response {
    switch key {
    case .character("1") where chooses("1", colleagues): give(to: .free)
    case .character("2") where chooses("2", colleagues): give(to: .second)
    case .character("3") where search == nil: begin(with: "", colleagues)
    case .character(let sign) where Self.isOfLogin(sign):
      if search == nil { return begin(with: "\(sign)", colleagues) }
      pointed = nil
      _ = search?.handle(key)
    case .backspace:
      guard let typed = search else { return .ignored }
      pointed = nil
      if typed.isEmpty {
        (search, settled) = (nil, nil)
      } else {
        _ = search?.handle(key)
      }
    case .left, .up: point(by: -1, colleagues)
    case .right, .down: point(by: 1, colleagues)
    default: return .ignored
    }
    return .stays
  }

  private static func isOfLogin(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || "._-@".contains(sign)
  }

  @discardableResult
  private mutating func begin(with typed: String, _ colleagues: [Colleague]) -> Response {
    // Whoever meant a colleague has not meant whom the form had before.
    (settled, pointed) = (nil, nil)
    guard !colleagues.isEmpty else { return .stays }
    search = LineEditor(text: typed, limit: Self.longestLogin)
    return .stays
  }

  private static let longestLogin = 32

  private mutating func point(by step: Int, _ colleagues: [Colleague]) {
    let found = found(among: colleagues)
    guard !found.isEmpty else { return }
    let place = found.firstIndex { recipient(among: colleagues) == .colleague($0.agent) }
    let next = place.map { $0 + step } ?? (step > 0 ? 0 : found.count - 1)
    pointed = found[min(max(0, next), found.count - 1)].agent
  }

  /// Why a key led to nobody; `nil` where that is no fault yet.
  func problem(after key: Key, _ colleagues: [Colleague]) -> Remark? {
    if focus == nil, search == nil, colleagues.isEmpty, case .character(let sign) = key,
      sign == "3" || Self.isOfLogin(sign) && !"12".contains(sign)
    {
      return ("desk.handOver.nobody", [:])
    }
    if let search, found(among: colleagues).isEmpty {
      return ("desk.handOver.noneBegins", ["typed": search.text])
    }
    guard key == .enter, recipient(among: colleagues) == nil else { return nil }
    return ("desk.handOver.choose", [:])
  }

  /// The key that leads to a colleague, or from one to the next.
  func hints(_ colleagues: [Colleague], _ wording: Wording) -> [Hint] {
    // In a line that is written a digit is a sign like any other.
    guard !colleagues.isEmpty, focus == nil else { return [] }
    let text = wording("desk.hint.colleague")
    return search == nil
      ? [Hint(key: "3", text: text, press: .character("3"))]
      : [Hint(key: wording("keys.arrows"), text: text)]
  }

  private func drawRecipients(
    on canvas: inout Canvas,
    _ colleagues: [Colleague],
    _ wording: Wording
  ) {
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
    write(1, wording("desk.handOver.to.free"), settled == .free)
    write(2, wording("desk.handOver.to.second"), settled == .second)
    if !colleagues.isEmpty {
      let chosen = colleagues.first { recipient(among: colleagues) == .colleague($0.agent) }
      let name = wording("desk.handOver.to.colleague", ["login": chosen?.login ?? "…"])
      write(3, name, search != nil || chosen != nil)
    }
    if focus == nil { canvas.placeCursor(row: 0, column: 0) }
  }

  /// What is typed, and beside it those whose login begins so, from the one that gets the case where not all have room.
  private func drawSearch(
    on canvas: inout Canvas,
    _ colleagues: [Colleague],
    _ wording: Wording
  ) {
    let typed = wording("desk.handOver.to.colleague", ["login": search?.text ?? ""])
    var column = canvas.write(typed, row: 1, column: 0, style: .key)
    if focus == nil { canvas.placeCursor(row: 1, column: column) }
    column += 3
    let found = found(among: colleagues)
    let place = found.firstIndex { recipient(among: colleagues) == .colleague($0.agent) }
    let widths = found.map { DisplayWidth.columns(of: $0.login) + 3 }
    let needed = column + widths.prefix((place ?? 0) + 1).reduce(0, +)
    let first = needed <= canvas.size.columns ? 0 : place ?? 0
    for index in found.indices.dropFirst(first) {
      guard column + widths[index] < canvas.size.columns || index + 1 == found.count else {
        canvas.write(String(canvas.glyphs.ellipsis), row: 1, column: column, style: .muted)
        break
      }
      let isChosen = index == place
      let sign = isChosen ? String(canvas.glyphs.pointer) : " "
      let text = sign + found[index].login
      canvas.write(text, row: 1, column: column, style: isChosen ? .selected : .normal)
      column += widths[index]
    }
  }
}

/// The lines where there is no full screen: each is chosen, and written anew.
extension HandOverForm {
  var isRewriting: Bool { rewritten != nil }

  static func lineOptions(_ wording: Wording) -> [ChoiceList.Option] {
    HandOverText.Part.allCases.map { part in
      let change = wording("desk.plain.change", ["line": wording(part.titleKey)])
      return ChoiceList.Option(.line, of: part.rawValue, change)
    }
  }

  mutating func rewrite(_ part: String) {
    rewritten = HandOverText.Part.allCases.firstIndex { $0.rawValue == part }
  }

  mutating func leaveLine() { rewritten = nil }

  /// The page of the line that is being written anew.
  func linePage(_ head: [Prose], _ wording: Wording) -> Page? {
    guard let rewritten else { return nil }
    let title = wording(HandOverText.Part.allCases[rewritten].titleKey)
    return Page(
      head + [.paragraph("\(title): \(lines[rewritten].text)")],
      [ChoiceList.Option(.call, wording("button.back"))],
      writes: .line(wording("desk.plain.rewrite"))
    )
  }

  /// Takes what was written in the place of the line, without what must not be kept.
  mutating func write(_ text: String, _ wording: Wording) {
    guard let place = rewritten else { return }
    lines[place].wipe()
    _ = lines[place].paste(text) { wording.content.kept($0, in: nil) }
    rewritten = nil
  }
}

/// Who gets it and which line is typed in, as words without blanks; what is typed is nobody else's.
extension HandOverForm {
  var chosen: [String] {
    let recipient: String =
      switch settled {
      case .free?: Self.free
      case .second?: Self.second
      case .colleague?, nil: Self.nobody
      }
    return [recipient, focus.map { "\($0)" } ?? Self.nobody]
  }

  /// Chooses what ``chosen`` wrote; nothing of anything else.
  mutating func choose(_ words: some Collection<String>) {
    let words = Array(words)
    guard words.count == 2 else { return }
    settled = words[0] == Self.free ? .free : words[0] == Self.second ? .second : nil
    focus = Int(words[1]).flatMap { lines.indices.contains($0) ? $0 : nil }
  }

  private static let free = "free"
  private static let second = "second"
  private static let nobody = "-"
}

extension CallScreen {
  mutating func handleHandOver(_ key: Key, _ wording: Wording) -> Response {
    guard var form = handing else { return .ignored }
    let response = form.handle(key, around.colleagues)
    handing = form
    problem = form.problem(after: key, around.colleagues)
    guard response == .takes(WrapUpForm.close) else { return response }
    guard let recipient = form.recipient(among: around.colleagues) else { return .stays }
    guard !form.takeOut(wording) else {
      handing = form
      problem = ("desk.handOver.masked", [:])
      return .stays
    }
    walk.give(CallStage.answer.rawValue, to: .callPlace, from: .derived)
    isOver = true
    let kept = keepWritten(wording) + save(wording) + takenBack
    return .goes(
      .queue,
      after: kept + [
        .desk(.note(form.plain(wording), openCase)),
        .desk(.perform(.hand(to: recipient), openCase)),
      ]
    )
  }
}
