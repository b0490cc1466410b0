import Drawing
package import Model
import SafeText
package import Wording

/// A call that the program plays by the best way, while the trainee says what comes next; nothing is kept of it.
package struct WatchScreen: PageScreen, TrainedScreen {
  package var form = MenuForm(Page([]))
  private var call: TrainingCall
  private let room: TrainingRoom
  package var setting: TrainingSetting
  /// What was taken to come last, and what came.
  private var last: (guess: TrainingAct, best: TrainingAct)?
  private var right = 0

  /// - Returns: `nil` where there is no such exercise.
  init?(_ id: ScenarioID, _ setting: TrainingSetting, _ wording: Wording) {
    guard let room = wording.content.trainingRoom(of: id.edition),
      let scenario = room.draw.scenario(id)
    else { return nil }
    self.room = room
    self.setting = setting
    call = TrainingCall(scenario)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.form == right.form && left.call == right.call && left.right == right.right
  }

  package var portal: PortalEdition? { call.scenario.edition }
  package var pageName: String { "watch \(call.acts.count)" }
  package var leavingKey: String { "train.leave.watched" }

  package func title(_ wording: Wording) -> [String] {
    [wording("train.mark"), wording("train.watch"), wording.name(of: call.scenario)]
  }

  package func page(_ wording: Wording) -> Page {
    guess(wording).reserving(TrainingScreen.Act.letters)
  }

  private func guess(_ wording: Wording) -> Page {
    let text = TrainingText(call, room, wording)
    let told = last.map { last in
      last.guess == last.best
        ? Prose.toned(wording("train.watch.right"), .good)
        : .paragraph(wording("train.watch.best", ["act": wording.short(last.best)]))
    }
    let latest = text.latest
    guard !call.isOver else {
      let count = call.acts.count
      let over = wording.counted("train.watch.over", count, as: "all", ["right": "\(right)"])
      return Page(
        [told].compactMap(\.self) + [.paragraph(over)],
        [.init(id: Self.menu, label: wording("train.toMenu"))]
      )
    }
    let asked = Prose.heading(wording("train.watch.next"))
    return Page(
      [told].compactMap(\.self) + latest.act + latest.answer + [asked],
      choices.map { .init(id: "\($0)", label: wording.short($0)) }
    )
  }

  /// What may come next: the best, and two things that can be done as well, in an order that tells nothing.
  private var choices: [TrainingAct] {
    guard let best = BestWay(room).next(call) else { return [] }
    var random = SplitMix("\(call.scenario.id.words) watch \(call.acts.count)")
    let asks = room.questions(call).map { TrainingAct.ask($0, .clear) }
    let others = random.shuffled(asks + [.readBack, .tellBack, .lure(.retry), .end(.waiting)])
      .filter { $0 != best }
    return random.shuffled([best] + others.prefix(2))
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard let guess = choices.first(where: { "\($0)" == id }), let best = BestWay(room).next(call)
    else { return leave(wording) }
    last = (guess, best)
    if guess == best { right += 1 }
    call.perform(best, in: room)
    form = MenuForm(page(wording))
    return .stays
  }

  package func back(_ wording: Wording) -> Response { leave(wording) }
  package func leave(_ wording: Wording) -> Response {
    .goes(.screen(setting.menu(of: call.scenario.edition)))
  }

  private static let menu = "menu"
}
