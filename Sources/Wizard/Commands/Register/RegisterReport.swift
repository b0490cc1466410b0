import Wording
import Model
import Store

/// What a register is made of, for people and for programs.
struct RegisterReport: Encodable {
  let path: String
  let day: Day?
  let hasNames: Bool
  let firm: OrganisationNumber?
  let sources: [RegisterStatus.Source]
  let licence = "https://data.norge.no/nlod/no/2.0"
  private let wording: Wording

  private enum CodingKeys: String, CodingKey {
    case path, day, hasNames, firm, sources, licence
  }

  init(_ status: RegisterStatus, _ context: CommandContext) {
    path = status.path
    day = status.day
    hasNames = status.hasNames
    firm = status.firm
    sources = status.sources
    wording = context.wording()
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(path, forKey: .path)
    try values.encode(day?.text, forKey: .day)
    try values.encode(hasNames, forKey: .hasNames)
    try values.encodeIfPresent(firm?.number, forKey: .firm)
    try values.encode(licence, forKey: .licence)
    var list = values.nestedUnkeyedContainer(forKey: .sources)
    for source in sources { try list.encode(Row(source)) }
  }

  private struct Row: Encodable {
    let kind: String
    let day: String
    let count: Int
    let skipped: Int

    init(_ source: RegisterStatus.Source) {
      kind = source.kind.rawValue
      day = source.day.text
      count = source.count
      skipped = source.skipped
    }
  }

  /// - Parameter isMade: Whether the command has just made it.
  func say(isMade: Bool = false) {
    let place = wording("register.path", ["path": path])
    Output.line(place, done: isMade ? place : nil)
    for source in sources {
      Output.line(
        wording(
          "register.source",
          [
            "kind": wording(source.kind.textKey), "count": "\(source.count)",
            "day": wording.text(source.day),
          ]
        )
      )
      if source.skipped > 0 {
        Output.line(wording.counted("register.skipped", source.skipped))
      }
    }
    if let firm { Output.line(wording("register.firm", ["number": firm.formatted])) }
    Output.line(wording(hasNames ? "register.withNames" : "register.withoutNames"))
    if let day, RegisterReview.isOld(day, on: wording.today) {
      Output.line(wording("register.old"))
    }
    Output.line(wording("register.licence", ["link": licence]))
  }
}

/// What the register says of a number, for programs.
struct RegisterAnswer: Encodable {
  private let review: RegisterReview

  init(_ review: RegisterReview) { self.review = review }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    let extract = review.extract
    try values.encode(extract.number.number, forKey: .number)
    try values.encode(extract.day.text, forKey: .day)
    try values.encode(review.isOld, forKey: .old)
    try values.encodeIfPresent(extract.unit?.name, forKey: .name)
    try values.encodeIfPresent(extract.unit?.form, forKey: .form)
    try values.encodeIfPresent(extract.unit?.main?.number, forKey: .main)
    try values.encodeIfPresent(extract.estate?.number.number, forKey: .estate)
    var list = values.nestedUnkeyedContainer(forKey: .conclusions)
    for conclusion in review.conclusions { try list.encode(Row(conclusion)) }
  }

  private enum Key: String, CodingKey {
    case number, day, old, name, form, main, estate, conclusions
  }

  private struct Row: Encodable {
    let says: String
    let sureness: String
    let roles: [String]?

    init(_ conclusion: RegisterConclusion) {
      says = conclusion.statement.name
      sureness = conclusion.sureness.name
      roles = conclusion.statement.roles?.map(\.rawValue)
    }
  }
}
