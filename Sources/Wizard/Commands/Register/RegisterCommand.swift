import Wording
import ArgumentParser
import Model
import Store

/// Makes and reads the register at hand: Enhetsregisteret's open data, beside the store.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Import Enhetsregisteret's open data, and look a number up in them.",
    subcommands: [Import.self, Status.self, Show.self, Clients.self]
  )

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract:
        "Make the register anew from downloaded files; the old one serves until it is whole."
    )

    @Argument(help: "The JSON files of units, sub-units and roles, packed with gzip or not.")
    var files: [String] = []

    @Option(help: ArgumentHelp("A file that must be that of main units.", valueName: "file"))
    var units: String?

    @Option(help: ArgumentHelp("A file that must be that of sub-units.", valueName: "file"))
    var subunits: String?

    @Option(help: ArgumentHelp("A file that must be that of roles.", valueName: "file"))
    var roles: String?

    @Option(
      help: ArgumentHelp("The day the files are of, where they do not tell.", valueName: "day")
    )
    var date: String?

    @Option(
      help: ArgumentHelp("The firm whose clients are asked about.", valueName: "number")
    )
    var firm: String?

    @Flag(help: "Keep the names of those who hold roles too.")
    var withNames = false

    @Flag(help: "Take files that are much smaller than those the register was made of.")
    var smaller = false

    @OptionGroup var options: SharedOptions

    func validate() throws {
      if (files + [units, subunits, roles].compactMap(\.self)).isEmpty {
        throw UsageMistake("usage.units")
      }
      if let date, Day(date) == nil {
        throw UsageMistake("usage.date")
      }
    }

    func run() throws {
      let context = try CommandContext(options)
      let firm = try self.firm.map { try context.organisation($0, after: "--firm") }
      let line = ProgressLine(context.wording())
      defer { line.end() }
      let making = RegisterImport(
        named(context.wording()),
        withNames: withNames,
        firm: firm,
        mayShrink: smaller,
        day: date.flatMap { Day($0) },
        today: Timestamp.now().day,
        progress: line.show
      )
      let status = try context.tryRegister { try making.make(at: $0) }
      line.end()
      RegisterReport(status, context).say(isMade: true)
    }

    /// The files, as they are called where they are complained of.
    private func named(_ wording: Wording) -> [RegisterInput] {
      let told =
        [("--units", units, RegisterKind.units), ("--subunits", subunits, .subunits)]
        + [("--roles", roles, .roles)]
      let named = told.compactMap { name, path, kind in
        path.map {
          let called = wording("input.after", ["option": name])
          return RegisterInput(path: $0, named: called, expected: kind)
        }
      }
      let rest = files.enumerated().map { place, path in
        let number = ["number": "\(place + 1)"]
        let called = files.count == 1 ? wording("input.file") : wording("input.oneFile", number)
        return RegisterInput(path: path, named: called)
      }
      return named + rest
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Tell what the register was made of, how old it is, and its licence."
    )

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let register = try context.tryRegister { try RegisterFile(at: $0) }
      let report = RegisterReport(register.status, context)
      if json { try Output.json(report) } else { report.say() }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Tell what the register says of a number, and how surely."
    )

    @Argument(help: "An organisation number.")
    var number: String

    @Option(
      help: ArgumentHelp("The accountant or auditor who sends for it.", valueName: "number")
    )
    var firm: String?

    @Option(
      help: ArgumentHelp(
        "A role that whoever asks has there, such as MEDL; can be given again.",
        valueName: "code"
      )
    )
    var role: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let number = try context.organisation(number)
      let firm = try self.firm.map { try context.organisation($0, after: "--firm") }
      let callers = try role.map(registered)
      let review = try context.tryRegister { location in
        let register = try RegisterFile(at: location)
        let reply = try register.reply(to: number)
        let firm = try firm.map { try register.extract(of: $0) } ?? reply.firm
        return RegisterReview(
          reply.extract,
          firm: firm?.number == number ? nil : firm?.number,
          kin: firm.map(reply.extract.kin) ?? [],
          callers: callers,
          today: Timestamp.now().day
        )
      }
      let wording = context.wording()
      if json { return try Output.json(RegisterAnswer(review)) }
      for line in RegisterText(review, wording).lines { Output.line(line) }
    }

    /// A role by its code; one that Enhetsregisteret does not have is a mistake, and would else count as a role
    /// that approves.
    private func registered(_ text: String) throws -> RoleCode {
      let code = RoleCode(rawValue: text.uppercased())
      guard RoleCode.registered.contains(code) else {
        let roles = RoleCode.registered.map(\.rawValue).joined(separator: ", ")
        throw UsageMistake("usage.role", ["roles": roles])
      }
      return code
    }
  }
}

extension CommandContext {
  /// Runs something with the folder of the register; what goes wrong becomes one message.
  func tryRegister<Value>(_ work: (StoreLocation) throws -> Value) throws -> Value {
    do {
      return try tryStore { try work(storeLocation()) }
    } catch let failure as RegisterFailure {
      throw Refusal(
        wording()(failure.textKey, failure.textValues).capitalisedFirst,
        failure.isOfInput ? .badInput : .unusable
      )
    }
  }

  func organisation(_ text: String, after option: String? = nil) throws -> OrganisationNumber {
    guard let number = try? OrganisationNumber(checking: text) else {
      let name =
        option.map { wording()("input.numberAfter", ["option": $0]) } ?? wording()("input.number")
      throw Refusal(wording()("register.notNumber", ["name": name]).capitalisedFirst, .badInput)
    }
    return number
  }
}
