import Wording
import ArgumentParser
import Model
import Screens

/// Prints the manual page, for `scripts/install` to put in place.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    usage: "veiviser manual | man -l -",
    shouldDisplay: false
  )

  @OptionGroup var options: SharedOptions

  func run() throws {
    Output.text(ManualPage(try CommandContext(options).wording()).text)
  }
}
