import ArgumentParser
import Model
import Wording

/// Tells what somebody is at the desk, and what has been left lying.
struct DeskCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell your roles, groups that are not there, forgotten calls and days that have come."
  )

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: SharedOptions

  private struct Report: Encodable {
    let login: String
    let roles: [String]
    let missingGroups: [String]
    let forgotten: [String]
    let due: [String]
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    let setup = try context.deskSetup(of: store)
    let people = store.people
    func queue(_ section: DeskSection) throws -> [DeskEntry] {
      try context.tryStore {
        try store.queue(section, for: people.own, limit: -1, offset: 0, answers: [])
      }
    }
    // A call that reads as parked though nobody has parked it.
    let forgotten = try queue(.all).filter { $0.state == .parked && $0.desk.line == .live }
    let report = Report(
      login: people.name(of: people.own),
      roles: setup.roles(in: people.groups).map(\.rawValue).sorted(),
      missingGroups: (setup.second + setup.lead).filter { !people.hasGroup(named: $0) },
      forgotten: forgotten.map(\.code.description),
      due: try queue(.due).map(\.code.description)
    )
    if json {
      try Output.json(report)
    } else {
      let roles = DeskRole.allCases.filter { report.roles.contains($0.rawValue) }
      let names = roles.map { wording($0.textKey) }.joined(separator: ", ")
      Output.line(wording("desk.check.roles", ["login": report.login, "roles": names]))
      if !store.guardsRights { Output.line(wording("desk.check.order")) }
      func line(_ key: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        Output.line(wording("desk.check.\(key)", ["names": items.joined(separator: ", ")]))
      }
      line("groups", report.missingGroups)
      line("forgotten", report.forgotten)
      line("due", report.due)
    }
    if !report.missingGroups.isEmpty { throw ExitCode(EndStatus.unusable.code) }
  }
}
