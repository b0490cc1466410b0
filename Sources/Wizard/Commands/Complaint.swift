import ArgumentParser
import Model
import Wording

/// A group of commands was asked for without saying which of them.
struct GroupAlone: Error {
  /// The words after `veiviser` that name it.
  let path: [String]

  init(_ command: any ParsableCommand) {
    path = Self.words(to: type(of: command), below: Veiviser.self) ?? []
  }

  /// The words that name a command; `nil` where it is not below a group.
  private static func words(
    to wanted: any ParsableCommand.Type,
    below group: any ParsableCommand.Type
  ) -> [String]? {
    if ObjectIdentifier(wanted) == ObjectIdentifier(group) { return [] }
    for inner in group.configuration.subcommands {
      guard let rest = words(to: wanted, below: inner) else { continue }
      return [inner.configuration.commandName].compactMap(\.self) + rest
    }
    return nil
  }
}

/// What is wrong with a command line, in the words of the person: one plain message that says which part and how it
/// is written.
///
/// What was given is never repeated. It may be anything, a number or a password that was pasted in the wrong place,
/// and what the program complains of ends up in logs. The parser keeps its own kinds of error to itself, so they are
/// read by their names; one that is not known gets the message that fits all.
struct Complaint {
  /// The words after `veiviser` that name the command.
  let path: [String]
  /// Whether help was asked for, which is no mistake.
  let wantsHelp: Bool
  /// What a command found wrong itself.
  private let mistake: UsageMistake?
  private let kind: String
  private let details: [Any]
  /// The commands there are where the complaint is about a word that stands in the place of one.
  private let commands: [String]
  private let wording: Wording

  init(_ error: any Error, _ wording: Wording) {
    self.wording = wording
    let parts = Mirror(reflecting: error).children
    let stack = parts.first { $0.label == "commandStack" }?.value as? [any ParsableCommand.Type]
    let group = error as? GroupAlone
    path = group?.path ?? (stack ?? []).dropFirst().compactMap { $0.configuration.commandName }
    commands = (stack?.last?.configuration.subcommands ?? []).compactMap { command in
      command.configuration.shouldDisplay ? command.configuration.commandName : nil
    }
    let cause: Any = parts.first { $0.label == "parserError" }?.value ?? error
    let payload = Mirror(reflecting: cause).children.first
    // A kind that carries nothing has nothing but its own name.
    kind = payload?.label ?? (stack == nil ? "" : "\(cause)")
    details = payload.map { Self.parts(of: $0.value) } ?? []
    mistake = error as? UsageMistake ?? payload?.value as? UsageMistake
    wantsHelp = kind == "helpRequested" || group != nil
  }

  /// What an error carries, one thing after the other.
  private static func parts(of value: Any) -> [Any] {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle == .tuple ? mirror.children.map(\.value) : [value]
  }

  /// Whether a command found it itself, of which the parser knows no status.
  var isMistake: Bool { mistake != nil }

  /// What is wrong, how it is written, and where to read more.
  var text: String {
    let page = ManualPage(wording)
    let usage = page.usage(of: path).map { wording("usage.form", ["usage": $0]) }
    let command = (["veiviser"] + path + ["--help"]).joined(separator: " ")
    return [reason(page), usage, wording("usage.more", ["command": command])].compactMap(\.self)
      .joined(separator: " ")
  }

  private func reason(_ page: ManualPage) -> String {
    if let mistake { return wording(mistake.key, mistake.values) }
    switch kind {
    case "unknownOption", "invalidOption", "nonAlphanumericShortOption",
      "missingValueOrUnknownCompositeOption":
      return wording("usage.unknownOption")
    case "missingValueForOption": return about("usage.noValue", page)
    case "unexpectedValueForOption": return about("usage.takesNoValue", page)
    case "unableToParseValue": return about("usage.badValue", page)
    case "unexpectedExtraValues" where !commands.isEmpty:
      let values = [
        "group": (["veiviser"] + path).joined(separator: " "),
        "commands": commands.joined(separator: ", "),
      ]
      let near = nearest.map { command in
        wording("usage.near", ["command": (["veiviser"] + path + [command]).joined(separator: " ")])
      }
      return [wording("usage.noCommand", values), near].compactMap(\.self).joined(separator: " ")
    case "unexpectedExtraValues": return wording("usage.tooMany")
    case "duplicateExclusiveValues": return wording("usage.exclusive")
    case "noValue", "missingSubcommand", "noArguments": return wording("usage.incomplete")
    default: return wording("usage.wrong")
    }
  }

  /// The command that is nearest to the word in its place; `nil` where it is like none.
  private var nearest: String? {
    for extras in details {
      for extra in Mirror(reflecting: extras).children {
        // The parser keeps each word beside where it came from.
        let parts = Mirror(reflecting: extra.value).children.compactMap { $0.value as? String }
        if let typed = parts.first { return NearWord.nearest(to: typed, among: commands) }
      }
    }
    return nil
  }

  /// A sentence about an option that the program has, with how it is written; else about a part of the command.
  private func about(_ key: String, _ page: ManualPage) -> String {
    for detail in details {
      let name = Mirror(reflecting: detail).children.first
      // The parser keeps the name without its hyphens, in or beside a value that may be there or not.
      let inner = name.map { Mirror(reflecting: $0.value).children.first?.value ?? $0.value }
      for candidate in [name?.value, inner].compactMap({ $0 as? String }) {
        if let form = page.form(ofOption: "--\(candidate)") {
          return wording(key, ["name": "--\(candidate)", "form": form])
        }
      }
    }
    return wording("usage.badPart")
  }
}
