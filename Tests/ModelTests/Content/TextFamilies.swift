import Model
import TestSupport
import Store

/// The keys that the program puts together, by the literal they are put together with.
///
/// A `*` stands for what is interpolated. The test beside this fails when Sources has a literal that
/// is not listed here, or when one listed here is gone.
enum TextFamilies {
  private static let points = Portal.all.flatMap(\.points).map(\.point)

  private static let services = Set(
    [Content.embedded.rights.services, Content.embedded.fullmakter.services]
      .flatMap { $0.entries.map(\.id) }
  ).sorted()

  /// Those that ask for more than some text.
  private static let lineRules = LineRule.allCases.filter {
    ![.free, .name, .unit, .program].contains($0)
  }

  static let all: [String: [String]] = [
    "action.*.title": Shipped.actions.map(\.titleKey),
    "action.*.steps": Shipped.actions.map(\.stepsKey),
    "action.*.steps.doer": keys(beginning: "action.").filter { $0.hasSuffix(".steps.doer") },
    "action.*.aloud": keys(beginning: "action.").filter { $0.hasSuffix(".aloud") },
    "action.*.effect": Shipped.actions.map(\.effectKey),
    "action.*.tell": keys(beginning: "action.").filter { $0.hasSuffix(".tell") },
    "action.*.after": keys(beginning: "action.").filter { $0.hasSuffix(".after") },
    "conclusion.part.*": ConclusionPart.allCases.map { "conclusion.part.\($0.rawValue)" },
    "edition.*.name": PortalEdition.allCases.map(\.nameKey),
    "edition.*.home": [PortalEdition.altinn2.closedAtHomeKey],
    "edition.*.header": PortalEdition.allCases.map(\.headerKey),
    "edition.*.short": [PortalEdition.altinn2.closedInShortKey],
    "edition.*.aloud": [PortalEdition.altinn2.closedAloudKey],
    "edition.*.notice": [PortalEdition.altinn2.closedKey],
    "edition.*.letter": [PortalEdition.altinn2.closedInLetterKey],
    "edition.*.request": [PortalEdition.altinn2.closedInRequestKey],
    "home.portal.*": PortalEdition.allCases.map(\.homeKey),
    "recognised.change.*": PortalEdition.allCases.map(\.changeKey),
    "recognised.like.*": PortalEdition.allCases.map(\.likeMessageKey),
    "recognised.from.*": PortalEdition.allCases.map(\.messageKey),
    "recognised.from.*.before": [PortalEdition.altinn2.oldMessageKey],
    "recognised.from.*.after": [PortalEdition.altinn2.lateMessageKey],
    "desktop.*": ["generic", "comment", "keywords"].map { "desktop.\($0)" },
    "walk.*": ["missing", "wrong"].map { "walk.\($0)" },
    "walk.expected.*": ["oneOf", "anyOf", "message", "line", "skipped"].map {
      "walk.expected.\($0)"
    },
    "walk.expected.line.*": lineRules.map { "walk.expected.line.\($0.rawValue)" },
    "date.month.*": (1...12).map { "date.month.\($0)" },
    "date.weekday.*": (0...6).map { "date.weekday.\($0)" },
    "date.near.*": ["yesterday", "today", "tomorrow"].map { "date.near.\($0)" },
    "plain.word.*": ["answer", "points", "language"].map { "plain.word.\($0)" },
    "plain.help.*": ["answer", "points", "language"].map { "plain.help.\($0)" },
    "letter.party.*": ReporteeKind.allCases.map { "letter.party.\($0.rawValue)" },
    "home.*": ["resume", "records", "due"].map { "home.\($0)" },
    "actor.*": Portal.all.flatMap(\.actors).map(\.actor.textKey),
    "actor.*.person": personal.map(\.personKey),
    "point.*.short": points.map(\.shortKey), "point.*.title": points.map(\.titleKey),
    "point.*.about": points.map(\.aboutKey),
    "*.title": ["leave.title", "conflict.title", "gone.title", "steal.title"]
      + questions.map { "\($0).title" },
    "*.about": ["leave.about", "conflict.about", "gone.about", "steal.about"],
    "cause.*.title": (points.map { Cause(rawValue: $0.rawValue) } + Cause.outside).map(\.titleKey),
    "cause.*.named": Cause.outside.filter { ![.noFault, .unknown].contains($0) }.map(\.namedKey),
    "cause.*.aloud": keys(beginning: "cause.").filter { $0.hasSuffix(".aloud") },
    "cause.*.about": Cause.outside.map(\.aboutKey),
    "asked.*": Portal.all.flatMap(\.actors).map(\.actor).filter { $0 != .sender }.map(\.askedKey),
    "asked.*.person": personal.map(\.askedPersonKey),
    "waits.*": Portal.all.flatMap(\.actors).map(\.actor.waitsKey),
    "gist.*": Portal.all.flatMap(\.faults).map(\.fault.gistKey),
    "fault.*": Portal.all.flatMap(\.faults).map(\.fault.textKey),
    "ground.*": Portal.all.flatMap(\.points).flatMap(\.grounds).map(\.ground.textKey),
    "ground.*.state": keys(beginning: "ground.").filter { $0.hasSuffix(".state") },
    // What an agent reads of a caller, where the other words speak to them.
    "*.call": keys(beginning: "").filter { key in
      key.hasSuffix(".call")
        && Content.embedded.texts(.bokmal).has(String(key.dropLast(".call".count)))
    },
    "planned.*": PlanReason.allCases.map(\.textKey),
    "certainty.*": [Certainty.confirmed, .likely, .open].map(\.textKey),
    "state.*": PointState.allCases.map(\.textKey),
    // What does without the name of a service that nobody has named.
    "*.anyService": keys(beginning: "").filter { $0.hasSuffix(".anyService") },
    "*.covers": ["service", "package"].map { "askLetter.allows.\($0).covers" },
    "party.*": ReporteeKind.allCases.map { "party.\($0.rawValue)" },
    "party.*.tell": ReporteeKind.allCases.map { "party.\($0.rawValue).tell" },
    "errand.*": Flow.errands.map { "errand.\($0)" },
    "flow.*.title": Flow.all.map { "flow.\($0.id).title" },
    "flow.*.start": Flow.all.map { "flow.\($0.id).start" },
    "question.*.title": questions.map { "\($0).title" } + ["question.reportee.name.title"],
    "*.why": questions.map { "\($0).why" },
    "*.who": questions.map { "\($0).who" },
    "*.*": options + variants,
    "question.*.*": options,
    "flow.*.*": Flow.all.flatMap { flowWords($0.id) },
    "mark.*.*": Flow.all.flatMap { flow in flow.statusRules.map { "mark.\(flow.id).\($0.name)" } },
    "button.*": ["open", "delete", "json", "text", "takeTheirs", "keepMine", "dropMine"].map {
      "button.\($0)"
    },
    "permission.outcome.*": Permission.Outcome.allCases.map(\.textKey),
    "rightsAction.*": RightsAction.allCases.map(\.textKey),
    "rightsWay.registerFirm.*": ClientKind.allCases.map { "rightsWay.registerFirm.\($0.rawValue)" },
    "fullmakt.*": keys(beginning: "fullmakt."),
    // Why a page has nothing to choose.
    "*.none": keys(beginning: "train.act.").filter { $0.hasSuffix(".none") },
    // What reads otherwise of one alone.
    "*.one": counted.map { "\($0).one" }
      + Standing.allCases.filter(\.carriesVerdict).map { "fullmakt.standing.\($0.rawValue).one" },
    "fullmakt.standing.*": Standing.allCases.map { "fullmakt.standing.\($0.rawValue)" },
    // That a portal has closed is said in words of the portal.
    "expiry.*": Content.embedded.fullmakter.expiries.entries.map(\.id)
      .filter { PortalEdition(rawValue: $0) == nil }.map { "expiry.\($0)" },
    "train.service.*": services.map { "train.service.\($0)" },
    "serviceOwner.*": ServiceOwner.allCases.map { "serviceOwner.\($0.rawValue)" },
    "service.any.*": PortalEdition.allCases.map { "service.any.\($0.rawValue)" },
    "askLetter.*": keys(beginning: "askLetter."),
    "approvalLetter.*": keys(beginning: "approvalLetter."),
    "rights.*": ["onFirm", "onOneself"].map { "rights.\($0)" },
    "rights.ask.service.*": ["both", "send", "sign"].map { "rights.ask.service.\($0)" },
    "rights.lack.*": ["write", "sign", "accessManager"].map { "rights.lack.\($0)" },
    "source.*": RightsRule.allCases.flatMap {
      Content.embedded.rights.sources.keys(for: $0.rawValue)
    }
    .map { "source.\($0)" },
    "answer.*": [LineRule.checked, LineRule.skipped].map { "answer.\($0)" },
    "secret.*": ["first", "second"].map { "secret.\($0)" },
    "step.*.*": Flow.all.flatMap { flow in
      flow.steps.filter { $0.kind == .reading }.map { "step.\(flow.id).\($0.id.rawValue)" }
    },
    "receipt.*.after": tasks.map { "receipt.\($0.id).after" },
    "receipt.*": tasks.map { "receipt.\($0.id)" },
    // The keys of the answers.
    "letter.how.*": PortalEdition.allCases.map { "letter.how.\($0.rawValue)" },
    "letter.*": ["yes", "no", "unknown"].map { "letter.\($0)" },
    "edit.*": editing.map { "edit.\($0)" },
    "hint.letter.*": ["yes", "no", "unknown"].map { "hint.letter.\($0)" },
    "key.*": commands.map { "key.\($0)" },
    "key.*.short": commands.map { "key.\($0).short" },
    "cases.status.*": CaseStatus.allCases.map(\.textKey),
    "desk.state.*": DeskState.allCases.map(\.textKey),
    "desk.standing.*": DeskState.allCases.map(\.standingKey),
    "desk.key.*": keys(beginning: "desk.key."),
    "desk.*": keys(beginning: "desk.cause."),
    "desk.role.*": CallerRole.allCases.map(\.textKey),
    "desk.result.*": DeskResult.allCases.map(\.textKey),
    "desk.confirmed.*": Confirmation.allCases.map(\.textKey),
    "desk.as.*": DeskRole.allCases.map(\.textKey),
    "desk.setup.*": DeskSetupFault.What.allCases.map { "desk.setup.\($0.rawValue)" },
    "desk.check.*": ["groups", "forgotten", "due"].map { "desk.check.\($0)" },
    "desk.section.*": DeskSection.allCases.map(\.textKey),
    "register.says.*": keys(beginning: "register.says."),
    "register.sureness.*": keys(beginning: "register.sureness."),
    "register.kind.*": RegisterKind.allCases.map(\.textKey),
    "register.fault.*": RegisterFailure.Fault.allCases.map { "register.fault.\($0.rawValue)" },
    "exercise.*.name": keys(beginning: "exercise.").filter { $0.hasSuffix(".name") },
    "exercise.*.opening": keys(beginning: "exercise.").filter { $0.hasSuffix(".opening") },
    "train.exercises.*": PortalEdition.allCases.map { "train.exercises.\($0.rawValue)" },
    "train.file.*": keys(beginning: "train.file."),
    "train.level.*": (0...ScenarioDraw.levels.upperBound).map { "train.level.\($0)" },
    "train.act.*": keys(beginning: "train.act."),
    "train.lure.*": Lure.allCases.map { "train.lure.\($0.rawValue)" },
    "train.lured.*": Lure.allCases.map { "train.lured.\($0.rawValue)" },
    "train.end.*": CallEnd.allCases.map { "train.end.\($0.rawValue)" },
    "train.note.*": NoteLine.allCases.map { "train.note.\($0.rawValue)" },
    "train.state.*": PointState.allCases.map { "train.state.\($0.rawValue)" },
    "train.part.*": TrainingScore.Part.allCases.map { "train.part.\($0.rawValue)" },
    "train.remark.*": TrainingScore.Part.allCases.map { "train.remark.\($0.rawValue)" },
    "train.breach.*": TrainingScore.Breach.allCases.map { "train.breach.\($0.rawValue)" },
    "train.reply.*": keys(beginning: "train.reply."),
    "train.mixedUp.*": keys(beginning: "train.mixedUp."),
    "train.past.*.*": Past.allCases.flatMap { past in
      past.values.map { "train.past.\(past.rawValue).\($0)" }
    },
    "train.result.*": keys(beginning: "train.result."),
    "train.feeling.*": keys(beginning: "train.feeling."),
    "train.handout.question.*": keys(beginning: "train.handout.question."),
    "train.temper.*": Temper.allCases.map { "train.temper.\($0.rawValue)" },
    "train.hint.*": ["find", "check", "keep", "mend", "close"].map { "train.hint.\($0)" },
    "train.help.part.*": TrainingScore.Part.allCases.map { "train.help.part.\($0.rawValue)" },
    "train.help.key.*": keys(beginning: "train.help.key."),
    "class.event.*": PortalEdition.allCases.flatMap { edition in
      (Content.embedded.trainingRoom(of: edition)?.table.events ?? []).map {
        "class.event.\($0.id)"
      }
    },
    "class.failure.*": ClassFailure.allCases.map(\.textKey),
    "class.head.*": keys(beginning: "class.head."),
    "class.help.key.*": keys(beginning: "class.help.key."),
    "class.key.*": keys(beginning: "class.key."),
    "class.lead.*": keys(beginning: "class.lead.").filter { !$0.hasSuffix(".back") },
    "class.lead.*.back": keys(beginning: "class.lead.").filter { $0.hasSuffix(".back") },
    "train.hurry.*": ["train.hurry.1", "train.hurry.2"],
    "train.reads.*": keys(beginning: "train.reads."),
    "*.sender": [
      "train.wrongPerson", "train.refused", "train.takesOn", "train.toldBack.passedOn",
    ].map { "\($0).sender" },
    "message.*.meaning": Shipped.messages.map(\.meaningKey),
    "message.*.remedy": Shipped.messages.map(\.remedyKey),
    "brief.*": spoken.map(\.id.briefKey) + Past.allCases.map(\.field.briefKey),
    "say.*": spoken.map(\.id.sayKey) + Past.allCases.map(\.field.sayKey),
    "unsure.*": spoken.map(\.id.unsureKey),
    "whoKnows.*": spoken.map(\.id.whoKnowsKey),
    "found.*.*": Portal.all.flatMap { portal in
      portal.facts.map(\.fact).flatMap { fact in
        (portal.values(of: fact) ?? []).map { "found.\(fact.rawValue).\($0)" }
      }
    },
    "listen.*.*": spoken.flatMap { field in field.heardValues.map(field.id.listenKey) },
    "tag.*.*": spoken.flatMap { field in field.taggedValues.map(field.id.tagKey) },
    "say.*.client": [FieldID.reporteeName.sayForClientKey],
    "desk.language.*": Language.allCases.map { "desk.language.\($0.rawValue)" },
    "desk.letter.*": Confirmation.allCases.map { "desk.letter.\($0.rawValue)" },
    "desk.handOver.*": keys(beginning: "desk.handOver."),
    "desk.send.*": keys(beginning: "desk.send."),
    "desk.certainty.*": keys(beginning: "desk.certainty."),
    "desk.wrapUp.*": keys(beginning: "desk.wrapUp."),
    "desk.head.*": keys(beginning: "desk.head."),
    "desk.flag.*": DeskFlag.allCases.map(\.textKey),
    "desk.stats.*": DeskStatistics.Table.allCases.map(\.titleKey)
      + [
        DeskStatistics.noMessage, DeskStatistics.unknownMessage, DeskStatistics.yes,
        DeskStatistics.no,
      ].map { "desk.stats.\($0)" },
    "handOver.*": HandOver.allCases.map(\.textKey)
      + ["code", "correlation", "access.client"].map { "handOver.\($0)" },
    "identifier.nationalIdentity.kind.*": NationalIdentityNumber.Kind.allCases.map {
      "identifier.nationalIdentity.kind.\($0.rawValue)"
    },
    "identifier.organisation.kind.*": OrganisationNumber.Kind.allCases.map {
      "identifier.organisation.kind.\($0.rawValue)"
    },
    "identifier.nationalIdentity.*": [
      "empty", "letters", "wrongLength", "impossibleDate", "wrongControlDigits",
    ].map { "identifier.nationalIdentity.\($0)" },
    "identifier.organisation.*": [
      "empty", "letters", "wrongLength", "nationalIdentityNumber", "wrongControlDigit",
    ].map { "identifier.organisation.\($0)" },
    "identifier.mobile.*": [
      "empty", "letters", "wrongLength", "foreign", "notMobile", "machine",
    ].map { "identifier.mobile.\($0)" },
    "identifier.systemID.*": ["empty", "letters", "blanks", "tooLong"].map {
      "identifier.systemID.\($0)"
    },
    "identifier.systemPassword.*": SystemPassword.Finding.allCases.map(\.textKey),
    "identifier.*": IdentifierNotice.allCases.map(\.textKey),
    "doctor.*": ["version", "language", "terminal", "texts", "store", "sqlite", "schema", "cases"]
      .map { "doctor.\($0)" },
  ]

  /// Stems that stand for nothing by themselves: other literals go on from them, or words that are
  /// there for some and not for others.
  static let stems: Set<String> = [
    "question.*", "question.*.label", "*.look", "*.*.*", "flow.*.record", "flow.*.records", "why.*",
    "party.*.*", "damaged.*", "copyNotMade.*", "store.failure.*", "manual.*", "command.*",
    "option.*", "status.*",
    "variable.*", "example.*", "receipt.*.*", "doubt.*", "way.registerFirm.*", "allows.*",
    "please.*",
  ]

  /// Keys that tests of their own hold one by one: of the manual, of letters, of every failure of a
  /// store, and what only some flows say in their own words.
  static let heldElsewhere: [String] =
    ["manual.", "letter.", "store.failure.", "party."].flatMap(keys(beginning:))
    + keys(beginning: "question.").filter { $0.hasSuffix(".label") }
    + Flow.all.flatMap { keys(beginning: "receipt.\($0.id).") + ownWords($0) }

  /// Keys that the flows, the tables and the model of rights name; tests of theirs hold them one by one.
  static let named: [String] =
    Flow.all.flatMap { $0.words(in: Content.embedded.texts(.bokmal)) }
    + Field.callerRole.spokenWords
    + [
      "permission.", "rightsAction.", "rightsWay.", "serviceOwner.", "role.", "product.",
      "productWarning.", "expiry.",
    ].flatMap(keys(beginning:))

  /// Remarks on options and fields; their keys are joined from parts and asked for where they exist.
  static let remarks: [String] = Content.embedded.texts(.bokmal).entries.keys.filter { key in
    key.hasSuffix(".hint")
      && fields.contains { field in
        let stem = "question.\(field.id.rawValue)"
        return key == "\(stem).hint"
          || options.contains { key == "\($0).hint" && $0.hasPrefix(stem) }
      }
  }

  /// Literals that look like keys or stems of keys and are something else.
  static let others: Set<String> = [
    "field.*", "past.*", "part.*", "task.*", "value.*", "result.*", "request.*", "register.*",
    "*.txt",
    "*.json",
    "*.sqlite",
  ]

  /// The texts about a number of things that have words of their own for one.
  static let counted = [
    "home.open", "receipt.closeAnyway", "desk.around.others", "desk.stats.calls",
    "desk.stats.verdict", "flow.findings", "portal.findings", "train.sound", "train.worth.detour",
    "train.loss.slow", "train.watch.over", "train.attempt", "train.sum", "register.skipped",
    "store.closedOnly", "kept.cut",
  ]

  private static let tasks = Flow.all.filter { !$0.findsFaults }

  /// Those who act otherwise, or are called otherwise, when one sends for a private person.
  private static let personal: [Actor] = [.giver, .reporteeManager, .signer]

  /// A flow's own words for questions that other flows ask as well.
  private static func ownWords(_ flow: Flow) -> [String] {
    flow.steps.flatMap(\.fields).flatMap {
      keys(beginning: "question.\(flow.id).\($0.id.rawValue).")
    }
  }

  private static func flowWords(_ id: FlowID) -> [String] {
    ["title", "start", "record", "records"].map { "flow.\(id).\($0)" }
  }

  /// The questions that are asked on the phone.
  private static let spoken: [Field] =
    Flow.all.flatMap(\.spokenFields)

  /// The questions of every flow.
  private static let fields = Flow.all
    .flatMap(\.steps).flatMap(\.fields)

  private static let questions: [String] = fields.compactMap { field in
    if case .line = field.input { nil } else { "question.\(field.id.rawValue)" }
  }

  private static let options: [String] = fields.flatMap { field -> [String] in
    switch field.input {
    case .choice(let options): options.map { "question.\(field.id.rawValue).\($0.value)" }
    case .search: ["question.\(field.id.rawValue).\(Fact.otherService)"]
    case .boxes(.steps(let steps)): steps.map { "question.\(field.id.rawValue).\($0)" }
    case .candidates: ["question.\(field.id.rawValue).\(Fact.unknown)"]
    case .message, .line, .secret, .boxes: []
    }
  }

  /// What is said otherwise for one message, for those that one sends for, for how that goes, or in one portal.
  private static let variants: [String] = {
    let names = Set(
      WorkFor.allCases.map(\.rawValue) + Shipped.messages.map(\.id)
        + ["login", "byService", "registration", "portal", "both"]
        + PortalEdition.allCases.map(\.rawValue)
    )
    let stems = [
      "fault.", "ground.", "action.", "question.", "step.", "cause.", "actor.", "asked.",
      "waits.", "conclusion.",
    ]
    return stems.flatMap(keys(beginning:)).filter { key in
      key.split(separator: ".").last.map { names.contains(String($0)) } ?? false
    }
  }()

  private static let commands = [
    "help", "why", "overview", "conclude", "copy", "forgetText", "portal", "home", "language",
    "quit", "back",
    "interrupt",
    "redraw",
    "suspend",
    "call", "note", "queue", "hold", "park", "handOver", "end", "similar", "refresh",
  ]

  private static let editing = [
    "left", "right", "wordLeft", "wordRight", "start", "end", "deleteBefore", "deleteAfter",
    "cutWordBefore", "cutWordAfter", "cutToStart", "cutToEnd", "restore",
  ]

  private static func keys(beginning stem: String) -> [String] {
    Content.embedded.texts(.bokmal).entries.keys.filter { $0.hasPrefix(stem) }
  }
}
