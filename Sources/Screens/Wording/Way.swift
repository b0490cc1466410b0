package import SafeText
package import Model

/// One way to go on from a step that asks nothing, in the words of a language.
///
/// Every front end offers the same ways and leaves the walking to ``Walk/take(_:)``.
package struct Way: Equatable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// The next step of the flow.
    case next
    /// The question the planner would ask now.
    case goOn
    /// What follows from the answers so far.
    case conclude
    /// The first open question of a point.
    case point(Point)
    /// An answer, to change it.
    case field(FieldID)
    /// A task to begin, with what is known here filled in.
    case task(TaskStart)
    /// The letter, for the terminal's clipboard.
    case copyLetter
    /// The letter, in a file.
    case saveLetter
    /// From the start, with what was wrong asked anew.
    case checkAgain
    /// The flow is over, and the case stands so.
    case end(CaseStatus)
  }

  package let choice: Choice
  package let label: String
  package let detail: String?

  init(_ choice: Choice, _ label: String, detail: String? = nil) {
    self.choice = choice
    self.label = label
    self.detail = detail
  }

  /// A name that stays the same in every language.
  package var id: String {
    switch choice {
    case .next: "next"
    case .goOn: "goOn"
    case .conclude: "conclude"
    case .point(let point): point.rawValue
    case .field(let field): "field.\(field.rawValue)"
    case .task(let task): "task.\(task.id)"
    case .copyLetter: "copyLetter"
    case .saveLetter: "saveLetter"
    case .checkAgain: "checkAgain"
    case .end(let status): status.rawValue
    }
  }
}

extension Wording {
  /// What a step that asks nothing says; nothing for a question.
  ///
  /// - Parameter number: The number of the case, once it has one.
  package func parts(_ walk: Walk, number: CaseID?) -> [Prose] {
    switch walk.current.kind {
    case .question: []
    case .reading: reading(walk)
    case .program(let field): reading(walk) + program(field, in: walk)
    case .recognised: recognised(walk)
    case .overview: points(walk)
    case .conclusion: conclusion(walk)
    case .tasks: [.paragraph(texts("tasks.about"))]
    case .rights: rights(walk)
    case .letter: letterParts(walk)
    case .messages(let ids): reading(walk) + explained(ids)
    case .review: [.paragraph(texts("review.about"))]
    case .receipt: receipt(walk, number: number.map { "\($0.rawValue)" } ?? "–")
    }
  }

  /// The ways on from the step a walk stands at, the most likely one first; none for a question.
  package func ways(_ walk: Walk) -> [Way] {
    switch walk.current.kind {
    case .question: []
    case .reading, .program:
      walk.current.begins.filter { Flow.named($0.flow) != nil }
        .map { Way(.task($0), texts("flow.\($0.flow).start")) }
        + [Way(.next, texts("button.next"))]
    case .recognised, .messages: [Way(.next, texts("button.next"))]
    case .overview: overviewWays(walk)
    case .conclusion:
      [Way(.next, texts("button.next"))]
        + (walk.planned == nil ? [] : [Way(.goOn, texts("button.checkRest"))])
    case .tasks:
      walk.tasks.compactMap { action in
        guard let start = action.start else { return nil }
        return Way(
          .task(start),
          text("action.\(action.id).title", about: walk),
          detail: texts("conclusion.who", ["who": actor(walk.diagnosis.actor(of: action), walk)])
        )
      } + [Way(.next, texts("tasks.next"))]
    case .rights: [Way(.next, texts("button.next"))] + requestWays(walk)
    case .letter:
      [
        Way(.next, texts("button.next")), Way(.copyLetter, texts("letter.copy")),
        Way(.saveLetter, texts("letter.save")),
      ]
    case .review:
      [Way(.next, texts("review.finish"))]
        + walk.answered.map { field, answer in
          let value = self.answer(answer, to: field, in: walk)
          return Way(
            .field(field.id),
            text("\(stem(of: field.id, in: walk)).title", about: walk),
            detail: walk.counts(field.id) ? value : texts("review.setAside", ["answer": value])
          )
        }
        + walk.flow.afterwards.filter { walk.answer($0) == nil }.map { field in
          Way(.field(field), text("question.\(field.rawValue).title", about: walk))
        }
    case .receipt: receiptWays(walk)
    }
  }

  private func overviewWays(_ walk: Walk) -> [Way] {
    let conclude = Way(.conclude, texts("overview.conclude"))
    var ways = walk.diagnosis.failing.isEmpty ? [] : [conclude]
    if let planned = walk.planned {
      ways.append(
        Way(
          .goOn,
          texts("overview.goOn"),
          detail: text("question.\(planned.fact.rawValue).title", about: walk)
        )
      )
    }
    for verdict in walk.diagnosis.verdicts where !walk.open(in: verdict.point).isEmpty {
      let point = verdict.point
      let values = ["number": "\(verdict.number)", "point": texts("point.\(point.rawValue).title")]
      ways.append(Way(.point(point), texts("overview.take", values)))
    }
    return ways.isEmpty ? [conclude] : ways
  }

  /// Waiting comes first when somebody has something to do.
  private func receiptWays(_ walk: Walk) -> [Way] {
    switch walk.flow.ending {
    case .fault: faultEnds(walk)
    case .request: requestEnds(walk)
    case .task: taskEnds(walk, isOver: true)
    case .rights: taskEnds(walk, isOver: rightsReview(walk).lacks.isEmpty)
    }
  }

  private func faultEnds(_ walk: Walk) -> [Way] {
    let wait = Way(.end(.waiting), texts("button.wait"))
    let close = Way(.end(.closed), texts("button.close"))
    let isSettled = walk.repairs.isEmpty && unchecked(walk.diagnosis, walk).isEmpty
    return (isSettled ? [close, wait] : [wait, close])
      + [Way(.checkAgain, texts("button.checkAgain"))]
  }
}

extension Wording {
  /// A task is over when nothing remains of it; it leads back to the case it was begun from.
  ///
  /// - Parameter isOver: Whether nothing else remains than steps to do.
  private func taskEnds(_ walk: Walk, isOver: Bool) -> [Way] {
    let back = walk.originCase != nil
    let close = Way(.end(.closed), texts(back ? "receipt.backDone" : "receipt.done"))
    let wait = Way(.end(.waiting), texts(back ? "receipt.backWait" : "button.wait"))
    return isOver && remaining(walk).isEmpty ? [close, wait] : [wait, close]
  }
}

extension Walk {
  /// Goes the way a person chose.
  ///
  /// - Returns: How the case stands when the flow is over; else `nil`.
  package mutating func take(_ choice: Way.Choice) -> CaseStatus? {
    switch choice {
    case .next: advance()
    case .goOn: go(to: .planned)
    case .conclude: go(toFirst: .conclusion)
    case .point(let point): go(toOpenIn: point)
    case .field(let field): revise(field)
    case .task, .copyLetter, .saveLetter: break
    case .checkAgain: checkAgain()
    case .end(let status): return status
    }
    return nil
  }
}
