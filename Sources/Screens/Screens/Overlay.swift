import Wording
import SafeText
package import Drawing
package import Model

/// Something laid over a screen, which comes back as it was when it is closed.
package enum Overlay: Equatable, Sendable {
  /// The keys and how the program works.
  case help(TextBlock)
  /// Why a question is asked, and how to find the answer.
  case why(TextBlock)
  /// Whether to leave.
  case leave(ButtonRow)
  /// Somebody else saved or deleted the case first: theirs, where there is one, or mine as a case of its own.
  case conflict(ButtonRow, SaveConflict)
  /// Whether to delete a case.
  case delete(ButtonRow, CaseID)

  static let stay = "stay"
  static let leave = "leave"
  static let keep = "keep"
  static let delete = "delete"
  package static let takeTheirs = "takeTheirs"
  package static let keepMine = "keepMine"
  package static let dropMine = "dropMine"

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    switch self {
    case .help, .why: return nil
    case .leave(var buttons):
      buttons.focus(id)
      self = .leave(buttons)
    case .conflict(var buttons, let conflict):
      buttons.focus(id)
      self = .conflict(buttons, conflict)
    case .delete(var buttons, let number):
      buttons.focus(id)
      self = .delete(buttons, number)
    }
    return .enter
  }

  /// Whether it asks about a save of an open case.
  func isConflict(of handle: CaseHandle) -> Bool {
    if case .conflict(_, let conflict) = self { conflict.handle == handle } else { false }
  }

  mutating func fit(_ size: Size) {
    switch self {
    case .help(var text):
      text.fit(size)
      self = .help(text)
    case .why(var text):
      text.fit(size)
      self = .why(text)
    case .leave, .conflict, .delete: break
    }
  }
}

extension Overlay {
  /// The help: every key with what it does, and the four points.
  static func help(_ wording: Wording) -> Overlay {
    var parts: [Prose] = [
      .heading(wording("help.title")), .gap, .paragraph(wording("help.about")), .gap,
    ]
    parts.append(.heading(wording("help.keys")))
    parts += Binding.all.map { .bullet("\($0.label)  \(wording("key.\($0.command.rawValue)"))") }
    parts += [.gap, .heading(wording("help.moving")), .paragraph(wording("help.movingAbout"))]
    parts += [.gap, .heading(wording("help.typing"))]
    parts += EditBinding.all.map {
      .bullet("\($0.label)  \(wording("edit.\($0.command.rawValue)"))")
    }
    parts.append(.gap)
    for (index, row) in wording.content.portal.points.enumerated() {
      let stem = "point.\(row.point.rawValue)"
      parts.append(.heading("\(index + 1) \(wording("\(stem).title"))"))
      parts += [.paragraph(wording("\(stem).about")), .gap]
    }
    parts += [.heading(wording("help.privacy")), .paragraph(wording("help.privacyAbout"))]
    return .help(TextBlock(parts))
  }

  static func leave(_ wording: Wording, focused: String? = nil) -> Overlay {
    .leave(
      ButtonRow(
        [
          .init(id: stay, label: wording("button.stay")),
          .init(id: leave, label: wording("button.leave")),
        ],
        focused: focused ?? stay
      )
    )
  }

  /// Whichever is chosen, nothing that anybody has saved is written over.
  static func conflict(
    _ wording: Wording,
    _ conflict: SaveConflict,
    focused: String? = nil
  ) -> Overlay {
    let choices = conflict.kind.choices
    return .conflict(
      ButtonRow(
        choices.map { .init(id: $0, label: wording("button.\($0)")) },
        focused: focused ?? choices[0]
      ),
      conflict
    )
  }

  /// Keeping has the focus: what is deleted cannot be brought back.
  static func delete(
    _ id: CaseID,
    _ wording: Wording,
    focused: String? = nil
  ) -> Overlay {
    .delete(
      ButtonRow(
        [
          .init(id: keep, label: wording("button.keep")),
          .init(id: delete, label: wording("button.deleteForGood")),
        ],
        focused: focused ?? keep
      ),
      id
    )
  }
}
