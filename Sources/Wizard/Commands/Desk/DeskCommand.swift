import ArgumentParser
import Model
import Screens
import Store
import Wording

/// The support desk: every act of it as a command.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Opens the support desk, or works with its cases.",
    subcommands: [
      DeskQueue.self, DeskNew.self, DeskTake.self, DeskRelease.self, DeskHold.self,
      DeskHand.self, DeskPark.self, DeskCallback.self, DeskNote.self, DeskClose.self,
      DeskReopen.self, DeskUndo.self, DeskShow.self, DeskSend.self, DeskFind.self,
      DeskStats.self, DeskKnowledge.self, DeskCheck.self,
    ]
  )

  @OptionGroup var options: SharedOptions
  @OptionGroup var display: DisplayOptions

  /// Without a command of its own it opens the queue, from which F2 answers a call.
  func run() throws {
    var frontEnd = try FrontEndChoice(options, display)
    frontEnd.beginsAtDesk = true
    try frontEnd.open()
  }
}

/// A case by its number, or by the code that a caller reads out.
struct DeskCaseArgument: ParsableArguments {
  @Argument(help: "The number, or the code with its letters.")
  var number: String

  /// - Throws: ``Refusal`` where it is no number, or the letters do not fit it.
  func id(in store: any KeptStore, _ context: CommandContext) throws -> CaseID {
    // A number of any length says itself that there is no such case.
    if let number = Int64(number), number >= 0 { return CaseID(rawValue: number) }
    guard CaseCode.read(number) != nil else {
      throw Refusal(context.wording()("desk.noCode"), .badInput)
    }
    guard let id = try context.tryStore({ try CaseID(code: number, in: store) }) else {
      throw Refusal(context.wording()("desk.wrongLetters"), .badInput)
    }
    return id
  }
}

extension CommandContext {
  /// Does something at the desk; a refusal is told in words.
  func tryDesk<Result>(_ store: any KeptStore, _ work: () throws -> Result) throws -> Result {
    try tryStore {
      do {
        return try work()
      } catch DeskFailure.store(let failure) {
        throw failure
      } catch DeskFailure.refused(let refusal) {
        throw self.refusal(refusal, store.people)
      }
    }
  }

  private func refusal(_ refusal: DeskRefusal, _ people: any People) -> Refusal {
    let status: EndStatus
    var who: String?
    switch refusal {
    case .taken(_, let agent): (status, who) = (.taken, people.name(of: agent))
    case .standing, .nothingToUndo, .unseen: status = .badInput
    }
    let text = refusal.text(by: who)
    return Refusal(wording()(text.key, text.values), status)
  }

  /// What the file of the desk says.
  func deskSetup(of store: any KeptStore) throws -> DeskSetup {
    do {
      return try tryStore { try store.deskSetup() }
    } catch let fault as DeskSetupFault {
      throw Refusal(wording()(fault.textKey, ["path": told(fault.path)]), .unusable)
    }
  }

  /// Where the desk has a lead, what leaves it is the lead's to let out.
  func checkLead(of store: any KeptStore) throws {
    let setup = try deskSetup(of: store)
    guard setup.lead.isEmpty || setup.roles(in: store.people.groups).contains(.lead) else {
      throw Refusal(wording()("desk.leadOnly"), .unusable)
    }
  }

  /// Does one act, and says how the case stands then.
  func perform(_ act: DeskAct, on argument: DeskCaseArgument) throws {
    let store = try openStore(making: false)
    let id = try argument.id(in: store, self)
    try say(tryDesk(store) { try store.perform(act, on: id, by: store.people.own) })
  }

  func say(_ entry: DeskEntry) {
    let values = ["code": "\(entry.code)", "state": wording()(entry.state.textKey)]
    Output.receipt(wording()("desk.stands", values))
  }

  /// The day that a case is looked at again, and that it is not the one that was asked for where nobody works then.
  func say(lookedAtOn due: Day?, asked: Day?) {
    guard let due, let asked else { return }
    let words = wording()
    let values = ["day": words.weekday(due), "asked": words.weekday(asked)]
    Output.line(words(due == asked ? "desk.lookedAt" : "desk.lookedAtAfter", values))
  }

  /// The number of an organisation, as somebody has given it.
  func organisation(_ text: String) throws -> OrganisationNumber {
    do {
      return try OrganisationNumber(checking: text)
    } catch {
      var values: [String: String] = [:]
      if case .wrongLength(let count) = error { values["count"] = "\(count)" }
      throw Refusal(wording()(error.textKey, values), .badInput)
    }
  }

  /// A day that has not passed.
  func comingDay(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw Refusal(wording()("desk.noDay"), .badInput) }
    if let today = Timestamp.now().day, day < today {
      throw Refusal(wording()("desk.pastDay", ["day": wording().text(day)]), .badInput)
    }
    return day
  }

  /// Somebody who can do something, as the portals name them.
  func actor(_ name: String) throws -> Actor {
    let known = Set(PortalEdition.allCases.flatMap(\.portal.actors).map(\.actor))
    let actor = Actor(rawValue: name)
    guard known.contains(actor) else {
      let names = known.sorted().map(\.rawValue).joined(separator: ", ")
      throw Refusal(wording()("desk.noActor", ["names": names]), .badInput)
    }
    return actor
  }
}
