package import Wording
package import Drawing
package import Model
import SafeText

/// The fields of a question step, with the buttons below them.
package struct QuestionForm: Form {
  static let next = "next"
  static let back = "back"

  /// The question and what belongs to it, above the fields.
  private(set) var head: TextBlock
  /// How to see the answer, below the fields where there is room.
  private(set) var look: TextBlock
  var fields: [any FieldEditor]
  private(set) var buttons: ButtonRow
  /// The index of the focused field; the number of fields means the buttons.
  var focus = 0
  /// What was typed since a key chose an answer above the line, until it is told which of the two it was for.
  var firstSigns: FirstSigns?

  /// Lays out a step with what was answered before.
  init(_ step: Step, walk: Walk, wording: Wording) {
    head = TextBlock(QuestionText(walk, wording).head)
    look = TextBlock(QuestionText(walk, wording).look)
    fields = step.fields.map { fieldEditor($0, walk: walk, wording: wording) }
    buttons = Self.buttons(wording)
  }

  /// Stands as a page does that is opened: with the focus where its answer is.
  mutating func open() { (focus, firstSigns) = (0, nil) }

  /// Says everything again in another language; what was typed and chosen stays.
  package mutating func reword(_ page: Page, walk: Walk, wording: Wording) {
    firstSigns = nil
    head = TextBlock(page.prose)
    look = TextBlock(QuestionText(walk, wording).look)
    for index in fields.indices { fields[index].reword(walk: walk, wording: wording) }
    buttons = ButtonRow(Self.buttons(wording).buttons, focused: buttons.focusedID)
  }

  package static func == (one: QuestionForm, other: QuestionForm) -> Bool {
    one.head == other.head && one.look == other.look && one.buttons == other.buttons
      && one.focus == other.focus && one.fields.count == other.fields.count
      && zip(one.fields, other.fields).allSatisfy { $0.isSame(as: $1) }
  }

  /// The field that has the focus, if none of the buttons has it.
  private var focused: (any FieldEditor)? { focus < fields.count ? fields[focus] : nil }

  /// Whether every letter goes into a text, and chooses nothing.
  var takesText: Bool { focused?.takesText ?? false }

  /// Whether there is a line or a text among the fields.
  var hasLine: Bool { fields.contains(where: \.takesText) }

  /// Whether a secret is being typed.
  var isTypingSecret: Bool { focused?.isSecret ?? false }

  /// Whether words are typed in the search that has the focus.
  var isSearching: Bool { focused?.isSearching ?? false }

  /// The organisation numbers that are typed.
  var organisations: [OrganisationNumber] {
    fields.compactMap { $0.field.organisation(in: $0.given) }
  }

  /// What is looked for in the register at hand.
  func sought(_ walk: Walk) -> RegisterQuery? {
    let kind = fields.first { $0.field.id == .workFor }?.given
    let isForClient = kind.map { $0 == WorkFor.client.rawValue } ?? walk.isForClient
    return fields.compactMap(\.sought).first.flatMap {
      RegisterQuery($0, isForClient: isForClient)
    }
  }

  /// Takes in what was found there.
  mutating func take(_ hits: RegisterHits) {
    for index in fields.indices { fields[index].take(hits) }
  }

  /// Whether what is typed ends in an identity number of which the rest is missing.
  var endsInTornNumber: Bool { takesText && focused?.given?.endsInTornNumber == true }

  /// Puts in the walk what is in the fields.
  ///
  /// - Parameter isAnswer: Whether the person goes on with it.
  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    for field in fields { field.give(to: &walk, wording: wording, isAnswer: isAnswer) }
  }

  /// Puts the focus on the first field that one cannot go on with, or should look at once more, and says why.
  mutating func refuse(_ wording: Wording) -> Remark? {
    if let index = fields.firstIndex(where: { $0.problem != nil }) {
      focus = index
      return fields[index].problem
    }
    for index in fields.indices {
      guard let doubt = fields[index].doubt(wording) else { continue }
      focus = index
      return doubt
    }
    return nil
  }

  /// The way back as the last of some options.
  static func backOption(_ wording: Wording, isSetOff: Bool = false) -> ChoiceList.Option {
    .init(id: back, label: wording("button.back"), isSetOff: isSetOff)
  }

  private static func buttons(_ wording: Wording) -> ButtonRow {
    ButtonRow([
      .init(id: back, label: wording("button.back")),
      .init(id: next, label: wording("button.next")),
    ])
  }

  // MARK: - Keys

  package mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    if takeAboveFilledLine(key, walk: walk, wording: wording) { return .stays }
    if takeFurtherSign(key, walk: walk, wording: wording) { return .stays }
    if let place = place(beside: key) { focus = place }
    guard focus < fields.count else { return handleButtons(key) }
    if !isTypingSecret && (key == .tab || key == .backTab) {
      fields[focus].settle()
      move(key == .tab ? 1 : -1)
      return .stays
    }
    let before = fields[focus]
    let response = fields[focus].handle(key, walk: walk, wording: wording)
    chooseImplied(by: fields[focus])
    switch response {
    case .leaves(let step):
      move(step)
      return .stays
    // What is chosen answers the step; what is typed leads on to the next line.
    case .takes where fields[focus].isOneLine && focus < fields.count - 1:
      move(1)
      return .stays
    case .takes:
      guard let sign = Self.sign(of: key), hasLine(behind: focus) else { return response }
      goDown(from: before, by: sign)
      return .stays
    default: return response
    }
  }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  package mutating func aim(at area: HitArea) -> Key? {
    firstSigns = nil
    guard let field = area.field, fields.indices.contains(field) else {
      guard case .choice(let id) = area.meaning else { return nil }
      focus = fields.count
      buttons.focus(id)
      return .enter
    }
    focus = field
    guard case .choice(let id) = area.meaning else { return nil }
    return fields[field].aim(at: id)
  }

  /// What has the focus moves, and keeps it.
  package mutating func turnWheel(_ key: Key, walk: Walk, wording: Wording) -> Int {
    guard focus < fields.count, !fields[focus].isOneLine else { return 0 }
    _ = fields[focus].handle(key, walk: walk, wording: wording)
    return 0
  }

  /// Inserts pasted text in the focused field.
  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    guard focus < fields.count else { return }
    firstSigns = nil
    if !takesText { focus = fields.firstIndex { $0.field.isLine } ?? focus }
    fields[focus].paste(text, walk: walk, wording: wording)
    chooseImplied(by: fields[focus])
  }

  /// The letter or digit that a key is.
  private static func sign(of key: Key) -> Character? {
    guard case .character(let sign) = key, sign.isLetter || sign.isNumber else { return nil }
    return sign
  }

  private func hasLine(behind place: Int) -> Bool {
    fields.dropFirst(place + 1).contains { $0.field.isLine }
  }

  /// The field that a letter or digit is for, where it is not the one that has the focus.
  ///
  /// It is the one with the answer the key chooses, and else the line. On the buttons whoever has answered above a line
  /// is past the answers.
  private func place(beside key: Key) -> Int? {
    guard let sign = Self.sign(of: key), !takesText else { return nil }
    let line = fields.firstIndex { $0.field.isLine }
    let isPast = focus == fields.count
    guard line != nil || isPast else { return nil }
    return fields.firstIndex {
      $0.chooses(by: sign) && !(isPast && line != nil && $0.given != nil)
    } ?? line
  }

  /// Chooses what a number in a line says, before the eyes of whoever typed it.
  mutating func chooseImplied(by typed: any FieldEditor) {
    guard !typed.field.impliedByNumber.isEmpty,
      (try? OrganisationNumber(checking: typed.given ?? "")) != nil
    else { return }
    for index in fields.indices {
      if let value = typed.field.impliedByNumber[fields[index].field.id] {
        fields[index].choose(value)
      }
    }
  }

  private mutating func handleButtons(_ key: Key) -> Response {
    switch buttons.handle(key) {
    case .activated: return .takes(buttons.focusedID == Self.next ? Self.next : Self.back)
    case .ignored where key == .backTab || key == .up:
      move(-1)
      return .stays
    case .ignored where key == .tab || key == .down:
      focus = 0
      return .stays
    case .ignored: return .ignored
    case .moved, .changed, .refused: return .stays
    }
  }

  private mutating func move(_ step: Int) {
    let places = fields.count + 1
    focus = (focus + step + places) % places
    if focus == fields.count { buttons.focus(step > 0 ? Self.next : Self.back) }
  }
}

// MARK: - Drawing

extension QuestionForm {
  private struct Places {
    var head: Rect
    var fields: [Rect]
    var look: Rect?
    /// The row that says where the rest of the instructions is.
    var moreRow: Int?
    var buttons: Rect
  }

  /// The question keeps its rows as long as the options have theirs; how to look goes first, since
  /// it is a key away, and in a low window then the empty rows: no field may be out of sight.
  private func places(in size: Size) -> Places {
    let width = size.columns
    let buttonRows = buttons.height(width: width)
    let wanted = fields.map { $0.rows(width: width) }
    let total = wanted.reduce(0, +) + wanted.count - 1
    let roomy = max(0, size.rows - buttonRows - 1)
    let headRows = min(head.height(width: width), max(2, roomy - total - 1))
    let missing = headRows + 1 + total - roomy
    let room = missing > 0 ? max(0, size.rows - buttonRows) : roomy
    let headGap = missing > 1 ? 0 : 1
    let gap = missing > 2 ? 0 : 1
    let lookRows = look.height(width: width)
    let spare = max(0, room - headRows - 1 - total)
    // A search or a text takes what is left, less what the instructions need; a message, which is pasted, can do with
    // the least for them.
    let kept = spare > lookRows + 1 || takesMessage ? min(lookRows + 1, spare) : 0
    var row = headRows + headGap
    var rects: [Rect] = []
    for (widget, wanted) in zip(fields, wanted) {
      let useful = max(wanted, min(wanted + spare - kept, widget.mostRows))
      let rows = min(useful, max(0, room - row))
      rects.append(Rect(row: row, column: 0, width: width, height: rows))
      row += rows + gap
    }
    // The beginning of the instructions is better than empty rows, with a row that says where the rest is.
    // The row that stands empty above the buttons is theirs where it makes them whole.
    let isWhole = lookRows == size.rows - buttonRows - row
    let left = isWhole ? lookRows : min(lookRows, room - row)
    let isCut = left < lookRows
    let lookHeight = isCut ? left - 1 : left
    return Places(
      head: Rect(row: 0, column: 0, width: width, height: headRows),
      fields: rects,
      look: lookHeight > 0 ? Rect(row: row, column: 0, width: width, height: lookHeight) : nil,
      moreRow: lookHeight > 0 && isCut ? row + lookHeight : nil,
      buttons: Rect(row: size.rows - buttonRows, column: 0, width: width, height: buttonRows)
    )
  }

  package mutating func fit(_ size: Size) {
    let places = self.places(in: size)
    head.fit(Size(columns: places.head.width, rows: places.head.height))
    for (index, rect) in places.fields.enumerated() {
      fields[index].fit(Size(columns: rect.width, rows: rect.height))
    }
    if let rect = places.look { look.fit(Size(columns: rect.width, rows: rect.height)) }
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let places = self.places(in: canvas.size)
    canvas.region(places.head) {
      head.draw(on: &$0, focused: false)
      guard head.scrolls else { return }
      let more = Self.more($0.glyphs, wording)
      let column = $0.size.columns - DisplayWidth.columns(of: more)
      $0.fill(Rect(row: $0.size.rows - 1, column: column - 1, width: $0.size.columns, height: 1))
      $0.write(more, row: $0.size.rows - 1, column: column, style: .muted)
    }
    for (index, rect) in places.fields.enumerated() {
      canvas.field = index
      canvas.region(rect) {
        fields[index].draw(on: &$0, focused: focus == index, wording: wording)
      }
    }
    canvas.field = nil
    if let rect = places.look { canvas.region(rect) { look.draw(on: &$0, focused: false) } }
    if let row = places.moreRow {
      canvas.write(Self.more(canvas.glyphs, wording), row: row, column: 0, style: .muted)
    }
    canvas.region(places.buttons) { buttons.draw(on: &$0, focused: focus == fields.count) }
  }

  /// Where the rest is of what is cut.
  private static func more(_ glyphs: Glyphs, _ wording: Wording) -> String {
    "\(wording("head.more")) \(glyphs.ellipsis)"
  }

  private var takesMessage: Bool {
    fields.contains { if case .message = $0.field.input { true } else { false } }
  }

  /// The keys of the focused field.
  package func hints(_ wording: Wording) -> [Hint] {
    guard let focused else {
      let (back, next) = (wording("key.back.short"), wording("hint.next"))
      let leads = buttons.focusedID == Self.back ? back : next
      // Filled up to the longer word, so that no other hint moves with the focus, to be read aloud anew.
      let room = max(DisplayWidth.columns(of: back), DisplayWidth.columns(of: next))
      let rest = String(repeating: " ", count: room - DisplayWidth.columns(of: leads))
      return [
        Hint(key: wording("keys.sides"), text: wording("hint.choose")),
        Hint(key: "Enter", text: leads + rest, press: .enter, need: .goesOn),
      ]
    }
    // A list that a letter answers asks for no Enter, which would then meet the next question.
    return focused.hints(wording)
      + (focused.goesOn
        ? [Hint(key: "Enter", text: wording("hint.next"), press: .enter, need: .goesOn)] : [])
  }
}
