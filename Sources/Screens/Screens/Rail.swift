import Wording
import SafeText
import Drawing
import Model

/// The points of the portal beside a question or a practice call: where one is, and what stands.
enum Rail {
  static func draw(_ walk: Walk, _ wording: Wording, on canvas: inout Canvas) {
    let asked = walk.current.fields.first.flatMap { walk.diagnosis.portal.rule(of: $0.id) }
    let diagnosis = walk.diagnosis
    draw(diagnosis.verdicts, at: asked?.points.first, wording, on: &canvas) {
      wording.state(of: $0, in: diagnosis)
    }
    guard let reason = QuestionText(walk, wording).plannedReason else { return }
    var row = diagnosis.verdicts.count * 2 + 1
    for line in Wrap.lines(reason, width: canvas.size.columns - 1) {
      canvas.write(line, row: row, column: 0, style: .muted)
      row += 1
    }
  }

  /// - Parameters:
  ///   - here: The point that is asked about.
  ///   - state: How a point stands, in words.
  static func draw(
    _ verdicts: [Verdict],
    at here: Point?,
    _ wording: Wording,
    on canvas: inout Canvas,
    state: (Verdict) -> String
  ) {
    var row = 0
    for verdict in verdicts {
      let isHere = verdict.point == here
      let sign = isHere ? canvas.glyphs.pointer : canvas.glyphs.sign(of: verdict.state)
      canvas.write(
        "\(sign) \(verdict.number) \(wording(verdict.point.titleKey))",
        row: row,
        column: 0,
        style: isHere ? .selected : Style(verdict.state.tone)
      )
      canvas.write(
        state(verdict),
        row: row + 1,
        column: 4,
        style: verdict.state == .failing ? .error : .muted
      )
      row += 2
    }
  }
}

extension Glyphs {
  /// The sign of a state; the word always stands beside it or behind a key.
  func sign(of state: PointState) -> Character {
    switch state {
    case .ok: tick
    case .failing: cross
    case .notApplicable: dash
    case .unknown, .blocked: dot
    }
  }
}
