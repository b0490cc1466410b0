package import Wording
import SafeText
package import Drawing
package import Model

/// All that the program shows and remembers while it runs.
package struct AppState: Sendable {
  package let content: Content
  package let glyphs: Glyphs
  package internal(set) var language: Language
  /// The day the program was started.
  private let today: Day?
  package internal(set) var size: Size
  /// The screen under any overlay.
  package internal(set) var screen: any Screen
  package internal(set) var overlay: Overlay?
  /// Conflicts that something else is laid over; they must be settled, so they come back one by one.
  var unsettled: [Overlay] = []
  /// The handle of the next case that is opened.
  private var nextHandle = CaseHandle.first
  /// The case that was asked for and goes on the screen when the store has read it.
  var awaited: CaseHandle?
  /// Who writes letters, as was said in the case that was left last; in memory only.
  var writer: [FieldID: String] = [:]
  /// Whether something is typed that is kept once the typing pauses.
  package internal(set) var awaitsPause = false
  /// The page that the person has before them; `nil` before the first is drawn.
  var drawn: PageID?
  /// The support desk, and the calls that are open.
  package internal(set) var desk: DeskRoom
  /// The Altinn to begin in: whoever calls has their message now, whatever was looked at meanwhile.
  let first: PortalEdition
  /// Whether there is a register at hand to be asked.
  private let hasRegister: Bool
  /// What home tells of the store.
  package internal(set) var home: HomeState
  /// What was done outside, as a text key with its values; shown until the next key.
  package internal(set) var notice: (key: String, values: [String: String])?
  /// What went wrong outside, as a text key with its values; shown until the next key.
  package internal(set) var trouble: (key: String, values: [String: String])?

  /// Begins at home.
  ///
  /// - Parameters:
  ///   - today: The day that rules which end are held against.
  ///   - home: The Altinn to begin in, and what the store has told already.
  ///   - hasRegister: Whether there is a register at hand to be asked.
  package init(
    content: Content,
    language: Language,
    size: Size,
    glyphs: Glyphs = .unicode,
    today: Day? = nil,
    home: HomeState = HomeState(),
    desk: DeskRoom = DeskRoom(),
    hasRegister: Bool = false
  ) {
    self.content = content
    self.glyphs = glyphs
    self.language = language
    self.today = today
    self.size = size
    self.home = home
    first = home.portal
    self.desk = desk
    self.hasRegister = hasRegister
    self.home.hasDesk = desk.isOpen
    screen = HomeScreen(self.home)
    screen.reword(wording)
    fit()
  }

  /// A handle that no other case has.
  mutating func newHandle() -> CaseHandle {
    defer { nextHandle = nextHandle.next }
    return nextHandle
  }

  /// Asks the register at hand for those whom the screen has come to name.
  mutating func askRegister() -> [Effect] { hasRegister ? screen.askRegister() : [] }

  package var wording: Wording { Wording(content, language, on: today) }

  /// Whether a secret is being typed; what is pasted must then come as keys and be a text nowhere.
  package var isTypingSecret: Bool { overlay == nil && screen.isTypingSecret }

  // MARK: - Layout

  /// The least the program works in; below it stands one calm line.
  package static let smallest = Size(columns: 60, rows: 18)

  package var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// The part between the header and the footer, less what a remark needs beyond the row kept for it.
  var body: Rect {
    let taken = max(1, remark?.lines.count ?? 0)
    return Rect(row: 2, column: 2, width: size.columns - 4, height: size.rows - 4 - taken)
  }

  /// The rail at the left, where the screen has one.
  var rail: Rect? {
    screen.railWidth(columns: size.columns).map {
      Rect(row: body.row, column: 1, width: $0, height: body.height)
    }
  }

  /// The widest that text is set, and so how far from it its buttons stand: the eye loses longer lines.
  private static let measure = 100

  /// Where the form stands.
  var main: Rect {
    let column = rail.map { $0.column + $0.width + 2 } ?? body.column
    let width = size.columns - column - 2
    return Rect(
      row: body.row,
      column: column,
      width: screen.isText ? min(width, Self.measure) : width,
      height: body.height
    )
  }

  /// Where what is laid over the screen stands.
  var over: Rect {
    Rect(
      row: body.row,
      column: body.column,
      width: min(body.width, Self.measure),
      height: body.height
    )
  }

  /// Tells every widget the place it has, so that paging and scrolling follow what is seen.
  mutating func fit() {
    lookAround()
    let main = Size(columns: max(0, main.width), rows: max(0, main.height))
    screen.fit(main)
    let room = Size(columns: max(0, over.width), rows: max(0, over.height))
    overlay?.fit(room)
  }
}
