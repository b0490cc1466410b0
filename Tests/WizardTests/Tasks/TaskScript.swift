import Wording
import SafeText
import Drawing
import Foundation
import Model
import Screens
import TestSupport

/// What somebody answers in a task, and the same walk beside the one in the program, so that a test
/// knows what must stand on the screen.
struct TaskScript: Sendable, CustomStringConvertible {
  static let password = "Hemmelig123"
  static let mobile = "41234567"
  /// Words that fit no entry of any catalogue.
  static let nothing = "zzz"

  let description: String
  let flow: Flow
  /// What is answered, by field; see ``answer(to:in:)`` for what is not said here.
  let answers: [FieldID: String]

  init(_ description: String, _ flow: Flow, _ answers: [FieldID: String] = [:]) {
    self.description = description
    self.flow = flow
    self.answers = answers
  }

  /// The same with other answers in some fields.
  func with(_ answers: [FieldID: String]) -> TaskScript {
    TaskScript(description, flow, self.answers.merging(answers) { $1 })
  }

  /// Begins the walk of the script.
  func begin() -> Walk { Content.embedded.walk(flow) }

  /// What is answered in a field: what the script says, what stands there already, or what suits any
  /// field of its kind: *vet ikke*, an empty line, all boxes.
  func answer(to field: Field, in walk: Walk) -> String {
    let standing: String? =
      switch field.input {
      case .secret, .line(.mobileNumber, _): nil
      default: walk.answer(field.id)?.value
      }
    return answers[field.id] ?? standing ?? field.leastAnswer
  }

  /// The way on from a step that asks nothing: what is offered first, and from the points to what is left to ask.
  func choice(at walk: Walk, _ wording: Wording) -> WalkChoice {
    switch walk.current.kind {
    case .recognised: wording.offers(walk).first?.choice ?? .next
    case .overview: walk.planned == nil ? .conclude : .goOn
    default: .next
    }
  }

  /// Gives the answers of a step to the walk, and goes on.
  func answer(_ walk: inout Walk, _ wording: Wording) {
    guard walk.current.kind == .question else {
      _ = walk.take(choice(at: walk, wording))
      return
    }
    for field in walk.current.fields {
      let answer = answer(to: field, in: walk)
      switch field.input {
      case .secret: walk.give(answer.isEmpty ? LineRule.skipped : LineRule.checked, to: field.id)
      case .line(let rule, _):
        let line = wording.read(answer, as: rule)
        walk.give(line.isEmpty ? nil : rule.kept(line), to: field.id)
      case .boxes(let boxes):
        let ticked = answer.split(separator: ",").map(String.init)
        let order = wording.boxes(boxes, of: field.id).map(\.id)
        walk.give(order.filter(ticked.contains).joined(separator: ","), to: field.id)
      case .choice, .candidates, .search: walk.give(answer, to: field.id)
      case .message: walk.read(answer, with: wording.content.recogniser)
      }
    }
    walk.advance()
  }

  /// What a person who reads the screen finds at the step where the walk stands.
  static func sign(of walk: Walk, _ wording: Wording) -> String {
    switch walk.current.kind {
    case .question:
      let parts = QuestionText(walk, wording).head
      return parts.lines(width: 400).first?.text ?? ""
    case .review: return wording("review.finish")
    case .receipt: return wording("receipt.number")
    default:
      return wording.prose(walk, number: nil).lines(width: 400)
        .first { !$0.text.isEmpty }?.text ?? ""
    }
  }
}

extension TaskScript {
  /// One or two ways through each task, that together pass most of its steps.
  static let all = [register, changePassword, login, newCode, rights, registerRole, ask, give]

  /// One way through each task.
  static let one = [register, login, rights, ask]

  /// What is tried at every step of a walk: in the ordinary run one way through each task.
  static let some = Reliability.isFull ? all : one

  /// Every way in a language, and by the script in each.
  static let spoken: [(TaskScript, Language)] = all.enumerated().flatMap { place, script in
    let languages = Language.allCases
    let spoken = Reliability.isFull ? languages : [languages[place % languages.count]]
    return spoken.map { (script, $0) }
  }

  /// A datasystem registered on a firm, by somebody who must ask for Tilgangsstyring first.
  static let register = TaskScript(
    "register",
    .registerSystem,
    [
      "register.act": "new", "reportee.kind": "organisation", "reportee.name": "NORDLYS AS",
      "register.owner": "otherOrganisation", "register.access": Fact.no,
      "register.product": "sparebank1", "register.description": "Lønn 2027",
      "register.password": password, "register.id": "4711", "register.done": "1.12.2025",
    ]
  )

  /// A new password for an ID of one's own, in a program the catalogue does not have.
  static let changePassword = TaskScript(
    "changePassword",
    .registerSystem,
    [
      "register.act": "password", "reportee.kind": "self",
      "register.product": Fact.otherService, "register.productName": "Fjord Lønn",
      "register.password": password, "register.id": "100200",
      "register.typed": "id,password", "register.done": "2025-12-01",
    ]
  )

  /// Login information set up after MinID did not work; no SMS comes at first.
  static let login = TaskScript(
    "login",
    .updateLogin,
    [
      "update.which": "minid", "update.about": "setUp", "login.method": "minid",
      "update.mobile": mobile, "update.tried": "noSMS", "update.done": "2025-12-01",
    ]
  )

  static let newCode = TaskScript(
    "newCode",
    .updateLogin,
    [
      "update.which": "personal", "update.about": "codeExpired", "login.method": "sms",
      "update.tried": "worked", "update.done": "1.12.2025",
    ]
  )

  /// What somebody may do who sees the page in Altinn.
  static let rights = TaskScript(
    "rights",
    .checkRights,
    [
      "reportee.kind": "organisation", "reportee.name": "NORDLYS AS", "service": "rf0002",
      RightsQuestion.known: "page", RightsQuestion.roles: "REGNA,A0236",
      RightsQuestion.single: "none",
      RightsQuestion.firm: Fact.no,
    ]
  )

  /// What somebody may do who knows only their role in Enhetsregisteret.
  static let registerRole = TaskScript(
    "registerRole",
    .checkRights,
    [
      "reportee.kind": "organisation", "reportee.name": "FJELL AS", "service": "a02",
      RightsQuestion.known: "register", RightsQuestion.registerRole: "DAGL",
    ]
  )

  /// A form for a person and for the owner of the ID, asked for by letter.
  static let ask = TaskScript(
    "ask",
    .requestAccess,
    [
      Request.side: "asks", "reportee.kind": "organisation", "reportee.name": "NORDLYS AS",
      "service": "rf0002", Request.what: "service", Request.act: "both", Request.to: "both",
      Request.person: "Kari Nordmann", Request.owner: "FJELL REGNSKAP AS",
      Request.ownerNumber: "310 043 214", Request.giver: "Ola Dal", Request.by: "1.12.2126",
      "person.anyRole": Fact.no, Request.state: "sent", Request.stateDate: "24.11.2025",
      Request.note: "Ringte.", Request.followUp: "2126-11-30",
    ]
  )

  /// A form the catalogue does not have and a role, given by the one who can.
  static let give = TaskScript(
    "give",
    .requestAccess,
    [
      Request.side: "gives", "reportee.kind": "organisation", "reportee.name": "FJELL AS",
      "service": Fact.otherService, Request.serviceName: "Skjema 12", Request.what: "both",
      Request.act: "send", Request.role: "REGNA", Request.to: "both",
      Request.person: "Kari Nordmann", Request.owner: "FJELL REGNSKAP AS",
      Request.ownerNumber: "310043214", Request.given: Fact.yes,
    ]
  )
}
