import Foundation
import Model
import Screens

/// The wizard line by line, for screen readers, simple terminals and pipes: the same flows, the same
/// conditions and the same words as the full screen.
final class PlainFrontEnd {
  private let content: Content
  private let wording: Wording
  private let runner: StoreRunner
  private let console: Console

  init(content: Content, language: Language, runner: StoreRunner, console: Console = Console()) {
    self.content = content
    wording = Wording(content, language)
    self.runner = runner
    self.console = console
  }

  /// What a person did instead of answering.
  private enum Turn {
    case answer(String)
    case back
    case why
    case quit
  }

  func run() -> EndStatus {
    console.say(wording("header.program"))
    console.say(wording("plain.about"))
    while true {
      let cases = openCases()
      console.say("")
      console.say(wording("home.title"))
      let flows = Flow.all.map { ($0.id, wording("flow.\($0.id).start")) }
      let saved = cases.map { ("\($0.id.rawValue)", line($0)) }
      switch choose(flows + saved + [("quit", wording("button.leave"))], standing: nil) {
      case .answer("quit"), .quit: return .done
      case .answer(let id):
        runner.carryOut(.closeCase)
        let walk: Walk
        if let flow = Flow.named(id) {
          walk = Walk(flow, guide: content.guide)
        } else if let resumed = resume(id) {
          walk = resumed
        } else {
          continue
        }
        if let ended = go(through: walk) { return ended }
      case .back, .why: continue
      }
    }
  }

  private func line(_ item: CaseSummary) -> String {
    let title = item.title.isEmpty ? wording("flow.\(item.flow).title") : item.title
    return wording("home.resume") + ": "
      + wording("cases.case", ["number": "\(item.id.rawValue)", "title": title])
  }

  // MARK: - The store

  private func openCases() -> [CaseSummary] {
    for case .listed(let cases, _) in settle(.list(matching: "")) { return Array(cases.prefix(20)) }
    return []
  }

  private func resume(_ id: String) -> Walk? {
    guard let number = Int64(id) else { return nil }
    for case .opened(let found) in settle(.open(CaseID(rawValue: number))) {
      return Flow.named(found.flow).map {
        Walk($0, guide: content.guide, resuming: found.content)
      }
    }
    return nil
  }

  /// Does something with the store and waits for it; failures are said aloud.
  private func settle(_ effect: Effect) -> [Event] {
    runner.carryOut(effect)
    runner.finish()
    let events = runner.events()
    for event in events {
      switch event {
      case .storeFailed(let key, let values): console.say(wording(key, values))
      case .changedElsewhere: console.say(wording("conflict.about"))
      default: break
      }
    }
    return events
  }

  private func save(_ walk: Walk, as status: CaseStatus = .open) -> CaseID? {
    var draft = walk.content
    draft.title = walk.answer("reportee.name")?.value ?? ""
    draft.status = status
    for case .saved(let id) in settle(.save(draft)) { return id }
    return nil
  }

  // MARK: - Walking

  /// - Returns: How the program ends; `nil` when the person is back at the beginning.
  private func go(through start: Walk) -> EndStatus? {
    var walk = start
    var number: CaseID?
    while true {
      console.say("")
      let turn: Turn
      if walk.current.kind == .question {
        turn = ask(&walk)
      } else {
        read(wording.parts(walk, number: number))
        let ways = wording.ways(walk)
        turn = choose(ways.map { ($0.id, line($0)) }, standing: nil)
        if case .answer(let id) = turn, let way = ways.first(where: { $0.id == id }),
          let status = walk.take(way.choice)
        {
          _ = save(walk, as: status)
          return nil
        }
      }
      switch turn {
      case .quit: return .left
      case .back: if !walk.back() { return nil }
      case .why: read(wording.why(walk.current, in: walk))
      case .answer: break
      }
      number = save(walk) ?? number
    }
  }

  private func read(_ parts: [TextBlock.Part]) {
    for line in TextBlock(parts).lines(width: 76, glyphs: .ascii) { console.say(line.text) }
  }

  private func line(_ way: Way) -> String {
    [way.label, way.detail].compactMap { $0 }.joined(separator: ": ")
  }

  // MARK: - Asking

  private func ask(_ walk: inout Walk) -> Turn {
    let step = walk.current
    read(wording.head(of: step, in: walk))
    read(wording.look(at: step, in: walk))
    for field in step.fields {
      let turn = ask(field, &walk)
      guard case .answer = turn else { return turn }
    }
    walk.advance()
    return .answer("")
  }

  private func ask(_ field: Field, _ walk: inout Walk) -> Turn {
    let standing = walk.answer(field.id)?.value
    switch field.input {
    case .choice(let options):
      let values = options.map(\.value) + [Fact.unknown]
      let turn = choose(
        values.map { value in
          let words = [
            wording.option(value, of: field.id, in: walk),
            wording.remark(on: value, of: field.id),
          ]
          return (value, words.compactMap { $0 }.joined(separator: ". "))
        },
        standing: standing
      )
      if case .answer(let value) = turn { walk.give(value, to: field.id) }
      return turn
    case .service: return askService(field, &walk)
    case .line(let limit):
      console.say(wording("question.\(field.id.rawValue).title"))
      if let remark = wording.remark(on: field.id) { console.say(remark) }
      if let standing { console.say(wording("plain.default", ["answer": standing])) }
      let turn = turn(console.ask())
      guard case .answer(let text) = turn else { return turn }
      let kept = text.isEmpty ? standing : String(Sanitiser.line(text).prefix(limit))
      walk.give(kept, to: field.id)
      return turn
    case .message:
      console.say(wording("plain.message"))
      switch console.askForText() {
      case nil: return .quit
      case "<": return .back
      case "?": return .why
      case let text?:
        walk.read(text, with: content.recogniser)
        return .answer(text)
      }
    }
  }

  private func askService(_ field: Field, _ walk: inout Walk) -> Turn {
    console.say(wording("plain.search"))
    while true {
      let turn = turn(console.ask())
      guard case .answer(let words) = turn else { return turn }
      let found = content.services.search(words, wording.language).prefix(9)
      if found.isEmpty { console.say(wording("search.nothing")) }
      let options =
        found.map { ($0.id, wording.name($0)) }
        + [Fact.otherService, Fact.unknown].map {
          ($0, wording.option($0, of: field.id, in: walk))
        } + [("again", wording("plain.searchAgain"))]
      let chosen = choose(Array(options), standing: walk.answer(field.id)?.value)
      switch chosen {
      case .answer("again"): console.say(wording("plain.search"))
      case .answer(let value):
        walk.give(value, to: field.id)
        return chosen
      default: return chosen
      }
    }
  }

  /// Asks for one of several by number; the default is said in words.
  private func choose(_ options: [(id: String, label: String)], standing: String?) -> Turn {
    for (place, option) in options.enumerated() {
      console.say("  \(place + 1)  \(option.label)")
    }
    let defaulted = options.first { $0.id == standing }
    if let defaulted { console.say(wording("plain.default", ["answer": defaulted.label])) }
    while true {
      let turn = turn(console.ask())
      guard case .answer(let text) = turn else { return turn }
      if text.isEmpty, let defaulted { return .answer(defaulted.id) }
      if let number = Int(text), options.indices.contains(number - 1) {
        return .answer(options[number - 1].id)
      }
      console.say(wording("plain.number", ["last": "\(options.count)"]))
    }
  }

  private func turn(_ line: String?) -> Turn {
    switch line {
    case nil, "q", "Q": .quit
    case "<": .back
    case "?": .why
    case let text?: .answer(text)
    }
  }
}
