import Foundation
import Model
import TestSupport
import Testing
import Wording

/// However much the program is given, it takes no more memory and time than what it can use is worth.
@Suite struct BoundsTests {
  @Test(arguments: [(65_535, 65_535), (32_768, 80), (24, 65_535)])
  func `of a window beyond all sense a sane part is used, and nothing typed is lost`(
    size: (Int, Int)
  ) throws {
    let player = try Player()
    player.session.press(.text("1"))
    try player.wait(for: .question("message"))
    player.session.send("Noe helt")
    try player.session.waitFor("Noe helt")
    player.session.resize(columns: size.0, rows: size.1)
    player.session.send(" annet")
    if size.0 >= 60, size.1 >= 18 { try player.session.waitFor("Noe helt annet") }
    player.session.resize(columns: 80, rows: 24)
    try player.session.waitUntil("the small window again") { screen in
      screen.contains("Noe helt annet") && screen.rows[22] == String(repeating: "─", count: 80)
    }
    let most = try #require(ProcessMemory.most(of: player.session.processID))
    #expect(most < 160 << 10, "\(most) kB")
    Reliability.report("21 window of \(size.0)x\(size.1)", "drawn in part; \(most) kB at the most")
  }

  @Test func `of a line without an end no more is held than is kept of it`() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: Executables.veiviser)
    process.arguments = ["--plain", "--store", folder.file("store")]
    process.environment = PtySession.environment
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let given = Reliability.count(32, full: 512)
    let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
    try input.fileHandleForWriting.write(contentsOf: Data("1\n".utf8))
    for _ in 0..<given { try input.fileHandleForWriting.write(contentsOf: piece) }
    let most = try #require(ProcessMemory.most(of: process.processIdentifier))
    try input.fileHandleForWriting.write(contentsOf: Data("\n.\nq\n".utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(most < 64 << 10, "\(most) kB")
    Reliability.report("21 line without an end", "\(given) MiB in one line; \(most) kB at the most")
  }

  @Test func `of two copies made at once to one name one is made whole, and the other is told why`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = folder.file("store")
    #expect(try Run(["case", "list", "--store", store]).status == 0)
    var made = 0
    for round in 0..<Reliability.count(3, full: 50) {
      let copy = folder.file("copy\(round)")
      let both = try (0..<2).map { _ in
        let process = Process()
        process.executableURL = URL(filePath: Executables.veiviser)
        process.arguments = ["store", "backup", copy, "--store", store]
        process.environment = PtySession.environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = Pipe()
        try process.run()
        return process
      }
      for process in both { process.waitUntilExit() }
      let told = both.map { process in
        let pipe = process.standardError as? Pipe
        return String(decoding: pipe?.fileHandleForReading.availableData ?? Data(), as: UTF8.self)
      }
      #expect(both.map(\.terminationStatus).sorted() == [0, 65], "\(told)")
      #expect(
        told.joined()
          == Reader(.bokmal).wording(
            "store.failure.inTheWay",
            ["path": Reader(.bokmal).wording("input.file")]
          ).capitalisedFirst + "\n"
      )
      let other = folder.file("other\(round)")
      #expect(try Run(["store", "restore", copy, "--store", other]).status == 0)
      #expect(try Run(["store", "check", "--store", other]).status == 0)
      made += 1
    }
    // Beside the copies nothing is left.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix(".") })
    Reliability.report(
      "21 two copies at once",
      "\(made) times two to one name; one whole, one told why"
    )
  }
}
