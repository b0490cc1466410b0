import Wording
import Model
import Screens

/// A case line by line: its steps one after another, each saved as it is answered.
final class PlainWalk {
  private let console: Console
  private let questions: PlainQuestions
  private let tongue: PlainTongue
  private var wording: Wording { tongue.wording }
  private let store: PlainStore
  private var nextHandle = CaseHandle.first
  /// Who writes letters, as was said in the case that was left last; in memory only.
  private var writer: [FieldID: String] = [:]

  init(console: Console, questions: PlainQuestions, tongue: PlainTongue, store: PlainStore) {
    self.console = console
    self.questions = questions
    self.tongue = tongue
    self.store = store
  }

  /// Goes through a flow from its start.
  ///
  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  func begin(_ flow: Flow) -> EndStatus? { go(through: begin(wording.walk(flow))) }

  /// Goes through a task with what is known filled in.
  func begin(_ task: CaseDraft) -> EndStatus? { open(task).flatMap { go(through: $0) } }

  /// Goes on with a case of the store.
  ///
  /// - Parameter toReview: Whether a finished one is to be changed, and not ended once more.
  func goOn(with id: CaseID, toReview: Bool) -> EndStatus? {
    guard var found = resume(id) else { return nil }
    if toReview { found.walk.goToReviewIfOver() }
    return go(through: found)
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
  private func begin(_ walk: Walk) -> OpenCase {
    var walk = walk
    walk.fillIn(writer: writer)
    return OpenCase(walk: walk, handle: newHandle())
  }

  private func open(_ draft: CaseDraft) -> OpenCase? {
    Flow.named(draft.flow).map { begin(wording.walk($0, resuming: draft)) }
  }

  private func resume(_ id: CaseID) -> OpenCase? {
    let handle = newHandle()
    for case .opened(handle, let found) in store.settle(.open(id, as: handle)) {
      guard let flow = Flow.named(found.flow) else {
        console.say(wording("records.unknownKind", ["number": "\(id.rawValue)"]))
        return nil
      }
      var walk = wording.walk(flow, resuming: found.content)
      walk.fillIn(writer: writer)
      return OpenCase(walk: walk, handle: handle, number: id)
    }
    return nil
  }

  // MARK: - Walking

  private func go(through start: OpenCase) -> EndStatus? {
    var open = start
    /// The case at which this one was begun as a task, to which back leads.
    var begunFrom: CaseID?
    defer { release(open) }
    while true {
      console.say("")
      // What the header of the full screen never lets out of sight.
      let edition = open.walk.flow.edition
      if edition != .current { console.say(wording.nameInHeader(edition)) }
      questions.learn(&open.walk)
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
          case .shows(let part):
            let text = ConclusionText(open.walk, wording, showsRegister: true)
            questions.read(text.page(part))
          case .writes(let name, let text): _ = store.settle(.write(name: name, text: text))
          case .mails(let name, let mail):
            _ = store.settle(.writeMail(name: name, mail))
          case .begins(let draft):
            guard let task = self.open(draft) else { break }
            release(open)
            begunFrom = task.walk.originCase
            open = task
          case .ends(let content, let origin):
            switch keep(&open, as: content) {
            case .own: break
            case .theirs: continue
            case .dropped: return nil
            }
            guard let origin, let before = resume(origin) else { return nil }
            release(open)
            begunFrom = nil
            open = before
          }
        }
      }
      switch turn {
      case .quit:
        keepUnseenText(&open)
        return .left
      case .back:
        if !open.walk.back() {
          keepUnseenText(&open)
          guard let before = begunFrom.flatMap(resume) else { return nil }
          release(open)
          begunFrom = nil
          open = before
          continue
        }
      case .why:
        questions.read(QuestionText(open.walk, wording).why)
        questions.explain()
      case .command(let command): follow(command, in: &open.walk)
      case .answer, .written: break
      }
      if keep(&open, as: wording.draft(open.walk)) == .dropped { return nil }
      if case .answer = turn, let id = open.walk.systemID(answeredAt: asked) {
        _ = store.settle(.lookUp(systemID: id, except: open.handle))
      }
    }
  }

  /// Does what the keys for the answer and for the points do on the full screen; a new language is spoken already.
  private func follow(_ command: PlainCommand, in walk: inout Walk) {
    let kind: Step.Kind
    switch command {
    case .language: return
    case .answer: kind = .conclusion
    case .points: kind = .overview
    }
    guard walk.flow.findsFaults else { return console.say(wording("plain.notHere")) }
    // Of a text that was just pasted the person first sees what is kept of it.
    if walk.isTextUnseen, walk.current.kind == .question {
      walk.advance()
    } else {
      walk.go(toFirst: kind)
    }
  }

  private func line(_ offer: Offer) -> String {
    [offer.label, offer.detail].compactMap { $0 }.joined(separator: ": ")
  }

  // MARK: - Saving

  /// What became of a case that was to be saved.
  private enum Keeping { case own, theirs, dropped }

  /// Saves a case; where somebody else saved or deleted it first, the person chooses what to go on with.
  private func keep(_ open: inout OpenCase, as draft: CaseDraft) -> Keeping {
    for event in store.settle(.save(draft, open.handle)) {
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

  /// Keeps a text that the person leaves before they have gone on from it.
  private func keepUnseenText(_ open: inout OpenCase) {
    if open.walk.keepUnseenText() { _ = keep(&open, as: wording.draft(open.walk)) }
  }

  /// Saves what could not be saved as a case of its own.
  private func keep(_ mine: CaseDraft, asNew open: inout OpenCase) -> Keeping {
    release(open)
    open.handle = newHandle()
    for case .saved(_, let id) in store.settle(.save(mine, open.handle)) { open.number = id }
    return .own
  }

  private func release(_ open: OpenCase) {
    if !open.walk.writer.isEmpty { writer = open.walk.writer }
    store.begin(.release(open.handle))
  }

  /// Says what somebody else did and asks what is to hold; `nil` when there is no more to read.
  private func choose(_ kind: SaveConflict.Kind) -> String? {
    questions.say(wording("\(kind.stem).title"))
    questions.say(wording("\(kind.stem).about"))
    let choices = kind.choices.map { ($0, wording("button.\($0)")) }
    guard case .answer(let choice) = questions.choose(choices, standing: nil) else { return nil }
    return choice
  }
}
