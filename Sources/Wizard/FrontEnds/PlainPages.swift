import Wording
import Drawing
import Model
import Screens

/// Any screen line by line: what its page says, and its options by number.
struct PlainPages {
  let console: Console
  let questions: PlainQuestions
  let tongue: PlainTongue
  var wording: Wording { tongue.wording }
  let store: PlainStore

  /// Where a screen leads, and what is to be done for the screen that is gone to.
  typealias Lead = (destination: Destination, effects: [Effect])

  /// Shows a screen until it leads to another.
  ///
  /// - Parameter effects: What is to be done for it as it is gone to.
  /// - Returns: `nil` when there is no more to read.
  func show(_ new: any Screen, after effects: [Effect] = []) -> Lead? {
    var screen = new
    screen.reword(wording)
    screen.tick(Timestamp.now())
    var response = Response.does(effects)
    var read: Page?
    defer { tongue.isCallers = false }
    while true {
      tongue.isCallers = screen is CallScreen
      if let led = follow(response, on: &screen) { return led }
      let asked = store.runner.hasRegister ? screen.askRegister() : []
      _ = follow(.does(asked), on: &screen)
      let page = screen.page(wording)
      if page.prose != read?.prose { questions.read(page.prose) }
      read = page
      if let remark = screen.problem ?? screen.success {
        questions.say(wording(remark.key, remark.values))
      }
      let turn = ask(page)
      // What is told by the minute, and how long a call takes, is counted while somebody thinks.
      screen.tick(Timestamp.now())
      switch turn {
      case .answer(let id): response = screen.take(id, wording: wording)
      case .written(let text):
        if case .text = page.writes {
          response = screen.paste(text, wording: wording)
        } else {
          response = screen.write(text, wording: wording)
        }
      case .why:
        questions.read(screen.why(wording) ?? [])
        questions.explain(words(on: screen))
        response = .stays
      case .command(let command): response = obey(command, on: &screen)
      case .back: response = screen.back(wording)
      case .quit: return nil
      }
    }
  }

  /// Does what the key for it does on the full screen, where the screen has such a page.
  private func obey(_ command: PlainCommand, on screen: inout any Screen) -> Response {
    guard let key = command.key else {
      // In a call it is the language that is read aloud, and the agent's own stays.
      if tongue.isCallers { return screen.run(.language, wording: wording) }
      screen.reword(wording)
      return .stays
    }
    let response = screen.run(key, wording: wording)
    if response == .ignored { console.say(wording("plain.notHere")) }
    return response
  }

  /// The words that do something on a screen.
  private func words(on screen: any Screen) -> [PlainCommand] {
    PlainCommand.allCases.filter { command in
      guard let key = command.key else { return true }
      var tried = screen
      return tried.run(key, wording: wording) != .ignored
    }
  }

  /// Asks for what a page offers: an option by its number, a line, or a text.
  private func ask(_ page: Page) -> PlainTurn {
    console.say("")
    if case .text(let hint) = page.writes {
      questions.say(hint)
      return questions.askText()
    }
    let options = page.options.map { ($0.id, line($0)) }
    guard case .line(let hint) = page.writes else {
      return questions.choose(options, standing: nil)
    }
    return questions.choose(options, standing: nil, line: hint)
  }

  /// Does what a choice asks for, until the screen leads elsewhere or waits for the next choice.
  private func follow(_ first: Response, on screen: inout any Screen) -> Lead? {
    var waiting = [first]
    while !waiting.isEmpty {
      switch waiting.removeFirst() {
      case .goes(.deletion(let id), let effects):
        waiting.append(.does(effects + (confirmsDeletion(of: id) ? [.delete(id)] : [])))
      case .goes(.stealing(let id, let login), let effects):
        let isMeant = confirmsTaking(id, from: login)
        waiting.append(.does(effects + (isMeant ? [.desk(.act(.steal, id))] : [])))
      case .goes(let destination, let effects): return (destination, effects)
      case .does(let effects):
        let asking = screen
        for event in effects.flatMap({ store.settle($0, for: asking) }) {
          waiting.append(screen.receive(event, wording: wording))
        }
      case .ignored, .stays, .leaves, .takes: break
      }
    }
    return nil
  }

  private func confirmsDeletion(of id: CaseID) -> Bool {
    let number = ["number": "\(id.rawValue)"]
    questions.say(wording("delete.title", number))
    questions.say(wording("delete.about", number))
    return isMeant(keeping: "button.keep", doing: "button.deleteForGood")
  }

  private func confirmsTaking(_ id: CaseID, from login: String) -> Bool {
    let values = ["number": "\(id.rawValue)", "login": login]
    questions.say(wording("steal.title", values))
    questions.say(wording("steal.about", values))
    return isMeant(keeping: "button.leaveIt", doing: "button.takeIt")
  }

  /// Asks whether something is to be done; Enter leaves it.
  private func isMeant(keeping keep: String, doing act: String) -> Bool {
    let choices = [("keep", wording(keep)), ("act", wording(act))]
    if case .answer("act") = questions.choose(choices, standing: "keep") { return true }
    return false
  }

  private func line(_ option: ChoiceList.Option) -> String {
    [option.label, option.hint, option.detail].compactMap(\.self).joined(separator: ": ")
  }
}
