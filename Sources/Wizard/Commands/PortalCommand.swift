import ArgumentParser
import Model
import Wording
import Screens

/// Lists and checks the portals: the editions of Altinn as the engine knows them.
struct PortalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal",
    abstract: "List or check the editions of Altinn the wizard judges by.",
    subcommands: [List.self, Check.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the portals."
    )
    @OptionGroup var options: SharedOptions

    func run() throws {
      _ = try CommandContext(options)
      for portal in Portal.all {
        Output.line(
          "\(portal.edition.rawValue)\t\(portal.facts.count)\t\(portal.points.count)"
            + "\t\(portal.faults.count)"
        )
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check that no row of a portal is incomplete, unreachable or contradictory."
    )
    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let wording = context.wording()
      let findings = context.content.portalFindings
      for (edition, finding) in findings { Output.line("\(edition.rawValue): \(finding)") }
      guard findings.isEmpty else {
        throw Refusal(wording.counted("portal.findings", findings.count), .badInput)
      }
      Output.line(wording("portal.sound", ["count": "\(Portal.all.count)"]))
    }
  }
}
