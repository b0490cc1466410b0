import Wording
import ArgumentParser
import Screens
import Terminal

/// The program: full screen by default, with commands for scripts and support staff.
///
/// Every command says what it is called. The parser would otherwise make a name of its type, which takes a
/// fifth of the time until the screen stands.
@main
struct Veiviser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "veiviser",
    abstract: "Finds out why a datasystem gets an error from Altinn, and what to do about it.",
    discussion: """
      Without a command it opens the full-screen wizard, or the plain one where the terminal cannot \
      show it. Exit status: 0 done, 64 usage, 65 bad input, 69 terminal or store unusable, \
      70 internal, 75 somebody else has the case, 130 left by the user.
      """,
    version: Version.text,
    subcommands: [
      RecogniseCommand.self, DiagnoseCommand.self, WalkCommand.self, CaseCommand.self,
      DatasystemCommand.self, RequestCommand.self, DeskCommand.self, TrainCommand.self,
      FlowCommand.self,
      PortalCommand.self,
      StoreCommand.self, RegisterCommand.self, DoctorCommand.self, ManualCommand.self,
    ]
  )

  /// Runs what was asked for; a refusal is one plain message and its exit status.
  static func main() {
    // Every command can have somebody's answers in its memory.
    CursesTerminal.hardenProcess()
    do {
      guard Descriptors.suffice() else {
        throw Refusal(CommandContext.ofComplaints.wording()("process.descriptors"), .unusable)
      }
      // What most people type needs no reading, which would take as long as all else until the screen
      // stands.
      if CommandLine.argc == 1 { return try FrontEndChoice(context: CommandContext()).open() }
      CursesTerminal.findUsersInFiles()
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch is CleanExit {
        // The parser would answer a group of commands that stands alone with a help of its own.
        throw GroupAlone(command)
      }
    } catch let refusal as Refusal {
      StandardError.write(refusal.description)
      exit(withError: ExitCode(refusal.status.code))
    } catch {
      let given = CommandLine.arguments.dropFirst()
      let wording = CommandContext.ofComplaints.wording(of: given)
      let complaint = Complaint(error, wording)
      if complaint.wantsHelp, let help = ManualPage(wording).help(for: complaint.path) {
        Output.text(help)
        exit(withError: ExitCode.success)
      }
      let code = complaint.isMistake ? ExitCode.validationFailure : exitCode(for: error)
      // The version and the like go to standard output, and hold nothing that was given.
      guard !code.isSuccess else { exit(withError: error) }
      // A command that ends with a status of its own has said why.
      if !(error is ExitCode) { StandardError.write(complaint.text) }
      exit(withError: code)
    }
  }

  @OptionGroup var options: SharedOptions
  @OptionGroup var display: DisplayOptions

  @Flag(help: "Lead to the support desk from home, and answer a call with F2.")
  var desk = false

  func run() throws {
    var frontEnd = try FrontEndChoice(options, display)
    frontEnd.desk = desk
    try frontEnd.open()
  }
}

/// How the program ended, as its exit status says it.
enum EndStatus: Equatable {
  case done, left
  case badInput, unusable, internalFault
  /// Somebody else has the case.
  case taken

  var code: Int32 {
    switch self {
    case .done: 0
    case .badInput: 65
    case .unusable: 69
    case .internalFault: 70
    case .taken: 75
    case .left: 130
    }
  }
}
