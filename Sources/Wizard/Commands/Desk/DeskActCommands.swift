import ArgumentParser
import Model
import Wording

struct DeskTake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: "Take a case that nobody has, or receive one that was handed over."
  )

  @OptionGroup var which: DeskCaseArgument

  @Flag(help: "Take it also from the one who has it.")
  var steal = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let entry = try context.tryDesk(store) { () throws -> DeskEntry in
      let standing = try store.entry(id)
      let isOwn = standing.state.isOwned && standing.desk.owner == store.people.own
      // Whoever has the case goes on with it.
      if isOwn, standing.state != .call {
        return try store.perform(.resume, on: id, by: store.people.own)
      }
      let isTaken = standing.state.isOwned || (standing.state == .handed && steal)
      let act: DeskAct = isTaken && steal ? .steal : standing.state == .handed ? .receive : .take
      return try store.perform(act, on: id, by: store.people.own)
    }
    context.say(entry)
  }
}

struct DeskRelease: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Let go of a case, so that anybody can take it."
  )

  @OptionGroup var which: DeskCaseArgument
  @OptionGroup var options: SharedOptions

  func run() throws { try CommandContext(options).perform(.release, on: which) }
}

struct DeskHold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Let the caller of a call wait on the line; take goes back."
  )

  @OptionGroup var which: DeskCaseArgument
  @OptionGroup var options: SharedOptions

  func run() throws { try CommandContext(options).perform(.hold, on: which) }
}

struct DeskUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo what you did last with a case, while nobody has touched it since."
  )

  @OptionGroup var which: DeskCaseArgument
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let entry = try context.tryDesk(store) { () throws -> DeskEntry in
      let own = store.people.own
      let undone = try store.undo(id, by: own)
      guard undone.state == .call else { return undone }
      // Nobody talks with two callers.
      let mine = try store.queue(.mine, for: own, limit: -1, offset: 0, answers: [])
      let isTalking = mine.contains { $0.id != id && $0.state == .call }
      return isTalking ? try store.perform(.hold, on: id, by: own) : undone
    }
    context.say(entry)
  }
}

struct DeskReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take up again a case that waits or is closed, as a new round."
  )

  @OptionGroup var which: DeskCaseArgument
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let entry = try context.tryDesk(store) { () throws -> DeskEntry in
      _ = try store.perform(.reopen, on: id, by: store.people.own)
      var found = try store.load(id)
      var walk = wording.walk(Flow.named(found.flow) ?? .findFault, resuming: found.content)
      walk.takeUpAgain()
      found.content = wording.draft(walk)
      _ = try store.save(found)
      return try store.entry(id)
    }
    context.say(entry)
  }
}

struct DeskHand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand",
    abstract: "Hand a case over; whoever it is for must receive it."
  )

  @OptionGroup var which: DeskCaseArgument

  @Option(help: ArgumentHelp("To second, to free, or to a login.", valueName: "who"))
  var to: String

  @Option(help: ArgumentHelp("A note for the receiver, or - to read it.", valueName: "text|-"))
  var note: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let recipient: Recipient
    switch to {
    case "free": recipient = .free
    case "second": recipient = .second
    default:
      guard let agent = store.people.agent(named: to) else {
        throw Refusal(context.wording()("desk.noLogin"), .badInput)
      }
      recipient = .colleague(agent)
    }
    let text = try note.map { try NoteText.read($0, context) }
    // The note comes first: after the act the case is nobody's to undo.
    let entry = try context.tryDesk(store) { () throws -> DeskEntry in
      let standing = try store.entry(id)
      if standing.state == .call, standing.desk.owner == store.people.own, let text {
        _ = try store.addNote(text, to: id, by: store.people.own)
      }
      return try store.perform(.hand(to: recipient), on: id, by: store.people.own)
    }
    context.say(entry)
  }
}

struct DeskPark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "park",
    abstract: "Put a case away until somebody has done something."
  )

  @OptionGroup var which: DeskCaseArgument

  @Option(help: ArgumentHelp("Who must act, such as giver.", valueName: "actor"))
  var who: String?

  @Option(help: ArgumentHelp("The day to look again, as 2026-12-01.", valueName: "day"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "A number to ring back on, or - to read it; only where the desk keeps such numbers.",
      valueName: "number|-"
    )
  )
  var callback: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let asked = try until.map(context.comingDay)
    // On a day that nobody works nobody looks at it.
    let promise = Promise(by: try who.map(context.actor), due: asked?.workday(after: 0))
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let number = try callback.map { try context.callbackNumber($0, in: store) }
    let entry = try context.tryDesk(store) { () throws -> DeskEntry in
      let entry = try store.perform(.park(promise), on: id, by: store.people.own)
      if let number, let today = Timestamp.now().day {
        try store.keep(Callback(number, due: promise.due ?? today, on: today), of: id)
      }
      return entry
    }
    context.say(entry)
    context.say(lookedAtOn: promise.due, asked: asked)
  }
}

struct DeskNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Add a note to a case. No names, no national identity numbers."
  )

  @OptionGroup var which: DeskCaseArgument

  @Argument(help: "The note, or - to read it.")
  var text: String

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let text = try NoteText.read(text, context)
    _ = try context.tryDesk(store) { try store.note(text, on: id, by: store.people.own) }
    Output.receipt(context.wording()("desk.noted", ["number": "\(id.rawValue)"]))
  }
}

/// The text of a note, as it is given or read.
enum NoteText {
  static func read(_ given: String, _ context: CommandContext) throws -> String {
    let text =
      try given == "-"
      ? InputFile.text(of: "-", limit: 1, .isRefused, context.wording()) : given
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(context.wording()("desk.noText"), .badInput)
    }
    return text
  }
}

struct DeskClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "End a call: 1-2 solved, 3-5 others must act, 6 not found, 7 other, 8 broken off."
  )

  @OptionGroup var which: DeskCaseArgument

  @Option(help: ArgumentHelp("What the call came to, 1 to 8.", valueName: "number"))
  var result: Int

  @Option(help: ArgumentHelp("How it is known that it works.", valueName: "seen|told|no"))
  var confirmed: Confirmation?

  @Flag(help: "The caller has said in their own words what they do now.")
  var toldBack = false

  @Option(
    help: ArgumentHelp(
      "What is wrong with what Veiviser said.",
      valueName: "menu|wording|advice|cause|language"
    )
  )
  var flag: DeskFlag?

  @Option(help: ArgumentHelp("Who must act, such as giver.", valueName: "actor"))
  var who: String?

  @Option(help: ArgumentHelp("The day to look again, as 2026-12-01.", valueName: "day"))
  var until: String?

  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard DeskResult(rawValue: result) != nil else {
      throw UsageMistake.range("--result", 1...8)
    }
    // That 1 needs somebody who saw it is the desk's own rule, which the store keeps.
    guard result == 1 || confirmed != .seen, result < 3 || confirmed != .told else {
      throw UsageMistake("usage.confirmed")
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let asked = try until.map(context.comingDay)
    let promise = Promise(by: try who.map(context.actor), due: asked?.workday(after: 0))
    let entry = try context.tryDesk(store) { () throws -> DeskEntry in
      let found = try store.load(id)
      let entry = try store.entry(id)
      var walk = wording.walk(Flow.named(found.flow) ?? .findFault, resuming: found.content)
      if toldBack { walk.give(Fact.yes, to: .toldBack, from: .derived) }
      var end = WrapUp(
        of: walk,
        role: entry.desk.caller.role,
        on: wording.today,
        knowers: context.content.knowers(of: walk.flow.edition)
      )
      if let confirmed { end.confirm(confirmed) }
      end.choose(DeskResult(rawValue: result) ?? .somethingElse)
      end.promise(promise)
      end.flag = flag
      let since = entry.desk.ownerSince ?? entry.summary.updated
      let seconds = Int(clamping: Timestamp.now().rawValue - since.rawValue)
      let closing = end.closing(of: walk, secondsToVerdict: nil, seconds: seconds)
      return try store.perform(.close(closing), on: id, by: store.people.own)
    }
    context.say(entry)
    context.say(lookedAtOn: entry.desk.promise.due, asked: asked)
  }
}

extension Confirmation: ExpressibleByArgument {}
extension DeskFlag: ExpressibleByArgument {}
