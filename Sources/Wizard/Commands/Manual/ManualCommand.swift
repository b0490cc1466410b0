import Wording
import ArgumentParser
import Model
import Screens

/// Prints the manual page or the menu entry, for `scripts/install` to put in place.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    usage: "veiviser manual | man -l -",
    shouldDisplay: false
  )

  @Flag(help: "Print the entry for the menu of a desktop instead.")
  var desktop = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    Output.text(
      desktop ? DesktopEntry(context.content).text : ManualPage(context.wording()).text
    )
  }
}
