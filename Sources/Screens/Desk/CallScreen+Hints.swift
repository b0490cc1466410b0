package import Drawing
import Model
package import Wording

/// The keys that the last line names: each of them does something on the page as it stands.
extension CallScreen {
  package func hints(_ wording: Wording) -> [Hint] {
    if isNoting { return noting(wording) }
    switch stage {
    case .wrapUp: return ending(wording)
    case .handOver:
      return [
        Hint(key: "Enter", text: wording("desk.hint.give"), press: .enter),
        Hint(key: "Tab", text: wording("desk.hint.line"), press: .tab),
      ]
        + (handing?.hints(around.colleagues, wording) ?? [])
        + [Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape)]
    case .park:
      return [
        Hint(key: "Enter", text: wording("desk.hint.park"), press: .enter),
        Hint(key: wording("keys.arrows"), text: wording("desk.hint.who")),
        Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape),
      ]
    case .message, .symptom, .role, .party, .question, .points, .answer: return talking(wording)
    }
  }

  /// While a note is written, Enter and Escape are its own.
  private func noting(_ wording: Wording) -> [Hint] {
    [
      Hint(key: "Enter", text: wording("desk.hint.keepNote"), press: .enter),
      Hint(key: "Esc", text: wording("desk.hint.leaveNote"), press: .escape),
    ] + wording.hints([.call, .queue])
  }

  private func ending(_ wording: Wording) -> [Hint] {
    [
      Hint(key: "Enter", text: wording("desk.hint.close"), press: .enter),
      Hint(key: "1-8", text: wording("desk.hint.result")),
    ] + wording.hints(wrapUp?.send == nil ? [.note] : [.copy, .note]) + [
      Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape)
    ]
  }

  private func talking(_ wording: Wording) -> [Hint] {
    var hints: [Hint] = []
    if unsureStep != nil {
      hints.append(Hint(key: "Esc", text: wording("desk.hint.answers"), press: .escape))
    }
    if enterGoesOn {
      hints.append(Hint(key: "Enter", text: wording("desk.hint.next"), press: .enter))
    }
    if isSearching {
      hints.append(Hint(key: wording("keys.arrows"), text: wording("desk.hint.row")))
    }
    hints += wording.hints([.call])
    if stage != .answer {
      let answer = wording("desk.hint.answer")
      hints.append(Hint(key: "F5", text: answer, press: .function(5)))
    } else if messageToSee != nil {
      hints.append(Hint(key: "S", text: wording("desk.hint.sees"), press: .character("S")))
    }
    // Where not all have room, the end of the call must not be the one that is left out.
    let isCrowded = room.columns < 76 || enterGoesOn || unsureStep != nil
    return hints
      + wording.hints(
        isCrowded
          ? [.end, .note, .queue, .hold, .park, .handOver]
          : [.note, .queue, .hold, .park, .handOver, .end]
      )
  }

  /// Whether Enter goes on from the page as it stands.
  private var enterGoesOn: Bool {
    switch stage {
    case .answer: walk.planned != nil
    case .party: true
    case .question, .symptom, .role: editor != nil || focus != nil && unsureStep == nil
    case .message: focus != nil || !query.isEmpty
    case .points, .wrapUp, .park, .handOver: false
    }
  }
}
