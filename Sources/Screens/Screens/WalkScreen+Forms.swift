import Model

/// The buttons below a text.
enum ReadingButton: String {
  case next, back, checkRest, review, checkAgain, wait, close
}

/// What the lists inside a flow offer.
enum MenuChoice: Equatable {
  case conclude, goOn, finish
  case point(Point)
  case field(FieldID)

  init?(_ id: String) {
    if let point = Point(rawValue: id) {
      self = .point(point)
    } else if id.hasPrefix("field.") {
      self = .field(FieldID(rawValue: String(id.dropFirst("field.".count))))
    } else {
      switch id {
      case "conclude": self = .conclude
      case "goOn": self = .goOn
      case "finish": self = .finish
      default: return nil
      }
    }
  }

  var id: String {
    switch self {
    case .conclude: "conclude"
    case .goOn: "goOn"
    case .finish: "finish"
    case .point(let point): point.rawValue
    case .field(let field): "field.\(field.rawValue)"
    }
  }
}

extension WalkScreen {
  /// The form of the step the walk stands at.
  static func form(for walk: Walk, number: CaseID?, _ wording: Wording) -> Form {
    switch walk.current.kind {
    case .question: .question(QuestionForm(walk.current, walk: walk, wording: wording))
    case .recognised:
      .reading(reading(wording.recognised(walk), [.back, .next], focused: .next, wording))
    case .conclusion: .reading(conclusion(walk, wording))
    case .receipt:
      .reading(
        reading(
          wording.receipt(walk, number: number.map { "\($0.rawValue)" } ?? "–"),
          [.checkAgain, .wait, .close],
          focused: walk.repairs.isEmpty ? .close : .wait,
          wording
        )
      )
    case .overview: .menu(overview(walk, wording))
    case .review: .menu(review(walk, wording))
    }
  }

  private static func reading(
    _ parts: [TextBlock.Part],
    _ buttons: [ReadingButton],
    focused: ReadingButton,
    _ wording: Wording
  ) -> ReadingForm {
    ReadingForm(
      parts,
      buttons: buttons.map { .init(id: $0.rawValue, label: wording("button.\($0.rawValue)")) },
      focused: focused.rawValue
    )
  }

  private static func conclusion(_ walk: Walk, _ wording: Wording) -> ReadingForm {
    let hasRest = walk.planned != nil
    return reading(
      wording.conclusion(walk),
      hasRest ? [.back, .checkRest, .next] : [.back, .next],
      focused: .next,
      wording
    )
  }

  private static func overview(_ walk: Walk, _ wording: Wording) -> MenuForm {
    let diagnosis = walk.diagnosis
    var options: [ChoiceList.Option] = []
    func add(_ choice: MenuChoice, _ label: String, detail: String? = nil) {
      options.append(
        .init(
          id: choice.id,
          label: label,
          detail: detail,
          key: Character("\(options.count + 1)")
        )
      )
    }
    if !diagnosis.failing.isEmpty { add(.conclude, wording("overview.conclude")) }
    if let planned = walk.planned {
      add(
        .goOn,
        wording("overview.goOn"),
        detail: wording.text("question.\(planned.fact.rawValue).title", about: walk)
      )
    }
    for point in Point.allCases where !walk.open(in: point).isEmpty {
      add(
        .point(point),
        wording(
          "overview.take",
          ["number": "\(point.number)", "point": wording("point.\(point.rawValue).title")]
        )
      )
    }
    if options.isEmpty { add(.conclude, wording("overview.conclude")) }
    return MenuForm(wording.points(walk), options)
  }

  private static func review(_ walk: Walk, _ wording: Wording) -> MenuForm {
    var options = [ChoiceList.Option(id: MenuChoice.finish.id, label: wording("review.finish"))]
    for (place, (field, answer)) in walk.answered.enumerated() {
      let value = wording.answer(answer, to: field, in: walk)
      options.append(
        .init(
          id: MenuChoice.field(field.id).id,
          label: wording.text("question.\(field.id.rawValue).title", about: walk),
          detail: walk.counts(field.id) ? value : wording("review.setAside", ["answer": value]),
          isSetOff: place == 0
        )
      )
    }
    return MenuForm([.paragraph(wording("review.about"))], options)
  }
}
