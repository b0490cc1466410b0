package import Drawing
package import Model
import SafeText
package import Wording

/// Where a class is and what its word is, as whoever leads it says.
package struct JoinScreen: TrainedScreen, Equatable {
  package var setting: TrainingSetting
  package let portal: PortalEdition?
  private var folder = LineEditor(limit: 400)
  private var word = LineEditor(limit: 12)
  private var isAtWord = false

  init(_ setting: TrainingSetting, of edition: PortalEdition) {
    self.setting = setting
    portal = edition
  }

  private var edition: PortalEdition { portal ?? .current }
  package var takesText: Bool { true }

  package func title(_ wording: Wording) -> [String] {
    [wording("train.mark"), wording("class.join")]
  }

  package func page(_ wording: Wording) -> Page {
    Page([.heading(wording("class.join")), .paragraph(wording("class.join.about"))])
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [wording.choosing, wording.tabbing] + wording.hints([.back, .help, .quit])
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let about = Wrap.lines(wording("class.join.about"), width: canvas.size.columns)
    canvas.write(wording("class.join"), row: 0, column: 0, style: .heading)
    for (row, line) in about.enumerated() { canvas.write(line, row: 1 + row, column: 0) }
    let labels = [wording("class.join.folder"), wording("class.join.word")]
    let left = (labels.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 2
    for (place, (label, line)) in zip(labels, [folder, word]).enumerated() {
      let row = about.count + 2 + place
      let isHere = isAtWord == (place == 1)
      canvas.write(label, row: row, column: 0, style: isHere ? .key : .normal)
      let room = max(1, canvas.size.columns - left)
      canvas.region(Rect(row: row, column: left, width: room, height: 1)) {
        line.draw(on: &$0, focused: isHere)
      }
    }
  }

  // MARK: - What is typed

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    switch key {
    case .tab, .backTab, .up, .down: isAtWord.toggle()
    case .enter:
      guard isAtWord else {
        isAtWord = true
        return .stays
      }
      return join(folder.text, word.text)
    default:
      let outcome = isAtWord ? word.handle(key) : folder.handle(key)
      return outcome == .ignored ? .ignored : .stays
    }
    return .stays
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    _ = isAtWord ? word.paste(text) : folder.paste(text)
    return .stays
  }

  /// Asks to sit down; whoever had a seat in this class gets it back.
  package func join(_ folder: String, _ word: String) -> Response {
    let word = word.filter { $0 != " " }.uppercased()
    let seat = setting.record.seat.flatMap { $0.word == word ? $0.number : nil }
    return .does([.classroom(.join(folder: folder, word: word, seat: seat))])
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    if learn(event, wording) { return .stays }
    guard case .classroom(.joined(let seat)) = event else { return .ignored }
    let own = TrainingRecord.Seat(word: seat.room.word, number: seat.number)
    let effects = setting.keep(.seat(own))
    setting.sit(seat)
    return .goes(.screen(setting.menu(of: edition)), after: effects)
  }

  package func take(_ id: String, wording: Wording) -> Response { .stays }
  package mutating func aim(at area: HitArea) -> Key? { nil }
  package mutating func fit(_ size: Size) {}
  package mutating func reword(_ wording: Wording) {}

  package func back(_ wording: Wording) -> Response {
    .goes(.screen(TrainingMenu(setting, of: edition)))
  }

  package func leave(_ wording: Wording) -> Response { back(wording) }
}
