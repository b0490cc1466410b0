import Drawing
package import Model
import SafeText
package import Wording

/// What there is to practise: calls that were left, what is due, the exercises made by hand, and the levels.
package struct TrainingMenu: PageScreen, TrainedScreen {
  /// A part of what there is.
  package enum Part: Equatable, Sendable {
    case start
    case exercises(PortalEdition)
    case levels(PortalEdition)
    /// The calls that are not over.
    case open
    case attempts
    /// An attempt that cannot be shown.
    case gone
  }

  package var form = MenuForm(Page([]))
  private let part: Part
  package var setting: TrainingSetting
  package let portal: PortalEdition?

  package init(_ setting: TrainingSetting, of edition: PortalEdition, _ part: Part = .start) {
    self.setting = setting
    self.part = part
    portal = edition
  }

  private var edition: PortalEdition { portal ?? .current }
  package var pageName: String { "training \(part)" }

  package func title(_ wording: Wording) -> [String] {
    [wording("train.mark"), wording.name(edition)]
  }

  // MARK: - What is shown

  package func page(_ wording: Wording) -> Page {
    content(wording).reserving(TrainingScreen.Act.letters)
  }

  private func content(_ wording: Wording) -> Page {
    switch part {
    case .start: start(wording)
    case .exercises(let edition):
      Page(
        [.heading(wording("train.exercises.\(edition.rawValue)"))],
        exercises(of: edition, wording).map { exercise in
          option(exercise, edition, wording)
        } + [wayBack(wording)]
      )
    case .levels(let edition): levels(of: edition, wording)
    case .open:
      Page(
        [.heading(wording("train.openCalls"))],
        open.reversed().map { goOn($0, wording) } + [wayBack(wording)]
      )
    case .attempts: attempts(wording)
    case .gone:
      Page(
        [.heading(wording("train.attempts")), .paragraph(wording("train.attemptGone"))],
        [wayBack(wording)]
      )
    }
  }

  /// The levels; the highest is a test, which is there once a day.
  private func levels(of edition: PortalEdition, _ wording: Wording) -> Page {
    let left = ScenarioDraw.levels.filter { !setting.isTested("L\($0)", of: edition) }
    let isTaken = left.count < ScenarioDraw.levels.count
    let taken: [Prose] = isTaken ? [.paragraph(wording("train.tested"))] : []
    return Page(
      [.heading(wording("train.levels")), .paragraph(wording("train.levelsAbout"))] + taken,
      [.init(id: watch("L1", edition), label: wording("train.level.0"))]
        + left.map { level in
          .init(id: play("L\(level)", edition), label: wording("train.level.\(level)"))
        } + [wayBack(wording)]
    )
  }

  /// The calls that can be gone on with, by their places: those of the exercises there are now.
  private var open: [Int] {
    let calls = setting.record.openCalls
    return calls.indices.filter { calls[$0].scenario.isCurrent }
  }

  /// Goes on with a call that was left.
  private func goOn(_ place: Int, _ wording: Wording) -> ChoiceList.Option {
    let id = setting.record.openCalls[place].scenario
    let values = ["name": wording.name(of: id) ?? "\(id)"]
    return .init(id: "\(Self.goOn)\(place)", label: wording("train.goOn", values))
  }

  private func start(_ wording: Wording) -> Page {
    let all = exercises(of: edition, wording)
    var options: [ChoiceList.Option] = []
    let open = open
    if let newest = open.last { options.append(goOn(newest, wording)) }
    if open.count > 1 {
      options.append(.init(id: Self.open, label: wording("train.openCalls"), hint: "\(open.count)"))
    }
    let due = today(wording)
    options += due
    for edition in [edition, edition.other] {
      let id = "\(Self.list)\(edition.rawValue)"
      options.append(.init(id: id, label: wording("train.exercises.\(edition.rawValue)")))
    }
    options.append(.init(id: Self.levels, label: wording("train.levels")))
    options.append(.init(id: Self.join, label: wording("class.join")))
    options.append(.init(id: Self.attempts, label: wording("train.attempts")))
    let learnt = all.count {
      Repetition.isLearnt(setting.record.attempts(at: $0.id, of: edition))
    }
    let values = ["count": "\(learnt)", "all": "\(all.count)"]
    let isDone = due.isEmpty && hasTrainedToday
    let told: [Prose] = isDone ? [.paragraph(wording("train.todayDone"))] : []
    return Page(
      [
        .heading(wording("train.title")), .paragraph(wording("train.about")),
        .toned(wording("train.learnt", values), .muted),
      ] + told + setting.intended(wording),
      options
    )
  }

  /// Whether a call was played to its end today.
  private var hasTrainedToday: Bool {
    setting.today != nil
      && setting.record.attempts.contains {
        $0.day == setting.today && $0.scenario.edition == edition
      }
  }

  /// What is to be practised today, and how it is done where it went wrong again and again.
  ///
  /// That a call is drawn for a fault is not told, since that would tell what is wrong in it.
  private func today(_ wording: Wording) -> [ChoiceList.Option] {
    let record = setting.record
    guard let room = wording.content.trainingRoom(of: edition),
      let fault = Repetition.due(room, in: record, on: setting.today).first,
      let exercise = Repetition.exercise(for: fault, room, in: record)
    else { return [] }
    let own = "exercise.\(exercise).name"
    let name = ["name": wording(wording.has(own) ? own : "train.practice")]
    let begin = ChoiceList.Option(
      id: play(exercise, edition),
      label: wording("train.today", name)
    )
    guard Repetition.isStuck(record.attempts(about: fault, in: room)) else { return [begin] }
    return [begin, .init(id: watch(exercise, edition), label: wording("train.watchIt", name))]
  }

  private func option(_ exercise: Exercise, _ edition: PortalEdition, _ wording: Wording)
    -> ChoiceList.Option
  {
    let best = setting.record.attempts(at: exercise.id, of: edition).map(\.sum).max()
    let isOpen = setting.left(in: exercise.id, of: edition) != nil
    return .init(
      id: play(exercise.id, edition),
      label: wording("exercise.\(exercise.id).name"),
      hint: isOpen
        ? wording("class.played") : best.map { wording("train.best", ["sum": "\($0)"]) }
    )
  }

  private func attempts(_ wording: Wording) -> Page {
    let all = setting.record.attempts
    let shown = all.indices.reversed().filter { all[$0].isSeen }
    let options = shown.map { place in
      let attempt = all[place]
      let values = [
        "number": "\(place + 1)",
        "day": attempt.day.map { wording.text($0) } ?? "–",
        "name": wording.name(of: attempt.scenario) ?? "\(attempt.scenario)",
        "result": wording(attempt.isPassed ? "train.passed" : "train.notPassed"),
      ]
      return ChoiceList.Option(
        id: "\(Self.attempt)\(place)",
        label: wording.counted("train.attempt", attempt.sum, as: "sum", values)
      )
    }
    var prose: [Prose] = [.heading(wording("train.attempts"))]
    if all.isEmpty { prose.append(.paragraph(wording("train.noAttempts"))) }
    let older = all.count - shown.count
    if older > 0 {
      prose.append(.toned(wording("train.olderAttempts", ["count": "\(older)"]), .muted))
    }
    return Page(prose, options + [wayBack(wording)])
  }

  private func exercises(of edition: PortalEdition, _ wording: Wording) -> [Exercise] {
    wording.content.trainingRoom(of: edition)?.table.exercises ?? []
  }

  private func wayBack(_ wording: Wording) -> ChoiceList.Option {
    QuestionForm.backOption(wording, isSetOff: true)
  }

  private func play(_ name: String, _ edition: PortalEdition) -> String {
    "\(Self.play)\(edition.rawValue)/\(name)"
  }

  private func watch(_ name: String, _ edition: PortalEdition) -> String {
    "\(Self.watch)\(edition.rawValue)/\(name)"
  }

  // MARK: - What is chosen

  package mutating func take(_ id: String, wording: Wording) -> Response {
    switch id {
    case Self.open: return show(.open)
    case Self.levels: return show(.levels(edition))
    case Self.join: return .goes(.screen(JoinScreen(setting, of: edition)))
    case Self.attempts: return show(.attempts)
    case QuestionForm.back: return show(.start)
    default: break
    }
    if id.hasPrefix(Self.list),
      let other = PortalEdition(rawValue: String(id.dropFirst(Self.list.count)))
    {
      return show(.exercises(other))
    }
    if id.hasPrefix(Self.goOn), let place = Int(id.dropFirst(Self.goOn.count)) {
      return goOn(with: place, wording)
    }
    if id.hasPrefix(Self.attempt), let place = Int(id.dropFirst(Self.attempt.count)) {
      return look(at: place, wording)
    }
    let words = id.split(separator: "/").map(String.init)
    guard words.count == 3, let edition = PortalEdition(rawValue: words[1]) else { return .stays }
    guard id.hasPrefix(Self.watch) else {
      let call = setting.call(words[2], of: edition)
      let acts = setting.record.acts(of: call) ?? []
      return TrainingScreen.begun(call, playing: acts, setting, wording)
    }
    return WatchScreen(setting.next(words[2], of: edition), setting, wording)
      .map { .goes(.screen($0)) } ?? .stays
  }

  private func goOn(with place: Int, _ wording: Wording) -> Response {
    guard setting.record.openCalls.indices.contains(place) else { return .stays }
    let open = setting.record.openCalls[place]
    return TrainingScreen.begun(open.scenario, playing: open.acts, setting, wording)
  }

  private func look(at place: Int, _ wording: Wording) -> Response {
    guard setting.record.attempts.indices.contains(place) else { return .stays }
    let debrief = DebriefScreen(setting.record.attempts[place], setting, wording)
    return debrief.map { .goes(.screen($0)) } ?? show(.gone)
  }

  private func show(_ part: Part) -> Response {
    .goes(.screen(TrainingMenu(setting, of: edition, part)))
  }

  package func back(_ wording: Wording) -> Response {
    part == .start ? .goes(.leaving) : show(.start)
  }

  package func leave(_ wording: Wording) -> Response { part == .start ? .ignored : show(.start) }

  private static let goOn = "goOn/"
  private static let open = "open"
  private static let attempt = "attempt/"
  private static let levels = "levels"
  private static let join = "join"
  private static let attempts = "attempts"
  private static let list = "list/"
  private static let play = "play/"
  private static let watch = "watch/"
}
