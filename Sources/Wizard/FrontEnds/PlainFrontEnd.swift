import Wording
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
      let entries = HomeEntry.all(wording, openCases: nil, due: due())
      // The cases left half way are there themselves, instead of the list of them.
      let lists = entries.filter { !$0.isFlow && $0.destination != .cases(.unfinished) }
      let options =
        entries.filter(\.isFlow).map { ($0.id, $0.label, $0.destination) }
        + cases.map { ("\($0.id.rawValue)", line($0), .open($0.id)) }
        + lists.map { ($0.id, line($0), $0.destination) }
        + [("leave", wording("button.leave"), .leaving)]
      switch questions.choose(options.map { ($0.0, $0.1) }, standing: nil) {
      case .quit: return .done
      case .answer(let id):
        guard let chosen = options.first(where: { $0.0 == id }) else { continue }
        if let ended = go(to: chosen.2) { return ended }
      case .back, .why: continue
      }
    }
  }

  /// Goes where a choice at home leads.
  ///
  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  private func go(to destination: Destination) -> EndStatus? {
    switch destination {
    case .flow(let id):
      return Flow.named(id).flatMap { go(through: begin(Walk($0, engine: content.engine))) }
    case .task(let draft): return begin(draft).flatMap { go(through: $0) }
    case .open(let number): return resume(number).flatMap { go(through: $0) }
    case .cases(let filter): return go(through: filter)
    case .list(let list): return go(through: list.query.filter)
    case .leaving: return .done
    // A case is looked at, and deleted, from the lists.
    case .record, .deletion, .home: return nil
    }
  }

  private func go(through filter: CaseQuery.Filter) -> EndStatus? {
    let lists = PlainLists(console: console, questions: questions, wording: wording) {
      self.settle($0)
    }
    switch lists.run(filter) {
    case .quit: return .left
    case .home: return nil
    case .open(let number):
      guard var open = resume(number) else { return nil }
      open.walk.goToReviewIfOver()
      return go(through: open)
    }
  }

  /// How many requests are to be followed up today.
  private func due() -> Int {
    for case .counted(_, let due) in settle(.count) { return due }
    return 0
  }

  private func line(_ entry: HomeEntry) -> String {
    [entry.label, entry.hint].compactMap(\.self).joined(separator: ": ")
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
  private func keep(_ open: inout OpenCase, as draft: CaseDraft) -> Keeping {
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
        questions.read(wording.prose(open.walk, number: open.number))
        // There is nobody to take a clipboard; the letter is on the screen.
        let offers = wording.offers(open.walk).filter { $0.choice != .copyLetter }
        turn = questions.choose(offers.map { ($0.id, line($0)) }, standing: nil)
        if case .answer(let id) = turn, let offer = offers.first(where: { $0.id == id }) {
          switch wording.take(offer.choice, in: &open.walk, number: open.number) {
          case .goesOn, .copies: break
          case .writes(let name, let text): write(text, name: name)
          case .begins(let draft):
            guard let task = begin(draft) else { break }
            release(open)
            open = task
          case .ends(let content, let origin):
            switch keep(&open, as: content) {
            case .own: break
            case .theirs: continue
            case .dropped: return nil
            }
            guard let origin, let before = resume(origin) else { return nil }
            release(open)
            open = before
          }
        }
      }
      switch turn {
      case .quit: return .left
      case .back: if !open.walk.back() { return nil }
      case .why: questions.read(QuestionText(open.walk, wording).why)
      case .answer: break
      }
      if keep(&open, as: wording.draft(open.walk)) == .dropped { return nil }
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
  private func begin(_ draft: CaseDraft) -> OpenCase? {
    Flow.named(draft.flow).map { begin(Walk($0, engine: content.engine, resuming: draft)) }
  }

  private func line(_ offer: Offer) -> String {
    [offer.label, offer.detail].compactMap { $0 }.joined(separator: ": ")
  }
}
