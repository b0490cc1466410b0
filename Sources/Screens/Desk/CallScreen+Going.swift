import Drawing
import Model
package import Wording

/// From one page of a call to another, and back.
extension CallScreen {
  /// Leaves the page for another, to which Escape leads back.
  mutating func turn(to new: CallStage, _ wording: Wording) {
    behind.append(Place(stage: stage, step: walk.current.id, open: openPoint))
    enter(new, wording)
  }

  /// Goes on after an answer: to what is wrong as soon as a fault is told apart, else to the best question.
  mutating func goOn(_ wording: Wording) -> [Effect] {
    let told = walk.diagnosis.verdicts.filter { $0.state == .failing && !$0.reasons.isEmpty }
    let points = Set(told.map(\.point))
    if walk.diagnosis.liesOutside || !points.isSubset(of: announced) {
      announced.formUnion(points)
      turn(to: .answer, wording)
    } else if let fact = walk.plannedQuestion {
      ask(fact, wording)
    } else {
      turn(to: .answer, wording)
    }
    return save(wording)
  }

  /// Asks for a fact; who calls is asked instead of whom they send for, since it most often tells that.
  mutating func ask(_ fact: FieldID, _ wording: Wording) {
    let isKind = fact == .reporteeKind || fact == .workFor
    let asking: CallStage? = isKind && caller.role == nil ? .role : page(asking: fact)
    guard let asking else { return }
    turn(to: asking, wording)
    // Who calls is asked at the step of whom they send for, which may be asked next.
    let about = fact == .callerRole ? partyKind : fact
    guard asking != .party, asking != .symptom, let step = walk.flow.step(asking: about) else {
      return
    }
    walk.go(to: .step(step.id))
    enter(asking, wording)
  }

  /// What tells whom is sent for.
  var partyKind: FieldID { walk.flow.edition == .altinn3 ? .workFor : .reporteeKind }

  package mutating func back(_ wording: Wording) -> Response {
    if note.isOpen {
      // What is written stays as a draft, and is there again after a power cut.
      note.isOpen = false
      return .does(savePaused(wording))
    }
    if isFlagging {
      isFlagging = false
      return .stays
    }
    if isPasting {
      isPasting = false
      return .stays
    }
    if unsureStep != nil {
      (unsureStep, unsureLetter) = (nil, nil)
      return .stays
    }
    if stage == .handOver, handing?.isRewriting == true {
      handing?.leaveLine()
      return .stays
    }
    if stage == .message, !query.isEmpty {
      query.wipe()
      focus = nil
      return .stays
    }
    if stage == .question, editor?.isSearching == true {
      _ = editor?.handle(.escape, walk: walk, wording: wording)
      return .stays
    }
    if openPoint != nil {
      (openPoint, focus) = (nil, nil)
      return .stays
    }
    guard let place = behind.popLast() else { return .ignored }
    walk.go(to: .step(place.step))
    enter(place.stage, wording)
    // Whoever asked from a list of answers comes back to the list, while there is anything in it.
    openPoint = place.open
    if openQuestions.isEmpty { openPoint = nil }
    return .does(save(wording))
  }

  /// Home is the queue.
  package mutating func leave(_ wording: Wording) -> Response { .goes(.queue) }
}
