import ArgumentParser
import Model
import Wording

/// Proves exercises: those made by hand, and as many drawn ones as are asked for.
struct TrainCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove that exercises are true, can be solved and are scored by rule."
  )

  @Option(help: "How many exercises to draw of each level and portal.")
  var seeds = 20

  @Option(help: ArgumentHelp("The first seed that is drawn.", valueName: "number"))
  var from = 0

  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard (0...1_000_000).contains(seeds), (0...1_000_000_000).contains(from) else {
      throw UsageMistake("usage.seeds")
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    var (count, found) = (0, 0)
    for edition in PortalEdition.allCases {
      guard let room = context.content.trainingRoom(of: edition) else { continue }
      let drawn = (from..<from + seeds).map(String.init)
      for id in room.names(byHand: ["A", "B", "C"], drawn: drawn) {
        guard let scenario = room.draw.scenario(id) else {
          Output.line("\(id): \(wording("train.notDrawn"))")
          found += 1
          continue
        }
        let findings = ScenarioProof(scenario, in: room).findings
        findings.forEach(Output.line)
        found += findings.count
        count += 1
      }
    }
    let values = ["count": "\(count)", "found": "\(found)"]
    guard found == 0 else { throw Refusal(wording("train.unsound", values), .badInput) }
    Output.line(wording("train.sound", values))
  }
}
