import Foundation
import GRDB
package import Model

/// The making of a register from the files that were downloaded.
package struct RegisterImport {
  let inputs: [RegisterInput]
  let withNames: Bool
  let firm: OrganisationNumber?
  let mayShrink: Bool
  /// The day the files are of; `nil` where they tell.
  let day: Day?
  let today: Day?
  let progress: (RegisterProgress) -> Void

  /// - Parameters:
  ///   - withNames: Whether the names of persons and trustees are kept with their roles.
  ///   - firm: The firm whose clients are asked about, if there is one.
  ///   - mayShrink: Whether a file may have far fewer rows than the register that it replaces has of it.
  ///   - day: The day the files are of, or `nil` to go by the moment in each file, or else that of the file.
  ///   - today: The day it is; no file is of a later one.
  ///   - progress: Called again and again.
  package init(
    _ inputs: [RegisterInput],
    withNames: Bool,
    firm: OrganisationNumber?,
    mayShrink: Bool = false,
    day: Day?,
    today: Day?,
    progress: @escaping (RegisterProgress) -> Void
  ) {
    self.inputs = inputs
    self.withNames = withNames
    self.firm = firm
    self.mayShrink = mayShrink
    self.day = day
    self.today = today
    self.progress = progress
  }

  /// Makes the register beside its place, and moves it there when it is whole and on the disk.
  ///
  /// A register that stands there serves until then, and for good when anything goes wrong.
  ///
  /// - Throws: ``RegisterFailure``, or `StoreFailure` about the folder.
  package func make(at location: StoreLocation) throws -> RegisterStatus {
    let files = try StoreFiles(preparing: location)
    guard try !files.isOfTraining() else {
      throw StoreFailure.ofTraining(path: location.directory)
    }
    let target = files.folder.file(RegisterTables.fileName)
    if let facts = try target.facts(), facts.kind != .file {
      throw StoreFailure.inTheWay(path: target.path)
    }
    let mode = location.access.fileMode
    // One that cannot be read has nothing to be held against.
    let old = (try? RegisterFile(at: location))?.status
    // Two that make one at the same time would clear away each other's beginning.
    var made: Result<[RegisterStatus.Source], any Error> = .success([])
    let name = ".veiviser-register-\(geteuid())"
    try StoreLock.holding(
      files.folder.file(RegisterTables.lockName),
      mode: mode,
      seconds: 1,
      waiting: {}
    ) {
      () throws(StoreFailure) in
      try files.folder.withWorkshop(name, for: target.path) { workshop throws(StoreFailure) in
        let file = workshop.file("store")
        try file.make(mode: mode)
        do { made = .success(try fill(file, replacing: old)) } catch { made = .failure(error) }
        guard case .success = made else { return }
        try file.synchronize()
        // What stands there as the journal of the old one would be played back into the new one.
        try target.with("-journal").remove()
        try file.move(to: target)
      }
    }
    do {
      return RegisterStatus(
        path: target.path,
        sources: try made.get(),
        hasNames: withNames,
        firm: firm
      )
    } catch let failure as RegisterFailure {
      throw failure
    } catch {
      throw StoreFailure(error, path: target.path)
    }
  }

  /// A file that lost a tenth of its rows has more likely lost them on the way: units are added every day, and few
  /// are deleted.
  private static let mostLost = 10
  /// Ten wrong digits out of eleven show, so that of numbers damaged at random nine rows in ten would be left out;
  /// one in a hundred lies far from that, and far from the odd error of a register.
  private static let mostSkipped = 100

  private func fill(_ file: HeldFile, replacing old: RegisterStatus?) throws
    -> [RegisterStatus.Source]
  {
    let readers = try inputs.map { try RegisterReader($0.path, named: $0.name) }
    let size = readers.reduce(0) { $0 + $1.size }
    let queue = try file.open(Configuration())
    let sources = try queue.inDatabase { db in
      let writer = try RegisterWriter(db, withNames: withNames, firm: firm)
      var sources: [RegisterStatus.Source] = []
      try db.inTransaction {
        for (input, reader) in zip(inputs, readers) {
          let read = try read(input, reader, into: writer) {
            progress(RegisterProgress(done: readers.reduce(0) { $0 + $1.done }, size: size))
          }
          guard !sources.contains(where: { $0.kind == read.kind }) else {
            throw RegisterFailure.file(named: input.name, .twice)
          }
          guard read.skipped * Self.mostSkipped <= read.rows else {
            throw RegisterFailure.file(named: input.name, .numbers)
          }
          sources.append(
            .init(
              kind: read.kind,
              day: try day(of: reader, input),
              count: read.count,
              skipped: read.skipped
            )
          )
        }
        guard sources.contains(where: { $0.kind == .units }) else {
          throw RegisterFailure.unitsMissing
        }
        try check(sources, against: old)
        try writer.close(sources, in: db)
        return .commit
      }
      return sources
    }
    try queue.close()
    return sources
  }

  /// What was read of a file: which it is, how many units or roles it has, and its rows.
  private struct FileRead {
    var kind: RegisterKind
    var count = 0
    var rows = 0
    var skipped = 0
  }

  /// Refuses a file that looks like the rest of one.
  private func check(_ sources: [RegisterStatus.Source], against old: RegisterStatus?) throws {
    for (input, source) in zip(inputs, sources) {
      let before = old?.sources.first { $0.kind == source.kind }?.count ?? 0
      guard mayShrink || (before - source.count) * Self.mostLost <= before else {
        throw RegisterFailure.smaller(named: input.name, count: source.count, before: before)
      }
    }
  }

  private func day(of reader: RegisterReader, _ input: RegisterInput) throws -> Day {
    guard let day = day ?? reader.made.day, today.map({ day <= $0 }) ?? true else {
      throw RegisterFailure.file(named: input.name, .dayUnknown)
    }
    return day
  }

  /// Reads one file.
  private func read(
    _ input: RegisterInput,
    _ reader: RegisterReader,
    into writer: RegisterWriter,
    step: () -> Void
  ) throws -> FileRead {
    func fault(_ fault: RegisterFailure.Fault) -> RegisterFailure {
      .file(named: input.name, fault)
    }
    var splitter = ArraySplitter()
    var found: FileRead?
    do {
      try reader.read { piece in
        try splitter.take(piece) { object in
          let record = try RegisterRecord(object)
          guard let kind = record.kind else { return }
          guard kind == found?.kind ?? kind else { throw fault(.mixed) }
          guard kind == input.expected ?? kind else { throw fault(.otherKind) }
          var read = found ?? FileRead(kind: kind)
          read.rows += 1
          if record.isImpossible {
            read.skipped += 1
          } else {
            read.count += try writer.add(record, as: kind)
          }
          found = read
        }
        step()
      }
      try splitter.finish()
    } catch let failure as ArraySplitter.Fault {
      switch failure {
      case .notArray: throw fault(.foreign)
      case .malformed: throw fault(.malformed)
      case .tooLarge: throw fault(.tooLarge)
      case .cut: throw fault(.cut)
      }
    } catch is ObjectReader.Malformed {
      // Of what begins with something else it cannot be known what it is.
      throw fault(found == nil ? .foreign : .malformed)
    }
    guard let found else { throw fault(.foreign) }
    return found
  }
}
