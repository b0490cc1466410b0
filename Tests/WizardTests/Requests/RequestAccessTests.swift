import Foundation
import Model
import Screens
import TestSupport
import Testing

/// A request on a terminal and line by line, from home to its receipt and its record.
@Suite struct RequestAccessTests {
  let folder: RecordsFolder

  init() throws { folder = try RecordsFolder() }

  private func start(
    _ walk: RequestWalk,
    columns: Int = 80,
    rows: Int = 24
  ) throws -> PtySession {
    let session = try folder.session(
      ["--language", walk.wording.language.rawValue],
      columns: columns,
      rows: rows
    )
    try session.waitFor(walk.wording("home.resume"))
    return session
  }

  /// Answers some of the screens; the last one is only waited for.
  private func answer(_ screens: ArraySlice<RequestWalk.Screen>, on session: PtySession) throws {
    for screen in screens {
      try session.waitFor(screen.question)
      for key in screen.keys { try press(key, on: session) }
    }
  }

  /// Presses a key and waits for what comes of it: what is typed faster than anybody types counts as
  /// pasted, line breaks and all.
  private func press(_ keys: PtyKey..., on session: PtySession) throws {
    for key in keys {
      let before = session.screen
      session.press(key)
      if case .text(let text) = key, text.count > 1 { try session.waitFor(text) }
      try session.waitUntil("an answer to a key") { now in
        now.text != before.text || now.cursorRow != before.cursorRow
          || now.cursorColumn != before.cursorColumn
      }
    }
  }

  private var request: Case { get throws { try folder.store.load(CaseID(rawValue: 1001)) } }

  private func file(_ name: String) throws -> String {
    try String(contentsOfFile: folder.files + "/" + name, encoding: .utf8)
  }

  @Test(arguments: Language.allCases, [(80, 24), (60, 18)])
  func `a request is made, waits, and is due on its day`(
    language: Language,
    size: (columns: Int, rows: Int)
  ) throws {
    let walk = RequestWalk(language)
    let session = try start(walk, columns: size.columns, rows: size.rows)
    session.press(walk.start)
    try answer(walk.asking[...], on: session)
    session.press(.enter)
    try session.waitFor(walk.wording("home.resume"))
    // The end of the program waits for the disk.
    session.press(.escape)
    try session.waitFor(walk.wording("leave.title"))
    session.press(.right, .enter)
    try session.waitForExit()
    let kept = try request
    #expect(kept.status == .waiting)
    #expect(kept.content.answer(in: "request.ownerNumber")?.value == "310043214")
    let day = try #require(Day("2026-11-30"))
    #expect(try folder.store.due(on: day).map(\.id) == [kept.id])
  }

  @Test func `killed on any screen, the request goes on there`() throws {
    let walk = RequestWalk(.bokmal)
    let screens = walk.asking
    for last in screens.indices.dropFirst() {
      let folder = try RecordsFolder()
      let first = try folder.session(["--language", "nb"])
      try first.waitFor(walk.wording("home.resume"))
      first.press(walk.start)
      try answer(screens[..<last], on: first)
      try first.waitFor(screens[last].question)
      try first.waitFor(walk.wording("header.saved"))
      first.signal(SIGKILL)
      try first.waitForExit()
      let second = try folder.session(["--language", "nb"])
      try second.waitFor(walk.wording("home.resume"))
      second.press(.text("\(Flow.all.count + 1)"))
      try second.waitFor("1001")
      second.press(.enter)
      try second.waitFor(screens[last].question)
      // Going back loses nothing, and the same answer leads on again.
      second.press(.escape)
      try second.waitUntil { !$0.contains(screens[last].question) }
      #expect(try folder.store.load(CaseID(rawValue: 1001)).content.answers.count >= last - 3)
    }
  }

  @Test(arguments: Language.allCases)
  func `a wrong line is refused with a reason, and nothing of it is lost`(language: Language)
    throws
  {
    let walk = RequestWalk(language)
    let session = try start(walk)
    session.press(walk.start)
    let screens = walk.asking
    try answer(screens[..<7], on: session)
    try session.waitFor(screens[7].question)
    try press(.tab, on: session)
    for (number, key) in [
      ("912345678", "wrongControlDigit"), ("41814061033", "nationalIdentityNumber"),
    ] {
      try press(.text(number), .enter, on: session)
      let words = walk.wording("identifier.organisation.\(key)").prefix(30)
      try session.waitFor("✗ " + words)
      #expect(session.screen.contains(number))
      for _ in number { try press(.backspace, on: session) }
    }
    try press(.backTab, on: session)
    try answer(screens[7...7], on: session)
    try session.waitFor(screens[8].question)
    try press(.tab, .text("31.13.2026"), .enter, on: session)
    try session.waitFor("✗ " + walk.wording("line.date.unreadable").prefix(20))
    #expect(session.screen.contains("31.13.2026"))
  }

  @Test(arguments: Language.allCases)
  func `the letter is saved for its owner alone and offered to the clipboard`(language: Language)
    throws
  {
    let walk = RequestWalk(language)
    let session = try start(walk)
    session.press(walk.start)
    try answer(walk.asking[..<11], on: session)
    try session.waitFor(walk.wording("letter.save"))
    session.mark()
    session.press(.left, .enter)
    try session.waitFor("✓")
    let bytes = session.rawBytes
    session.press(.left, .enter)
    try session.waitFor("veiviser-brev-1001.txt")
    let letter = try file("veiviser-brev-1001.txt")
    #expect(letter.contains("NORDLYS AS") && letter.contains("Kari Nordmann"))
    let sent = "\u{1B}]52;c;" + Data(letter.utf8).base64EncodedString()
    #expect(String(decoding: bytes, as: UTF8.self).contains(sent))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.files + "/veiviser-brev-1001.txt"
    )
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    session.press(.enter)
    try session.waitFor("veiviser-brev-1001-2.txt")
    #expect(try file("veiviser-brev-1001.txt") == letter)
  }

  @Test(arguments: Language.allCases)
  func `line by line the same request is made and its letter written`(language: Language) throws {
    let walk = RequestWalk(language)
    let run = try folder.run(
      "--plain",
      "--language",
      language.rawValue,
      input: walk.plainLines.joined(separator: "\n") + "\n"
    )
    #expect(run.output.contains("FJELL REGNSKAP AS"), "\(run.output)")
    #expect(run.output.contains(walk.wording("identifier.organisation.wrongControlDigit")))
    #expect(run.output.contains(walk.wording("line.date.unreadable")))
    #expect(!run.output.contains(walk.wording("letter.copy") + "\n"))
    #expect(try file("veiviser-brev-1001.txt").contains("NORDLYS AS"))
    #expect(try request.status == .waiting, "\(run.output)")
  }

  @Test func `identity numbers, passwords and codes are nowhere, wherever they were typed`() throws
  {
    let walk = RequestWalk(.bokmal)
    let secret = "41814061033"
    let lines = walk.plainLines.map { line in
      line.contains(where: \.isLetter) && line.count > 6 && !line.hasPrefix("RF")
        ? "\(line) \(secret)" : line
    }
    let run = try folder.run(
      "--plain",
      "--language",
      "nb",
      input: lines.joined(separator: "\n") + "\n"
    )
    #expect(!run.output.contains(secret))
    #expect(try !file("veiviser-brev-1001.txt").contains(secret))
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in files {
      guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else {
        continue
      }
      #expect(data.range(of: Data(secret.utf8)) == nil, "\(name)")
    }
    #expect(try request.content.answer(in: "request.person")?.value == "Kari Nordmann [fnr]")
  }

  // MARK: - From a conclusion, and back to it

  @Test(arguments: Language.allCases)
  func `a request begun from a conclusion leads back to be checked again`(language: Language)
    throws
  {
    var draft = CaseDraft(flow: Flow.findFault.id, step: "tasks", title: "NORDLYS AS")
    for (field, value) in [
      ("message", "E1"), ("reportee.kind", "organisation"), ("reportee.name", "NORDLYS AS"),
      ("service", "rf0002"), ("person.right", "no"), ("person.anyRole", "no"),
    ] { draft.give(Answer(value, source: .told), in: field) }
    _ = try folder.store.create(draft)
    let walk = RequestWalk(language)
    let wording = walk.wording
    let session = try start(walk)
    session.press(.text("\(Flow.all.count + 1)"))
    try session.waitFor("1001")
    session.press(.enter)
    try session.waitFor(wording("tasks.about").prefix(20).description)
    session.press(.enter)
    // All that is known is filled in, so that Enter leads through it.
    var passed = 0
    while !session.screen.contains(wording("question.request.person.title")), passed < 8 {
      let before = session.screen.text
      session.press(.enter)
      try session.waitUntil { $0.text != before }
      passed += 1
    }
    try press(.text("Kari"), .enter, on: session)
    let kept = { try folder.store.load(CaseID(rawValue: 1002)) }
    for screen in walk.asking where screen.question == walk.asking[8].question {
      try session.waitFor(screen.question)
    }
    #expect(try kept().content.answer(in: "request.to")?.value == "person")
    #expect(try kept().content.answer(in: "origin.case")?.value == "1001")
    #expect(try kept().content.answer(in: "service")?.value == "rf0002")
  }

  @Test(arguments: Language.allCases)
  func `a request that is granted closes and opens the case it came from`(language: Language)
    throws
  {
    _ = try folder.store.create(CaseDraft(flow: Flow.findFault.id, step: "receipt"))
    var draft = CaseDraft(flow: Flow.requestAccess.id, status: .waiting, step: "receipt")
    for (field, value) in [
      ("request.side", "asks"), ("reportee.kind", "organisation"), ("request.what", "role"),
      ("request.state", "sent"),
    ] { draft.give(Answer(value, source: .told), in: field) }
    draft.give(Answer("1001", source: .derived), in: "origin.case")
    _ = try folder.store.create(draft)
    let walk = RequestWalk(language)
    let wording = walk.wording
    let session = try start(walk)
    session.press(.text("\(Flow.all.count + 1)"))
    try session.waitFor("1002")
    session.press(.text("1002"))
    try session.waitUntil { !$0.contains("1001") }
    session.press(.enter)
    try session.waitFor(wording("request.change"))
    session.press(.left, .enter)
    try session.waitFor(walk.asking[12].question)
    session.press(.text("4"))
    try session.waitFor(walk.asking[13].question)
    try press(.enter, .enter, on: session)
    let granted = wording("step.requestAccess.granted").prefix { $0 != "\n" }
    try session.waitFor(String(granted))
    session.press(.enter)
    try session.waitFor(walk.asking[15].question)
    session.press(.enter)
    try session.waitFor(wording("request.back"))
    session.press(.enter)
    try session.waitFor(wording("button.checkAgain"))
    #expect(try folder.store.load(CaseID(rawValue: 1002)).status == .closed)
  }
}
