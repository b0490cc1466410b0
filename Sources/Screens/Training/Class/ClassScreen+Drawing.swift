package import Drawing
import Model
import SafeText
package import Wording

/// What whoever leads a class sees.
extension ClassScreen {
  package func title(_ wording: Wording) -> [String] {
    [wording("train.mark"), wording("class.lead.title", ["word": room.word])]
      + (room.isPaused && !isOver ? [wording("class.paused")] : [])
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    isOver
      ? wording("class.over.title") : wording("class.lead.seats", ["count": "\(seats.count)"])
  }

  package func hints(_ wording: Wording) -> [Hint] {
    func hint(_ act: Act, _ does: String) -> [Hint] {
      act.key.map {
        [Hint(key: "\($0)", text: wording("class.key.\(does)"), press: .character($0))]
      } ?? []
    }
    let always = wording.hints([.help, .quit])
    guard !isOver else { return hint(.debrief, "debrief") + always }
    let follow = Hint(key: "Enter", text: wording("class.key.follow"), press: .enter)
    var hints = focused == nil ? [] : [follow]
    // What is for the seat comes first: it is needed most, and a narrow foot has no room for all.
    hints += (focused.map(acts(at:)) ?? []).map { $0.footerHint(wording) }
    hints += hint(.pause, room.isPaused ? "resume" : "pause")
    // A screen that all can see must be made so at once; what can happen is looked for at leisure, in the help as well.
    hints += hint(.debrief, "debrief") + hint(.hide, isHidden ? "show" : "hide")
    return hints + hint(.event, "event") + hint(.next, "next") + always
  }

  /// Which exercise the class is at.
  func standing(_ wording: Wording) -> String { place(of: room.call, wording) }

  /// Which of its exercises one is.
  func place(of call: ScenarioID, _ wording: Wording) -> String {
    wording(
      "class.lead.at",
      [
        "place": "\((room.place(of: call) ?? 0) + 1)", "all": "\(room.calls.count)",
        "name": wording.name(of: call) ?? "\(call)",
      ]
    )
  }

  // MARK: - Rows

  /// A seat in columns: which it is, its exercise, how far, what now, and for how long nothing.
  func row(_ seat: ClassSeat, _ wording: Wording) -> [String] {
    let call = progress[seat.number]?.current
    let exercise = call.flatMap { room.place(of: $0.call.scenario.id) }.map { "\($0 + 1)" }
    // No seat has more steps than there are: a plus tells that it has taken more than the best way has.
    let steps = call.map { check in
      let own = check.call.acts.count(where: \.isOwn)
      return own > check.par ? "\(check.par)+/\(check.par)" : "\(own)/\(check.par)"
    }
    return [
      isHidden ? "·" : wording.seat(seat.number), exercise ?? "–", steps ?? "–",
      state(of: seat, wording),
      silence(of: seat).map { wording("class.minutes", ["minutes": "\($0)"]) } ?? "–",
    ]
  }

  /// Whether somebody should go there.
  func needsHelp(_ seat: ClassSeat) -> Bool {
    hasHandUp(seat) || broken.contains(seat.number)
  }

  private func state(of seat: ClassSeat, _ wording: Wording) -> String {
    if broken.contains(seat.number) { return wording("class.state.broken") }
    if hasHandUp(seat) { return wording("class.state.hand") }
    if !seat.isTaken { return wording("class.state.gone") }
    guard let check = progress[seat.number]?.current else { return wording("class.state.arrived") }
    if check.call.isOver { return wording(check.overKey) }
    if silence(of: seat) ?? 0 >= Self.still { return wording("class.state.still") }
    return check.call.acts.last.map { wording.short($0) } ?? wording("class.state.begun")
  }

  /// How many whole minutes nothing has been done in a call; `nil` for less than one.
  private func silence(of seat: ClassSeat) -> Int? {
    guard let now, progress[seat.number]?.current?.call.isOver == false else { return nil }
    let minutes = (now.rawValue - seat.changed.rawValue) / 60
    return minutes >= 1 ? Int(min(minutes, 999)) : nil
  }

  /// From so many minutes on somebody stands still.
  private static let still = 2

  // MARK: - Drawing

  package func draw(on canvas: inout Canvas, wording: Wording) {
    canvas.write(standing(wording), row: 0, column: 0, style: .heading)
    canvas.hline(row: 1)
    let heads = ["seat", "exercise", "step", "now", "silent"].map { wording("class.head.\($0)") }
    write(heads, row: 2, style: .muted, on: &canvas)
    let order = order
    if order.isEmpty || isOver {
      canvas.placeCursor(row: 3, column: 0)
      let text = wording(isOver ? "class.lead.over" : "class.empty", ["word": room.word])
      for (row, line) in Wrap.lines(text, width: max(1, canvas.size.columns - 2)).enumerated() {
        canvas.write(line, row: 3 + row, column: 2, style: .muted)
      }
    }
    for (place, seat) in order.enumerated().dropFirst(top).prefix(rowRoom) where !isOver {
      let row = 3 + place - top
      let isHere = seat.number == focused
      if isHere {
        canvas.write(String(canvas.glyphs.pointer), row: row, column: 0, style: .selected)
        canvas.placeCursor(row: row, column: 0)
      }
      if needsHelp(seat) { canvas.write("!", row: row, column: 1, style: .warning) }
      write(self.row(seat, wording), row: row, style: isHere ? .focus : .normal, on: &canvas)
      canvas.hitArea(
        Rect(row: row, column: 0, width: canvas.size.columns, height: 1),
        .choice("\(seat.number)")
      )
    }
    drawSummary(on: &canvas, wording)
  }

  /// What most did otherwise first, below the seats.
  private func drawSummary(on canvas: inout Canvas, _ wording: Wording) {
    let first = canvas.size.rows - summaryRows
    canvas.hline(row: first)
    for (place, line) in summary(wording).prefix(summaryRows - 1).enumerated() {
      let (row, width) = (first + 1 + place, DisplayWidth.columns(of: line.count))
      let room = max(1, canvas.size.columns - width - 2)
      canvas.region(Rect(row: row, column: 0, width: room, height: 1)) {
        let text = $0.glyphs.clipped(line.text, to: room)
        $0.write(text, row: 0, column: 0, style: place == 0 ? .muted : .normal)
      }
      canvas.write(line.count, row: row, column: canvas.size.columns - width)
    }
  }

  /// What is told of all, with how many it is true of.
  func summary(_ wording: Wording) -> [(text: String, count: String)] {
    let stumbles = stumbles(in: room.call)
    var lines = [(wording(stumbles.rows.isEmpty ? "class.noStumbles" : "class.stumbles"), "")]
    let most = stumbles.dangerous > 0 ? 2 : 3
    lines += stumbles.rows.prefix(most).map {
      (wording.short($0.act), wording.count($0.count, in: stumbles))
    }
    if stumbles.dangerous > 0 {
      lines.append((wording("class.dangerous"), wording.count(stumbles.dangerous, in: stumbles)))
    }
    return lines
  }

  /// The seat, its exercise, its step and its silence have columns of their own; what is done now has the rest.
  private func write(_ texts: [String], row: Int, style: Style, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let columns = [2, 13, 18, 25, max(26, width - 8)]
    for (place, text) in texts.enumerated() {
      let end = place + 1 < columns.count ? columns[place + 1] - 1 : width
      let room = Rect(
        row: row,
        column: columns[place],
        width: max(0, end - columns[place]),
        height: 1
      )
      canvas.region(room) {
        $0.write($0.glyphs.clipped(text, to: room.width), row: 0, column: 0, style: style)
      }
    }
  }

  /// What an act does as the class stands.
  func label(_ act: Act, _ wording: Wording) -> String {
    let isBack = (act == .pause && room.isPaused) || (act == .hide && isHidden)
    return wording(isBack ? "class.lead.\(act.rawValue).back" : "class.lead.\(act.rawValue)")
  }

  // MARK: - Line by line

  package func page(_ wording: Wording) -> Page {
    let summary = summary(wording).map { line in
      line.count.isEmpty ? line.text : "\(line.text): \(line.count)"
    }
    let heads = ["exercise", "step"].map { wording("class.head.\($0)") }
    let rows = (isOver ? [] : order).map { seat in
      let row = row(seat, wording)
      let name = wording(isHidden ? "class.anySeat" : "class.seat", ["seat": row[0]])
      let silent = row[4] == "–" ? "" : ", \(row[4])"
      return ChoiceList.Option(
        id: "\(Self.follow)\(seat.number)",
        label: "\(name): \(heads[0]) \(row[1]), \(heads[1]) \(row[2]), \(row[3])\(silent)"
      )
    }
    let acts = acts.map { ChoiceList.Option(id: $0.rawValue, label: label($0, wording)) }
    var prose: [Prose] = [.heading(standing(wording))]
    if isOver {
      prose.append(.paragraph(wording("class.lead.over")))
    } else {
      if room.isPaused { prose.append(.paragraph(wording("class.paused"))) }
      let empty = wording("class.empty", ["word": room.word])
      if seats.isEmpty { prose.append(.paragraph(empty)) }
    }
    return Page(prose + summary.map { .bullet($0) }, rows + acts)
  }
}

extension CallCheck {
  /// The key of how a call that is over ended; what it was worth is the seat's alone.
  var overKey: String {
    if call.hasHungUp { return "class.state.hungUp" }
    return steps.last?.worth == .early ? "class.state.gaveUp" : "class.state.over"
  }
}
