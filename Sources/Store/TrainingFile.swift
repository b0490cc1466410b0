package import Model

/// The file that keeps what was done in training: no store of cases, and in a folder of its own.
///
/// It is known by its first line as a store of cases is by its application id, and neither opens the other's
/// folder.
package struct TrainingFile: Sendable {
  static let name = "veiviser-training.txt"
  /// More than any record takes, in bytes.
  private static let most = 1 << 20
  /// How many seconds one waits for another window that keeps something.
  private static let patience = 2.0

  private let files: StoreFiles
  private var file: HeldFile { files.folder.file(Self.name) }
  private var lock: HeldFile { files.folder.file("veiviser-training.lock") }

  /// Makes sure of the folder.
  ///
  /// - Throws: `StoreFailure.ofCases` where a store of cases lies there, `.ofClass` where a class does, and what a
  ///   folder is refused for.
  package init(at location: StoreLocation) throws(StoreFailure) {
    files = try StoreFiles(preparing: location)
    guard try !files.database.exists() else { throw .ofCases(path: location.directory) }
    guard try !files.folder.file(ClassFolder.name).exists() else {
      throw .ofClass(path: location.directory)
    }
  }

  /// What was done; nothing where nothing was kept yet.
  ///
  /// - Throws: `StoreFailure.notTraining` where the file is none of training's, and `.otherTraining` where another version
  ///   of the program wrote it; it is left as it is.
  package func read() throws(StoreFailure) -> TrainingRecord {
    guard let facts = try file.facts() else { return TrainingRecord() }
    guard facts.kind == .file else { throw .notTraining(path: file.path) }
    let text = try file.text(most: Self.most)
    guard let record = TrainingRecord(text) else {
      let isOfOther = TrainingRecord.mark.isOfOther(text)
      throw isOfOther ? .otherTraining(path: file.path) : .notTraining(path: file.path)
    }
    return record
  }

  /// Keeps one more thing that was done, on top of what is kept by then; other windows may have kept more meanwhile,
  /// or deleted all of it.
  ///
  /// - Parameter isWanted: Whether it is to be kept, by what is kept before; where it is not, the file stays as it is.
  /// - Returns: What was kept before, `nil` where there was nothing, and what is kept now.
  package func keep(
    _ change: TrainingChange,
    where isWanted: (TrainingRecord?) -> Bool = { _ in true }
  ) throws(StoreFailure) -> (before: TrainingRecord?, after: TrainingRecord) {
    try alone { () throws(StoreFailure) -> (before: TrainingRecord?, after: TrainingRecord) in
      let before: TrainingRecord? = try file.exists() ? read() : nil
      var after = before ?? TrainingRecord()
      guard isWanted(before) else { return (before, after) }
      after.take(change)
      try write(after)
      return (before, after)
    }
  }

  /// Keeps this and nothing else; when it returns that is on the disk, whole.
  package func write(_ record: TrainingRecord) throws(StoreFailure) {
    let new = file.with(".new")
    try new.make(record.text, mode: StoreAccess.own.fileMode)
    try new.synchronize()
    try new.move(to: file)
  }

  /// Deletes all that was kept, by another version of the program too.
  package func forget() throws(StoreFailure) {
    try alone { () throws(StoreFailure) -> Void in
      do throws(StoreFailure) {
        _ = try read()
      } catch {
        guard case .otherTraining = error else { throw error }
      }
      try file.remove()
    }
  }

  /// Does something while no other window reads to write.
  private func alone<Value>(
    _ body: () throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    do throws(StoreFailure) {
      return try StoreLock.holding(
        lock,
        mode: StoreAccess.own.fileMode,
        seconds: Self.patience,
        waiting: {},
        body
      )
    } catch {
      // Something was to be kept.
      if case .held(let path) = error { throw .busy(path: path) }
      throw error
    }
  }
}
