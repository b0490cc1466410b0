import ArgumentParser
import Model
import Store

extension Language: ExpressibleByArgument {}
extension PortalEdition: ExpressibleByArgument {}

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: "Language: nb, nn or en.")
  var language: Language?

  @Option(help: "Which Altinn: altinn3, which is in use, or altinn2, which has closed.")
  var portal: PortalEdition?

  @Option(
    help: ArgumentHelp(
      "Keep the store in this directory, or on a server: postgresql://role@server/database.",
      valueName: "dir|address"
    )
  )
  var store: String?

  @Flag(help: "The store is one that the group of its folder shares; goes with --store.")
  var shared = false

  @Option(help: ArgumentHelp("Read words and tables from this directory.", valueName: "dir"))
  var assets: String?

  func validate() throws {
    if shared, store == nil { throw UsageMistake("usage.shared") }
  }
}

/// Options about how the wizard looks.
struct DisplayOptions: ParsableArguments {
  @Flag(help: "Ask line by line, without full screen; also when ACCESSIBLE is set.")
  var plain = false

  @Flag(help: "Draw with ASCII signs only.")
  var ascii = false

  @Flag(name: .customLong("no-color"), help: "Use no colours; also when NO_COLOR is set.")
  var noColor = false

  @Flag(
    help: "Take the mouse: press to choose, turn the wheel to scroll. Mark text with Shift held."
  )
  var mouse = false
}
