import Foundation
import GRDB
package import Model

/// The making of a register from the files that were downloaded.
package struct RegisterImport {
  let inputs: [RegisterInput]
  let withNames: Bool
  /// The day the files are of; `nil` where they tell.
  let day: Day?
  let today: Day?
  let progress: (RegisterProgress) -> Void

  /// - Parameters:
  ///   - withNames: Whether the names of persons and trustees are kept with their roles.
  ///   - day: The day the files are of, or `nil` to go by the moment in each file, or else that of the file.
  ///   - today: The day it is; no file is of a later one.
  ///   - progress: Called again and again.
  package init(
    _ inputs: [RegisterInput],
    withNames: Bool,
    day: Day?,
    today: Day?,
    progress: @escaping (RegisterProgress) -> Void
  ) {
    self.inputs = inputs
    self.withNames = withNames
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
      let isThere = try files.folder.file(name).exists()
      try files.folder.withWorkshop(name, isThere: isThere) { workshop throws(StoreFailure) in
        let file = workshop.file("store")
        try file.make(mode: mode)
        do { made = .success(try fill(file)) } catch { made = .failure(error) }
        guard case .success = made else { return }
        try file.synchronize()
        try file.move(to: target)
      }
    }
    do {
      return RegisterStatus(path: target.path, sources: try made.get(), hasNames: withNames)
    } catch let failure as RegisterFailure {
      throw failure
    } catch {
      throw StoreFailure(error, path: target.path)
    }
  }

  private func fill(_ file: HeldFile) throws -> [RegisterStatus.Source] {
    let readers = try inputs.map { try RegisterReader($0.path, named: $0.name) }
    let size = readers.reduce(0) { $0 + $1.size }
    let queue = try file.open(Configuration())
    let sources = try queue.inDatabase { db in
      let writer = try RegisterWriter(db, withNames: withNames)
      var sources: [RegisterStatus.Source] = []
      try db.inTransaction {
        for (input, reader) in zip(inputs, readers) {
          let (kind, count) = try read(input, reader, into: writer) {
            progress(RegisterProgress(done: readers.reduce(0) { $0 + $1.done }, size: size))
          }
          guard !sources.contains(where: { $0.kind == kind }) else {
            throw RegisterFailure.file(named: input.name, .twice)
          }
          sources.append(.init(kind: kind, day: try day(of: reader, input), count: count))
        }
        guard sources.contains(where: { $0.kind == .units }) else {
          throw RegisterFailure.unitsMissing
        }
        try writer.close(sources, in: db)
        return .commit
      }
      return sources
    }
    try queue.close()
    return sources
  }

  private func day(of reader: RegisterReader, _ input: RegisterInput) throws -> Day {
    guard let day = day ?? reader.made.day, today.map({ day <= $0 }) ?? true else {
      throw RegisterFailure.file(named: input.name, .dayUnknown)
    }
    return day
  }

  /// Reads one file.
  ///
  /// - Returns: Which file it is, and how many units or roles it has.
  private func read(
    _ input: RegisterInput,
    _ reader: RegisterReader,
    into writer: RegisterWriter,
    step: () -> Void
  ) throws -> (RegisterKind, Int) {
    func fault(_ fault: RegisterFailure.Fault) -> RegisterFailure {
      .file(named: input.name, fault)
    }
    var splitter = ArraySplitter()
    var kind: RegisterKind?
    var count = 0
    do {
      try reader.read { piece in
        try splitter.take(piece) { object in
          let record = try RegisterRecord(object)
          if let found = record.kind {
            guard found == kind ?? found else { throw fault(.mixed) }
            guard found == input.expected ?? found else { throw fault(.otherKind) }
            kind = found
            count += try writer.add(record, as: found)
          }
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
      throw fault(kind == nil ? .foreign : .malformed)
    }
    guard let kind else { throw fault(.foreign) }
    return (kind, count)
  }
}
