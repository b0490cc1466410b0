import Foundation
import Model
import Store
import TestSupport
import Testing

/// The page of statistics in a real browser.
@Suite(.enabled(if: Reliability.isFull)) struct StatisticsPageReliability {
  private static let browser = "/usr/bin/chromium"

  @Test(arguments: Language.allCases)
  func `a browser shows the page as it was written, and misses nothing`(language: Language) throws {
    let folder = try RecordsFolder()
    for place in 0..<60 {
      let agent = AgentID(rawValue: 7)
      let id = try folder.store.begin(CaseDraft(flow: "findFault"), Caller(), by: agent).id
      let closing = Closing(
        CallOutcome(
          edition: .altinn2,
          message: ["E1", "E2", "E6"][place % 3],
          result: DeskResult.allCases[place % 4],
          confirmed: place % 4 == 0 ? .seen : .no
        ),
        Likeness(edition: .altinn2, message: "E2")
      )
      _ = try folder.store.perform(.close(closing), on: id, by: agent)
    }
    let written = try folder.run(
      "desk",
      "stats",
      "--format",
      "html",
      "--language",
      language.rawValue
    ).output
    let page = folder.path + "/page.html"
    try written.write(toFile: page, atomically: false, encoding: .utf8)
    let shown = try Self.shown(page, in: folder.path)
    for part in ["<svg", "<rect", "<text", "<h1>", "<table"] {
      #expect(Self.count(part, in: shown.page) == Self.count(part, in: written), "\(part)")
    }
    #expect(Self.count("<rect", in: written) > 3)
    // What the browser refuses to load or cannot read it tells in its console.
    #expect(!shown.log.contains("CONSOLE"), "\(shown.log)")
    Reliability.report("24 page in a browser, \(language.rawValue)", "1 page as it was written")
  }

  private static func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  /// What the browser makes of a page, and what it tells of it.
  private static func shown(_ page: String, in folder: String) throws -> (page: String, log: String)
  {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let options =
      "--headless --no-sandbox --disable-gpu --enable-logging=stderr --user-data-dir='\(folder)/browser'"
    process.arguments = [
      "-c",
      "exec \(browser) \(options) --dump-dom \"file://$0\" >'\(folder)/dom' 2>'\(folder)/log'",
      page,
    ]
    try process.run()
    process.waitUntilExit()
    return (
      try String(contentsOfFile: folder + "/dom", encoding: .utf8),
      try String(contentsOfFile: folder + "/log", encoding: .utf8)
    )
  }
}
