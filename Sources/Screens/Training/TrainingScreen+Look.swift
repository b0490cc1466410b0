package import Drawing
import Model
import SafeText
package import Wording

/// How the desk's own forms stand in training, and the keys of the desk.
extension TrainingScreen {
  package var scopes: [Scope] {
    [.call, .walk] + (place == .end && !note.isOpen ? [.reading] : [])
  }

  package var takesText: Bool {
    note.isOpen || place == .handOver && handing?.isTyping == true
  }

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    guard place != .over else { return .ignored }
    problem = nil
    let response: Response
    switch command {
    case .overview: response = place == .points ? goBack(wording) : go(to: .points, wording)
    case .note: response = note.isOpen ? goBack(wording) : openNote()
    case .handOver where place != .handOver: response = go(to: .handOver, wording)
    case .end where place != .end: response = go(to: .end, wording)
    default: return .ignored
    }
    return standing(response, at: stand)
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    problem = nil
    if note.isOpen {
      note.paste(text, wording)
    } else if place == .handOver {
      handing?.paste(text) { wording.content.kept($0, in: nil) }
    }
    return .stays
  }

  package mutating func write(_ line: String, wording: Wording) -> Response {
    problem = nil
    if note.isOpen {
      note.write(line, wording)
      return handle(.enter, wording: wording)
    }
    if place == .handOver { handing?.write(line, wording) }
    return .stays
  }

  /// Takes what stands on a form where there is no full screen.
  mutating func take(inForm id: String, _ wording: Wording) -> Response {
    guard let (choice, value) = CallChoice.read(id) else { return .stays }
    switch choice {
    case .call: return goBack(wording)
    case .line:
      handing?.rewrite(value)
      return .stays
    default: break
    }
    if let recipient = choice.recipient(value) {
      handing?.give(to: recipient)
      return press(.enter, wording)
    }
    return choice.key(value, wording).map { press($0, wording) } ?? .stays
  }

  // MARK: - What is shown

  func formTitle(_ wording: Wording) -> [String] {
    switch place {
    case .handOver: [wording("desk.title.handOver")]
    case .end: [wording("desk.title.wrapUp")]
    default: []
    }
  }

  func formPage(_ wording: Wording) -> Page {
    let matter = matter(wording)
    let head = formTitle(wording).map { Prose.heading($0) }
    let back = ChoiceList.Option(.call, wording("desk.plain.call"))
    guard place == .end else {
      if let page = handing?.linePage(head, wording) { return page }
      let options = HandOverForm.options(matter) + HandOverForm.lineOptions(wording)
      return Page(head + (handing?.prose(wording) ?? []), options + [back])
    }
    let (prose, options) = (wrapUp?.prose(matter) ?? [], wrapUp?.options(matter) ?? [])
    return Page(head + prose, options + [back])
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let size = canvas.size
    let height = rows(of: size)
    let page = Rect(row: 0, column: 0, width: size.columns, height: height)
    switch place {
    case .end: canvas.region(page) { wrapUp?.draw(on: &$0, matter(wording)) }
    case .handOver: canvas.region(page) { handing?.draw(on: &$0, matter(wording)) }
    default: canvas.region(page) { form.draw(on: &$0, wording: wording) }
    }
    guard note.isOpen else { return }
    canvas.hline(row: height)
    note.draw(on: &canvas, row: height + 1, label: wording("desk.note"), wording)
  }

  package mutating func fit(_ size: Size) {
    form.fit(Size(columns: size.columns, rows: rows(of: size)))
  }

  /// The rows that the line of a note, and the rule above it, leave to the page.
  private func rows(of size: Size) -> Int { max(0, size.rows - (note.isOpen ? 2 : 0)) }

  package mutating func aim(at area: HitArea) -> Key? { isForm ? nil : form.aim(at: area) }

  /// What is sent when the call is over, marked so that nobody sends it.
  package func readable(_ wording: Wording) -> String? {
    guard place == .end, !note.isOpen, let text = wrapUp?.message(matter(wording)) else {
      return nil
    }
    return wording("train.notSent") + "\n\n" + text
  }

  package func hints(_ wording: Wording) -> [Hint] {
    guard !note.isOpen else { return wording.noting }
    switch place {
    case .end: return wrapUp?.hints(matter(wording)) ?? []
    case .handOver: return handing?.hints(matter(wording)) ?? []
    case .over: return form.hints(wording) + wording.hints([.back]) + wording.common
    default:
      let tools =
        wording.hints([.note, .overview, .handOver]) + [
          Hint(
            key: "^X",
            text: wording("desk.hint.closeCall"),
            press: .control("x")
          )
        ]
      return form.hints(wording) + wording.hints([.back, .help]) + tools
        + wording.hints([.language, .quit])
    }
  }

  package func ownKeys(_ wording: Wording) -> [Hint] {
    guard !note.isOpen else { return wording.noting }
    let keys: [OwnKey]
    switch place {
    case .end: keys = wrapUp?.keys(matter(wording)) ?? []
    case .handOver: keys = handing?.keys(matter(wording)) ?? []
    default:
      return page(wording).options.compactMap { option in
        option.key.map { Hint(key: "\($0)", text: option.label) }
      }
    }
    return keys.map { Hint(key: $0.key, text: wording("desk.key.\($0.text)")) }
  }
}
