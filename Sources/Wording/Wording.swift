package import Model

/// Puts what the model knows into words of one language; shared by every front end.
package struct Wording: Sendable {
  package let content: Content
  package let language: Language
  /// The day that rules which end are held against; `nil` where nobody has handed one in, and what is said
  /// then holds on either side of such a day.
  package let today: Day?
  package let texts: Texts
  /// Whether whoever is on the phone hears or reads it, so that *you* is they; else it is the agent in a call.
  private let isToCaller: Bool

  package init(
    _ content: Content,
    _ language: Language,
    on today: Day? = nil,
    isToCaller: Bool = false
  ) {
    self.content = content
    self.language = language
    self.today = today
    self.isToCaller = isToCaller
    texts = content.texts(language)
  }

  /// A text by its key, with placeholders filled in.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    texts(key, values)
  }

  /// A text about a number of things, which reads otherwise of one alone.
  ///
  /// - Parameter name: The placeholder of the number; it may be filled in otherwise than in digits.
  package func counted(
    _ key: String,
    _ count: Int,
    as name: String = "count",
    _ values: [String: String] = [:]
  ) -> String {
    let one = "\(key).one"
    return self(
      count == 1 && has(one) ? one : key,
      values.merging([name: "\(count)"]) { given, _ in given }
    )
  }

  /// A text that names the reportee and the service of a walk.
  package func text(_ key: String, about walk: Walk) -> String {
    self(variant(of: key, in: walk), ["reportee": reportee(walk), "service": service(walk)])
  }

  /// The key of the text for the very message of a walk, for those it sends for, or for how that goes, where one
  /// is written; in a call of the one that speaks of the caller, where the other speaks to them.
  func variant(of key: String, in walk: Walk) -> String {
    let own =
      ([FieldID.message, .workFor].compactMap { walk.facts[$0] } + walk.manners)
      .map { "\(key).\($0)" }.first(where: has) ?? key
    let ofCaller = "\(own).call"
    return isToAgent(walk) && has(ofCaller) ? ofCaller : own
  }

  /// Whether *you* would be an agent who has the caller on the phone.
  func isToAgent(_ walk: Walk) -> Bool { walk.isCall && !isToCaller }

  /// The same words as whoever is on the phone hears or reads them.
  var toCaller: Wording { Wording(content, language, on: today, isToCaller: true) }

  /// Whether a text with this key is written.
  package func has(_ key: String) -> Bool { texts.has(key) }

  /// A menu path on one line, such as "Profil › Avanserte innstillinger".
  ///
  /// - Parameters:
  ///   - id: The id of the menu path in the catalogue.
  ///   - edition: The portal whose path it is.
  package func path(_ id: String, of edition: PortalEdition) -> String {
    content.path(id, in: language, edition: edition).joined(separator: " › ")
  }

  /// The same words on another day.
  func on(_ day: Day?) -> Wording {
    Wording(content, language, on: day, isToCaller: isToCaller)
  }

  /// Begins a flow, or goes on with a case, by the day it is.
  package func walk(_ flow: Flow, resuming draft: CaseDraft? = nil) -> Walk {
    var walk = content.walk(flow, resuming: draft)
    walk.today = today
    return walk
  }

  /// Begins a flow with facts that were written down beforehand, by the day it is.
  package func walk(_ flow: Flow, given facts: Facts) -> Walk {
    Walk(flow, engine: content.engine(of: flow.edition), given: facts, on: today)
  }
}

extension Walk {
  /// What a text may be written otherwise for: that the register is told and nothing is given in Altinn; that
  /// somebody logs in to send, so that there is neither a system access nor a request of the program; that nobody does
  /// follows from what is sent, and was not answered; that what is requested is asked for in Altinn, so that there is
  /// no letter; that there is one beside that; and that whoever does it is named.
  var manners: [String] {
    let isNotice = value(Ask.what) == Ask.What.registration.rawValue
    let logsIn = needsLogin || value(.senderActs) == SenderActs.logsIn.rawValue
    let isByService =
      facts.holds(.senderActs, SenderActs.nothing.rawValue)
      && answer(.senderActs)?.value != SenderActs.nothing.rawValue
    let way: [String] = !asksInAltinn ? [] : asksByLetter ? ["both"] : ["portal"]
    let sending = (logsIn ? ["login"] : []) + (isByService ? ["byService"] : [])
    let approver = line(Connect.approver) == nil ? [] : ["approver"]
    return (isNotice ? ["registration"] : []) + sending + way + approver
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text without line breaks.
  package var inOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text without the blanks at its end, where a column or a placeholder stood empty.
  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
