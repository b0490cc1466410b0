import Wording
import Model
import Screens

/// The wizard line by line, for screen readers, simple terminals and pipes: the same flows, the same
/// conditions, the same pages and the same words as the full screen.
struct PlainFrontEnd {
  private let tongue: PlainTongue
  private var wording: Wording { tongue.wording }
  private let first: PortalEdition
  private let desk: DeskRoom
  private let console: Console
  private let store: PlainStore
  private let questions: PlainQuestions
  private let walks: PlainWalk
  private let pages: PlainPages
  private let lists: PlainLists
  private let calls: PlainCalls

  /// - Parameter portal: The Altinn to begin in.
  init(
    content: Content,
    language: Language,
    portal: PortalEdition,
    runner: StoreRunner,
    desk: DeskRoom
  ) {
    tongue = PlainTongue(Wording(content, language, on: Timestamp.now().day))
    first = portal
    self.desk = desk
    console = Console(tongue: tongue)
    store = PlainStore(runner: runner, console: console, tongue: tongue)
    questions = PlainQuestions(console: console, tongue: tongue, store: store)
    walks = PlainWalk(console: console, questions: questions, tongue: tongue, store: store)
    pages = PlainPages(console: console, questions: questions, tongue: tongue, store: store)
    calls = PlainCalls(pages: pages, store: store, tongue: tongue, desk: desk)
    lists = PlainLists(
      console: console,
      questions: questions,
      tongue: tongue,
      store: store,
      pages: pages
    )
  }

  func run() -> EndStatus {
    var portal = first
    console.say(wording("header.program"))
    questions.say(wording("plain.about"))
    if desk.isBegunWith, let ended = go(to: (.queue, [])) { return ended }
    while true {
      let cases = unfinished()
      console.say("")
      console.say(wording("home.title"))
      if let closed = wording.closedAtHome(portal) { questions.read([closed]) }
      let entries = HomeEntry.all(HomeState(portal, due: due(), hasDesk: desk.isOpen), wording)
      // The cases left half way are there themselves, instead of the list of them.
      let options =
        entries.filter(\.isFlow)
        + cases.map { HomeEntry("\($0.id.rawValue)", line($0), to: .open($0.id)) }
        + entries.filter { !$0.isFlow && $0.id != CasesScreen.unfinished }
        + [HomeEntry("leave", wording("button.leave"), to: .leaving)]
      switch questions.choose(options.map { ($0.id, line($0)) }, standing: nil) {
      case .quit: return .done
      case .answer(let id):
        guard let chosen = options.first(where: { $0.id == id }) else { continue }
        if case .home(let other?) = chosen.destination {
          portal = other
          continue
        }
        if let ended = go(to: (chosen.destination, chosen.effects)) { return ended }
      case .why: questions.explain()
      case .command(.answer), .command(.points): console.say(wording("plain.notHere"))
      case .back, .written, .command(.language): continue
      }
    }
  }

  /// Goes where a choice leads, and from there on.
  ///
  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  private func go(to first: PlainPages.Lead) -> EndStatus? {
    var lead = first
    var isFromScreen = false
    while true {
      if case .screen(let shown) = lead.destination {
        guard let next = show(shown.screen, after: lead.effects) else { return .left }
        (lead, isFromScreen) = (next, true)
        continue
      }
      for effect in lead.effects { _ = store.settle(effect) }
      switch lead.destination {
      case .queue, .newCall, .call:
        guard let next = calls.follow(lead.destination, of: self.first) else { return .left }
        (lead, isFromScreen) = (next, true)
      case .flow(let id): return Flow.named(id).flatMap { walks.begin($0) }
      case .task(let draft): return walks.begin(draft)
      case .open(let number): return walks.goOn(with: number, toReview: isFromScreen)
      case .leaving: return .done
      case .home, .deletion, .stealing, .screen: return nil
      }
    }
  }

  /// Shows a screen: a list in its own way, all others by their pages.
  private func show(_ screen: any Screen, after effects: [Effect]) -> PlainPages.Lead? {
    if let list = screen as? CasesScreen { return lists.run(list.query.filter).map { ($0, []) } }
    console.say("")
    return pages.show(screen, after: effects)
  }

  private func line(_ entry: HomeEntry) -> String {
    [entry.label, entry.hint].compactMap(\.self).joined(separator: ": ")
  }

  private func line(_ item: CaseSummary) -> String {
    let edition = Flow.named(item.flow)?.edition ?? .current
    let closed = edition == .current ? "" : ", " + wording.nameInHeader(edition)
    return wording("home.resume") + ": " + wording.label(item) + closed
  }

  // MARK: - What home tells

  /// How many requests are to be followed up today.
  private func due() -> Int {
    for case .counted(_, let due) in store.settle(.count) { return due }
    return 0
  }

  private func unfinished() -> [CaseSummary] {
    for case .listed(let page) in store.settle(.list(CaseQuery(.unfinished, limit: 20))) {
      return page.cases
    }
    return []
  }
}
