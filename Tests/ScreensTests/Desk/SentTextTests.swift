import Model
import TestSupport
import Testing

@testable import Wording

/// What is sent can be read by whoever gets it, as it stands: every message, of every cause, in each form and language.
@Suite struct SentTextTests {
  private static let number = "310043214"
  private static let grouped = "310 043 214"

  /// A call for each message, and for each answer that shows a fault, of everybody that one sends for.
  private static func walks(_ flow: Flow, isNamed: Bool = true) -> [Walk] {
    let edition = flow.edition
    let kinds: [WorkFor?] = edition == .altinn3 ? WorkFor.allCases.map(Optional.some) : [nil]
    let messages = Shipped.messages.map { message -> (FieldID, String) in
      (message.isSymptom ? FieldID.messageSymptom : .message, message.id)
    }
    let faults = edition.portal.faults.flatMap { row -> [(FieldID, String)] in
      let values = edition.portal.rule(of: row.shownBy)?.values.words ?? []
      return values.map { (row.shownBy, $0) }
    }
    return kinds.flatMap { kind -> [Walk] in
      (messages + faults).map { field, value -> Walk in
        var walk = Content.embedded.walk(flow)
        walk.beginCall()
        if let kind { walk.give(kind.rawValue, to: .workFor) }
        if isNamed { walk.give(Self.number, to: .reporteeName) }
        if field == .messageSymptom { walk.give(Fact.unknown, to: .message) }
        walk.give(value, to: field)
        return walk
      }
    }
  }

  /// The forms of a message, each in one line.
  private static func sent(_ walk: Walk, _ wording: Wording) -> [CallMessage.Form: String] {
    let message = CallMessage(walk, code: "1042-KFT", wording)
    return Dictionary(
      uniqueKeysWithValues: CallMessage.Form.allCases.map { ($0, message.text($0).squeezed) }
    )
  }

  /// Whom the letter of a walk is to.
  private static func receiver(_ walk: Walk) -> Actor {
    guard let first = walk.advice.actions.first, !walk.advice.isChoice(first) else {
      return .sender
    }
    return walk.diagnosis.actor(of: first)
  }

  /// What only an agent says, and what is only on a screen.
  private static func unsent(_ language: Language) -> [String] {
    let wording = Wording(.embedded, language)
    let choice = wording("question.message.like.unknown")
    let point = String(wording("conclusion.fails").prefix { $0 != "{" })
    let others: [String] =
      switch language {
      case .bokmal:
        ["nnringer", "går du tilbake og", "listen på siden", "Menyene her", "bare Enter"]
      case .nynorsk:
        ["nnringar", "går du tilbake og", "lista på sida", "Menyane her", "berre Enter"]
      case .english:
        ["the caller", "go back and", "list on this page", "menus here", "press Enter"]
      }
    return others + [choice, point, wording("desk.saidSo")]
  }

  /// What is true of the sender, and of nobody else who reads it.
  private static func ofSender(_ language: Language) -> [String] {
    let wording = Wording(.embedded, language)
    let firm = language == .english ? "you work in" : "du arbeider i"
    let keys = ["party.organisation", "party.person", "actor.sender"]
    return [firm] + keys.map { wording($0) }
  }

  @Test(arguments: [Flow.findFault, .findFault3], Language.allCases)
  func `nothing sent speaks of a screen, or of whoever reads it as somebody else`(
    flow: Flow,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let unsent = Self.unsent(language)
    var count = 0
    for walk in Self.walks(flow) {
      let sent = Self.sent(walk, wording)
      for (form, text) in sent {
        for words in unsent { #expect(!text.contains(words), "\(form) \(words): \(text)") }
        #expect(text.contains(Self.grouped), "\(form): \(text)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  /// A step in which somebody else than the reader does something.
  private static var ofSomebody: Regex<(Substring, Substring)> {
    /[0-9]\. (Personen|Klienten|Daglig leder|Dagleg leiar|The person|The client|The general)\b/
  }

  @Test(arguments: [Flow.findFault, .findFault3], Language.allCases)
  func `a letter to somebody else calls nobody you but whoever it is to`(
    flow: Flow,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let ofSender = Self.ofSender(language)
    var receivers: Set<Actor> = []
    for walk in Self.walks(flow, isNamed: false) {
      let receiver = Self.receiver(walk)
      guard receiver != .sender else { continue }
      receivers.insert(receiver)
      let letter = Self.sent(walk, wording)[.letter] ?? ""
      for words in ofSender { #expect(!letter.contains(words), "\(words): \(letter)") }
      // What they do stands as told to them.
      #expect(!letter.contains(Self.ofSomebody), "\(letter)")
    }
    #expect(receivers.count > 2)
  }

  @Test(arguments: [Flow.findFault, .findFault3], Language.allCases)
  func `a text message tells the caller what they do themselves, or whom they ask`(
    flow: Flow,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    for walk in Self.walks(flow) {
      guard let first = walk.advice.actions.first, !walk.advice.isChoice(first),
        wording.closingInShort(walk) == nil
      else { continue }
      let sms = Self.sent(walk, wording)[.sms] ?? ""
      #expect(sms.contains(wording.toCaller.aloud(first, in: walk).squeezed), "\(sms)")
    }
  }

  @Test(arguments: [Flow.findFault, .findFault3], Language.allCases)
  func `a text message is never cut: whom it is about is left out before a word of it`(
    flow: Flow,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let ends = ["desk.sms", "desk.sms.closed", "desk.sms.open"].compactMap { key in
      wording(key).split(separator: "}").last.map(String.init)
    }
    let words = String(repeating: "Nordlys ", count: 50)
    // As long as a line takes, and longer than any.
    for length in [60, 300] {
      let name = String(words.prefix(length))
      var ofClients = 0
      for var walk in Self.walks(flow, isNamed: false) {
        walk.give(name, to: .reporteeName)
        let sms = CallMessage(walk, code: "1042-KFT", wording).text(.sms)
        #expect(sms.count <= CallMessage.longestSMS, "\(sms)")
        #expect(sms.contains("1042-KFT") && ends.contains { sms.hasSuffix($0) }, "\(sms)")
        #expect(sms.contains("Nordlys") == (length == 60), "\(sms)")
        #expect(sms.contains(name) == (length == 60), "\(sms)")
        let client = wording("letter.client", ["party": name])
        if sms.contains(client) { ofClients += 1 }
      }
      #expect((ofClients > 0) == (length == 60 && flow.edition == .altinn3))
    }
  }

  @Test(arguments: [Flow.findFault, .findFault3], Language.allCases)
  func `whoever is turned to is asked, and not told to turn to themselves`(
    flow: Flow,
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    var count = 0
    for walk in Self.walks(flow) {
      let receiver = Self.receiver(walk)
      guard let first = walk.advice.actions.first, Actor.turnedTo.contains(receiver) else {
        continue
      }
      let letter = Self.sent(walk, wording)[.letter] ?? ""
      let text = ActionText(first, walk, wording.toCaller)
      #expect(letter.contains((text.tell ?? "-").squeezed), "\(first.id): \(letter)")
      #expect(!letter.contains(wording(first.titleKey)), "\(first.id): \(letter)")
      #expect(!letter.contains(wording("handOver.title")), "\(letter)")
      count += 1
    }
    #expect(count > 0)
  }

  @Test(arguments: Language.allCases)
  func `the vendor gets the whole message, its codes and the number, in the letter and the mail`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let id = "0f8fad5b-d9cb-469f-a165-70867728950e"
    func walk(isCall: Bool) -> Walk {
      var walk = Content.embedded.walk(.findFault3)
      if isCall { walk.beginCall() }
      walk.give(Self.number, to: .reporteeName)
      walk.read("GLD_004 CorrelationId: \(id)", with: wording.content.recogniser)
      walk.go(toFirst: .conclusion)
      return walk
    }
    let mail = wording.mail(walk(isCall: false)).body
    let call = walk(isCall: true)
    let letter = Self.sent(call, wording)[.letter] ?? ""
    #expect(Self.receiver(call) == .vendor)
    for text in [mail.squeezed, letter] {
      for part in ["GLD_004", id, Self.grouped, wording("handOver.toThem")] {
        #expect(text.contains(part), "\(part): \(text)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a message that was not pasted is told as the catalogue has it`(language: Language) {
    let wording = Wording(.embedded, language)
    var walk = Content.embedded.walk(.findFault3)
    walk.give("DAS003", to: .message)
    #expect(wording.told(messageOf: walk).contains("DAS-003"))
    // Of one that is for several codes nobody knows which was seen.
    for several in ["MP100", "GLD004"] {
      walk.give(several, to: .message)
      #expect(wording.told(messageOf: walk) == wording("handOver.none"), "\(several)")
    }
    walk.read("MP-121", with: Content.embedded.recogniser)
    #expect(wording.told(messageOf: walk).contains("MP-121"))
    walk = Content.embedded.walk(.findFault3)
    walk.give(Fact.unknown, to: .message)
    #expect(wording.told(messageOf: walk) == wording("handOver.none"))
  }

  @Test(arguments: Language.allCases)
  func `while nothing is concluded only the caller is asked, and never the client`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let to = wording("desk.letter.to", ["who": wording("waits.sender")])
    for kind in [WorkFor.own, .client] {
      var walk = Content.embedded.walk(.findFault3)
      walk.beginCall()
      walk.give(kind.rawValue, to: .workFor)
      walk.give(Self.number, to: .reporteeName)
      let letter = CallMessage(walk, code: "1042-KFT", wording).text(.letter)
      let head = String(letter.prefix { $0 != "\n" })
      #expect(kind == .client ? head == to : head.contains(wording("waits.sender")), "\(head)")
      #expect(head.contains(Self.grouped) == (kind == .own), "\(head)")
    }
  }

  @Test(arguments: Language.allCases)
  func `all who act beside the sender can be asked for it`(language: Language) {
    let wording = Wording(.embedded, language)
    for action in Shipped.actions where action.by != .sender {
      #expect(wording.has(action.aloudKey), "\(action.id)")
      if Actor.turnedTo.contains(action.by) { #expect(wording.has(action.tellKey), "\(action.id)") }
    }
  }
}
