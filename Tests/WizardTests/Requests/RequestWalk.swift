import Model
import Screens
import TestSupport

/// A request made on a terminal, screen by screen.
struct RequestWalk {
  /// One screen: what its question begins with, and the keys that answer it.
  struct Screen {
    let question: String
    let keys: [PtyKey]
  }

  let wording: Wording

  init(_ language: Language) { wording = Wording(.embedded, language) }

  /// The key of the request at home.
  var start: PtyKey {
    let place = Flow.all.firstIndex { $0.id == Flow.requestAccess.id } ?? 0
    return .text("\(place + 1)")
  }

  /// From whoever asks to the receipt: a form for a person and for the owner of the ID, by letter.
  var asking: [Screen] {
    [
      screen("request.side", .text("1")),
      screen("requestAccess.reportee.kind", .down, .down, .text(" "), .tab)
        + [.text("NORDLYS AS"), .enter],
      screen("service", .text("RF-0002"), .enter),
      screen("request.what", .text("1")),
      screen("request.act", .text("3")),
      screen("request.to", .text("3")),
      screen("request.person", .text("Kari Nordmann"), .enter),
      screen("request.owner", .text("FJELL REGNSKAP AS"), .enter, .text("310 043 214"), .enter),
      screen("request.giver", .text("Ola Dal"), .enter, .text("1.12.2026"), .enter),
      screen("person.anyRole", .text(wording("letter.no"))),
      screen("request.language", .text(digit)),
      Screen(question: wording("letter.subject").beginning, keys: [.enter]),
      screen("request.state", .text("2")),
      screen("request.stateDate", .text("24.11.2026"), .enter, .text("Ringte."), .enter),
      screen("request.followUp", .text("2026-11-30"), .enter),
      Screen(question: wording("review.about").beginning, keys: [.enter]),
      Screen(question: wording("receipt.requestAccess.sent").beginning, keys: []),
    ]
  }

  /// The answers of the same request line by line, from home to the receipt and out.
  var plainLines: [String] {
    let flow = (Flow.all.firstIndex { $0.id == Flow.requestAccess.id } ?? 0) + 1
    return [
      "\(flow)", "1", "3", "NORDLYS AS", "RF-0002", "1", "1", "3", "3", "Kari Nordmann",
      "FJELL REGNSKAP AS", "912345678", "310 043 214", "Ola Dal", "31.13.2026", "1.12.2026", "2",
      digit, "2", "1", "2", "24.11.2026", "Ringte.", "2026-11-30", "1", "1", "q",
    ]
  }

  /// The place of the language of the screen among those a letter can be in.
  private var digit: String {
    "\((Language.allCases.firstIndex(of: wording.language) ?? 0) + 1)"
  }

  private func screen(_ field: String, _ keys: PtyKey...) -> Screen {
    Screen(question: wording("question.\(field).title").beginning, keys: keys)
  }
}

extension RequestWalk.Screen {
  static func + (screen: Self, keys: [PtyKey]) -> Self {
    Self(question: screen.question, keys: screen.keys + keys)
  }
}

extension String {
  /// As much as surely stands on one row: up to what is filled in, and no more than three words.
  fileprivate var beginning: String {
    let fixed = prefix { $0 != "{" && $0 != "\n" }
    return fixed.split(separator: " ").prefix(3).joined(separator: " ")
  }
}
