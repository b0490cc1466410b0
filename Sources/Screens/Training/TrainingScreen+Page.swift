import Drawing
import Model
import SafeText
package import Wording

extension TrainingScreen {
  private typealias Option = ChoiceList.Option

  package func page(_ wording: Wording) -> Page {
    guard note.isOpen else { return placePage(wording) }
    return NoteForm.page([.heading(wording("train.act.note"))], wording)
  }

  /// The page that somebody is at, whether or not a note is written below it.
  func placePage(_ wording: Wording) -> Page { content(wording).reserving(Act.letters) }

  private func content(_ wording: Wording) -> Page {
    let text = TrainingText(call, room, wording)
    switch place {
    case .acts: return acts(text, wording)
    case .handOver, .end: return formPage(wording)
    case .points: return Page(text.overview(room.engine), [wayBack(wording)])
    case .talk: return Page(text.talk, [wayBack(wording)])
    case .hint(let tier): return hint(tier, text, wording)
    case .over:
      let latest = text.latest
      return Page(
        [.heading(wording("train.hungUp"))] + latest.act + latest.answer,
        [Option(id: "on", label: wording("button.next"))]
      )
    case .ask: return asking("train.act.ask", questions, wording)
    case .show: return asking("train.act.show", showable, wording)
    case .see: return asking("train.act.see", told, wording)
    case .wait: return asking("train.act.wait", showable, wording)
    case .tone(let fact):
      let mixed = mixed(tones(for: fact), "\(fact)").map {
        Option(id: $0.rawValue, label: text.asked(fact, $0))
      }
      return Page([.heading(wording("train.howAsk"))], mixed + [wayBack(wording)])
    case .placeOf(let fact):
      return places(room.places(for: fact, call), wording.brief(fact), wording)
    case .waitFor: return people("train.whoKnows", wording)
    case .advise:
      let options = room.advice(call).map { id in
        let key = Lure(rawValue: id) == nil ? "action.\(id).title" : "train.lure.\(id)"
        return Option(id: id, label: wording(key))
      }
      return Page([.heading(wording("train.act.advise"))], options + [wayBack(wording)])
    case .who: return people("train.who", wording)
    case .placeOfAction(let id, _):
      let places = room.action(id).map { room.places(for: $0, call) } ?? []
      return self.places(places, wording("action.\(id).title"), wording)
    }
  }

  // MARK: - What can be asked

  /// The questions that may be put, each in its place and under its key for the whole call.
  var questions: [FieldID] {
    let now = room.questions(call)
    return numbered.filter(now.contains)
  }

  /// All questions in the order of their keys: those there are from the beginning, and then those that can get a
  /// meaning on the way.
  static func numbered(in scenario: Scenario, _ room: TrainingRoom) -> [FieldID] {
    let first = room.questions(TrainingCall(scenario))
    let later = room.portal.facts.map(\.fact).filter {
      $0 != room.portal.message && !first.contains($0)
    }
    return first + later
  }

  /// The keys of questions, none of them a command.
  private static let questionKeys = Array("123456789abcdefghijklmnopqrstuvwxyzæøå").filter {
    !Act.letters.contains($0)
  }

  private func isAnswered(_ fact: FieldID) -> Bool {
    call.hasAnswered(fact)
  }

  /// What the caller did not know, first; then all else that is seen somewhere.
  var showable: [FieldID] {
    let seen = room.questions(call).filter {
      room.portal.rule(of: $0)?.menuPath != nil && !call.open.contains($0) && call.known[$0] == nil
    }
    return call.open + seen
  }

  /// What the caller has told, that the receipt has come first.
  var told: [FieldID] {
    let message = room.portal.message
    return (call.hasSucceeded ? [message] : [])
      + room.portal.facts.map(\.fact).filter {
        call.known.recalled.contains($0) && $0 != message
      }
  }

  /// Every other question can be put in more than one way, three times in a call: whichever questions they are, so that
  /// the tone tells nothing of what is worth asking.
  func tones(for fact: FieldID) -> [AskingTone] {
    let special = [room.portal.message, .reporteeName]
    let asked = call.acts.count { act in
      if case .ask(let other, _) = act { !special.contains(other) } else { false }
    }
    let isToned = asked.isMultiple(of: 2) && asked < Self.tonedQuestions * 2
    return isToned && !special.contains(fact) ? AskingTone.allCases : [.clear]
  }

  /// How many questions of a call can be put in more than one way.
  static let tonedQuestions = 3

  private func mixed<Element>(_ elements: [Element], _ seed: String) -> [Element] {
    var random = SplitMix("\(call.scenario.id.words) \(seed)")
    return random.shuffled(elements)
  }

  // MARK: - Pages

  private func acts(_ text: TrainingText, _ wording: Wording) -> Page {
    // Once it works, nothing is looked for.
    let points =
      call.hasSucceeded ? [] : [Prose.toned(text.points, .muted)]
    let latest = text.latest
    let best = toldTier == nil ? nil : BestWay(room).next(call)
    let told = toldTier.flatMap { tier in best.map { text.hint(tier, $0) } }
    let help = told.map { [Prose.toned(wording("class.hint", ["hint": $0]), .good)] } ?? []
    // A hand can only be raised where somebody sees it.
    let ids = Act.allCases.filter {
      ($0 != .hand || setting.seat != nil) && ($0 != .hint || call.scenario.hasHints)
    }
    let isHandUp = setting.seat?.record.isHandUp == true
    return Page(
      latest.answer + latest.act + text.hurry + help + points,
      ids.map { act in
        let isDown = act == .hand && isHandUp
        return .init(
          id: act.rawValue,
          label: wording(isDown ? "class.handDown" : "train.act.\(act.rawValue)"),
          key: act.letter,
          isSetOff: act == .points
        )
      }
    )
  }

  private func hint(_ tier: Int, _ text: TrainingText, _ wording: Wording) -> Page {
    guard let best = BestWay(room).next(call) else { return Page([], [wayBack(wording)]) }
    let tiers = TrainingAct.hintTiers
    let lines = (tiers.lowerBound...tier).map { Prose.paragraph(text.hint($0, best)) }
    let more = Option(id: "more", label: wording("train.moreHint"))
    return Page(
      [.heading(wording("train.act.hint"))] + lines,
      (tier < tiers.upperBound ? [more] : []) + [wayBack(wording)]
    )
  }

  private func asking(_ key: String, _ facts: [FieldID], _ wording: Wording) -> Page {
    let keys = Dictionary(uniqueKeysWithValues: zip(numbered, Self.questionKeys))
    let options = facts.map { fact in
      let isKnown = isAnswered(fact)
      return Option(
        id: fact.rawValue,
        label: name(of: fact, wording).capitalisedFirst,
        hint: isKnown ? wording("train.answered") : nil,
        key: keys[fact]
      )
    }
    let none: [Prose] = facts.isEmpty ? [.paragraph(wording("\(key).none"))] : []
    var back = wayBack(wording)
    // No question's key, whichever of them stand here.
    back.key = "0"
    return Page([.heading(wording(key))] + none, options + [back])
  }

  /// What a fact is called; once it works, what is there to see instead of a message is the receipt.
  private func name(of fact: FieldID, _ wording: Wording) -> String {
    let isReceipt = place == .see && fact == room.portal.message
    return isReceipt ? wording("train.receipt") : wording.brief(fact)
  }

  private func places(_ places: [String], _ about: String, _ wording: Wording) -> Page {
    let options = places.map {
      Option(id: $0, label: wording.path($0, of: call.scenario.edition))
    }
    let heading = wording("train.where", ["what": about.capitalisedFirst])
    let none: [Prose] = places.isEmpty ? [.paragraph(wording("train.where.none"))] : []
    return Page([.heading(heading)] + none, options + [wayBack(wording)])
  }

  private func people(_ key: String, _ wording: Wording) -> Page {
    let actors = room.portal.actors.map(\.actor)
    let options = actors.map { Option(id: $0.rawValue, label: wording($0.waitsKey)) }
    return Page([.heading(wording(key))], options + [wayBack(wording)])
  }

  private func wayBack(_ wording: Wording) -> ChoiceList.Option {
    QuestionForm.backOption(wording, isSetOff: true)
  }
}
