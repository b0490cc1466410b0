package import Model
import SafeText

/// What whoever takes over a call must know, in the order they need it (SBAR, with *if … then* and what
/// the caller said back): written from the case, each line to be changed before it is given.
package struct HandOverText: Sendable {
  /// A line of the hand-over.
  package enum Part: String, CaseIterable, Sendable {
    case urgency, situation, background, assessment, action, otherwise, caller, settled

    package var titleKey: String { "desk.handOver.\(rawValue)" }
  }

  /// How whoever called is reached.
  package enum Reach: String, CaseIterable, Sendable {
    /// They ring again, with the code.
    case rings
    /// They are on the line, and wait.
    case waits
    /// They left a number to be rung back on.
    case rungBack
    /// The call is over.
    case over
  }

  let walk: Walk
  let caller: Caller
  let wording: Wording
  private let reach: Reach
  private let since: Day?
  /// What was advised in an exercise, and on whom it was laid; it stands instead of what the answers come to.
  package var advised: [(action: Action, who: Actor)] = []

  /// - Parameter since: The day the case began.
  package init(
    _ walk: Walk,
    _ caller: Caller,
    _ wording: Wording,
    _ reach: Reach = .rings,
    since: Day? = nil
  ) {
    self.walk = walk
    self.caller = caller
    self.wording = wording
    self.reach = reach
    self.since = since
  }

  /// The same of a case as a store holds it.
  package init(_ walk: Walk, _ entry: DeskEntry, isRungBack: Bool, _ wording: Wording) {
    self.init(
      walk,
      entry.desk.caller,
      wording,
      entry.reach(isRungBack: isRungBack),
      since: entry.summary.created.day
    )
  }

  /// What a part says; every part says something.
  package func text(_ part: Part) -> String {
    let nothing = wording("desk.handOver.nothing")
    return switch part {
    case .urgency: wording("desk.handOver.usual")
    case .situation: situation ?? nothing
    case .background: joined(background, or: nothing)
    case .assessment: assessment
    case .action: action ?? nothing
    case .otherwise: otherwise ?? nothing
    case .caller: wording("desk.handOver.\(reach.rawValue)") + ", " + saidBack
    case .settled:
      joined(
        walk.answered.filter { isSettled($0) }.map { wording.brief($0.field.id) },
        or: wording("desk.handOver.nothingYet")
      )
    }
  }

  /// The whole hand-over, a line a part.
  package var plain: String {
    Part.allCases.map { "\(wording($0.titleKey)): \(text($0))" }.joined(separator: "\n")
  }

  /// The note in which a case was given on last, in whatever language it was written; `nil` where none was.
  package static func given(among notes: [Note], _ wording: Wording) -> Note? {
    let languages = Language.allCases.map { Wording(wording.content, $0) }
    return notes.last { note in
      let lines = note.text.split(separator: "\n")
      return languages.contains { words in
        Part.allCases.allSatisfy { part in
          lines.contains { $0.hasPrefix(words(part.titleKey) + ":") }
        }
      }
    }
  }

  /// What the caller says, and since when there is a case of it.
  private var situation: String? {
    guard let said = wording.said(walk, caller) ?? before else { return nil }
    let begun = since.map { wording("desk.handOver.since", ["day": wording.text($0)]) }
    return [said, begun].compactMap(\.self).joined(separator: ", ")
  }

  /// What it was about before it was taken up again, while the caller has not said what it is now.
  private var before: String? {
    guard let id = walk.answer(.callAbout)?.value, wording.content.message(id) != nil else {
      return nil
    }
    return wording("desk.handOver.before", ["message": wording.callerMessage(id)])
  }

  /// Whether the caller has said what they do now; their own words for it are not kept.
  private var saidBack: String {
    let isSaid = walk.answer(.toldBack)?.value == Fact.yes
    return wording(isSaid ? "desk.handOver.saidBack" : "desk.handOver.notSaidBack")
  }

  private func joined(_ parts: [String], or nothing: String) -> String {
    parts.isEmpty ? nothing : parts.joined(separator: ", ").capitalisedFirst
  }

  private func isSettled(_ answered: (field: Field, answer: Answer)) -> Bool {
    answered.answer.value != Fact.unknown && walk.counts(answered.field.id)
  }

  /// Who calls, for whom, about what, and what is told of the set-up without a fault in it.
  private var background: [String] {
    var parts: [String] = []
    if let role = caller.role { parts.append(wording(role.textKey)) }
    if let party = walk.answer(.reporteeName)?.value { parts.append(wording.grouped(party)) }
    if walk.value(.service) != nil { parts.append(wording.service(walk)) }
    for field in [FieldID.systemOwner, .workFor, .senderActs, .programWay] {
      guard let value = walk.value(field), walk.flow.field(field) != nil else { continue }
      parts.append(wording.brief(field) + ": " + wording.tag(value, of: field))
    }
    return parts
  }

  /// Each point with its state, how sure the failing ones are, and of those in order whether that was only told.
  private var assessment: String {
    walk.diagnosis.verdicts.map { verdict in
      let sure: String? =
        switch verdict.state {
        case .failing: certainty(of: verdict)
        case .ok: isTold(verdict.point) ? wording("desk.told") : nil
        default: nil
        }
      // That a point fails has how sure it is behind it.
      let diagnosis = verdict.state == .failing ? nil : walk.diagnosis
      let state = wording.state(of: verdict, in: diagnosis)
      return "\(verdict.number) \(state)" + (sure.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
  }

  /// Whether something that a point is judged by is only told.
  private func isTold(_ point: Point) -> Bool {
    let rule = walk.diagnosis.portal.points.first { $0.point == point }
    return rule?.faults.contains { walk.answer($0.shownBy)?.source == .told } == true
  }

  /// How sure a failing point is: what shows it may be seen while the rest that it follows from is only told.
  private func certainty(of verdict: Verdict) -> String {
    let certainty = walk.diagnosis.conclusion.certainty
    let shown = walk.diagnosis.facts(showing: verdict).compactMap { walk.answer($0) }
    let isSeen = !shown.isEmpty && shown.allSatisfy { $0.source == .seen }
    return certainty == .likely && isSeen
      ? wording("desk.certainty.partSeen") : wording("desk.certainty.\(certainty.rawValue)")
  }

  /// What to do, after that its Altinn has closed, so that nobody passes on a way to pages that are gone.
  private var action: String? {
    let closing = wording.closingInShort(walk)
    let advice = walk.advice
    let told = advised.map { act($0.action, by: $0.who) }.joined(separator: " ")
    let found = advice.actions.isEmpty ? nil : line(advice.actions, isEither: advice.isChoice)
    let acts = told.isEmpty ? found : told
    return closing == nil && acts == nil
      ? nil : [closing, acts].compactMap(\.self).joined(separator: " ")
  }

  /// A way out in one line.
  ///
  /// - Parameter isEither: Whether an action is one of those of which whichever is needed is done.
  private func line(_ actions: [Action], isEither: (Action) -> Bool) -> String {
    wording.oneByOne(actions, isEither: isEither) { act($0) }.joined(separator: " ")
  }

  /// What is done, by whom as an agent speaks of them, and where.
  private func act(_ action: Action, by who: Actor? = nil) -> String {
    let place = ActionText(action, walk, wording).place
    let line = wording.callAct(action, by: who, in: walk) + "."
    return [line, place].compactMap(\.self).joined(separator: " ")
  }

  /// The next best way out, for when the best one does not do.
  private var otherwise: String? {
    walk.repairs.dropFirst().first.map { way in
      line(way.actions) { way.maybe.contains($0.id) }
    }
  }
}

extension Wording {
  /// A message as an agent speaks of it: how it reads, or what it is called.
  package func callerMessage(_ id: String) -> String {
    guard let message = content.message(id) else { return id }
    guard let text = reading(of: message) else {
      // What is only described has neither text nor code.
      return has(message.symptomKey)
        ? self(message.symptomKey) : message.codes.first ?? self(message.meaningKey)
    }
    return quoted(text.inOneLine)
  }

  /// How a message is read out: as the page says it in this language where it has one, else as the catalogue has it;
  /// `nil` where it has no text.
  func reading(of message: Message) -> String? {
    let key = "train.reads.\(message.id)"
    return has(key) ? self(key) : message.texts.first.map(Self.shown)
  }
}

extension String {
  /// The text with a small letter at its beginning, to stand inside a sentence.
  var inner: String { prefix(1).lowercased() + dropFirst() }
}
