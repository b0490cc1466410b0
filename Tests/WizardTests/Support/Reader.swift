import Wording
import Foundation
import Model
import Screens
import TestSupport

/// What stands on the screen, told from its words alone.
enum Scene: Equatable, Sendable {
  case home, cases
  case question(FieldID)
  case recognised, overview, conclusion, tasks, review, receipt
}

/// Reads the rendered screen of the program as a person does.
struct Reader {
  let wording: Wording

  init(_ language: Language) { wording = Wording(.embedded, language) }

  /// The words between header and footer, right of the four points, on one line.
  static func words(_ screen: PtyScreen) -> String {
    let rows = screen.rows.dropFirst(2).dropLast(2).map { row in
      row.firstIndex { $0 == "│" || $0 == "|" }.map { String(row[row.index(after: $0)...]) } ?? row
    }
    return squeezed(rows.joined(separator: " "))
  }

  /// A text with one blank for every run of blanks.
  static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text stands among words, whatever its placeholders stand for.
  static func matches(_ text: String, in words: String) -> Bool {
    var rest = words[...]
    for part in squeezed(text).split(separator: /\{[a-zA-Z]+\}/) {
      guard let range = rest.range(of: part, options: .literal) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  /// Whether it is said that a point fails, surely or probably.
  static func failing(_ values: [String: String], in words: String, _ wording: Wording) -> Bool {
    ["conclusion.fails", "conclusion.fails.likely"].contains { key in
      words.contains(squeezed(wording(key, values)))
    }
  }

  /// Whether the screen shows a text of the catalogue.
  func shows(_ key: String, _ screen: PtyScreen) -> Bool {
    Self.matches(wording(key), in: Self.words(screen))
  }

  /// What the screen shows; `nil` when it is none of the scenes, as under an overlay.
  func scene(_ screen: PtyScreen) -> Scene? {
    let words = Self.words(screen)
    func shows(_ key: String) -> Bool { Self.matches(wording(key), in: words) }
    if shows("home.title") { return .home }
    if shows("tasks.about") { return .tasks }
    if shows("review.finish") { return .review }
    if shows("receipt.number") { return .receipt }
    // In a small window what a long message means is all there is room for.
    let meanings = (1...7).map { "message.E\($0).meaning" }
    let isMessage = (["recognised.causes"] + meanings).contains(where: shows)
    let fails = ["conclusion.fails", "conclusion.fails.likely"].contains(where: shows)
    if fails || (shows("edition.altinn2.short") && !isMessage) {
      return .conclusion
    }
    let points = Portal.altinn2.points.enumerated().map { index, row in
      "\(index + 1) \(wording("point.\(row.point.rawValue).title")): "
    }
    if points.allSatisfy(words.contains) { return .overview }
    let outside = Cause.outside
    if outside.contains(where: { shows("cause.\($0.rawValue).about") }) { return .conclusion }
    if (["kept.unknown", "recognised.causes", "recognised.unknown", "recognised.none"] + meanings)
      .contains(
        where: shows
      )
    {
      return .recognised
    }
    for field in Flow.findFault.steps.flatMap(\.fields)
    where Portal.altinn2.rule(of: field.id) != nil
      || [.messageLike, .messageSeen, .messageSymptom].contains(field.id)
    {
      if shows("question.\(field.id.rawValue).title") { return .question(field.id) }
    }
    return nil
  }

  /// Whether the header says that all answers are on the disk.
  func isSaved(_ screen: PtyScreen) -> Bool {
    let header = screen.rows.first ?? ""
    return header.contains(wording("header.saved")) && !header.contains(wording("header.saving"))
  }

  /// The number of the case that the header names; `nil` when it names none, or has no room for all of it.
  func caseNumber(_ screen: PtyScreen) -> Int64? {
    let header = screen.rows.first ?? ""
    guard let words = header.range(of: wording("header.case", ["number": ""])) else { return nil }
    let rest = header[words.upperBound...]
    let digits = rest.prefix { $0.isNumber }
    return rest.dropFirst(digits.count).first == "…" ? nil : Int64(digits)
  }
}
