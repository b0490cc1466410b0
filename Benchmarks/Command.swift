import Foundation
import TestSupport

/// A program as it is started for measuring.
struct Command {
  let name: String
  let path: String
  var arguments: [String] = []
  var environment = PtySession.environment

  /// Started without arguments, as people start it, with its store below a folder.
  static func veiviser(_ path: String, state: String) -> Command {
    var command = Command(name: "veiviser", path: path)
    command.environment["XDG_STATE_HOME"] = state
    return command
  }

  static let menus = peers(["--menu", "Hva vil du gjøre?", "20", "76", "7"] + items)
  static let fields = peers(["--inputbox", "Hva sier meldingen?", "10", "76"])

  private static let items = [
    "1", "Finn ut hvorfor datasystemet gir feilmelding", "2", "Registrer et datasystem",
    "3", "Sjekk rettigheter", "4", "Be om delegering", "5", "Oppdater innloggingsinformasjon",
    "6", "Fortsett en sak", "7", "Oversikt",
  ]

  private static func peers(_ arguments: [String]) -> [Command] {
    ["dialog", "whiptail"].map {
      Command(name: $0, path: "/usr/bin/\($0)", arguments: arguments)
    }
  }
}
