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
    let best = walk.repairs.first?.actions ?? []
    guard !best.isEmpty else {
      let open = ConclusionText(walk, wording).unchecked
      let isUnasked = walk.diagnosis.verdicts.allSatisfy { $0.state == .unknown }
      return [.paragraph(wording(isUnasked ? "receipt.unasked" : "receipt.nothing"))] + open
        + (open.isEmpty ? [] : [.gap, .paragraph(wording("receipt.ask"))])
    }
    return ConclusionText(walk, wording).listed(as: "receipt.next") { action in
      (ActionText(action, walk, wording).line, [])
    } + [.gap, .paragraph(wording("receipt.check"))]
  }

  /// What was done in a task, what remains of it, and what to check afterwards.
  private var task: [Prose] {
    let ending = walk.flow.ending
    let isOver = ending == .request && !walk.standing.isOpen
    let remaining = isOver ? [] : wording.remaining(walk)
    return (ending == .rights ? wording.rights(of: walk).summary : [])
      + paragraphs("receipt.\(walk.flow.id)")
      + (ending == .request ? request : [])
      + (remaining.isEmpty
        ? [] : [.gap, .heading(wording("receipt.next"))] + remaining.map(Prose.bullet))
      + [.gap] + paragraphs("receipt.\(walk.flow.id).after")
  }

  /// What remains of a request or of giving, who does it, and when to ask again.
  private var request: [Prose] {
    paragraphs("receipt.\(walk.flow.id).\(walk.standing.word)")
  }

  private func paragraphs(_ key: String) -> [Prose] { StepText(walk, wording).paragraphs(key) }
}
