import SafeText
import Model

extension Wording {
  /// What remains of a request or of giving, who does it, and when to ask again.
  func requestRemains(_ walk: Walk) -> [Prose] {
    let stem = "receipt.\(walk.flow.id)"
    let request = RequestAnswers(walk)
    guard !request.givesAccess else {
      return paragraphs("\(stem).\(request.isOpen ? "notGiven" : "given")", walk)
    }
    let state = request.state
    // Whether anybody has read it changes nothing about who has to act.
    let key = state == .seen ? Request.State.sent : state
    return paragraphs("\(stem).\(key.rawValue)", walk)
  }

  /// A request waits until somebody has answered it; one that is over leads back to its case.
  func requestEnds(_ walk: Walk) -> [Way] {
    let request = RequestAnswers(walk)
    let wait = Way(.end(.waiting), texts("button.wait"))
    let close = Way(
      .end(.closed),
      texts(walk.originCase != nil && !request.isOpen ? "request.back" : "request.finish")
    )
    let change = Way(
      .field(request.givesAccess ? Request.given : Request.state),
      texts("request.change")
    )
    return request.isOpen ? [wait, change, close] : [close, change]
  }

  /// Messages with what they mean and what to do, as one may meet them.
  func explained(_ messages: [String]) -> [Prose] {
    messages.compactMap(content.message).flatMap { message -> [Prose] in
      let shown = message.texts.map {
        Prose.heading(texts("request.message", ["text": $0]))
      }
      return [.gap] + shown
        + [message.meaningKey, message.remedyKey].filter(texts.has)
        .map { .paragraph(texts($0)) }
    }
  }

  /// The roles that can be given in the portal: those that cover the service first, the one that opens
  /// least first of them; those that open everything last.
  ///
  /// Client roles follow from the register and are handed on inside the firm (P7, P9).
  func roles(for walk: Walk?) -> [(String, String)] {
    let right: ServiceRight =
      walk?.value(Request.act) == Request.Act.sign.rawValue ? .sign : .write
    let service = walk?.facts[.service] ?? ""
    let covering = content.rights.remedies(for: right, to: service, reportee: .person)
      .compactMap { remedy -> Role? in
        guard case .role(let code) = remedy else { return nil }
        return content.rights.roles[code]
      }
    let others = content.rights.roles.entries.filter { role in
      role.delegable && role.clientRole == nil && !covering.contains { $0.id == role.id }
    }
    let named = covering.map {
      ($0.id.rawValue, texts("request.covers", ["role": $0.names[language]]))
    }
    return named
      + (others.filter { $0.breadth < Self.everything }
      + others.filter { $0.breadth >= Self.everything })
      .map { ($0.id.rawValue, $0.names[language]) }
  }

  /// The breadth of a role that opens the whole party.
  private static let everything = 4
}
