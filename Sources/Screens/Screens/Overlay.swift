import Wording
import SafeText
package import Drawing
package import Model

/// Something laid over a screen, which comes back as it was when it is closed.
package enum Overlay: Equatable, Sendable {
  /// The keys and how the program works.
  case help(TextBlock, PortalEdition)
  /// Why a question is asked, and how to find the answer.
  case why(TextBlock)
  /// Whether to leave, with the key of the text that tells what is kept.
  case leave(ButtonRow, about: String)
  /// Somebody else saved or deleted the case first: theirs, where there is one, or mine as a case of its own.
  case conflict(ButtonRow, SaveConflict)
  /// Whether to delete a case.
  case delete(ButtonRow, CaseID)
  /// Whether to take a case from the one who has it, by what they are called.
  case steal(ButtonRow, CaseID, from: String)

  static let stay = "stay"
  static let leave = "leave"
  static let keep = "keep"
  static let delete = "delete"
  static let steal = "steal"
  package static let takeTheirs = "takeTheirs"
  package static let keepMine = "keepMine"
  package static let dropMine = "dropMine"

  /// What it is about, whatever has the focus in it.
  var name: String {
    switch self {
    case .help: "help"
    case .why: "why"
    case .leave: "leave"
    case .conflict(_, let conflict): "conflict \(conflict.handle)"
    case .delete(_, let id): "delete \(id)"
    case .steal(_, let id, _): "steal \(id)"
    }
  }

  /// The text that is there to be read.
  var text: TextBlock? {
    switch self {
    case .help(let text, _), .why(let text): text
    case .leave, .conflict, .delete, .steal: nil
    }
  }

  /// Changes what is inside, whatever it is laid over the screen for.
  private mutating func change<Value>(
    text: (inout TextBlock) -> Value,
    buttons: (inout ButtonRow) -> Value
  ) -> Value {
    switch self {
    case .help(var block, let portal):
      defer { self = .help(block, portal) }
      return text(&block)
    case .why(var block):
      defer { self = .why(block) }
      return text(&block)
    case .leave(var row, let about):
      defer { self = .leave(row, about: about) }
      return buttons(&row)
    case .conflict(var row, let conflict):
      defer { self = .conflict(row, conflict) }
      return buttons(&row)
    case .delete(var row, let id):
      defer { self = .delete(row, id) }
      return buttons(&row)
    case .steal(var row, let id, let login):
      defer { self = .steal(row, id, from: login) }
      return buttons(&row)
    }
  }

  /// Scrolls a text, or moves among buttons; `takes` what closes it.
  mutating func handle(_ key: Key) -> Response {
    change { text in
      _ = text.handle(key)
      return key == .enter ? .takes(Self.stay) : .stays
    } buttons: { row in
      guard row.handle(key) == .activated, let id = row.focusedID else { return .stays }
      return .takes(id)
    }
  }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    guard case .choice(let id) = area.meaning else { return nil }
    return change { _ in
      nil
    } buttons: { row in
      row.focus(id)
      return .enter
    }
  }

  mutating func fit(_ size: Size) {
    change {
      $0.fit(size)
    } buttons: { _ in
    }
  }

  /// Whether it asks about a save of an open case.
  func isConflict(of handle: CaseHandle) -> Bool {
    if case .conflict(_, let conflict) = self { conflict.handle == handle } else { false }
  }

  /// Says everything again in another language, with the same focus.
  ///
  /// - Parameter why: Why the question below is asked.
  /// - Parameter keys: The keys of the screen below.
  mutating func reword(_ wording: Wording, why: [Prose]?, _ keys: HelpKeys) {
    switch self {
    case .help(var text, let portal):
      text.replace(with: Self.helpText(wording, portal, keys))
      self = .help(text, portal)
    case .why(var text):
      if let why { text.replace(with: why) }
      self = .why(text)
    case .leave(let row, let about):
      self = .leave(wording, about: about, focused: row.focusedID)
    case .conflict(let row, let conflict):
      self = .conflict(wording, conflict, focused: row.focusedID)
    case .delete(let row, let id): self = .delete(id, wording, focused: row.focusedID)
    case .steal(let row, let id, let login):
      self = .steal(id, from: login, wording, focused: row.focusedID)
    }
  }
}

extension Overlay {
  /// The help: every key that does something on the screen below with what it does, and the points of the portal.
  static func help(_ wording: Wording, _ portal: PortalEdition, _ keys: HelpKeys) -> Overlay {
    .help(TextBlock(helpText(wording, portal, keys)), portal)
  }

  private static func helpText(_ wording: Wording, _ portal: PortalEdition, _ keys: HelpKeys)
    -> [Prose]
  {
    var parts: [Prose] = [.heading(wording("help.title")), .gap]
    guard !keys.isWhole else { return parts + keys.prose }
    if !keys.isOfDesk { parts += [.paragraph(wording("help.about")), .gap] }
    parts += [.heading(wording("help.keysHere"))] + keys.prose
    parts += [.gap, .heading(wording("help.moving")), .paragraph(wording("help.movingAbout"))]
    if keys.hasLine { parts += HelpKeys.typing(wording) }
    parts.append(.gap)
    for (index, row) in portal.portal.points.enumerated() {
      parts.append(.heading("\(index + 1) \(wording(row.point.titleKey))"))
      parts += [.paragraph(wording(row.point.aboutKey)), .gap]
    }
    parts += [.heading(wording("help.privacy")), .paragraph(wording(keys.privacyKey))]
    return parts
  }

  static func leave(_ wording: Wording, about: String, focused: String? = nil) -> Overlay {
    .leave(
      ButtonRow(
        [
          .init(id: stay, label: wording("button.stay")),
          .init(id: leave, label: wording("button.leave")),
        ],
        focused: focused ?? stay
      ),
      about: about
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

  /// Leaving it where it is has the focus: somebody may have a caller on the line.
  static func steal(
    _ id: CaseID,
    from login: String,
    _ wording: Wording,
    focused: String? = nil
  ) -> Overlay {
    .steal(
      ButtonRow(
        [
          .init(id: keep, label: wording("button.leaveIt")),
          .init(id: steal, label: wording("button.takeIt")),
        ],
        focused: focused ?? keep
      ),
      id,
      from: login
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
