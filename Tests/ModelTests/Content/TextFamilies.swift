import Model
import Store

/// The keys that the program puts together, by the literal they are put together with.
///
/// A `*` stands for what is interpolated. The test beside this fails when Sources has a literal that
/// is not listed here, or when one listed here is gone.
enum TextFamilies {
  private static let points = Portal.all.flatMap(\.points).map(\.point.rawValue)

  static let all: [String: [String]] = [
    "action.*.title": actions("title"), "action.*.tell": actions("tell"),
    "action.*.*": actions("steps") + actions("effect"),
    "home.*": ["resume", "records", "due"].map { "home.\($0)" },
    "actor.*": Portal.all.flatMap(\.actors).map { "actor.\($0.actor)" },
    "*.person": personal.map { "actor.\($0.rawValue).person" },
    "point.*": [],
    "point.*.title": points.map { "point.\($0).title" },
    "point.*.about": points.map { "point.\($0).about" },
    "*.title": points.map { "point.\($0).title" }
      + ["leave.title", "conflict.title", "gone.title"] + questions.map { "\($0).title" },
    "*.about": points.map { "point.\($0).about" }
      + ["leave.about", "conflict.about", "gone.about"],
    "cause.*.title": (points + Cause.outside.map(\.rawValue)).map { "cause.\($0).title" },
    "cause.*.about": Cause.outside.map { "cause.\($0.rawValue).about" },
    "fault.*": Portal.all.flatMap(\.faults).map { "fault.\($0.fault)" },
    "ground.*": Portal.all.flatMap(\.points).flatMap(\.grounds).map { "ground.\($0.ground)" },
    "planned.*": PlanReason.allCases.map { "planned.\($0.rawValue)" },
    "certainty.*": ["confirmed", "likely", "open"].map { "certainty.\($0)" },
    "state.*": PointState.allCases.map { "state.\($0.rawValue)" },
    "party.*": ReporteeKind.allCases.map { "party.\($0.rawValue)" },
    "party.*.tell": ReporteeKind.allCases.map { "party.\($0.rawValue).tell" },
    "flow.*.title": Flow.all.map { "flow.\($0.id).title" },
    "flow.*.start": Flow.all.map { "flow.\($0.id).start" },
    "question.*": [],
    "question.*.title": questions.map { "\($0).title" } + ["question.reportee.name.title"],
    "question.*.who": questions.map { "\($0).who" },
    "*.why": questions.map { "\($0).why" },
    "*.who": questions.map { "\($0).who" },
    "*.*": options,
    "receipt.*.*": Flow.all.flatMap { keys(beginning: "receipt.\($0.id).") },
    "question.*.*": options + Flow.all.flatMap(ownWords),
    "flow.*.*": Flow.all.flatMap { flowWords($0.id) }
      // Lists name the cases of a flow that an action is done by.
      + (RepairLaws.actions.compactMap(\.flow)).flatMap(flowWords)
      .filter(isWritten),
    "flow.*.record": [], "flow.*.records": [],
    "mark.*.*": Flow.all.flatMap { flow in flow.statusRules.map { "mark.\(flow.id).\($0.name)" } },
    "button.*": ["delete", "json", "text", "takeTheirs", "keepMine", "dropMine"].map {
      "button.\($0)"
    },
    "permission.outcome.*": Permission.Outcome.allCases.map { "permission.outcome.\($0.rawValue)" },
    "rightsAction.*": RightsAction.allCases.map { "rightsAction.\($0.rawValue)" },
    "rightsWay.registerFirm.*": ClientKind.allCases.map { "rightsWay.registerFirm.\($0.rawValue)" },
    "fullmakt.*": keys(beginning: "fullmakt."), "doubt.*": [],
    "way.registerFirm.*": [], "fullmakt.standing.*": [],
    "expiry.*": Content.embedded.fullmakter.expiries.entries.map { "expiry.\($0.id)" },
    "serviceOwner.*": ServiceOwner.allCases.map { "serviceOwner.\($0.rawValue)" },
    "service.any.*": PortalEdition.allCases.map { "service.any.\($0.rawValue)" },
    "askLetter.*": keys(beginning: "askLetter."),
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
    "receipt.*.after": Flow.all.map { "receipt.\($0.id).after" }.filter(isWritten),
    "receipt.*": Flow.all.map { "receipt.\($0.id)" }.filter(isWritten),
    // The manual is made of lists of commands, options and the like; its own tests hold them.
    "manual.*": keys(beginning: "manual."), "command.*": [], "option.*": [], "status.*": [],
    "variable.*": [], "example.*": [],
    // The keys of the answers, and the sentences of letters, which tests of theirs write out.
    "letter.*": ["yes", "no", "unknown"].map { "letter.\($0)" } + keys(beginning: "letter."),
    "why.*": [],
    "question.*.label": keys(beginning: "question.").filter { $0.hasSuffix(".label") },
    "party.*.*": keys(beginning: "party."), "*.look": [], "*.*.*": [],
    "edit.*": editing.map { "edit.\($0)" },
    "hint.letter.*": ["yes", "no", "unknown"].map { "hint.letter.\($0)" },
    "key.*": commands.map { "key.\($0)" },
    "key.*.short": commands.map { "key.\($0).short" },
    "cases.status.*": CaseStatus.allCases.map { "cases.status.\($0.rawValue)" },
    "message.*.meaning": ShippedMessages.all.map(\.meaningKey),
    "message.*.remedy": ShippedMessages.all.map(\.remedyKey),
    "handOver.*": HandOver.allCases.map(\.textKey),
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
    // The tests of the store hold these against every failure there can be.
    "store.failure.*": keys(beginning: "store.failure."), "damaged.*": [],
    "doctor.*": ["version", "language", "terminal", "texts", "store", "sqlite", "schema", "cases"]
      .map { "doctor.\($0)" },
  ]

  /// Keys that the flows, the tables and the model of rights name; tests of theirs hold them one by one.
  static let named: [String] =
    (Flow.all + Portal.all.map(Flow.findFault(in:))).flatMap(\.words)
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
    "field.*", "task.*", "request.*", "register.*", "*.txt", "*.json",
    "*.sqlite",
  ]

  private static func actions(_ part: String) -> [String] {
    RepairLaws.actions.map { "action.\($0.id).\(part)" }
  }

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

  /// The questions of every flow, and of the search for a fault in each portal.
  private static let fields = (Flow.all + Portal.all.map(Flow.findFault(in:)))
    .flatMap(\.steps).flatMap(\.fields)

  private static let questions: [String] = fields.compactMap { field in
    if case .line = field.input { nil } else { "question.\(field.id.rawValue)" }
  }

  private static let options: [String] = fields.flatMap { field -> [String] in
    switch field.input {
    case .choice(let options): options.map { "question.\(field.id.rawValue).\($0.value)" }
    case .search: ["question.\(field.id.rawValue).\(Fact.otherService)"]
    case .boxes(.steps(let steps)): steps.map { "question.\(field.id.rawValue).\($0)" }
    case .message, .line, .secret, .boxes: []
    }
  }

  private static let commands = [
    "help", "why", "overview", "conclude", "copy", "language", "quit", "back", "interrupt",
    "redraw",
    "suspend",
  ]

  private static let editing = [
    "left", "right", "wordLeft", "wordRight", "start", "end", "deleteBefore", "deleteAfter",
    "cutWordBefore", "cutWordAfter", "cutToStart", "cutToEnd", "restore",
  ]

  private static func isWritten(_ key: String) -> Bool {
    Content.embedded.texts(.bokmal).has(key)
  }

  private static func keys(beginning stem: String) -> [String] {
    Content.embedded.texts(.bokmal).entries.keys.filter { $0.hasPrefix(stem) }
  }
}
