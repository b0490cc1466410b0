import Model
import SafeText

/// What was done, what remains, who does it, and where to find it again.
struct ReceiptText {
  let walk: Walk
  let wording: Wording
  let number: CaseID?

  init(_ walk: Walk, _ wording: Wording, _ number: CaseID?) {
    self.walk = walk
    self.wording = wording
    self.number = number
  }

  var prose: [Prose] {
    let number = self.number.map { "\($0.rawValue)" } ?? "–"
    return [.toned(wording("receipt.number", ["number": number]), .good), .gap]
      + (walk.flow.ending == .fault ? fault : task)
  }

  private var fault: [Prose] {
    let conclusion = ConclusionText(walk, wording)
    guard !conclusion.acts.isEmpty else {
      let open = conclusion.unchecked
      let isUnasked = walk.diagnosis.verdicts.allSatisfy { $0.state == .unknown }
      return [.paragraph(wording(isUnasked ? "receipt.unasked" : "receipt.nothing"))] + open
        + (open.isEmpty ? [] : [.gap, .paragraph(wording("receipt.ask"))])
    }
    return conclusion.listed(as: "receipt.next") { action in
      (ActionText(action, walk, wording).line, [])
    } + [.gap, .paragraph(wording("receipt.check"))]
  }

  /// What was done in a task, what remains of it, and what to check afterwards.
  private var task: [Prose] {
    let ending = walk.flow.ending
    let isOver = ending == .request && !walk.standing.isOpen
    let remaining = isOver ? [] : unticked(saidDone: false)
    // A page with boxes promises that what is not ticked stands here, whatever is answered after it.
    let saidDone = isOver ? [] : unticked(saidDone: true)
    let rights: (any RightsFinding)? = ending == .rights ? wording.rights(of: walk) : nil
    let after = rights?.after ?? "after"
    let done =
      (rights?.summary ?? []) + paragraphs("receipt.\(walk.flow.id)")
      + (ending == .request ? request : [])
    let next: [Prose] =
      remaining.isEmpty ? [] : [.heading(wording("receipt.next"))] + remaining
    let left: [Prose] =
      saidDone.isEmpty ? [] : [.heading(wording("receipt.unticked"))] + saidDone
    let parts = [done, next, left, paragraphs("receipt.\(walk.flow.id).\(after)")]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [Prose.gap]))
  }

  /// Steps that are not ticked, below where they are done, since they speak of the page that is named above them.
  private func unticked(saidDone: Bool) -> [Prose] {
    var last: String?
    return wording.unticked(walk, saidDone: saidDone).flatMap { path, steps -> [Prose] in
      let place = path == last ? nil : path.map { Prose.toned($0, .muted) }
      last = path
      return [place].compactMap(\.self) + steps.map(Prose.bullet)
    }
  }

  /// What remains of a request or of giving, who does it, and when to ask again; below that it helps nobody.
  private var request: [Prose] {
    let warnings = AskAnswers(walk).helpsNobody ? ["sentAlone"] : []
    return (warnings + [walk.standing.word]).flatMap {
      paragraphs("receipt.\(walk.flow.id).\($0)")
    }
  }

  private func paragraphs(_ key: String) -> [Prose] { StepText(walk, wording).paragraphs(key) }
}
