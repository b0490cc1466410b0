package import Wording
package import Drawing
import Model
import SafeText

/// What there is to do.
package struct HomeScreen: Screen, Equatable {
  private var form: MenuForm
  private var entries: [HomeEntry]
  private var openCases: Int?
  private var due: Int

  init(_ wording: Wording, flows: [FlowID] = Flow.ids, openCases: Int?, due: Int) {
    self.openCases = openCases
    self.due = due
    entries = HomeEntry.all(wording, flows: flows, openCases: openCases, due: due)
    form = MenuForm(Self.intro(wording), Self.options(entries))
  }

  private static func intro(_ wording: Wording) -> [Prose] {
    [.heading(wording("home.title")), .gap, .paragraph(wording("home.about"))]
  }

  /// The lists are set off from the flows.
  private static func options(_ entries: [HomeEntry]) -> [ChoiceList.Option] {
    let first = entries.first { !$0.isFlow }
    return ChoiceList.numbered(
      entries.map { .init(id: $0.id, label: $0.label, hint: $0.hint, isSetOff: $0 == first) }
    )
  }

  package mutating func reword(_ wording: Wording) {
    entries = HomeEntry.all(wording, openCases: openCases, due: due)
    form.reword(Self.intro(wording), Self.options(entries))
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard case .counted(let open, let due) = event else { return .ignored }
    openCases = open
    self.due = due
    reword(wording)
    return .stays
  }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    guard case .takes(let id) = form.handle(key) else { return .stays }
    return entries.first { $0.id == id }.map { .goes($0.destination) } ?? .stays
  }

  package func back(_ wording: Wording) -> Response { .goes(.leaving) }
  package mutating func aim(at area: HitArea) -> Key? { form.aim(at: area) }
  package mutating func fit(_ size: Size) { form.fit(size) }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    form.draw(on: &canvas, wording: wording)
  }

  package func title(_ wording: Wording) -> [String] { [wording("header.program")] }
  package func hints(_ wording: Wording) -> [Hint] { form.hints(wording) + wording.common }
}
