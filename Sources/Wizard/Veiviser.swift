import ArgumentParser

@main
struct Veiviser: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "veiviser")

  func run() throws {}
}
