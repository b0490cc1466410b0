import Drawing
package import Model
import SafeText
package import Wording

/// The end of a call, with all filled in: it waits for one key.
package struct WrapUpForm: Equatable, Sendable {
  package private(set) var wrapUp: WrapUp
  /// What is to be sent, by whoever presses the key that copies it; `nil` sends nothing.
  package var send: CallMessage.Form? {
    if let turned { return turned }
    return wrapUp.result == .brokenOff || !wrapUp.hasAdvice ? nil : .mail
  }

  /// What somebody turned it to.
  private var turned: CallMessage.Form??
  /// Whether the caller has said with their own words what they do now.
  private(set) var isToldBack: Bool
  /// Whether that was heard in the call, and is not for the form to say.
  private(set) var wasHeard: Bool

  /// What the case had filled in.
  private let filledIn: WrapUp
  /// Whether what is chosen was chosen before the form was left, so that it is asked about once before it holds.
  private var isChosenBefore = false
  /// Whether a key was pressed that means nothing here, as of somebody who writes a sentence: some of its letters may
  /// have chosen something.
  private var isTyped = false

  init(_ matter: CallMatter) {
    let ended = matter.ended
    (wrapUp, filledIn) = (ended, ended)
    let isSaid = matter.walk.answer(.toldBack)?.value == Fact.yes
    // What was heard in an exercise cannot be taken back here.
    (isToldBack, wasHeard) = (isSaid, matter.isExercise && isSaid)
  }

  /// The form as it was left, unless the case fills it in otherwise now.
  func asLeft(_ new: WrapUpForm) -> WrapUpForm {
    guard new.filledIn == filledIn else { return new }
    var form = self
    form.isToldBack = isToldBack || new.isToldBack
    form.wasHeard = new.wasHeard
    form.isChosenBefore = form.isChosen
    form.isTyped = false
    return form
  }

  /// Whether somebody has chosen how the call ended otherwise than the case fills it in.
  private var isChosen: Bool {
    wrapUp.result != filledIn.result || wrapUp.confirmed != filledIn.confirmed
  }

  /// What is asked, once, where the call would end by what was chosen before the form was left or among the letters of
  /// a sentence; `nil` where nothing is.
  mutating func askAgain(_ wording: Wording) -> Remark? {
    guard isChosenBefore || isTyped else { return nil }
    let key = isTyped ? "desk.wrapUp.typed" : "desk.wrapUp.chosenBefore"
    (isChosenBefore, isTyped) = (false, false)
    return (key, ["result": wording(wrapUp.result.textKey)])
  }

  /// Why the call cannot be ended so; `nil` where it can.
  var problem: Remark? {
    guard !wrapUp.isKnown else { return nil }
    return ("desk.unseen", [:])
  }

  mutating func handle(_ key: Key, _ wording: Wording) -> Response {
    switch key {
    case .enter: return .takes(Self.close)
    case .tab: turnSend(by: 1)
    case .backTab: turnSend(by: -1)
    case .left: wrapUp.postpone(by: -1)
    case .right: wrapUp.postpone(by: 1)
    case .character(let sign):
      let low = sign.lowercased()
      if let digit = sign.wholeNumberValue, sign.isASCII, let result = DeskResult(rawValue: digit) {
        wrapUp.choose(result)
        isChosenBefore = false
      } else if let new = Confirmation.allCases.first(where: { letter($0, wording) == low }) {
        guard new != .seen || canBeSeen else {
          isTyped = true
          return .takes(Self.seenFirst)
        }
        wrapUp.confirm(new)
        isChosenBefore = false
        // Whoever was told what it takes has done that.
        if new == .seen { isTyped = false }
      } else if low == wording("desk.letter.toldBack"), !wasHeard {
        isToldBack.toggle()
      } else {
        isTyped = true
        return .ignored
      }
    default: return .ignored
    }
    return .stays
  }

  static let close = "close"
  /// That something is said to be seen though the result is not that it works.
  static let seenFirst = "seenFirst"

  /// Whether it can be said that somebody saw it work: a single letter makes no call solved and confirmed.
  private var canBeSeen: Bool { wrapUp.result == .solvedConfirmed }

  private func letter(_ confirmation: Confirmation, _ wording: Wording) -> String {
    wording("desk.letter.\(confirmation.rawValue)")
  }

  mutating func flag(_ flag: DeskFlag?) { wrapUp.flag = flag }

  private mutating func turnSend(by step: Int) {
    let all = CallMessage.Form.allCases.map(Optional.some) + [nil]
    let place = all.firstIndex(of: send) ?? 0
    turned = .some(all[(place + step + all.count) % all.count])
  }

  func draw(on canvas: inout Canvas, _ matter: CallMatter) {
    let wording = matter.wording
    let label =
      (["result"] + Part.allCases.map(\.rawValue))
      .map { DisplayWidth.columns(of: wording("desk.wrapUp.\($0)")) + 1 }.max() ?? 0
    let width = max(1, canvas.size.columns - label)
    canvas.write(wording("desk.wrapUp.result"), row: 0, column: 0, style: .key)
    var row = drawResults(on: &canvas, from: label, wording)
    let fields = fields(matter, canvas.glyphs)
    let needed = fields.map { ($0.part, Wrap.lines($0.text, width: width).count) }
    let given = share(canvas.size.rows - row, among: Dictionary(uniqueKeysWithValues: needed))
    for field in fields {
      guard let count = given[field.part] else { continue }
      canvas.write(wording("desk.wrapUp.\(field.part)"), row: row, column: 0, style: .key)
      for line in field.lines(count, width: width, canvas.glyphs) {
        canvas.write(line, row: row, column: label, style: field.style)
        row += 1
      }
    }
  }

  /// What is filled in below the results, from the top.
  private enum Part: String, CaseIterable {
    case cause, act, confirmed, followUp, send, last, flag
  }

  /// The parts in the order in which they are given a row: whom one waits for comes late where one waits for nobody.
  private var order: [Part] {
    let waits: [Part] = wrapUp.result.waits ? [.followUp, .send] : [.send, .followUp]
    return [.last, .cause, .act, .confirmed] + waits + [.flag]
  }

  /// A row that is filled in, and after it the key that changes it.
  private struct Row {
    let part: Part
    let text: String
    var key = ""
    var style = Style.normal

    /// As many lines as it is given; what there is no room for is seen to be left out, and is never the key.
    func lines(_ count: Int, width: Int, _ glyphs: Glyphs) -> [String] {
      let whole = Wrap.lines(text, width: width)
      guard whole.count > count else { return whole }
      let words = text.hasSuffix(key) ? String(text.dropLast(key.count)) : text
      let lines = Wrap.lines(words, width: width)
      let rest = lines.dropFirst(count - 1).joined(separator: " ")
      let room = max(0, width - DisplayWidth.columns(of: key))
      return lines.prefix(count - 1) + [glyphs.clipped(rest, to: room) + key]
    }
  }

  /// What is filled in, below the results.
  private func fields(_ matter: CallMatter, _ glyphs: Glyphs) -> [Row] {
    let wording = matter.wording
    let none = wording("desk.wrapUp.none")
    let cause = matter.cause ?? none
    let found =
      matter.isExercise ? cause : wording("desk.wrapUp.causeFrom", ["cause": cause])
    let acts = matter.acts
    let tellBack = matter.aloud.quoted(matter.aloud("desk.aloud.tellBack"))
    let told =
      isToldBack
      ? wording("desk.wrapUp.toldBack") : wording("desk.wrapUp.tellBack", ["said": tellBack])
    let wrong = wrapUp.flag.map { wording("desk.wrapUp.flagged", ["what": wording($0.textKey)]) }
    func key(_ text: String, after place: String) -> String {
      wording("desk.wrapUp.\(text)", [place: ""])
    }
    let change = matter.isExercise ? "" : key("causeFrom", after: "cause")
    let turn = key("sent", after: "forms")
    let tick = isToldBack ? "" : key("tellBack", after: "said")
    let done = acts.isEmpty ? none : acts.joined(separator: ". ")
    var fields = [
      Row(part: .cause, text: found, key: change),
      Row(part: .act, text: done),
      Row(part: .confirmed, text: choices(wording)),
      Row(part: .followUp, text: promise(wording)),
      Row(part: .send, text: forms(glyphs, wording), key: turn),
      Row(part: .last, text: told, key: tick, style: isToldBack ? .success : .normal),
    ]
    // From an exercise nobody is told what is wrong.
    guard !matter.isExercise else { return fields }
    let flagged = wrong ?? wording("desk.wrapUp.noFlag")
    fields.append(Row(part: .flag, text: flagged, style: wrong == nil ? .normal : .warning))
    return fields
  }

  /// How many rows each part gets, where it gets any: what is read aloud all that it needs, the others one while there
  /// are any, and then as many as they need, what is done before all.
  private func share(_ room: Int, among needed: [Part: Int]) -> [Part: Int] {
    var given: [Part: Int] = [:]
    func give(_ part: Part, upTo most: Int) {
      let rows = min(most, given[part, default: 0] + room - given.values.reduce(0, +))
      if rows > given[part, default: 0] { given[part] = rows }
    }
    give(.last, upTo: needed[.last] ?? 0)
    for part in order where needed[part] != nil { give(part, upTo: 1) }
    for part in [.act] + Part.allCases where given[part] != nil {
      give(part, upTo: needed[part] ?? 0)
    }
    return given
  }

  /// The results with their digits, in as many columns as there is room for.
  private func drawResults(on canvas: inout Canvas, from left: Int, _ wording: Wording) -> Int {
    var (row, column) = (0, left)
    for result in DeskResult.allCases {
      let text = "\(result.rawValue) \(wording(result.textKey))"
      let width = DisplayWidth.columns(of: text) + 3
      if column + width > canvas.size.columns + 2, column > left { (row, column) = (row + 1, left) }
      let isChosen = result == wrapUp.result
      let sign = isChosen ? String(canvas.glyphs.pointer) : " "
      canvas.write(sign + text, row: row, column: column, style: isChosen ? .selected : .normal)
      if isChosen { canvas.placeCursor(row: row, column: column) }
      canvas.hitArea(
        Rect(row: row, column: column, width: width, height: 1),
        .key(.character(Character("\(result.rawValue)")))
      )
      column += width
    }
    return row + 1
  }

  private func choices(_ wording: Wording) -> String {
    Confirmation.allCases.map { confirmation in
      // A digit before the letter would be read as a key of its own.
      let name = wording(confirmation.textKey)
      let isLater = confirmation == .seen && !canBeSeen
      let told = isLater ? wording("desk.wrapUp.withFirst", ["what": name]) : name
      let text = "\(letter(confirmation, wording)) \(told)"
      return confirmation == wrapUp.confirmed ? "[\(text)]" : text
    }.joined(separator: "   ")
  }

  private func promise(_ wording: Wording) -> String {
    guard wrapUp.promise.due != nil || wrapUp.promise.by != nil else { return "–" }
    return wording.text(wrapUp.promise)
  }

  private func forms(_ glyphs: Glyphs, _ wording: Wording) -> String {
    let forms = CallMessage.Form.allCases.map { form in
      "\(form == send ? glyphs.boxOn : glyphs.boxOff) \(wording(form.titleKey))"
    }
    return wording("desk.wrapUp.sent", ["forms": forms.joined(separator: "  ")])
  }
}

/// What is chosen on it as words without blanks, so that it can stand elsewhere as it does here.
extension WrapUpForm {
  var chosen: [String] {
    let sent = turned.map { $0?.rawValue ?? Self.none } ?? Self.unturned
    return [
      "\(wrapUp.result.rawValue)", wrapUp.confirmed.rawValue,
      wrapUp.promise.due?.text ?? Self.unturned, sent,
      isToldBack ? Self.told : Self.unturned, wrapUp.flag?.rawValue ?? Self.unturned,
    ]
  }

  /// Chooses what ``chosen`` wrote; nothing of anything else.
  mutating func choose(_ words: some Collection<String>) {
    let words = Array(words)
    guard words.count == 6, let result = Int(words[0]).flatMap({ DeskResult(rawValue: $0) }),
      let confirmed = Confirmation(rawValue: words[1])
    else { return }
    if confirmed != .no { wrapUp.confirm(confirmed) }
    wrapUp.choose(result)
    if let due = Day(words[2]) { wrapUp.promise(Promise(due: due)) }
    if words[3] != Self.unturned { turned = .some(CallMessage.Form(rawValue: words[3])) }
    isToldBack = wasHeard || words[4] == Self.told
    wrapUp.flag = DeskFlag(rawValue: words[5])
  }

  private static let none = "none"
  private static let unturned = "-"
  private static let told = "told"
}

extension CallScreen {
  mutating func handleWrapUp(_ key: Key, _ wording: Wording) -> Response {
    guard var form = wrapUp else { return .ignored }
    let response = form.handle(key, wording)
    wrapUp = form
    flag = form.wrapUp.flag
    // Whoever takes over is told of it as well.
    let toldBack = form.isToldBack ? Fact.yes : nil
    if walk.answer(.toldBack)?.value != toldBack {
      walk.give(toldBack, to: .toldBack, from: .derived)
    }
    if response == .takes(WrapUpForm.seenFirst) {
      problem = ("desk.wrapUp.seenFirst", [:])
      return .stays
    }
    guard response == .takes(WrapUpForm.close) else { return response }
    let asked = form.askAgain(wording)
    wrapUp = form
    if let wrong = form.problem ?? asked {
      problem = wrong
      return .stays
    }
    let untilVerdict = verdictAt.flatMap { verdict in
      started.map { Int(max(0, verdict.rawValue &- $0.rawValue)) }
    }
    let closing = form.wrapUp.closing(of: walk, secondsToVerdict: untilVerdict, seconds: seconds)
    // What was asked is over; whoever takes the case up again begins at what is wrong.
    walk.give(CallStage.answer.rawValue, to: .callPlace, from: .derived)
    isOver = true
    let kept = keepWritten(wording) + save(wording) + takenBack
    return .goes(.queue, after: kept + [.desk(.perform(.close(closing), openCase))])
  }

  /// Goes back to a caller on hold first, since a call that ends or is given on is one that somebody is in.
  var takenBack: [Effect] { holdSince == nil ? [] : [.desk(.perform(.resume, openCase))] }
}
