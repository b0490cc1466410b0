import Drawing
import Model
import SafeText
import Wording

/// What an agent says is wrong with what Veiviser says, while the call lasts and at its end.
///
/// It is chosen on a page of its own, and what is written there is a note: whoever begins a sentence presses no key of
/// the page below.
extension CallScreen {
  /// Whether `!` opens that on this page: where a line is written it is a sign like any other.
  var takesFlag: Bool {
    switch stage {
    case .symptom, .role, .points, .answer, .wrapUp: true
    case .question: editor == nil
    case .message, .party, .park, .handOver: false
    }
  }

  /// - Returns: `nil` while the key does what it does on the page.
  mutating func handleFlag(_ key: Key, _ wording: Wording) -> Response? {
    guard isFlagging else {
      guard key == .character("!"), takesFlag else { return nil }
      (isFlagging, digits) = (true, nil)
      return .stays
    }
    switch key {
    case .enter: isFlagging = false
    case .character("!"): break
    case .character(let sign) where sign.isASCII && sign.isNumber:
      guard let digit = sign.wholeNumberValue, digit <= DeskFlag.allCases.count else { break }
      report(digit == 0 ? nil : DeskFlag.allCases[digit - 1], wording)
    case .character:
      note.isOpen = true
      return handleNote(key, wording)
    default: return .ignored
    }
    return .stays
  }

  /// Says what is wrong; `nil` that nothing is.
  mutating func report(_ new: DeskFlag?, _ wording: Wording) {
    flag = new
    wrapUp?.flag(new)
    guard let new else {
      success = ("desk.unflagged", [:])
      return
    }
    success = ("desk.flagged", ["what": wording(new.textKey)])
  }

  /// What can be wrong, each with its digit, and what becomes of anything else that is written.
  func drawFlags(on canvas: inout Canvas, _ wording: Wording) {
    var row = 0
    func write(_ key: String, _ style: Style) {
      for line in Wrap.lines(wording(key), width: max(1, canvas.size.columns)) {
        canvas.write(line, row: row, column: 0, style: style)
        row += 1
      }
    }
    write("desk.flags.title", .heading)
    for (place, choice) in flagChoices(wording).enumerated() {
      let digit = (place + 1) % (DeskFlag.allCases.count + 1)
      draw(
        "\(digit)",
        [choice.text],
        isFocused: choice.flag == flag,
        row: row,
        on: &canvas,
        .key(.character(Character("\(digit)")))
      )
      row += 1
    }
    write("desk.flags.write", .muted)
  }

  /// What can be wrong, and last that nothing is.
  private func flagChoices(_ wording: Wording) -> [(flag: DeskFlag?, text: String)] {
    let all = DeskFlag.allCases.map(Optional.some) + [nil]
    return all.map { (flag: $0, text: wording($0?.textKey ?? "desk.flags.none")) }
  }

  /// The same where there is no full screen.
  func flagPage(_ head: [Prose], _ wording: Wording) -> Page {
    let choices = flagChoices(wording).map {
      ChoiceList.Option(.flag, of: $0.flag?.rawValue ?? "", $0.text)
    }
    return Page(head + [.paragraph(wording("desk.flags.title"))], choices + [.toCall(wording)])
  }
}
