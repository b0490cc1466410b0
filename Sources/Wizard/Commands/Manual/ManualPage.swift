import Wording
import Drawing
import Model
import SafeText
import Screens
import Store

/// The manual page of the program in one language.
///
/// The keys come from the table they are looked up in, so that the page cannot say anything else.
struct ManualPage {
  /// What stands after the name of a command, and the key of its words.
  private struct Usage {
    let line: String
    let key: String
  }

  private static let usages = [
    Usage(line: "", key: "wizard"),
    Usage(line: "recognise [FILE|-] [--json]", key: "recognise"),
    Usage(line: "diagnose --answers FILE|- [--json]", key: "diagnose"),
    Usage(line: "walk FLOW --answers FILE|- [--json]", key: "walk"),
    Usage(line: "case list [--matching TEXT] [--limit N] [--json]", key: "case.list"),
    Usage(line: "case show NUMBER [--json]", key: "case.show"),
    Usage(line: "case delete NUMBER", key: "case.delete"),
    Usage(line: "datasystem list|show|delete [--json]", key: "datasystem"),
    Usage(line: "request list|show|delete [--json]", key: "request"),
    Usage(line: "desk queue [--mine|--free|--second|--due] [--json]", key: "desk.queue"),
    Usage(line: "desk new [--message FILE|-] [--org N] [--words TEXT]", key: "desk.new"),
    Usage(line: "desk take NUMBER [--steal]", key: "desk.take"),
    Usage(line: "desk release NUMBER", key: "desk.release"),
    Usage(line: "desk hold NUMBER", key: "desk.hold"),
    Usage(line: "desk hand NUMBER --to second|free|LOGIN [--note TEXT|-]", key: "desk.hand"),
    Usage(
      line: "desk park NUMBER [--who ACTOR] [--until DAY] [--callback NUMBER|-]",
      key: "desk.park"
    ),
    Usage(line: "desk callback NUMBER [--forget]", key: "desk.callback"),
    Usage(line: "desk note NUMBER TEXT|-", key: "desk.note"),
    Usage(
      line:
        "desk close NUMBER --result 1-8 [--confirmed seen|told|no] [--told-back] [--flag KIND] [--who ACTOR] [--until DAY]",
      key: "desk.close"
    ),
    Usage(line: "desk reopen NUMBER", key: "desk.reopen"),
    Usage(line: "desk undo NUMBER", key: "desk.undo"),
    Usage(line: "desk show NUMBER [--handover] [--json]", key: "desk.show"),
    Usage(line: "desk send NUMBER --form sms|mail|letter", key: "desk.send"),
    Usage(
      line: "desk find WORD... [--org N] [--message ID] [--since DAY] [--json]",
      key: "desk.find"
    ),
    Usage(line: "desk stats [--weeks N] [--format text|csv|json|html]", key: "desk.stats"),
    Usage(line: "desk knowledge list [--json]", key: "desk.knowledge.list"),
    Usage(line: "desk knowledge show SHAPE", key: "desk.knowledge.show"),
    Usage(line: "desk knowledge export [SHAPE...]", key: "desk.knowledge.export"),
    Usage(line: "desk knowledge check FILE|-", key: "desk.knowledge.check"),
    Usage(line: "desk check [--json]", key: "desk.check"),
    Usage(line: "train", key: "train"),
    Usage(line: "train play EXERCISE|ID [--seed WORD]", key: "train.play"),
    Usage(line: "train play --level N [--seed WORD]", key: "train.playLevel"),
    Usage(
      line: "train generate --level N --count N [--seed WORD] [--json]",
      key: "train.generate"
    ),
    Usage(line: "train check [--seeds N] [--from N]", key: "train.check"),
    Usage(line: "train check FILE|-...", key: "train.checkFile"),
    Usage(line: "train replay NUMBER|FILE|- [--cast FILE|-]", key: "train.replay"),
    Usage(line: "train progress [--json]", key: "train.progress"),
    Usage(line: "train forget [--yes]", key: "train.forget"),
    Usage(
      line: "train handout --seed WORD --exercises LIST [--key] [--html FILE|-]",
      key: "train.handout"
    ),
    Usage(line: "train certificate [--html FILE|-]", key: "train.certificate"),
    Usage(line: "train class new --class DIR [--exercise LIST] [--vary]", key: "train.class.new"),
    Usage(line: "train class join WORD --class DIR [--seat TREE]", key: "train.class.join"),
    Usage(line: "train class lead --class DIR", key: "train.class.lead"),
    Usage(line: "train class end --class DIR [--yes]", key: "train.class.end"),
    Usage(line: "flow list", key: "flow.list"),
    Usage(line: "flow check", key: "flow.check"),
    Usage(line: "flow draw NAME", key: "flow.draw"),
    Usage(line: "portal list", key: "portal.list"),
    Usage(line: "portal check", key: "portal.check"),
    Usage(line: "store check [--head LINE:DIGEST] [--json]", key: "store.check"),
    Usage(line: "store setup ADDRESS", key: "store.setup"),
    Usage(line: "store copy FROM TO", key: "store.copy"),
    Usage(line: "store backup FILE", key: "store.backup"),
    Usage(line: "store restore FILE", key: "store.restore"),
    Usage(line: "store purge [--older-than DAYS] [--dry-run] [--json]", key: "store.purge"),
    Usage(
      line:
        "register import [FILE...] [--units FILE] [--subunits FILE] [--roles FILE] [--date DAY] [--firm NUMBER] [--with-names] [--smaller]",
      key: "register.import"
    ),
    Usage(line: "register status [--json]", key: "register.status"),
    Usage(
      line: "register show NUMBER [--firm NUMBER] [--role CODE...] [--json]",
      key: "register.show"
    ),
    Usage(line: "register clients [NUMBER] [--json]", key: "register.clients"),
    Usage(line: "desk", key: "desk"),
    Usage(line: "doctor [--json] [--release]", key: "doctor"),
  ]

  private static let options = [
    ("--language nb|nn|en", "language"), ("--portal altinn2|altinn3", "portal"),
    ("--store DIR|ADDRESS", "store"), ("--shared", "shared"),
    ("--assets DIR", "assets"),
    ("--plain", "plain"), ("--ascii", "ascii"), ("--no-color", "noColor"),
    ("--mouse", "mouse"), ("--desk", "deskAtHome"), ("--json", "json"),
    ("--answers FILE", "answers"), ("--matching TEXT, --limit N", "matching"),
    ("--head LINE:DIGEST", "head"),
    ("--older-than DAYS", "olderThan"), ("--dry-run", "dryRun"), ("--release", "release"),
    ("--mine, --free, --second, --due", "desk"), ("--message FILE, --org N, --words TEXT", "call"),
    ("--steal", "steal"), ("--to WHO", "to"), ("--note TEXT", "note"),
    ("--who ACTOR, --until DAY", "who"), ("--callback NUMBER, --forget", "callback"),
    ("--result 1-8, --confirmed seen|told|no", "result"), ("--told-back", "toldBack"),
    ("--flag menu|wording|advice|cause|language", "flag"),
    ("--handover", "handover"), ("--form sms|mail|letter", "form"), ("--since DAY", "since"),
    ("--weeks N, --format text|csv|json|html", "weeks"),
    ("--seeds N, --from N", "seeds"), ("--level N, --count N", "level"),
    ("--seed WORD", "seed"), ("--exercises LIST, --key", "exercises"), ("--html FILE", "html"),
    ("--cast FILE", "cast"),
    ("--class DIR, --exercise LIST, --vary", "class"), ("--seat TREE", "seat"), ("--yes", "yes"),
    ("--units FILE, --subunits FILE, --roles FILE", "register"), ("--date DAY", "date"),
    ("--with-names", "withNames"), ("--smaller", "smaller"), ("--firm NUMBER", "firm"),
    ("--role CODE", "role"),
    ("--version", "version"), ("-h, --help", "help"),
  ]

  /// The signs of the plain front end, which are typed and not pressed.
  private static let plainSigns = [("<", "back"), ("?", "why"), ("q", "quit")]

  /// The words of the plain front end, with the keys that do the same.
  private static let plainWords: [(PlainCommand, Command)] = [
    (.answer, .conclude), (.points, .overview), (.language, .language),
  ]

  private static let statuses: [Int32] = [
    EndStatus.done.code, 64, EndStatus.badInput.code, EndStatus.unusable.code,
    EndStatus.internalFault.code, EndStatus.taken.code, EndStatus.left.code,
  ]

  private static let variables = [
    "ACCESSIBLE", "ESCDELAY", "LC_ALL, LC_MESSAGES, LANG", "NO_COLOR", "TERM", "VEIVISER_PORTAL",
    "XDG_STATE_HOME",
  ]

  private static let folder = "$XDG_STATE_HOME/veiviser"

  private let wording: Wording

  init(_ wording: Wording) { self.wording = wording }

  /// The page, ready for `man`.
  var text: String {
    var page = Roff(name: "veiviser", date: Version.date, source: "veiviser \(Version.text)")
    page.heading(word("name"))
    page.name("veiviser", word("purpose"))
    page.heading(word("synopsis"))
    for usage in Self.usages { page.command(line(usage)) }
    page.heading(word("description"))
    page.paragraph(word("about"))
    page.heading(word("commands"))
    for usage in Self.usages { page.item(line(usage), word("command.\(usage.key)")) }
    page.heading(word("options"))
    for (name, key) in Self.options { page.item(name, word("option.\(key)")) }
    page.heading(wording("help.keys"))
    for binding in Binding.all {
      page.item(binding.label, wording("key.\(binding.command.rawValue)"))
    }
    page.paragraph(wording("help.movingAbout"))
    page.paragraph(wording("help.typing"))
    for binding in EditBinding.all {
      page.item(binding.label, wording("edit.\(binding.command.rawValue)"))
    }
    page.heading(word("plain"))
    page.paragraph(word("plainAbout"))
    for (sign, command) in Self.plainSigns { page.item(sign, wording("key.\(command)")) }
    for (command, key) in Self.plainWords {
      page.item(wording("plain.word.\(command.rawValue)"), wording("key.\(key.rawValue)"))
    }
    page.heading(word("status"))
    for status in Self.statuses { page.item("\(status)", word("status.\(status)")) }
    page.heading(word("files"))
    page.item("\(Self.folder)/veiviser.sqlite", word("file.store"))
    page.item("desk.json", word("file.desk"))
    page.item("\(Self.folder)/register.sqlite", word("file.register"))
    page.item("\(Self.folder)-training/veiviser-training.txt", word("file.training"))
    page.item("veiviser-class*", word("file.class"))
    page.heading(wording("help.privacy"))
    page.paragraph(wording("help.privacyAbout"))
    page.heading(word("environment"))
    for name in Self.variables {
      page.item(name, word("variable.\(name.prefix { $0 != "," })"))
    }
    page.heading(word("examples"))
    for (key, example) in Self.examples {
      page.paragraph(word("example.\(key)"))
      page.command(example)
    }
    return page.text
  }

  private static let examples = [
    ("language", "veiviser --language en"),
    ("recognise", "veiviser recognise log.txt --json"),
    (
      "diagnose",
      #"echo '{"message": "E2", "system.idCorrect": "yes"}' | veiviser diagnose --answers -"#
    ),
    ("walk", "veiviser walk findFault3 --answers answers.json --json"),
    ("draw", "veiviser flow draw findFault | dot -Tsvg -o findFault.svg"),
  ]

  // MARK: - Help

  /// How a command is written; `nil` where it is several commands.
  ///
  /// - Parameter path: The words after `veiviser` that name it.
  func usage(of path: [String]) -> String? {
    let found = path.isEmpty ? [] : Self.lines(of: path)
    return found.count == 1 ? line(found[0]) : nil
  }

  /// How an option is written; `nil` for one that the program does not have.
  func form(ofOption name: String) -> String? {
    Self.options.lazy.flatMap { $0.0.split(separator: ", ").map(String.init) }
      .first { $0.split(separator: " ").first.map(String.init) == name }
  }

  /// What a command does and how it is written, in lines for a terminal; `nil` for one that the page leaves out.
  func help(for path: [String]) -> String? {
    let usages = path.isEmpty ? Self.usages : Self.lines(of: path)
    guard !usages.isEmpty else { return nil }
    var lines = path.isEmpty ? ["veiviser: \(word("purpose"))", ""] : []
    lines.append(word("synopsis") + ":")
    for usage in usages { lines += Self.item(line(usage), word("command.\(usage.key)")) }
    lines += ["", word("options") + ":"]
    let own = Set(usages.flatMap { Self.names(in: $0.line) })
    for (name, key) in Self.options
    where path.isEmpty || Self.shared.contains(key) || !own.isDisjoint(with: Self.names(in: name)) {
      lines += Self.item(name, word("option.\(key)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a command; of the group it belongs to where it has none of its own.
  private static func lines(of path: [String]) -> [Usage] {
    var words = path
    while !words.isEmpty {
      let found = usages.filter {
        $0.line.split(separator: " ").map(String.init).starts(with: words)
      }
      if !found.isEmpty { return found }
      words.removeLast()
    }
    return []
  }

  /// What every command takes.
  private static let shared = ["language", "portal", "store", "shared", "assets", "help"]

  /// The options that stand in a line.
  private static func names(in line: String) -> [String] {
    line.split { " []|,".contains($0) }.filter { $0.hasPrefix("--") }.map(String.init)
  }

  private static func item(_ name: String, _ meaning: String) -> [String] {
    ["  " + name] + Wrap.lines(meaning, width: 72).map { "      " + $0 }
  }

  private func word(_ key: String) -> String { wording("manual.\(key)") }

  private func line(_ usage: Usage) -> String {
    usage.line.isEmpty ? "veiviser" : "veiviser \(usage.line)"
  }
}
