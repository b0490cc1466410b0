package import Drawing
import Model
package import Wording

/// The keys that the last line names: each of them does something on the page as it stands.
extension CallScreen {
  package func hints(_ wording: Wording) -> [Hint] {
    if note.isOpen { return wording.noting + wording.hints([.call, .queue]) }
    if isFlagging {
      let done = Hint(key: "Enter", text: wording("desk.hint.flags"), press: .enter)
      return [done] + wording.hints([.call, .queue])
    }
    switch stage {
    case .wrapUp: return wrapUp?.hints(matter(wording)) ?? []
    case .handOver: return handing?.hints(matter(wording)) ?? []
    case .park:
      return [
        Hint(key: "Enter", text: wording("desk.hint.park"), press: .enter),
        Hint(key: wording("keys.arrows"), text: wording("desk.hint.who")),
        Hint(key: "Esc", text: wording("desk.hint.call"), press: .escape),
      ]
    case .message, .symptom, .role, .party, .question, .points, .answer: return talking(wording)
    }
  }

  private func talking(_ wording: Wording) -> [Hint] {
    var hints: [Hint] = []
    if unsureStep != nil {
      hints.append(Hint(key: "Esc", text: wording("desk.hint.answers"), press: .escape))
    }
    if enterGoesOn {
      // F5, which leads to what is wrong, leads on from there.
      let key = stage == .answer ? "Enter F5" : "Enter"
      hints.append(Hint(key: key, text: wording("desk.hint.next"), press: .enter))
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
    return hints + wording.hints([.note, .queue]) + holding(wording)
      + wording.hints(
        [.park, .handOver, .end, .overview, .language, .why, .help],
        isKnown: true
      )
  }

  /// The key that puts the caller on hold, or goes back to whoever waits there.
  private func holding(_ wording: Wording) -> [Hint] {
    guard holdSince != nil else { return wording.hints([.hold]) }
    return [Hint(key: "^O", text: wording("desk.hint.resume"), press: .control("o"))]
  }

  /// Whether Enter goes on from the page as it stands.
  var enterGoesOn: Bool {
    switch stage {
    case .answer: walk.nextQuestion != nil
    case .party: true
    case .question, .symptom, .role:
      editor == nil ? focus != nil && unsureStep == nil : unsureStep == nil || !isLineUntouched
    case .message: focus != nil || !query.isEmpty
    case .points: focus != nil
    case .wrapUp, .park, .handOver: false
    }
  }
}

extension Wording {
  /// While a note is written, Enter and Escape are its own.
  var noting: [Hint] {
    [
      Hint(key: "Enter", text: self("desk.hint.keepNote"), press: .enter),
      Hint(key: "Esc", text: self("desk.hint.leaveNote"), press: .escape),
    ]
  }
}
