import CStoreFiles
import Glibc
import Model
import GRDB

extension StoreFailure {
  /// Tells what an error of the database means for the person.
  init(_ error: any Error, path: String) {
    if let failure = error as? StoreFailure {
      self = failure
      return
    }
    if error is DamagedValue {
      self = .damaged(path: path, what: .malformed)
      return
    }
    if error is MissingRow {
      self = .damaged(path: path, what: .rowMissing)
      return
    }
    guard let error = error as? DatabaseError else {
      self = .inputOutput(path: path, code: -1)
      return
    }
    guard error.extendedResultCode.rawValue != CSF_PLANTED else {
      self = .damaged(path: path, what: .planted)
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .held(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .notWritable(path: path)
    case .SQLITE_NOTADB: self = .notStore(path: path)
    // A value beyond the limit of ``HeldFile`` was not put there by this program, which takes no text so long.
    case .SQLITE_CORRUPT, .SQLITE_TOOBIG: self = .damaged(path: path, what: .malformed)
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: self = .refused(path: path)
    default: self = .inputOutput(path: path, code: error.extendedResultCode.rawValue)
    }
  }

  /// Tells what an error number of the system means for the person.
  init(errno code: Int32, path: String) {
    switch code {
    case EACCES, EPERM, EROFS: self = .notWritable(path: path)
    case ENOSPC, EDQUOT, EFBIG: self = .full(path: path)
    case ENOTDIR: self = .notDirectory(path: path)
    case ELOOP: self = .link(path: path)
    case EISDIR: self = .notFile(path: path)
    default: self = .inputOutput(path: path, code: code)
    }
  }

  /// The failure as it applies where something was to be saved.
  var ofSaving: StoreFailure {
    if case .held(let path) = self { .busy(path: path) } else { self }
  }

  /// The failure as it applies to a copy that is to be made of a store.
  func ofNewCopy(of store: String) -> StoreFailure {
    switch self {
    case .link(let path): .copyNotMade(path: path, why: .link)
    case .notDirectory(let path): .copyNotMade(path: path, why: .notFolder)
    case .inputOutput(let path, ENOENT): .copyNotMade(path: path, why: .missing)
    case .notWritable(let path): .copyNotMade(path: path, why: .forbidden)
    case .full(let path): .copyNotMade(path: path, why: .full)
    // What is wrong with the copy is wrong with what it was made of.
    case .damaged(_, let what): .damaged(path: store, what: what)
    default: self
    }
  }

  /// The failure as it applies to a copy that a person has named, before it is known what it is.
  var ofNamedCopy: StoreFailure {
    switch self {
    case .link(let path): .copyLink(path: path)
    case .notDirectory(let path), .inputOutput(let path, ENOENT): .noCopy(path: path)
    case .notWritable(let path): .copyUnreadable(path: path)
    default: self
    }
  }

  /// The failure as it applies to a backup copy.
  func ofCopy(at copy: String) -> StoreFailure {
    switch self {
    case .notFile(copy), .empty(copy), .notStore(copy), .damaged(copy, _):
      .copyUnusable(path: copy)
    case .notWritable(copy): .copyUnreadable(path: copy)
    case .link(copy): .copyLink(path: copy)
    default: self
    }
  }
}
