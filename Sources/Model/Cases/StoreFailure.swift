/// Why the store could not be opened, read or written.
///
/// The words for it are in `texts/*/common/store.json`.
///
/// Nothing has been changed on disk when one is thrown, unless its own description says otherwise.
package enum StoreFailure: Error, Equatable, Sendable {
  /// Neither `--store`, `XDG_STATE_HOME` nor `HOME` says where to keep anything.
  case homeUnset
  /// `HOME` does not begin with a slash.
  case homeRelative(path: String)
  /// `HOME` names a folder that is not there.
  case homeMissing(path: String)
  /// `--store` was given without a folder.
  case locationEmpty
  /// Something that is not a folder stands where the folder should be.
  case notDirectory(path: String)
  /// A symbolic link stands in the place; somebody could point it elsewhere.
  case link(path: String)
  /// The folder or file belongs to another user.
  case foreignOwner(path: String, owner: UInt32)
  /// Other users may write in the folder and so replace what is in it.
  case openToOthers(path: String, mode: UInt32)
  /// The folder is one that a group shares, and was not asked for as such.
  case shared(path: String)
  /// The folder was asked for as a group's and is not one.
  case notShared(path: String, mode: UInt32)
  /// The folder that a group's folder should be made in is not there.
  case folderMissing(path: String)
  /// There is no store to look at.
  case noStore(path: String)
  /// There is no copy to take the store from.
  case noCopy(path: String)
  /// What was given as a copy is damaged or no store.
  case copyUnusable(path: String)
  /// The copy may not be read.
  case copyUnreadable(path: String)
  /// What was given as a copy is a link.
  case copyLink(path: String)
  /// A copy was to be made, and was given no name: nothing at all, or a folder.
  case copyUnnamed
  /// A copy could not be made where it was to be; the store is as it was.
  case copyNotMade(path: String, why: CopyObstacle)
  /// Something stands where a copy should be put, and is not written over.
  case inTheWay(path: String)
  /// A folder, pipe or device stands where the file should be.
  case notFile(path: String)
  /// The folder or file may not be written.
  case notWritable(path: String)
  /// The file is of no length, which a store never is.
  case empty(path: String)
  /// The file belongs to another program.
  case notStore(path: String)
  /// The folder is training's, which keeps no cases.
  case ofTraining(path: String)
  /// The folder keeps cases, which training never touches.
  case ofCases(path: String)
  /// The folder is a class's, in which nobody's own training is kept.
  case ofClass(path: String)
  /// The file was not written by training.
  case notTraining(path: String)
  /// The file was written by training of another version of the program.
  case otherTraining(path: String)
  /// The store is damaged.
  case damaged(path: String, what: StoreDamage)
  /// A newer version of the program has changed the shape of the store.
  case newer(path: String)
  /// The SQLite of the machine is too old.
  case sqliteTooOld(version: String)
  /// SQLite did not take a setting that the safety of the store rests on.
  case settingRefused(path: String, name: String, found: String)
  /// The copy before a change of shape could not be made, so nothing was changed.
  case backupFailed(path: String)
  /// The change of shape failed; the store is as before, and a copy of it stands beside it.
  case migrationFailed(path: String)
  /// The file was moved or deleted while the program ran; what is on the screen is not saved.
  case vanished(path: String)
  /// Another program has held the store for as long as one can wait; what is on the screen is not saved.
  case busy(path: String)
  /// The same, where nothing was to be saved.
  case held(path: String)
  /// A search has more words, or a longer one, than are looked for.
  case searchTooLong
  /// The disk or quota is full; what is on the screen is not saved.
  case full(path: String)
  /// The machine could not read or write; the code is SQLite's or the system's.
  case inputOutput(path: String, code: Int32)
  /// Something was to be saved that the schema forbids.
  case refused(path: String)
  /// The case has been saved by somebody else since it was read.
  case conflict(current: Case)
  /// The case cannot be read, because the file is damaged in that place; others can.
  case unreadable(CaseID)
  /// There is no such case, or no longer.
  case noSuchCase(CaseID)
  /// No server answers; what is on the screen is not saved.
  case unreachable(path: String)
  /// The server does not prove that it is the one that was meant.
  case untrusted(path: String)
  /// The server does not let the person in.
  case signInRefused(path: String)
  /// The connection broke while something was saved, and nobody can tell whether it is.
  case outcomeUnknown(path: String)
  /// The person has no right to it on the server.
  case denied(path: String)
  /// There is no store on the server, or not in that database.
  case notSetUp(path: String)
  /// The store on the server has a shape of before this version.
  case outdated(path: String)
  /// A password stands in the address, where others can read it.
  case passwordGiven(path: String)
  /// The address of the server cannot be read.
  case addressUnusable(path: String)
  /// This program was built without stores on servers.
  case withoutServers(path: String)
  /// What was asked for is done with files, and the store is on a server.
  case notOnServer(path: String)
  /// The store to copy to keeps something already.
  case notEmpty(path: String)
  /// The trail of the store to copy does not fit, so nobody could tell afterwards where it was changed.
  case unsound(path: String)
  /// What was copied is not the same when it is read back; nothing of it is kept.
  case copyDiffers(path: String)
  /// The cases are deleted, but traces may be left in the file until the next deletion.
  case tracesLeft(path: String)
}

/// In what way a store is damaged.
package enum StoreDamage: String, CaseIterable, Codable, Sendable {
  /// SQLite finds the file malformed, cut short for instance.
  case malformed
  /// SQLite's own check of the file fails.
  case checkFailed
  /// The row that says which store this is, is gone.
  case identityMissing
  /// Something else that no store can do without is gone from that row.
  case rowMissing
  /// A half-done write stands there without the store it belongs to.
  case journalAlone
  /// The file has a second name, so that it may be one from elsewhere.
  case secondName
  /// A file beside it is not of the program's making: a journal that names further files, a link, a pipe.
  case planted
  /// It has tables, triggers or settings that the program did not make, or lacks some.
  case shape
}

/// What stands in the way of a copy.
package enum CopyObstacle: String, CaseIterable, Sendable {
  /// The folder is a link to another place.
  case link
  /// What should be the folder is something else.
  case notFolder
  /// There is no such folder.
  case missing
  /// The person may not write there.
  case forbidden
  /// The disk or quota is full.
  case full
}

extension StoreFailure {
  /// The key of the text that says what happened and what to do.
  package var textKey: String { "store.failure.\(name)" }

  /// What the placeholders of the text stand for.
  package var textValues: [String: String] {
    switch self {
    case .homeUnset, .homeRelative, .homeMissing, .locationEmpty, .searchTooLong, .copyUnnamed:
      [:]
    case .foreignOwner(let path, let owner): ["path": path, "owner": String(owner)]
    case .openToOthers(let path, let mode), .notShared(let path, let mode):
      ["path": path, "mode": String(mode, radix: 8)]
    case .sqliteTooOld(let version): ["version": version]
    case .settingRefused(let path, let name, let found):
      ["path": path, "name": name, "found": found]
    case .inputOutput(let path, let code): ["path": path, "code": String(code)]
    case .conflict(let current): ["number": String(current.id.rawValue)]
    // No case has so high a number; whoever gives one has given something else.
    case .noSuchCase(let id), .unreadable(let id):
      ["number": id.rawValue < 1_000_000_000 ? String(id.rawValue) : "…"]
    case .notDirectory(let path),
      .link(let path), .notFile(let path), .notWritable(let path), .empty(let path),
      .notStore(let path), .ofTraining(let path), .ofCases(let path), .ofClass(let path),
      .notTraining(let path), .otherTraining(let path),
      .newer(let path), .backupFailed(let path), .migrationFailed(let path),
      .vanished(let path), .busy(let path), .held(let path), .full(let path), .refused(let path),
      .tracesLeft(let path), .shared(let path), .folderMissing(let path), .noStore(let path),
      .noCopy(let path), .copyUnusable(let path),
      .copyUnreadable(let path), .copyLink(let path), .copyNotMade(let path, _),
      .inTheWay(let path), .damaged(let path, _),
      .unreachable(let path), .untrusted(let path), .signInRefused(let path),
      .outcomeUnknown(let path), .denied(let path), .notSetUp(let path), .outdated(let path),
      .passwordGiven(let path), .addressUnusable(let path), .withoutServers(let path),
      .notOnServer(let path), .notEmpty(let path), .unsound(let path), .copyDiffers(let path):
      ["path": path]
    }
  }

  private var name: String {
    switch self {
    case .homeUnset: "homeUnset"
    case .homeRelative: "homeRelative"
    case .homeMissing: "homeMissing"
    case .locationEmpty: "locationEmpty"
    case .notDirectory: "notDirectory"
    case .link: "link"
    case .foreignOwner: "foreignOwner"
    case .openToOthers: "openToOthers"
    case .shared: "shared"
    case .notShared: "notShared"
    case .folderMissing: "folderMissing"
    case .noStore: "noStore"
    case .noCopy: "noCopy"
    case .copyUnusable: "copyUnusable"
    case .copyUnreadable: "copyUnreadable"
    case .copyLink: "copyLink"
    case .copyUnnamed: "copyUnnamed"
    case .copyNotMade(_, let why): "copyNotMade.\(why.rawValue)"
    case .inTheWay: "inTheWay"
    case .notFile: "notFile"
    case .notWritable: "notWritable"
    case .empty: "empty"
    case .notStore: "notStore"
    case .ofTraining: "ofTraining"
    case .ofCases: "ofCases"
    case .ofClass: "ofClass"
    case .notTraining: "notTraining"
    case .otherTraining: "otherTraining"
    case .damaged(_, let what): "damaged.\(what.rawValue)"
    case .newer: "newer"
    case .sqliteTooOld: "sqliteTooOld"
    case .settingRefused: "settingRefused"
    case .backupFailed: "backupFailed"
    case .migrationFailed: "migrationFailed"
    case .vanished: "vanished"
    case .busy: "busy"
    case .full: "full"
    case .inputOutput: "inputOutput"
    case .refused: "refused"
    case .conflict: "conflict"
    case .noSuchCase: "noSuchCase"
    case .unreadable: "unreadable"
    case .held: "held"
    case .searchTooLong: "searchTooLong"
    case .tracesLeft: "tracesLeft"
    case .unreachable: "unreachable"
    case .untrusted: "untrusted"
    case .signInRefused: "signInRefused"
    case .outcomeUnknown: "outcomeUnknown"
    case .denied: "denied"
    case .notSetUp: "notSetUp"
    case .outdated: "outdated"
    case .passwordGiven: "passwordGiven"
    case .addressUnusable: "addressUnusable"
    case .withoutServers: "withoutServers"
    case .notOnServer: "notOnServer"
    case .notEmpty: "notEmpty"
    case .unsound: "unsound"
    case .copyDiffers: "copyDiffers"
    }
  }
}
