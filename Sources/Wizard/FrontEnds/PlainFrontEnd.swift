import Foundation
import Model
import Screens

/// The wizard line by line, for screen readers, simple terminals and pipes: the same flows, the same
/// conditions and the same words as the full screen.
final class PlainFrontEnd {
  private let content: Content
  private let wording: Wording
  private let runner: StoreRunner
  private let console: Console
  private let questions: PlainQuestions

  init(content: Content, language: Language, runner: StoreRunner, console: Console = Console()) {
    self.content = content
    wording = Wording(content, language)
    self.runner = runner
    self.console = console
    questions = PlainQuestions(console: console, wording: wording)
  }

  func run() -> EndStatus {
    console.say(wording("header.program"))
    console.say(wording("plain.about"))
    while true {
      let cases = unfinished()
      console.say("")
      console.say(wording("home.title"))
      let flows = Flow.ids.map { ($0, wording("flow.\($0).start")) }
      let saved = cases.map { ("\($0.id.rawValue)", line($0)) }
      let others = lists() + [("quit", wording("button.leave"))]
      switch questions.choose(flows + saved + others, standing: nil) {
      case .answer("quit"), .quit: return .done
      case .answer(let id):
        if let ended = take(id) { return ended }
      case .back, .why: continue
      }
    }
  }

  /// Does what was chosen at home.
  ///
  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  private func take(_ id: String) -> EndStatus? {
    runner.carryOut(.closeCase)
    if let flow = Flow.named(id) { return go(through: Walk(flow, engine: content.engine)) }
    if let number = Int64(id).map(CaseID.init(rawValue:)) {
      return resume(number).flatMap { go(through: $0, number) }
    }
    let lists = PlainLists(console: console, questions: questions, wording: wording) {
      self.settle($0)
    }
    switch lists.run(id == Self.due ? .due : .all) {
    case .quit: return .left
    case .home: return nil
    case .open(let number):
      guard var walk = resume(number) else { return nil }
      walk.goToReviewIfOver()
      return go(through: walk, number)
    }
  }

  private static let records = "records"
  private static let due = "due"

  /// The ways to the lists.
  private func lists() -> [(String, String)] {
    var ways = [(Self.records, wording("home.records"))]
    for case .counted(_, let due) in settle(.count) where due > 0 {
      ways.append(
        (
          Self.due,
          wording("home.due") + ": " + wording("home.dueCount", ["count": wording.told(due)])
        )
      )
    }
    return ways
  }

  private func line(_ item: CaseSummary) -> String {
    wording("home.resume") + ": " + wording.label(item)
  }

  // MARK: - The store

  private func unfinished() -> [CaseSummary] {
    for case .listed(let page) in settle(.list(CaseQuery(.unfinished, limit: 20))) {
      return page.cases
    }
    return []
  }

  private func resume(_ id: CaseID) -> Walk? {
    for case .opened(let found) in settle(.open(id)) {
      return Flow.named(found.flow).map {
        Walk($0, engine: content.engine, resuming: found.content)
      }
    }
    return nil
  }

  /// Does something with the store and waits for it; failures are said aloud.
  private func settle(_ effect: Effect) -> [Event] {
    runner.carryOut(effect)
    runner.finish()
    let events = runner.events()
    for event in events {
      if case .storeFailed(let key, let values) = event { console.say(wording(key, values)) }
    }
    return events
  }

  /// What became of a walk that was to be saved.
  private enum Keeping { case own, theirs, dropped }

  /// Saves a walk; where somebody else saved or deleted first, the person chooses what to go on with.
  private func keep(_ walk: inout Walk, _ number: inout CaseID?, as status: CaseStatus = .open)
    -> Keeping
  {
    var draft = wording.draft(walk)
    draft.status = status
    for event in settle(.save(draft)) {
      switch event {
      case .saved(let id): number = id
      case .changedElsewhere(let theirs, _):
        guard choose(.changed(theirs.id)) == Overlay.keepMine else {
          if let newest = resume(theirs.id) { (walk, number) = (newest, theirs.id) }
          return .theirs
        }
        runner.carryOut(.closeCase)
        return keep(&walk, &number, as: status)
      case .deletedElsewhere(let id, _):
        // Whoever ends here has not said that it may go.
        let isDropped = choose(.deleted(id)) == Overlay.dropMine
        runner.carryOut(.closeCase)
        return isDropped ? .dropped : keep(&walk, &number, as: status)
      default: break
      }
    }
    return .own
  }

  /// Says what somebody else did and asks what is to hold; `nil` when there is no more to read.
  private func choose(_ clash: Clash) -> String? {
    console.say(wording("\(clash.stem).title"))
    console.say(wording("\(clash.stem).about"))
    let ways = Overlay.ways(clash).map { ($0, wording("button.\($0)")) }
    guard case .answer(let way) = questions.choose(ways, standing: nil) else { return nil }
    return way
  }

  // MARK: - Walking

  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  private func go(through start: Walk, _ known: CaseID? = nil) -> EndStatus? {
    var walk = start
    var number = known
    while true {
      console.say("")
      let asked = walk.current
      let turn: PlainTurn
      if asked.kind == .question {
        turn = questions.ask(&walk)
      } else {
        questions.read(wording.parts(walk, number: number))
        // There is nobody to take a clipboard; the letter is on the screen.
        let ways = wording.ways(walk).filter { $0.choice != .copyLetter }
        turn = questions.choose(ways.map { ($0.id, line($0)) }, standing: nil)
        if case .answer(let id) = turn, let way = ways.first(where: { $0.id == id }) {
          if way.choice == .saveLetter {
            write(wording.letter(walk), name: Wording.letterFile(number))
          } else if case .task(let start) = way.choice, let task = begin(start, from: walk, number)
          {
            (walk, number) = (task, nil)
          } else if let status = walk.take(way.choice) {
            switch keep(&walk, &number, as: status) {
            case .own: break
            case .theirs: continue
            case .dropped: return nil
            }
            // A task leads back to the case it was begun from, to be checked again there.
            guard let origin = walk.originCase, let before = resume(origin) else {
              return nil
            }
            (walk, number) = (before, origin)
          }
        }
      }
      switch turn {
      case .quit: return .left
      case .back: if !walk.back() { return nil }
      case .why: questions.read(wording.why(walk.current, in: walk))
      case .answer: break
      }
      if keep(&walk, &number) == .dropped { return nil }
      if case .answer = turn, let id = walk.systemID(answeredAt: asked) { tellOfOther(with: id) }
    }
  }

  /// Says that another datasystem has an ID already.
  private func tellOfOther(with id: String) {
    for case .known(_, let found) in settle(.lookUp(systemID: id)) {
      let known = wording.known(id, found)
      console.say(wording(known.key, known.values))
    }
  }

  /// Writes a text to a file and says where.
  private func write(_ text: String, name: String) {
    for case .written(let path) in settle(.write(name: name, text: text)) {
      console.say(wording("records.written", ["path": path]))
    }
  }

  /// Begins a task, with what is known already filled in.
  private func begin(_ task: TaskStart, from walk: Walk, _ number: CaseID?) -> Walk? {
    guard let draft = CaseDraft(for: task, from: walk, numbered: number),
      let flow = Flow.named(draft.flow)
    else { return nil }
    _ = settle(.closeCase)
    return Walk(flow, engine: content.engine, resuming: draft)
  }

  private func line(_ way: Way) -> String {
    [way.label, way.detail].compactMap { $0 }.joined(separator: ": ")
  }
}
