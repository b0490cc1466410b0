import Foundation
import Model
import TestSupport
import Wording

/// Keys as a person presses them who looks up after each.
extension Player {
  /// Presses keys in one writing, and waits until the page they lead to stands whole.
  ///
  /// - Parameter text: Words that the page has and the one before it has not.
  /// - Returns: All words of the page.
  @discardableResult
  func go(_ keys: PtyKey..., to text: String) throws -> String {
    session.send(keys.flatMap(\.bytes))
    return try see(text)
  }

  /// Waits until a text stands on the screen and the program has drawn all of it.
  @discardableResult
  func see(_ text: String) throws -> String {
    try session.waitUntil(text) { Reader.matches(text, in: Reader.words($0)) }
    session.waitUntilAsleep()
    return Reader.words(session.screen)
  }

  /// The title of a question, for ``go(_:to:)``.
  func title(_ field: FieldID) -> String { wording("question.\(field.rawValue).title") }

  /// From home to the page that tells what is made of a message, typed or pasted.
  @discardableResult
  func tell(_ message: String, typed: Bool = false, to text: String) throws -> String {
    try go(.text("1"), to: title(.message))
    if typed {
      session.press(.text(message))
      try see(message)
    } else {
      session.paste(message)
    }
    return try go(.enter, to: text)
  }

  /// From home, with no message and nothing to see, to whom one sends for.
  func goToParty() throws {
    try go(.text("1"), to: title(.message))
    try go(.enter, to: title(.messageSymptom))
    try go(.text(wording("letter.unknown")), to: title(.reporteeKind))
  }

  /// Home by its key, with the case kept.
  func goHome() throws {
    session.press(.function(8))
    try wait(for: .home)
    session.waitUntilAsleep()
  }

  var header: String { session.screen.rows.first ?? "" }

  /// What is kept of an answer in the case touched last.
  func keptAnswer(_ field: FieldID) throws -> String? {
    try kept().first?.content.answer(in: field)?.value
  }

  /// A file the program has written.
  func text(of file: String) throws -> String {
    try String(contentsOfFile: files + "/" + file, encoding: .utf8)
  }

  /// From home to the conclusion of a situation, with all asked that is left to ask, so that no fault is
  /// left for another round.
  func playAll(_ situation: Situation) throws {
    try go(.text("1"), to: title(.message))
    session.paste(situation.message)
    session.press(.enter)
    try settle(after: .question(.message))
    while let now = scene, now != .conclusion {
      let isLeft = session.screen.contains("2  " + wording("overview.goOn"))
      guard now == .overview, isLeft else {
        try step(situation)
        continue
      }
      session.press(.text("2"))
      try settle(after: now)
    }
  }

  /// Opens a page of a conclusion by the digit of its button; `nil` when there is no such page.
  func open(part: String, to text: String) throws -> String? {
    let label = wording("conclusion.part.\(part)")
    guard let row = session.screen.rows.first(where: { $0.contains(" \(label) ]") }),
      let digit = row.components(separatedBy: " \(label) ]")[0].last
    else { return nil }
    // The page before may have the text as well. The header changes by itself.
    let before = session.screen.rows.dropFirst()
    session.press(.text(String(digit)))
    try session.waitUntil("the page \(label)") { $0.rows.dropFirst() != before }
    return try see(text)
  }
}
