import Foundation
import Model
import Store
import TestSupport
import Testing

/// The folder of a class: what is in it, who may write what, and that nothing is left.
@Suite struct ClassFolderTests {
  private let temporary: TemporaryFolder
  private let path: String
  private static let day = Day("2026-12-01")

  init() throws {
    temporary = try TemporaryFolder()
    path = temporary.file("class")
  }

  private func made(_ word: String = "ULV-48", on day: String = "2026-12-01", varied: Bool = false)
    throws -> TrainingClass
  {
    let exercises: [(edition: PortalEdition, name: String)] = [(.altinn2, "6"), (.altinn3, "L2")]
    return TrainingClass(word, exercises, isVaried: varied, on: try #require(Day(day)))
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test func `a class and a seat are read as they were written, and nothing else is`() throws {
    var room = try made(varied: true)
    room.goOn()
    room.isPaused = true
    room.meet(Happening("away", .accessManager))
    room.meet(Happening("mustGo"))
    room.help(3, in: room.call(1, for: 3), after: 4)
    room.help(3, in: room.call(1, for: 3), after: 4)
    #expect(TrainingClass(room.text) == room)
    #expect(room.hint(for: 3, in: room.call(1, for: 3), after: 4) == 2)
    #expect(room.hint(for: 3, in: room.call(1, for: 3), after: 5) == nil)
    #expect(
      room.events(in: room.call(1, for: 9)).map(\.description) == ["away:accessManager", "mustGo"]
    )
    #expect(room.events(in: room.call(0, for: 9)).isEmpty)
    var seat = SeatRecord()
    seat.keep(room.call(1, for: 3), [])
    seat.keep(
      room.call(1, for: 3),
      [.ask("message", .clear), .event(Happening("away", .accessManager))]
    )
    seat.keep(room.call(1, for: 3), [.readBack])
    seat.isHandUp = true
    #expect(seat.stand == .first && SeatRecord(seat.text) == seat)
    seat.stand = SeatRecord.Stand(page: "tone:system.locked", focus: "clear", top: 3)
    #expect(SeatRecord(seat.text) == seat && seat.calls.map(\.acts.count) == [2, 1])
    for text in [
      "", "VEIK 2\n", room.text.replacing("VEIK 2", with: "VEIK 1"),
      room.text.replacing("at 1", with: "at 2"), room.text.replacing("at 1", with: "\u{20}\nat 1"),
      room.text.replacing("altinn2/6/ULV-48", with: "altinn2/6/REV-48"),
      // A call of another version there is none of any more.
      room.text.replacing("play v4/", with: "play "),
      room.text + "name Kari\n", room.text.replacing("varied", with: "Kari"),
    ] { #expect(TrainingClass(text) == nil, "\(text)") }
    for text in [
      "", "VEIP 2", "VEIP 1\n", "VEIP 2\nname Kari\n", "VEIP 2\ncall altinn2/6/ULV nothing\n",
      "VEIP 2\ncall\n", "VEIP 2\nat acts\n", "VEIP 2\nat acts - 0 -1\n",
    ] { #expect(SeatRecord(text) == nil, "\(text)") }
  }

  @Test func `a seat is somebody's until they go, and it is theirs to come back to`() throws {
    let folder = try ClassFolder(path, making: true)
    try folder.make(try made())
    let order = Array(TrainingClass.seats)
    var first: HeldSeat? = try folder.sit(word: "ULV-48", on: Self.day, drawn: order)
    let second = try folder.sit(word: "ULV-48", on: Self.day, drawn: order)
    #expect(first?.number == 1 && second.number == 2)
    #expect(throws: ClassFailure.taken) {
      _ = try folder.sit(at: 1, word: "ULV-48", on: Self.day)
    }
    #expect(throws: ClassFailure.otherWord) { _ = try folder.sit(word: "REV-11", on: Self.day) }
    var record = SeatRecord()
    record.keep(ScenarioID(.altinn2, "6", seed: "ULV-48"), [.readBack])
    try first?.keep(record)
    first = nil
    // Whoever comes back begins at the list of exercises.
    record.stand = nil
    // Somebody else gets a seat where nobody has sat.
    #expect(try folder.sit(word: "ULV-48", on: Self.day, drawn: order).number == 3)
    #expect(try folder.sit(at: 1, word: "ULV-48", on: Self.day).record == record)
    let lead = try folder.lead(on: Self.day)
    #expect(throws: ClassFailure.led) { _ = try folder.lead(on: Self.day) }
    let seats = try lead.seats()
    #expect(seats.map(\.number) == [1, 2, 3] && seats.map(\.isTaken) == [false, true, false])
    #expect(seats[0].record == record)
    var room = lead.room
    room.isPaused = true
    try lead.say(room)
    #expect(try folder.read() == room)
    withExtendedLifetime(second) {}
  }

  @Test func `seats are drawn, so that who came first sits anywhere, thirty of them first`() throws
  {
    let folder = try ClassFolder(path, making: true)
    try folder.make(try made())
    let seats = try (1...32).map { _ in try folder.sit(word: "ULV-48", on: Self.day) }
    let numbers = seats.map(\.number)
    #expect(numbers != numbers.sorted() && Set(numbers).count == 32, "\(numbers)")
    #expect(Set(numbers.prefix(30)) == Set(1...30) && numbers.suffix(2).allSatisfy { $0 > 30 })
    withExtendedLifetime(seats) {}
  }

  @Test func `after the end nothing is left, and nothing comes back`() throws {
    let folder = try ClassFolder(path, making: true)
    try folder.make(try made())
    #expect(throws: ClassFailure.isThere) { try folder.make(try made("REV-11")) }
    let seat = try folder.sit(word: "ULV-48", on: Self.day)
    let lead = try folder.lead(on: Self.day)
    #expect(!names.isEmpty)
    try folder.end()
    #expect(names.isEmpty)
    #expect(throws: ClassFailure.noClass) { try seat.keep(SeatRecord()) }
    #expect(throws: ClassFailure.noClass) { try lead.say(lead.room) }
    #expect(throws: ClassFailure.noClass) { try folder.end() }
    #expect(throws: ClassFailure.noClass) { _ = try folder.sit(word: "ULV-48", on: Self.day) }
    #expect(names.isEmpty)
    // Nor is anything written in the next class.
    try folder.make(try made("REV-11"))
    #expect(throws: ClassFailure.otherWord) { try seat.keep(SeatRecord()) }
    #expect(names == ["veiviser-class.lock", "veiviser-class.txt"])
  }

  @Test func `a class is over after seven days, and gives way to a new one`() throws {
    let folder = try ClassFolder(path, making: true)
    try folder.make(try made())
    _ = try folder.sit(word: "ULV-48", on: Day("2026-12-08"))
    let late = Day("2026-12-09")
    #expect(throws: ClassFailure.noClass) { _ = try folder.sit(word: "ULV-48", on: late) }
    #expect(throws: ClassFailure.noClass) { _ = try folder.lead(on: late) }
    try folder.make(try made("REV-11", on: "2026-12-09"))
    #expect(names == ["veiviser-class.lock", "veiviser-class.txt"])
  }

  @Test func `what cannot be read is refused and left as it is`() throws {
    #expect(throws: ClassFailure.noClass) { _ = try ClassFolder(path) }
    let folder = try ClassFolder(path, making: true)
    try folder.make(try made())
    try temporary.write("VEIP 2\ncall nonsense\n", to: "class/veiviser-class-1.txt")
    #expect(throws: ClassFailure.seatBroken) {
      _ = try folder.sit(at: 1, word: "ULV-48", on: Self.day)
    }
    #expect(try folder.lead(on: Self.day).seats().map(\.record) == [nil])
    try temporary.write("no class", to: "class/veiviser-class.txt")
    #expect(throws: ClassFailure.broken) { _ = try folder.sit(word: "ULV-48", on: Self.day) }
    #expect(throws: ClassFailure.isThere) { try folder.make(try made()) }
    try folder.end()
    #expect(names.isEmpty)
  }

  @Test func `a class of another version is told to be one, and can be ended`() throws {
    let folder = try ClassFolder(path, making: true)
    for form in ["1", "3"] {
      try folder.make(try made())
      let other = try folder.read().text.replacing("VEIK 2", with: "VEIK \(form)")
      try temporary.write(other, to: "class/veiviser-class.txt")
      #expect(throws: ClassFailure.otherForm) {
        _ = try folder.sit(word: "ULV-48", on: Self.day)
      }
      #expect(throws: ClassFailure.otherForm) { _ = try folder.lead(on: Self.day) }
      #expect(throws: ClassFailure.isThere) { try folder.make(try made()) }
      try folder.end()
      #expect(names.isEmpty)
    }
  }

  @Test func `no folder serves two purposes, and links are not followed`() throws {
    func open(_ path: String) throws {
      _ = try SQLiteStore.open(
        at: StoreLocation(directory: path),
        now: { Timestamp(rawValue: 0) },
        redact: { text, _ in text }
      )
    }
    try FileManager.default.createDirectory(
      atPath: path,
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700]
    )
    let folder = try ClassFolder(path)
    try folder.make(try made())
    #expect(throws: StoreFailure.ofTraining(path: path)) { try open(path) }
    #expect(throws: StoreFailure.ofClass(path: path)) {
      _ = try TrainingFile(at: StoreLocation(directory: path))
    }
    let (cases, training) = (temporary.file("cases"), temporary.file("training"))
    try open(cases)
    #expect(throws: ClassFailure.otherwiseUsed) { _ = try ClassFolder(cases) }
    try TrainingFile(at: StoreLocation(directory: training)).write(TrainingRecord())
    #expect(throws: ClassFailure.otherwiseUsed) { _ = try ClassFolder(training) }
    let link = temporary.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: ClassFailure.unusable) { _ = try ClassFolder(link) }
    let outside = try temporary.write("precious", to: "outside.txt")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/veiviser-class-1.txt",
      withDestinationPath: outside
    )
    #expect(throws: ClassFailure.seatBroken) {
      _ = try folder.sit(at: 1, word: "ULV-48", on: Self.day)
    }
    try folder.end()
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == "precious")
  }

  @Test func `no file tells who somebody is, and those of a group are its alone`() throws {
    let folder = try ClassFolder(path, making: true)
    try folder.make(try made())
    let seat = try folder.sit(word: "ULV-48", on: Self.day)
    for name in names {
      let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
      #expect(!text.contains(NSUserName()) && !text.contains("\(getuid()) "), "\(name): \(text)")
      let mode = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      #expect(mode[.posixPermissions] as? Int == 0o660, "\(name)")
    }
    // What a class and a seat say of themselves is all there is.
    let room = try folder.read()
    let texts = try names.map { try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8) }
    #expect(Set(texts) == ["", room.text, SeatRecord().text] && texts.count == 3)
    withExtendedLifetime(seat) {}
  }

  @Test func `who writes while the class ends leaves nothing behind`() async throws {
    for round in 1...20 {
      let folder = try ClassFolder(path, making: true)
      try folder.make(try made())
      let seats = try (1...6).map { _ in try folder.sit(word: "ULV-48", on: Self.day) }
      let ended = await withTaskGroup(of: Bool.self) { group in
        for seat in seats {
          group.addTask {
            var record = SeatRecord()
            for _ in 1...40 {
              record.isHandUp.toggle()
              guard (try? seat.keep(record)) != nil else { break }
            }
            return true
          }
        }
        group.addTask { (try? folder.end()) != nil }
        return await group.allSatisfy { $0 }
      }
      #expect(ended && names.isEmpty, "\(round): \(names)")
    }
  }
}
