import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// A person at the terminal who walks the program through a situation.
final class Player {
  let folder: TemporaryFolder
  let language: Language
  /// The Altinn that the program begins in.
  let portal: PortalEdition
  let reader: Reader
  private(set) var session: PtySession
  /// How many answers were given, the pasted message included.
  private(set) var answers = 0

  /// The store; one in the folder, unless another was given.
  let store: String
  /// The folder the program stands in, where it writes files.
  var files: String { folder.file("files") }
  var wording: Wording { reader.wording }

  init(
    _ language: Language = .bokmal,
    in portal: PortalEdition = .altinn2,
    columns: Int = 80,
    rows: Int = 24,
    store: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    self.store = store ?? folder.file("store")
    try FileManager.default.createDirectory(
      atPath: folder.file("files"),
      withIntermediateDirectories: false
    )
    self.language = language
    self.portal = portal
    reader = Reader(language)
    session = try Self.start(folder, self.store, language, portal, columns, rows)
    try wait(for: .home)
  }

  private static func start(
    _ folder: TemporaryFolder,
    _ store: String,
    _ language: Language,
    _ portal: PortalEdition,
    _ columns: Int,
    _ rows: Int
  ) throws -> PtySession {
    let command = "cd \"$1\" && shift && exec \"$@\""
    return try PtySession(
      "/bin/sh",
      [
        "-c", command, "sh", folder.file("files"), Executables.veiviser, "--language",
        language.rawValue, "--portal", portal.rawValue, "--store", store,
      ],
      columns: columns,
      rows: rows
    )
  }

  /// Ends the program as `kill -9` does, and starts it again.
  func killAndStartAgain() throws {
    session.signal(9)
    try session.waitForExit()
    try startAgain()
  }

  /// Starts the program anew after it has ended.
  func startAgain() throws {
    session = try Self.start(
      folder,
      store,
      language,
      portal,
      session.size.columns,
      session.size.rows
    )
    try wait(for: .home)
  }

  /// Leaves the program as a person does who has not finished, and starts it again.
  func leaveAndStartAgain() throws {
    session.press(.function(10))
    try session.waitFor(wording("leave.title"))
    session.press(.right, .enter)
    try session.waitForExit()
    try startAgain()
  }

  // MARK: - Seeing

  @discardableResult
  func wait(for scene: Scene) throws -> PtyScreen {
    try session.waitUntil("\(scene)") { reader.scene($0) == scene }
  }

  /// Waits until a text of the catalogue stands on the screen.
  @discardableResult
  func wait(forText key: String) throws -> PtyScreen {
    try session.waitUntil(key) { reader.shows(key, $0) }
  }

  var scene: Scene? { reader.scene(session.screen) }

  /// Waits for another scene, with everything on the disk.
  @discardableResult
  func settle(after before: Scene?) throws -> Scene {
    func isSettled(_ screen: PtyScreen) -> Bool {
      let now = reader.scene(screen)
      return now != nil && now != before && reader.isSaved(screen)
    }
    let wanted = "what comes after \(before.map { "\($0)" } ?? "-"), saved"
    // A picture half drawn may read as another scene, and a key pressed by it be meant for another page.
    repeat {
      try session.waitUntil(wanted, isSettled)
      session.waitUntilAsleep()
    } while !isSettled(session.screen)
    return try #require(scene)
  }

  /// All words of the screen at hand, when it is made high enough to show them; up to some words at
  /// its end.
  func everything(upTo key: String) throws -> String {
    let size = session.size
    session.resize(columns: size.columns, rows: 150)
    let screen = try session.waitUntil("\(key) on a high screen") {
      reader.shows(key, $0) && $0.rows.count == 150 && !$0.rows[149].isEmpty
    }
    session.resize(columns: size.columns, rows: size.rows)
    return Reader.words(screen)
  }

  /// All words of a conclusion, of its first page and of those behind it.
  ///
  /// - Parameter walk: A walk that has come to the same conclusion.
  func conclusion(of walk: Walk) throws -> String {
    let certainty = walk.diagnosis.conclusion.certainty.textKey
    var words = try everything(upTo: certainty)
    for (place, offer) in wording.offers(walk).enumerated() {
      guard case .part(let part) = offer.choice else { continue }
      let sign =
        switch part {
        case .steps: certainty
        case .others: "conclusion.others"
        case .script: "conclusion.to"
        }
      session.press(.text("\(place + 1)"))
      session.waitUntilAsleep()
      words += " " + (try everything(upTo: sign))
      session.waitUntilAsleep()
    }
    // On a page behind the first one, Enter goes back to that.
    session.press(.enter)
    try wait(forText: certainty)
    session.waitUntilAsleep()
    return words
  }

  /// The cases in the store, what was touched last first.
  func kept() throws -> [Case] { try folder.kept() }

  // MARK: - Doing

  /// Begins to find a fault and gives the message.
  func begin(_ situation: Situation) throws {
    session.press(.text("1"))
    try wait(for: .question("message"))
    session.paste(situation.message)
    answers = 1
    session.press(.enter)
    try settle(after: .question("message"))
  }

  /// Opens the case touched last.
  func resume() throws {
    session.press(.text("\(Flow.ids(of: .altinn2).count + 1)"))
    // The names of some kinds of case stand at home as well.
    let labels = Flow.all.map { wording("flow.\($0.id).record") + " 10" }
    try session.waitUntil("the cases") { screen in labels.contains(where: screen.contains) }
    session.press(.enter)
  }

  /// Goes on one scene, as the situation has it.
  @discardableResult
  func step(_ situation: Situation) throws -> Scene {
    let before = scene
    switch before {
    case .question(let field):
      answers += 1
      press(situation.answer(to: field), to: field)
    case .tasks: session.press(.end, .enter)
    // Enter may ask what is to be found out first.
    case .conclusion: session.press(.text(digit(of: "button.next") ?? "1"))
    case .recognised, .overview, .review, .receipt, .home, .cases, nil:
      session.press(.enter)
    }
    return try settle(after: before)
  }

  /// The digit on a button of a conclusion.
  func digit(of label: String) -> String? {
    let end = " \(wording(label)) ]"
    let row = session.screen.rows.first { $0.contains(end) }
    return row?.components(separatedBy: end)[0].last.map { String($0) }
  }

  /// Begins and goes on until a scene.
  func play(_ situation: Situation, until end: Scene = .conclusion) throws {
    try begin(situation)
    while let now = scene, now != end { try step(situation) }
  }

  /// Answers a question by the keys a person would press.
  func press(_ value: String, to field: FieldID) {
    guard let input = Flow.findFault.field(field)?.input else { return }
    switch input {
    case .choice(let choices):
      let isWord = [Fact.yes, Fact.no, Fact.unknown].contains(value)
      let place = choices.firstIndex { $0.value == value } ?? 0
      guard Flow.findFault.step(asking: field)?.fields.contains(where: \.isLine) == false else {
        // A key that chooses leads on to the line, where another name may stand.
        session.press(.home)
        for _ in 0..<(value == Fact.unknown ? choices.count : place) { session.press(.down) }
        session.press(.text(" "), .enter)
        return
      }
      session.press(.text(isWord ? wording("letter.\(value)") : "\(place + 1)"))
    case .candidates: session.press(.end, .enter)
    case .search:
      if value == Fact.unknown {
        session.press(.end, .pageDown, .pageDown, .pageDown, .pageDown, .enter)
      } else {
        session.press(.text(value), .enter)
      }
    case .message: session.press(.enter)
    case .line, .secret, .boxes: session.press(.enter)
    }
  }
}
