import ArgumentParser
import Model
import Screens
import Store
import Terminal
import Wording

/// Training for several at once: seats without names, and one who leads.
struct TrainClass: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class",
    abstract: "Training for several on one machine: a class with a word, and one who leads it.",
    subcommands: [ClassNew.self, ClassJoin.self, ClassLead.self, ClassEnd.self]
  )
}

/// Where a class is.
struct ClassOptions: ParsableArguments {
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("The folder of the class, which its group shares.", valueName: "dir")
  )
  var folder: String

  func validate() throws {
    if folder.isEmpty { throw UsageMistake("usage.folder") }
  }
}

/// Makes a class.
struct ClassNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a class, and print its word."
  )

  @OptionGroup var room: ClassOptions

  @Option(help: ArgumentHelp("Such as 1,6,S2,L3; without it all made by hand.", valueName: "list"))
  var exercise: String?

  @Flag(help: "Give each seat a caller of its own, with the same faults and as long a way.")
  var vary = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let word = Self.word(wording)
    let exercises = try exercises(context, wording)
    guard let today = wording.today else {
      throw Refusal(wording("class.failure.noDay"), .unusable)
    }
    let new = TrainingClass(word, exercises, isVaried: vary, on: today)
    let folder = try context.tryClass {
      let folder = try ClassFolder(room.folder, making: true)
      try folder.make(new)
      return folder.location.directory
    }
    let values = ["word": word, "folder": ShellWord.quoted(folder)]
    let made = wording("class.made", values)
    Output.line(word, done: made)
    StandardError.write(made)
  }

  private func exercises(_ context: CommandContext, _ wording: Wording) throws
    -> [(edition: PortalEdition, name: String)]
  {
    let names = TrainingNames(context, wording)
    guard let exercise else {
      let made = context.content.trainingRoom(of: context.portal)?.table.exercises ?? []
      return made.map { (context.portal, $0.id) }
    }
    return try names.exercises(exercise, most: TrainingClass.exercises.upperBound)
  }

  /// A word that is easy to say and to hear, with a number.
  private static func word(_ wording: Wording) -> String {
    let words = wording("class.words").split(separator: "\n").map(String.init)
    return "\(words.randomElement() ?? "A")-\(Int.random(in: 10...99))"
  }
}

/// Sits down in a class.
struct ClassJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Sit down in the class of a word, and play its exercises."
  )

  @Argument(help: "The word of the class, such as ULV-48.")
  var word: String

  @OptionGroup var room: ClassOptions

  @Option(
    help: ArgumentHelp("Sit at this seat, to go on with what was done there.", valueName: "tree")
  )
  var seat: String?

  @OptionGroup var options: SharedOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let number = try seat.map { name -> Int in
      guard let number = wording.seat(named: name) else {
        let names = (1...TrainingClass.namedSeats).map { wording.seat($0) }
          .joined(separator: ", ")
        throw Refusal(wording("class.noSeat", ["names": names]), .badInput)
      }
      return number
    }
    let file = try context.trainingFile()
    let record = try context.tryStore { try file.read() }
    let word = word.uppercased()
    let own = record.seat.flatMap { $0.word == word ? $0.number : nil }
    let held = try context.tryClass {
      // A seat that was named is that one and no other.
      guard let number else {
        return try TrainingRunner.seat(at: own, in: room.folder, word: word)
      }
      let folder = try ClassFolder(room.folder)
      return try folder.sit(at: number, word: word, on: Timestamp.now().day)
    }
    let sits = SeatInClass(held.number, in: held.room, held.record)
    let taken = TrainingRecord.Seat(word: held.room.word, number: held.number)
    let kept = try context.tryStore { try file.keep(.seat(taken)).after }
    let runner = TrainingRunner(file, knowing: kept, at: held)
    try FrontEndChoice(options, display).train(.seat(sits, kept), runner)
  }
}

/// Leads a class.
struct ClassLead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead",
    abstract: "See what the seats do, and say something to all."
  )

  @OptionGroup var room: ClassOptions
  @OptionGroup var options: SharedOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let context = try CommandContext(options)
    let (lead, seats) = try context.tryClass {
      let lead = try ClassFolder(room.folder).lead(on: Timestamp.now().day)
      return (lead, try lead.seats())
    }
    let entry = TrainingEntry.lead(lead.room, seats)
    try FrontEndChoice(options, display).train(entry, LeadRunner(lead))
  }
}

/// Ends a class.
struct ClassEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "End a class, and delete all there is of it; asks first on a terminal."
  )

  @OptionGroup var room: ClassOptions
  @OptionGroup var consent: ConsentOptions
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let folder = try context.tryClass { try ClassFolder(room.folder) }
    var isThere = true
    do throws(ClassFailure) { _ = try folder.read() } catch { isThere = error != .noClass }
    if isThere { try consent.ask("class.end.ask", wording) }
    try context.tryClass { try folder.end() }
    StandardError.write(wording("class.over"))
  }
}

extension CommandContext {
  /// Does something with the folder of a class.
  ///
  /// - Throws: ``Refusal`` with what is wrong and what to do.
  fileprivate func tryClass<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as ClassFailure {
      let status: EndStatus =
        switch failure {
        case .noClass, .otherWord, .isThere, .seatBroken: .badInput
        case .taken, .full, .led: .taken
        case .broken, .otherForm, .otherwiseUsed, .unusable, .notKept: .unusable
        }
      throw Refusal(wording()(failure.textKey), status)
    }
  }
}
