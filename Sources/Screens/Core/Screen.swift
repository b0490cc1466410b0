package import Wording
package import Drawing
package import Model
package import SafeText

/// One full screen: what it shows, and what a key does on it.
///
/// What lies around it, the header, the footer and what is laid over it, is the program's.
package protocol Screen: Sendable {
  /// Its entries at home; none for a screen that only others lead to.
  static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry]

  /// What it says and what can be chosen: all that a front end without a full screen needs.
  func page(_ wording: Wording) -> Page
  /// Does what an option of the page stands for.
  mutating func take(_ id: String, wording: Wording) -> Response

  /// Takes a line that was written in the place of an option, where the page says that one may be.
  mutating func write(_ line: String, wording: Wording) -> Response

  /// What the header names at the left, from the general to the particular.
  func title(_ wording: Wording) -> [String]
  /// As much of that as there is room for, where a part of it must not be cut.
  ///
  /// - Parameter room: The columns there are for it.
  func title(_ wording: Wording, room: Int) -> [String]
  /// What the header says at the right.
  func status(_ wording: Wording, columns: Int) -> String
  /// The keys that help most here, the most needed first.
  func hints(_ wording: Wording) -> [Hint]
  func draw(on canvas: inout Canvas, wording: Wording)
  /// The columns of the rail at the left; `nil` where there is none.
  func railWidth(columns: Int) -> Int?
  func drawRail(on canvas: inout Canvas, wording: Wording)
  /// Tells the size it has, so that paging and scrolling follow what is seen.
  mutating func fit(_ size: Size)

  mutating func handle(_ key: Key, wording: Wording) -> Response
  /// Does what Escape asks for.
  mutating func back(_ wording: Wording) -> Response
  /// Goes home, from wherever one is; what is typed and the place are kept.
  mutating func leave(_ wording: Wording) -> Response
  /// Does a command that only holds on some screens.
  mutating func run(_ command: Command, wording: Wording) -> Response
  mutating func paste(_ text: String, wording: Wording) -> Response
  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key?
  /// Takes the wheel in.
  ///
  /// - Returns: How many presses of the key are left to do.
  mutating func turnWheel(_ key: Key, wording: Wording) -> Int
  /// Keeps what is typed, though nobody has said that it is the answer, as the person leaves.
  mutating func saveTyped(_ wording: Wording) -> [Effect]
  /// Keeps what is typed so far while the person thinks, so that a power cut does not take it.
  mutating func savePaused(_ wording: Wording) -> [Effect]
  /// Takes in what the store answered.
  mutating func receive(_ event: Event, wording: Wording) -> Response
  /// What the register at hand is to be asked for whom it names, each once.
  mutating func askRegister() -> [Effect]
  /// Says everything in a language, when it is gone to and when another language is chosen; what was
  /// typed and chosen stays.
  mutating func reword(_ wording: Wording)

  /// The keys that hold here beside those that hold anywhere.
  var scopes: [Scope] { get }
  /// The text that is there to be read, as it is given to the clipboard.
  func readable(_ wording: Wording) -> String?
  /// Why this is asked, and how to find the answer.
  func why(_ wording: Wording) -> [Prose]?
  /// The keys that mean something on this page alone; empty where it has none.
  func ownKeys(_ wording: Wording) -> [Hint]
  /// All that the help says here; `nil` where it says what it says anywhere.
  func help(_ wording: Wording) -> [Prose]?
  /// What is said of something that was done outside.
  func notice(of event: Event, _ wording: Wording) -> Remark?
  /// The key of the text that tells somebody who leaves what is kept.
  var leavingKey: String { get }
  /// The Altinn it is about; `nil` where it is about none.
  var portal: PortalEdition? { get }
  /// Which of its pages it shows, whatever is typed or aimed at there.
  var pageName: String { get }
  /// The open case on the screen.
  var handle: CaseHandle? { get }
  /// Whether every letter goes into a text, and chooses nothing.
  var takesText: Bool { get }
  /// Whether something can be typed on the page, wherever the focus is.
  var hasLine: Bool { get }
  var isTypingSecret: Bool { get }
  /// What is wrong with what was typed.
  var problem: Remark? { get }
  /// What has come of what was typed or pasted, where it has gone well.
  var success: Remark? { get }
  /// Whether keys typed ahead hold for whatever comes, as of somebody who does the same all day.
  var takesKeysAhead: Bool { get }
  /// Whether it is text to read and questions below one another, and lays out no columns of its own.
  var isText: Bool { get }
  /// Whether nothing on it may move: a remark has one row, and the hints stand close.
  var isSteady: Bool { get }
  /// Notes that what it shows now stands before the person.
  mutating func markDrawn()
  /// Takes in what time it is.
  mutating func tick(_ moment: Timestamp)
  /// After how many seconds without a key it is to be told the time again; `nil` where it tells none.
  var secondsToTick: Int32? { get }
  /// Whether another screen shows the same.
  func isSame(as other: any Screen) -> Bool
}

extension Screen {
  package static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry] { [] }
  package mutating func write(_ line: String, wording: Wording) -> Response { .stays }
  package func title(_ wording: Wording) -> [String] { [wording("header.program")] }
  package func title(_ wording: Wording, room: Int) -> [String] { title(wording) }
  package func status(_ wording: Wording, columns: Int) -> String { wording("language.name") }
  package func railWidth(columns: Int) -> Int? { nil }
  package func drawRail(on canvas: inout Canvas, wording: Wording) {}
  package mutating func leave(_ wording: Wording) -> Response { .goes(.home()) }
  package mutating func run(_ command: Command, wording: Wording) -> Response { .ignored }
  package mutating func paste(_ text: String, wording: Wording) -> Response { .stays }
  package mutating func turnWheel(_ key: Key, wording: Wording) -> Int { 1 }
  package mutating func saveTyped(_ wording: Wording) -> [Effect] { [] }
  package mutating func savePaused(_ wording: Wording) -> [Effect] { [] }
  package mutating func receive(_ event: Event, wording: Wording) -> Response { .ignored }
  package mutating func askRegister() -> [Effect] { [] }
  package var scopes: [Scope] { [] }
  package var takesKeysAhead: Bool { false }
  package var isText: Bool { false }
  package var isSteady: Bool { false }
  package mutating func markDrawn() {}
  package mutating func tick(_ moment: Timestamp) {}
  package var secondsToTick: Int32? { nil }
  package func readable(_ wording: Wording) -> String? { nil }
  package func why(_ wording: Wording) -> [Prose]? { nil }
  package func ownKeys(_ wording: Wording) -> [Hint] { [] }
  package func help(_ wording: Wording) -> [Prose]? { nil }
  package func notice(of event: Event, _ wording: Wording) -> Remark? { event.notice(wording) }
  package var leavingKey: String { "leave.about" }
  package var portal: PortalEdition? { nil }
  package var pageName: String { String(UInt(bitPattern: ObjectIdentifier(Self.self))) }
  package var handle: CaseHandle? { nil }
  package var takesText: Bool { false }
  package var hasLine: Bool { takesText }
  package var isTypingSecret: Bool { false }
  package var problem: Remark? { nil }
  package var success: Remark? { nil }
}

extension Screen where Self: Equatable {
  package func isSame(as other: any Screen) -> Bool { (other as? Self) == self }
}
