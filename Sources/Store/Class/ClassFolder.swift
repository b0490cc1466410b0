import Glibc
package import Model

/// The folder of a class: one file that says how the class stands, one for each seat, and the places that programs hold.
///
/// Whoever leads writes the first, each seat its own, and everybody reads all. Nothing in them tells who somebody is.
package struct ClassFolder: Sendable {
  /// The places of the file of the lock that are no seats.
  enum Place {
    static let lead: Int64 = 0
    /// Held by whoever writes, together with others; alone by whoever ends the class.
    static let writing: Int64 = 1_000
  }

  /// More than any of its files takes, in bytes.
  private static let most = 1 << 20
  /// How long one waits for somebody who ends the class.
  private static let patience = Duration.seconds(2)

  package let location: StoreLocation
  private let folder: HeldFolder

  static let name = "veiviser-class.txt"
  private var file: HeldFile { folder.file(Self.name) }
  private var lock: HeldFile { folder.file("veiviser-class.lock") }
  private func seat(_ number: Int) -> HeldFile { folder.file("veiviser-class-\(number).txt") }

  /// Makes sure of the folder.
  ///
  /// - Parameter making: Whether it is made where there is none.
  package init(_ path: String, making: Bool = false) throws(ClassFailure) {
    let location = StoreLocation(class: path)
    self.location = location
    let files: StoreFiles? = try Self.doing { () throws(StoreFailure) -> StoreFiles? in
      if !making, try FileFacts(at: location.directory) == nil { return nil }
      return try StoreFiles(preparing: location)
    }
    guard let files else { throw .noClass }
    folder = files.folder
    let isOtherwiseUsed = try Self.doing { () throws(StoreFailure) -> Bool in
      if try files.database.exists() { return true }
      return try files.folder.file(TrainingFile.name).exists()
    }
    if isOtherwiseUsed { throw .otherwiseUsed }
  }

  /// The file that says how the class stands.
  package var path: String { file.path }

  // MARK: - The class

  /// Makes a class.
  ///
  /// What is left of one whose days are over is cleared away.
  package func make(_ new: TrainingClass) throws(ClassFailure) {
    if try exists(file) {
      guard let old = try? read(), old.isOver(on: new.made) else { throw .isThere }
    }
    try clear()
    try Self.doing { () throws(StoreFailure) -> Void in
      try lock.make("", mode: location.access.fileMode)
      try put(new.text, in: file)
    }
  }

  /// How the class stands.
  ///
  /// - Parameters:
  ///   - day: The day it is, for a class whose days are over is no more.
  ///   - word: The word it must have.
  package func read(on day: Day? = nil, word: String? = nil) throws(ClassFailure) -> TrainingClass {
    guard try exists(file) else { throw .noClass }
    let text = try Self.doing { () throws(StoreFailure) -> String in
      try file.text(most: Self.most)
    }
    guard let found = TrainingClass(text) else {
      throw TrainingClass.mark.isOfOther(text) ? .otherForm : .broken
    }
    guard day.map(found.isOver) != true else { throw .noClass }
    guard word == nil || found.word == word else { throw .otherWord }
    return found
  }

  /// Ends the class; nothing of it is left.
  package func end() throws(ClassFailure) {
    let isThere = try [exists(file), exists(lock)]
    guard isThere.contains(true) else { throw .noClass }
    try clear()
  }

  /// Removes all there is of a class, while nobody writes.
  private func clear() throws(ClassFailure) {
    let held = try exists(lock) ? placeToWrite(F_WRLCK) : nil
    try Self.doing { () throws(StoreFailure) -> Void in
      // Whoever waits to write finds no class when it is their turn.
      for part in [file] + TrainingClass.seats.map(seat) {
        try part.remove()
        try part.with(".new").remove()
      }
      try lock.remove()
    }
    withExtendedLifetime(held) {}
  }

  // MARK: - Places

  /// Sits down: at a seat, or at one that is drawn among those where nobody has sat.
  ///
  /// - Parameter drawn: The seats in the order in which they are tried.
  /// - Returns: The seat, with what was done there before.
  package func sit(
    at number: Int? = nil,
    word: String,
    on day: Day?,
    drawn: [Int] = TrainingClass.drawnSeats()
  ) throws(ClassFailure) -> HeldSeat {
    let room = try read(on: day, word: word)
    for seat in number.map({ [$0] }) ?? drawn {
      if number == nil, try exists(self.seat(seat)) { continue }
      guard let held = try place(Int64(seat), F_WRLCK) else { continue }
      guard var done = try record(of: seat) else { throw .seatBroken }
      // Whoever comes back begins at the list of exercises.
      done.stand = nil
      let taken = HeldSeat(number: seat, room: room, record: done, held: held, in: self)
      try taken.keep(done)
      return taken
    }
    throw number == nil ? .full : .taken
  }

  /// Takes the lead, which one at a time has.
  package func lead(on day: Day?) throws(ClassFailure) -> HeldLead {
    let room = try read(on: day)
    guard let held = try place(Place.lead, F_WRLCK) else { throw .led }
    return HeldLead(room: room, held: held, in: self)
  }

  /// The seats where somebody sits or has sat, by number.
  func seats() throws(ClassFailure) -> [ClassSeat] {
    guard try exists(lock) else { throw .noClass }
    let descriptor = try Self.doing { () throws(StoreFailure) -> Int32 in try lock.open(O_RDWR) }
    defer { close(descriptor) }
    var found: [ClassSeat] = []
    for number in TrainingClass.seats {
      let facts = try Self.doing { () throws(StoreFailure) -> FileFacts? in
        try seat(number).facts()
      }
      guard let facts else { continue }
      found.append(
        ClassSeat(
          number,
          try record(of: number),
          isTaken: PlaceLock.isTaken(Int64(number), descriptor),
          changed: facts.changed
        )
      )
    }
    return found
  }

  /// What was done at a seat; `nil` where that cannot be read.
  private func record(of number: Int) throws(ClassFailure) -> SeatRecord? {
    guard try exists(seat(number)) else { return SeatRecord() }
    let text = try? seat(number).text(most: Self.most)
    return text.flatMap(SeatRecord.init)
  }

  /// Holds the place of those who write, who wait for each other a while.
  private func placeToWrite(_ kind: Int32) throws(ClassFailure) -> HeldPlace {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      if let held = try place(Place.writing, kind) { return held }
      guard ContinuousClock.now < deadline else { throw .notKept }
      usleep(2_000)
    }
  }

  /// Holds a place until it is let go; `nil` where somebody else has it.
  private func place(_ place: Int64, _ kind: Int32) throws(ClassFailure) -> HeldPlace? {
    let facts = try Self.doing { () throws(StoreFailure) -> FileFacts? in try lock.facts() }
    guard let facts else { throw .noClass }
    // A file with a second name may be one from elsewhere.
    guard facts.kind == .file, facts.names == 1 else { throw .unusable }
    let descriptor = try Self.doing { () throws(StoreFailure) -> Int32 in try lock.open(O_RDWR) }
    let held = HeldPlace(descriptor)
    switch PlaceLock.set(place..<place + 1, kind, descriptor) {
    case 0: return held
    case EAGAIN, EACCES: return nil
    default: throw .unusable
    }
  }

  // MARK: - Writing

  /// Writes a file of the class of a word, which nobody ends meanwhile.
  func write(_ text: String, seat number: Int?, word: String) throws(ClassFailure) {
    let held = try placeToWrite(F_RDLCK)
    defer { withExtendedLifetime(held) {} }
    _ = try read(word: word)
    try Self.doing { () throws(StoreFailure) -> Void in
      try put(text, in: number.map(seat) ?? file)
    }
  }

  /// Nobody sees half of it; that it outlives a power cut is not promised, since each has their own training.
  private func put(_ text: String, in file: HeldFile) throws(StoreFailure) {
    let new = file.with(".new")
    try new.make(text, mode: location.access.fileMode)
    try new.replace(file)
  }

  private func exists(_ file: HeldFile) throws(ClassFailure) -> Bool {
    try Self.doing { () throws(StoreFailure) -> Bool in try file.exists() }
  }

  private static func doing<Value>(
    _ body: () throws(StoreFailure) -> Value
  ) throws(ClassFailure) -> Value {
    do throws(StoreFailure) { return try body() } catch { throw ClassFailure(error) }
  }
}
