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
  private var nextHandle = CaseHandle.first

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
    if let flow = Flow.named(id) { return go(through: begin(Walk(flow, engine: content.engine))) }
    if let number = Int64(id).map(CaseID.init(rawValue:)) {
      return resume(number).flatMap { go(through: $0) }
    }
    let lists = PlainLists(console: console, questions: questions, wording: wording) {
      self.settle($0)
    }
    switch lists.run(id == Self.due ? .due : .all) {
    case .quit: return .left
    case .home: return nil
    case .open(let number):
      guard var open = resume(number) else { return nil }
      open.walk.goToReviewIfOver()
      return go(through: open)
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

  /// A case that the person goes on with.
  private struct OpenCase {
    var walk: Walk
    /// What it is saved as.
    var handle: CaseHandle
    /// Its number, once it is stored.
    var number: CaseID?
  }

  private func newHandle() -> CaseHandle {
    defer { nextHandle = nextHandle.next }
    return nextHandle
  }

  /// A case that is not stored yet.
  private func begin(_ walk: Walk) -> OpenCase { OpenCase(walk: walk, handle: newHandle()) }

  private func resume(_ id: CaseID) -> OpenCase? {
    let handle = newHandle()
    for case .opened(handle, let found) in settle(.open(id, as: handle)) {
      return Flow.named(found.flow).map {
        let walk = Walk($0, engine: content.engine, resuming: found.content)
        return OpenCase(walk: walk, handle: handle, number: id)
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
      switch event {
      case .storeFailed(let key, let values), .saveFailed(_, let key, let values):
        console.say(wording(key, values))
      default: break
      }
    }
    return events
  }

  /// What became of a case that was to be saved.
  private enum Keeping { case own, theirs, dropped }

  /// Saves a case; where somebody else saved or deleted it first, the person chooses what to go on with.
  private func keep(_ open: inout OpenCase, as status: CaseStatus = .open) -> Keeping {
    var draft = wording.draft(open.walk)
    draft.status = status
    for event in settle(.save(draft, open.handle)) {
      switch event {
      case .saved(_, let id): open.number = id
      case .changedElsewhere(_, let theirs, let mine):
        if choose(.changed) == Overlay.keepMine { return keep(mine, asNew: &open) }
        if let newest = resume(theirs.id) {
          release(open)
          open = newest
        }
        return .theirs
      case .deletedElsewhere(_, _, let mine):
        // Whoever ends here has not said that it may go.
        return choose(.deleted) == Overlay.dropMine ? .dropped : keep(mine, asNew: &open)
      default: break
      }
    }
    return .own
  }

  /// Saves what could not be saved as a case of its own.
  private func keep(_ mine: CaseDraft, asNew open: inout OpenCase) -> Keeping {
    release(open)
    open.handle = newHandle()
    for case .saved(_, let id) in settle(.save(mine, open.handle)) { open.number = id }
    return .own
  }

  private func release(_ open: OpenCase) { runner.carryOut(.release(open.handle)) }

  /// Says what somebody else did and asks what is to hold; `nil` when there is no more to read.
  private func choose(_ kind: SaveConflict.Kind) -> String? {
    console.say(wording("\(kind.stem).title"))
    console.say(wording("\(kind.stem).about"))
    let choices = kind.choices.map { ($0, wording("button.\($0)")) }
    guard case .answer(let choice) = questions.choose(choices, standing: nil) else { return nil }
    return choice
  }

  // MARK: - Walking

  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  private func go(through start: OpenCase) -> EndStatus? {
    var open = start
    defer { release(open) }
    while true {
      console.say("")
      let asked = open.walk.current
      let turn: PlainTurn
      if asked.kind == .question {
        turn = questions.ask(&open.walk)
      } else {
        questions.read(wording.parts(open.walk, number: open.number))
        // There is nobody to take a clipboard; the letter is on the screen.
        let ways = wording.ways(open.walk).filter { $0.choice != .copyLetter }
        turn = questions.choose(ways.map { ($0.id, line($0)) }, standing: nil)
        if case .answer(let id) = turn, let way = ways.first(where: { $0.id == id }) {
          if way.choice == .saveLetter {
            write(wording.letter(open.walk), name: Wording.letterFile(open.number))
          } else if case .task(let start) = way.choice, let task = begin(start, from: open) {
            release(open)
            open = task
          } else if let status = open.walk.take(way.choice) {
            switch keep(&open, as: status) {
            case .own: break
            case .theirs: continue
            case .dropped: return nil
            }
            // A task leads back to the case it was begun from, to be checked again there.
            guard let origin = open.walk.originCase, let before = resume(origin) else { return nil }
            release(open)
            open = before
          }
        }
      }
      switch turn {
      case .quit: return .left
      case .back: if !open.walk.back() { return nil }
      case .why: questions.read(wording.why(open.walk.current, in: open.walk))
      case .answer: break
      }
      if keep(&open) == .dropped { return nil }
      if case .answer = turn, let id = open.walk.systemID(answeredAt: asked) {
        tellOfOther(with: id, than: open)
      }
    }
  }

  /// Says that another datasystem has an ID already.
  private func tellOfOther(with id: String, than open: OpenCase) {
    for case .known(_, let found) in settle(.lookUp(systemID: id, except: open.handle)) {
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
  private func begin(_ task: TaskStart, from open: OpenCase) -> OpenCase? {
    guard let draft = CaseDraft(for: task, from: open.walk, numbered: open.number),
      let flow = Flow.named(draft.flow)
    else { return nil }
    return begin(Walk(flow, engine: content.engine, resuming: draft))
  }

  private func line(_ way: Way) -> String {
    [way.label, way.detail].compactMap { $0 }.joined(separator: ": ")
  }
}
