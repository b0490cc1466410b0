#if PostgreSQL
import Model

/// Why a server has not done what was asked.
enum ServerTrouble: Error, Equatable {
  /// Nobody answers there.
  case absent
  /// It does not prove that it is the one that was meant.
  case untrusted
  /// It does not let the person in.
  case signIn
  /// The connection broke: what was asked is done, or not, or will be.
  case lost
  /// It was undone and can be asked again.
  case again
  /// It took longer than the server works on one thing; asked again it would once more.
  case slow
  /// The store has a shape that the program does not know.
  case shape(isNewer: Bool)
  /// It was refused, under a code of the server's or of the store's.
  case refused(String)

  /// What a code of the server's means.
  init(_ state: String?) {
    switch state {
    case nil: self = .lost
    case "40001", "40P01", "55P03": self = .again
    case "57014": self = .slow
    case "DT005": self = .shape(isNewer: true)
    case let state? where state.hasPrefix("08") || state.hasPrefix("57P"): self = .lost
    case let state?: self = .refused(state)
    }
  }

  /// The case was saved or touched after it was read.
  static let stale = ServerTrouble.refused("DT001")
  static let nothingToUndo = ServerTrouble.refused("DT003")
  static let noSuchCase = ServerTrouble.refused("DT004")

  /// Whether it may pass by itself.
  var canPass: Bool { [.absent, .lost, .again].contains(self) }

  /// Whether it answers the call itself: what was asked is not done, and was not before.
  var isAnswer: Bool {
    if case .shape = self { return true }
    guard case .refused(let state) = self else { return false }
    return state == "42501" || ["DT", "22", "23"].contains { state.hasPrefix($0) }
  }
}

extension StoreFailure {
  /// What a trouble means for somebody who saved, or who only read.
  ///
  /// - Parameter path: What the failure names.
  init(_ trouble: ServerTrouble, at path: String = ServerStore.path, ofSaving: Bool = true) {
    switch trouble {
    case .absent: self = .unreachable(path: path)
    case .untrusted: self = .untrusted(path: path)
    case .signIn: self = .signInRefused(path: path)
    case .lost: self = ofSaving ? .outcomeUnknown(path: path) : .unreachable(path: path)
    case .again, .slow: self = ofSaving ? .busy(path: path) : .held(path: path)
    case .shape(let isNewer): self = isNewer ? .newer(path: path) : .outdated(path: path)
    case .refused("42501"), .refused("25006"): self = .denied(path: path)
    case .refused("42P01"), .refused("3F000"), .refused("42883"): self = .notSetUp(path: path)
    case .refused("53100"): self = .full(path: path)
    case .refused(let state):
      let isOfValues = state.hasPrefix("22") || state.hasPrefix("23")
      self = isOfValues ? .refused(path: path) : .inputOutput(path: path, code: Int32(state) ?? -1)
    }
  }
}
#endif
