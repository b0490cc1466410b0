import Drawing
import Model
import Screens
import Synchronization
import TestSupport
import Wording

/// The desk without a terminal and on a store in memory: keys in, the screen and the store as they are
/// after everything asked of the store is done and the screen has been looked at.
struct DeskDriver {
  private(set) var state: AppState
  private var effects: StoreEffects
  let store: any DeskStore
  private(set) var keys = 0

  static let agent = AgentID(rawValue: 1001)
  static let colleagues = ["ola", "per", "pia"].enumerated().map { place, login in
    Colleague(AgentID(rawValue: UInt32(1002 + place)), login: login)
  }
  static let start = Timestamp(rawValue: 1_795_860_000)

  init(
    _ language: Language = .bokmal,
    portal: PortalEdition = .altinn2,
    columns: Int = 80,
    rows: Int = 24,
    as agent: AgentID = DeskDriver.agent,
    setup: DeskSetup = DeskSetup(),
    hasRegister: Bool = false,
    colleagues: [Colleague] = DeskDriver.colleagues,
    isBegunWith: Bool = false,
    store: any DeskStore = MemoryCaseStore(now: { DeskDriver.start })
  ) {
    self.store = store
    effects = StoreEffects(
      store,
      agent: agent,
      today: { Self.start.day },
      name: { _ in "ola" }
    )
    state = AppState(
      content: .embedded,
      language: language,
      size: Size(columns: columns, rows: rows),
      today: Self.start.day,
      home: HomeState(portal),
      desk: DeskRoom(
        agent,
        login: "kari",
        colleagues: colleagues,
        setup: setup,
        isOpen: true,
        isBegunWith: isBegunWith
      ),
      hasRegister: hasRegister
    )
    send(.clock(Self.start))
  }

  init(_ setting: Setting, portal: PortalEdition = .altinn2) {
    self.init(setting.language, portal: portal, columns: setting.columns, rows: setting.rows)
  }

  var call: CallScreen? { state.screen as? CallScreen }
  var queue: QueueScreen? { state.screen as? QueueScreen }
  var wording: Wording { state.wording }
  var frame: Frame { state.render() }
  var text: String { frame.text }
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A call about a wrong password of the system, at its first question.
  static func asking(columns: Int = 80, rows: Int = 24) -> DeskDriver {
    DeskDriver(columns: columns, rows: rows).pressing(.answerCall, .character("1"))
  }

  /// Lets something happen and the store answer; nothing is drawn.
  mutating func send(_ event: Event) { settle(state.update(event)) }

  /// Does something with the program itself, and looks at it.
  mutating func show(_ change: (inout AppState) -> [Effect]) {
    settle(change(&state))
    state.markDrawn()
  }

  private mutating func settle(_ first: [Effect]) {
    var asked = first
    while !asked.isEmpty {
      let answers = asked.compactMap { effect in
        if case .askRegister(let number) = effect {
          return Event.registered(SampleRegister.reply(to: number))
        }
        if case .searchRegister(let query) = effect {
          return Event.foundInRegister(SampleRegister.hits(query))
        }
        return effects.carryOut(effect)
      }
      asked = answers.flatMap { state.update($0) }
    }
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      self.keys += 1
      send(.key(key))
      state.markDrawn()
    }
  }

  /// Tells what others have saved; nothing is drawn.
  mutating func lookAround() { effects.lookAround().forEach { send($0) } }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  func pressing(_ keys: Key...) -> DeskDriver {
    var driver = self
    for key in keys { driver.press(key) }
    return driver
  }

  func typing(_ text: String) -> DeskDriver {
    var driver = self
    driver.type(text)
    return driver
  }

  /// Somebody else at the desk does something with a case.
  func another(_ act: DeskAct, on id: CaseID) throws {
    _ = try store.perform(act, on: id, by: AgentID(rawValue: 1002))
  }
}

extension Key {
  static let answerCall = Key.function(2)
  static let queue = Key.function(8)
  static let hold = Key.control("o")
  static let wrapUp = Key.control("x")
}

/// A clock that stands a week before the desk opens, until it is told to go on.
final class PastClock: Sendable {
  private let moment = Mutex(Timestamp(rawValue: DeskDriver.start.rawValue - 7 * 86_400))

  var now: Timestamp { moment.withLock { $0 } }

  func goOn() { moment.withLock { $0 = DeskDriver.start } }
}
