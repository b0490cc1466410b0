import ArgumentParser
import Model
import Wording

/// The number that the caller of a case is to be rung back on.
struct DeskCallback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callback",
    abstract: "Print the number to ring back on when its day has come, or forget it."
  )

  @OptionGroup var which: DeskCaseArgument

  @Flag(help: "Forget the number.")
  var forget = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    try context.tryDesk(store) { try store.checkOwner(of: id, is: store.people.own) }
    guard !forget else {
      try context.tryStore { try store.keep(nil, of: id) }
      return
    }
    guard let found = try context.tryStore({ try store.callback(of: id) }) else {
      throw Refusal(wording("desk.callback.none"), .badInput)
    }
    let isDue = Timestamp.now().day.map { found.due <= $0 } ?? false
    Output.line(
      wording(
        "desk.callback",
        ["number": isDue ? found.number.text : found.masked, "day": wording.short(found.due)]
      )
    )
  }
}

extension CommandContext {
  /// A number to ring back on, as it was given; only where the desk keeps such numbers.
  func callbackNumber(_ given: String, in store: any KeptStore) throws -> PhoneNumber {
    let wording = wording()
    guard try deskSetup(of: store).callback else {
      throw Refusal(wording("desk.callback.off"), .unusable)
    }
    let text = try NoteText.read(given, self)
    if let wrong = LineRule.phone.finding(text, on: nil) {
      throw Refusal(wording(wrong.key, wrong.values), .badInput)
    }
    return try PhoneNumber(checking: text)
  }
}
