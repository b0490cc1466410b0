package import Drawing
package import Model
import SafeText
package import Wording

/// One sentence of one's own for next time, which stands on the first page of training until another is written.
///
/// It is kept in one's own training alone; a class hears nothing of it.
package struct IntentScreen: TrainedScreen, Equatable {
  /// The debrief that is gone back to.
  private var debrief: DebriefScreen
  private var line: LineEditor

  init(_ debrief: DebriefScreen) {
    self.debrief = debrief
    line = LineEditor(
      text: debrief.setting.record.intent ?? "",
      limit: TrainingRecord.mostIntent
    )
  }

  package var setting: TrainingSetting {
    get { debrief.setting }
    set { debrief.setting = newValue }
  }

  package var portal: PortalEdition? { debrief.portal }
  package var pageName: String { "intent" }
  package var takesText: Bool { true }

  package var leavingKey: String {
    isChanged ? "train.leave.intent" : setting.leavingKey
  }

  package func title(_ wording: Wording) -> [String] { debrief.title(wording) }

  package func page(_ wording: Wording) -> Page {
    Page(
      [.heading(wording("train.intent")), .paragraph(wording("train.intent.about"))],
      [QuestionForm.backOption(wording)],
      writes: .line(wording("train.intent.line"))
    )
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [wording.choosing] + wording.hints([.back, .help, .quit])
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    let width = canvas.size.columns
    let about = Wrap.lines(wording("train.intent.about"), width: width)
    canvas.write(wording("train.intent"), row: 0, column: 0, style: .heading)
    for (row, text) in about.enumerated() { canvas.write(text, row: 1 + row, column: 0) }
    canvas.region(Rect(row: about.count + 2, column: 0, width: width, height: 1)) {
      line.draw(on: &$0, focused: true)
    }
  }

  // MARK: - What is typed

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    if key == .enter { return goBack(keeping: line.text, wording) }
    return line.handle(key) == .ignored ? .ignored : .stays
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    _ = line.paste(text) { wording.content.kept($0, in: nil) }
    return .stays
  }

  package mutating func write(_ line: String, wording: Wording) -> Response {
    goBack(keeping: line, wording)
  }

  private var isChanged: Bool { line.text != setting.record.intent ?? "" }

  /// Keeps the sentence, without what must not be kept.
  private mutating func keep(_ text: String, _ wording: Wording) -> [Effect] {
    setting.keep(.intent(wording.content.kept(text, in: nil)))
  }

  /// Whoever goes away from a sentence that is changed has it kept.
  private mutating func keepChanged(_ wording: Wording) -> [Effect] {
    isChanged ? keep(line.text, wording) : []
  }

  /// Keeps the sentence, and goes back.
  private mutating func goBack(keeping text: String, _ wording: Wording) -> Response {
    let effects = keep(text, wording)
    return .goes(.screen(debrief), after: effects)
  }

  package mutating func take(_ id: String, wording: Wording) -> Response { back(wording) }
  package mutating func aim(at area: HitArea) -> Key? { nil }
  package mutating func fit(_ size: Size) {}
  package mutating func reword(_ wording: Wording) {}

  package mutating func back(_ wording: Wording) -> Response {
    let effects = keepChanged(wording)
    return .goes(.screen(debrief), after: effects)
  }

  package mutating func leave(_ wording: Wording) -> Response {
    let effects = keepChanged(wording)
    guard case .goes(let menu, let others) = debrief.leave(wording) else { return .does(effects) }
    return .goes(menu, after: effects + others)
  }
}
