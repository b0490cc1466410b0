import Drawing
package import Model
import SafeText
package import Wording

/// What there is to practise: what is due, the exercises made by hand, and the levels.
package struct TrainingMenu: PageScreen {
  /// A part of what there is.
  package enum Part: Equatable, Sendable {
    case start
    case exercises(PortalEdition)
    case levels(PortalEdition)
    case attempts
  }

  package var form = MenuForm(Page([]))
  private let part: Part
  private let setting: TrainingSetting
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
    switch part {
    case .start: start(wording)
    case .exercises(let edition):
      Page(
        [.heading(wording("train.exercises.\(edition.rawValue)"))],
        exercises(of: edition, wording).map { exercise in
          option(exercise, edition, wording)
        } + [wayBack(wording)]
      )
    case .levels(let edition):
      Page(
        [.heading(wording("train.levels")), .paragraph(wording("train.levelsAbout"))],
        [.init(id: watch("L1", edition), label: wording("train.level.0"))]
          + ScenarioDraw.levels.map { level in
            .init(id: play("L\(level)", edition), label: wording("train.level.\(level)"))
          } + [wayBack(wording)]
      )
    case .attempts: attempts(wording)
    }
  }

  private func start(_ wording: Wording) -> Page {
    let all = exercises(of: edition, wording)
    let due = Repetition.due(all, of: edition, in: setting.record, on: setting.today).first
    var options: [ChoiceList.Option] = []
    if setting.record.open != nil {
      options.append(.init(id: Self.goOn, label: wording("train.goOn")))
    }
    if let due {
      let name = ["name": wording("exercise.\(due.id).name")]
      options.append(.init(id: play(due.id, edition), label: wording("train.today", name)))
      let attempts = setting.record.attempts(at: due.id, of: edition)
      if Repetition.isStuck(attempts) {
        options.append(.init(id: watch(due.id, edition), label: wording("train.watchIt", name)))
      }
    }
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
    return Page(
      [
        .heading(wording("train.title")), .paragraph(wording("train.about")),
        .toned(wording("train.learnt", values), .muted),
      ],
      options
    )
  }

  private func option(_ exercise: Exercise, _ edition: PortalEdition, _ wording: Wording)
    -> ChoiceList.Option
  {
    let best = setting.record.attempts(at: exercise.id, of: edition).map(\.sum).max()
    return .init(
      id: play(exercise.id, edition),
      label: wording("exercise.\(exercise.id).name"),
      hint: best.map { wording("train.best", ["sum": "\($0)"]) }
    )
  }

  private func attempts(_ wording: Wording) -> Page {
    let lines = setting.record.attempts.suffix(10).reversed().map { attempt -> Prose in
      let name = "exercise.\(attempt.scenario.name).name"
      let values = [
        "day": attempt.day.map { wording.text($0) } ?? "–",
        "name": wording.has(name) ? wording(name) : "\(attempt.scenario)",
        "sum": "\(attempt.sum)",
        "result": wording(attempt.isPassed ? "train.passed" : "train.notPassed"),
      ]
      return .bullet(wording("train.attempt", values))
    }
    return Page(
      [.heading(wording("train.attempts"))]
        + (lines.isEmpty ? [.paragraph(wording("train.noAttempts"))] : lines),
      [wayBack(wording)]
    )
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
    case Self.goOn:
      guard let open = setting.record.open else { return .stays }
      return TrainingScreen.begun(open.scenario, playing: open.acts, setting, wording)
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
    let words = id.split(separator: "/").map(String.init)
    guard words.count == 3, let edition = PortalEdition(rawValue: words[1]) else { return .stays }
    let next = setting.next(words[2], of: edition)
    guard id.hasPrefix(Self.watch) else { return TrainingScreen.begun(next, setting, wording) }
    return WatchScreen(next, setting, wording).map { .goes(.screen($0)) } ?? .stays
  }

  private func show(_ part: Part) -> Response {
    .goes(.screen(TrainingMenu(setting, of: edition, part)))
  }

  package func back(_ wording: Wording) -> Response {
    part == .start ? .goes(.leaving) : show(.start)
  }

  package func leave(_ wording: Wording) -> Response { show(.start) }

  private static let goOn = "goOn"
  private static let levels = "levels"
  private static let join = "join"
  private static let attempts = "attempts"
  private static let list = "list/"
  private static let play = "play/"
  private static let watch = "watch/"
}
