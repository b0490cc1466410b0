package import Drawing

/// What a key asks for, whatever screen it is pressed on.
package enum Command: String, CaseIterable, Sendable {
  case help, why, overview, conclude, copy, forgetText, portal, home, language, quit, back,
    interrupt
  case redraw, suspend
  case call, note, queue, hold, park, handOver, end, similar, refresh, statistics

  /// Whether it is obeyed in a window too small to show what it would change.
  var isSafeUnseen: Bool {
    switch self {
    // Asked twice, Ctrl-C leaves without more being answered.
    case .language, .interrupt, .redraw, .suspend: true
    default: false
    }
  }
}

/// Where a binding holds.
package enum Scope: Sendable {
  case anywhere
  /// Inside a flow.
  case walk
  /// Where one Altinn is spoken of.
  case portal
  /// Where there is a text to read.
  case reading
  /// Where it is shown what is kept of a pasted text.
  case keptText
  /// Anywhere, where the support desk is.
  case desk
  /// In a call.
  case call
  /// In the queue of the desk.
  case queue

  /// Whether it is of the support desk alone.
  var isDesk: Bool {
    switch self {
    case .desk, .call, .queue: true
    case .anywhere, .walk, .portal, .reading, .keptText: false
    }
  }
}

/// The keys of the program.
///
/// The footer, the help and the manual are made from this table, and it is what keys are looked up
/// in.
package struct Binding: Equatable, Sendable {
  package let key: Key
  package let label: String
  package let command: Command
  package let scope: Scope

  /// Where two hold at once, the first one does.
  package static let all: [Binding] = [
    Binding(key: .function(1), label: "F1", command: .help, scope: .anywhere),
    Binding(key: .escape, label: "Esc", command: .back, scope: .anywhere),
    Binding(key: .function(4), label: "F4", command: .why, scope: .walk),
    Binding(key: .function(3), label: "F3", command: .overview, scope: .walk),
    Binding(key: .function(5), label: "F5", command: .conclude, scope: .walk),
    Binding(key: .function(6), label: "F6", command: .copy, scope: .reading),
    Binding(key: .function(7), label: "F7", command: .forgetText, scope: .keptText),
    Binding(key: .function(2), label: "F2", command: .call, scope: .desk),
    Binding(key: .function(2), label: "F2", command: .portal, scope: .portal),
    Binding(key: .function(8), label: "F8", command: .queue, scope: .call),
    Binding(key: .function(8), label: "F8", command: .home, scope: .anywhere),
    Binding(key: .function(9), label: "F9", command: .language, scope: .anywhere),
    Binding(key: .function(10), label: "F10", command: .quit, scope: .anywhere),
    Binding(key: .control("c"), label: "Ctrl-C", command: .interrupt, scope: .anywhere),
    Binding(key: .control("l"), label: "Ctrl-L", command: .redraw, scope: .anywhere),
    Binding(key: .control("z"), label: "Ctrl-Z", command: .suspend, scope: .anywhere),
    Binding(key: .function(7), label: "F7", command: .note, scope: .call),
    Binding(key: .function(5), label: "F5", command: .refresh, scope: .queue),
    Binding(key: .function(3), label: "F3", command: .statistics, scope: .queue),
    Binding(key: .control("o"), label: "^O", command: .hold, scope: .call),
    Binding(key: .control("p"), label: "^P", command: .park, scope: .call),
    Binding(key: .control("g"), label: "^G", command: .handOver, scope: .call),
    Binding(key: .control("x"), label: "^X", command: .end, scope: .call),
    Binding(key: .control("r"), label: "^R", command: .similar, scope: .call),
  ]

  /// The command of a key, if it has one in one of the scopes.
  package static func command(for key: Key, in scopes: [Scope]) -> Command? {
    all.first { $0.key == key && scopes.contains($0.scope) }?.command
  }
}
