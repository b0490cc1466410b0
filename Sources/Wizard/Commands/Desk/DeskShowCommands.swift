import ArgumentParser
import Model
import SafeText
import Screens
import Wording

struct DeskQueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "List the cases of the desk; without a choice all that are not closed."
  )

  @Flag(help: "Those you have, or that were handed to you.")
  var mine = false
  @Flag(help: "Those nobody has.")
  var free = false
  @Flag(help: "Those nobody has at the second line.")
  var second = false
  @Flag(help: "Those whose day has come.")
  var due = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard [mine, free, second, due].filter(\.self).count <= 1 else {
      throw UsageMistake("usage.exclusive")
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let section: DeskSection =
      mine ? .mine : free ? .free : second ? .second : due ? .due : .all
    let entries = try context.tryStore {
      try store.queue(
        section,
        for: store.people.own,
        limit: -1,
        offset: 0,
        answers: Flow.statusFields
      )
    }
    if json {
      try Output.json(entries.map { DeskReport($0, store.people) })
      return
    }
    let wording = context.wording()
    if entries.isEmpty { Output.line(wording("cases.none")) }
    for entry in entries {
      let columns = [
        entry.code.description, wording(entry.state.textKey),
        entry.desk.owner.map(store.people.name) ?? "", wording.gist(entry.summary),
        wording.label(entry.summary), entry.desk.promise.due?.text ?? "",
      ]
      Output.line(columns.map { Sanitiser.line($0) }.joined(separator: "\t"))
    }
  }
}

struct DeskNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a call and print its number and its code."
  )

  @Option(help: ArgumentHelp("The message, in a file or on standard input.", valueName: "file|-"))
  var message: String?
  @Option(help: ArgumentHelp("The organisation number of whom it is for.", valueName: "number"))
  var org: String?
  @Option(help: ArgumentHelp("What the caller says; no names.", valueName: "text"))
  var words: String?
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let (content, recogniser) = (context.content, context.content.recogniser)
    let text = try message.map {
      try InputFile.text(of: $0, after: "--message", limit: 1, .isCut, wording)
    }
    // Whoever calls has their message now, unless its date says otherwise, so one of the Altinn that has closed is
    // asked about in today's.
    let recognised = text.map { recogniser.recognise($0, in: context.portal) }
    let edition = recognised?.message.flatMap { content.message($0)?.edition }
    let isCurrent = (edition ?? recognised?.portalOfFields) == .current
    var walk = wording.walk(.findFault(of: isCurrent ? .current : context.portal))
    walk.beginCall()
    if let text {
      walk.read(text, with: recogniser)
      walk.holdMessageAsTold()
      // Dated after that one had closed, it comes from a program that still tries.
      if wording.comesLate(walk), walk.flow.edition != .current { wording.changePortal(of: &walk) }
      if let edition, edition != walk.flow.edition, !wording.comesEarly(walk) {
        walk.tellComesNow()
      }
      walk.advance()
    }
    if let org { walk.give(try context.organisation(org).number, to: .reporteeName) }
    let store = try context.openStore()
    // A command has no page to show it on; whoever takes the call sees it, and can have it forgotten.
    _ = walk.keepUnseenText()
    let draft = wording.draft(walk)
    let entry = try context.tryDesk(store) {
      try store.begin(draft, Caller(words: words ?? ""), by: store.people.own)
    }
    Output.line(
      "\(entry.id.rawValue)\t\(entry.code)",
      done: wording("output.kept", ["number": "\(entry.id.rawValue)"])
    )
  }
}

struct DeskShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a case of the desk with its notes, or what is told when it is handed over."
  )

  @OptionGroup var which: DeskCaseArgument
  @Flag(help: "What the receiver is told.")
  var handover = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let (found, entry, notes, last, callback) = try context.tryDesk(store) {
      (
        try store.load(id), try store.entry(id), try store.notes(for: id),
        try store.outcomes(of: id).last, try store.callback(of: id)
      )
    }
    if json {
      try Output.json(DeskReport(entry, store.people, RecordReport(found), notes: notes))
      return
    }
    let wording = context.wording()
    let text = DeskText(
      found,
      entry,
      notes,
      last: last,
      wording,
      on: Timestamp.now().day,
      isRungBack: callback != nil
    ) { store.people.name(of: $0) }
    Output.text(handover ? text.handOver : text.whole)
  }
}

extension CallMessage.Form: ExpressibleByArgument {}

struct DeskSend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Print a text to send to the caller or to whoever must act."
  )

  @OptionGroup var which: DeskCaseArgument
  @Option(help: ArgumentHelp("What it is for.", valueName: "sms|mail|letter"))
  var form: CallMessage.Form
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let store = try context.openStore(making: false)
    let id = try which.id(in: store, context)
    let (found, entry) = try context.tryDesk(store) { (try store.load(id), try store.entry(id)) }
    // The caller's language, unless another one is asked for.
    let language = options.language ?? entry.desk.caller.language ?? context.language()
    let wording = Wording(context.content, language, on: Timestamp.now().day)
    let text = DeskText(found, entry, [], wording, on: wording.today) { store.people.name(of: $0) }
    let written = text.message(form)
    Output.text(written.hasSuffix("\n") ? written : written + "\n")
  }
}

struct DeskFind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find cases by the beginnings of words, by organisation, message or day."
  )

  @Argument(help: "Words that must all be in the case.")
  var words: [String] = []
  @Option(help: ArgumentHelp("An organisation number.", valueName: "number"))
  var org: String?
  @Option(help: ArgumentHelp("A message, such as E2.", valueName: "id"))
  var message: String?
  @Option(help: ArgumentHelp("Changed since this day, as 2026-11-01.", valueName: "day"))
  var since: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    var parts = words
    if let org { parts.append(try context.organisation(org).number) }
    if let message {
      guard context.content.message(message) != nil else {
        throw Refusal(wording("desk.noMessageID"), .badInput)
      }
      parts.append("#\(message)")
    }
    if let since {
      guard let day = Day(since), let today = Timestamp.now().day else {
        throw Refusal(wording("desk.noDay"), .badInput)
      }
      parts.append("\(wording("search.since")):\(max(0, today.number - day.number + 1))d")
    }
    guard !parts.isEmpty else { throw Refusal(wording("desk.noText"), .badInput) }
    let store = try context.openStore(making: false)
    let found = try context.tryStore {
      try store.summaries(
        matching: parts.joined(separator: " "),
        statuses: CaseStatus.allCases,
        flows: nil,
        limit: -1,
        offset: 0,
        answers: Flow.statusFields
      )
    }
    Output.cases(found, asJSON: json, wording)
  }
}
