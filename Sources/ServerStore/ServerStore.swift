#if PostgreSQL
import Foundation
package import Model
import Synchronization

/// Keeps cases on a server, for several who need not trust each other.
///
/// Who somebody is and what time it is, the server says. All that is written goes by one call of one function
/// under a key of its own. After a lost connection the same call is made again under the same key, so
/// that nothing is done twice and nothing is taken for done by a guess.
package final class ServerStore: Sendable {
  /// What a failure names: the option, and never what was given with it.
  package static let path = "--store"
  /// How long the server works on one thing, in seconds.
  static let statementSeconds = 10
  /// How long it waits for another's lock; so much shorter that it is told what it was.
  static let lockSeconds = 5

  /// Whoever is signed in.
  package let own: AgentID
  let codeKey: [UInt8]
  let words: CaseWords
  private let link: Mutex<ServerLink>
  private let redact: @Sendable (String, FieldID?) -> String
  /// What the server calls everybody, once it has been asked.
  let names = Mutex<[AgentID: String]?>(nil)
  /// The case that was last read or saved, as the server has it in that revision.
  let latest = Mutex<Case?>(nil)
  /// The last call of which nobody knows whether it was done.
  private let unsettled = Mutex<(key: String, call: [String], id: CaseID?)?>(nil)
  private let pauses = DispatchSemaphore(value: 0)
  private let patience = Mutex(Patience())

  /// How long is waited for a server that does not answer.
  private struct Patience {
    /// In seconds; `nil` until somebody gives up.
    var seconds: Double? = 4
    /// Whether nothing is waited for just now.
    var hasGivenUp = false
    /// Told once each time the server falls silent.
    var silent: @Sendable (StoreFailure) -> Void = { _ in }
  }

  /// Signs in, and looks whether there is a store of the shape that is known.
  ///
  /// - Parameters:
  ///   - words: What cases are found by.
  ///   - redact: Takes out what must not be kept from every text before it is sent.
  ///   - unproven: Called where the server has not proved who it is.
  package init(
    at address: ServerAddress,
    words: CaseWords = .plain,
    redact: @escaping @Sendable (String, FieldID?) -> String,
    unproven: () -> Void = {}
  ) throws(StoreFailure) {
    do throws(ServerTrouble) {
      let connection = try ServerConnection(address)
      if connection.isUnproven { unproven() }
      try Self.checkShape(connection)
      let found = try connection.ask("SELECT encode(code_key, 'base64') FROM veiviser.meta").first
      guard let key = found?.values[0].flatMap({ Data(base64Encoded: $0) }) else {
        throw .refused("42P01")
      }
      codeKey = Array(key)
      own = try Self.signIn(connection)
      link = Mutex(ServerLink(address, connection))
    } catch {
      throw StoreFailure(error, ofSaving: false)
    }
    self.words = words
    self.redact = redact
  }

  /// Refuses a store of another shape, or none.
  static func checkShape(_ connection: ServerConnection) throws(ServerTrouble) {
    let found = try connection.ask("SELECT shape FROM veiviser.meta").first?.values[0]
    guard let shape = found.flatMap({ Int($0) }) else { throw .refused("42P01") }
    let own = ServerSchema.current.shape
    guard shape == own else { throw .shape(isNewer: shape > own) }
  }

  private static func signIn(_ connection: ServerConnection) throws(ServerTrouble) -> AgentID {
    let number = try connection.ask("SELECT veiviser.sign_in()").first?.values[0]
    guard let number = number.flatMap({ UInt32($0) }) else { throw .refused("XX000") }
    return AgentID(rawValue: number)
  }

  /// Tries for as long as the server is silent, until ``giveUp()``.
  ///
  /// - Parameter silent: Told each time it falls silent, on the thread that asks.
  package func keepTrying(_ silent: @escaping @Sendable (StoreFailure) -> Void) {
    patience.withLock { $0 = Patience(seconds: nil, silent: silent) }
  }

  /// Tries no longer, until ``waitAgain()``: what is waited for fails at once.
  package func giveUp() {
    patience.withLock { $0.hasGivenUp = true }
    pauses.signal()
  }

  /// Waits as before somebody gave up.
  package func waitAgain() {
    patience.withLock { $0.hasGivenUp = false }
  }

  /// Asks something that changes nothing.
  func ask(_ sql: String, _ values: [String?] = []) throws(StoreFailure) -> [ServerRow] {
    var isLost = false
    do throws(ServerTrouble) {
      return try persist(&isLost) { connection throws(ServerTrouble) in
        try connection.ask(sql, values)
      }
    } catch {
      throw StoreFailure(error, ofSaving: false)
    }
  }

  /// Makes one call of the function that changes things, the same until there is an answer and what it did is on
  /// the disk.
  func change(_ act: String, _ what: Change) throws(ServerTrouble) -> Changed {
    let call = [act, Change.json(what)]
    // What nobody knows whether it was done keeps its key, so that it is not done twice when it is asked again.
    let known = unsettled.withLock { $0?.call == call ? $0?.key : nil }
    let key = known ?? UUID().uuidString
    var mayBeDone = known != nil
    let rows: [ServerRow]
    do throws(ServerTrouble) {
      rows = try persist(&mayBeDone) { connection throws(ServerTrouble) in
        try connection.ask("SELECT veiviser.change($1::uuid, $2, $3::jsonb)", [key] + call)
      }
    } catch {
      if error.isAnswer {
        settle(act, what.id)
      } else if mayBeDone {
        // Whatever keeps the server from telling, this is not told of as undone.
        unsettled.withLock { $0 = (key, call, what.id) }
        throw .lost
      }
      throw error
    }
    settle(act, what.id)
    guard let changed = try? rows.first?.json(0) as Changed? else { throw .refused("XX000") }
    return changed
  }

  /// Forgets what was not known of an act on a case, now that something is: whoever asks for it once more wants
  /// it anew.
  private func settle(_ act: String, _ id: CaseID?) {
    unsettled.withLock { if $0?.call.first == act, $0?.id == id { $0 = nil } }
  }

  /// Does something with a connection, again and with growing pauses while the server does not answer.
  ///
  /// - Parameter isLost: Set where the connection broke once, so that it may have been done.
  private func persist<Value: Sendable>(
    _ isLost: inout Bool,
    _ body: @Sendable (ServerConnection) throws(ServerTrouble) -> Value
  ) throws(ServerTrouble) -> Value {
    let start = ContinuousClock.now
    var (pause, isTold) = (0.05, false)
    while true {
      do throws(ServerTrouble) {
        return try link.withLock { link throws(ServerTrouble) in try link.ask(body) }
      } catch {
        guard error.canPass else { throw error }
        isLost = isLost || error == .lost
        let (most, silent) = patience.withLock { ($0.hasGivenUp ? 0 : $0.seconds, $0.silent) }
        let spent = (ContinuousClock.now - start) / .seconds(1)
        if let most, spent + pause > most { throw error }
        if !isTold, spent > 1 {
          isTold = true
          silent(StoreFailure(error, ofSaving: false))
        }
        _ = pauses.wait(timeout: .now() + pause)
        pause = min(2 * pause, 5)
      }
    }
  }

  /// A text as it may be kept: redacted, and without what the server cannot take in a text.
  func storable(_ text: String, _ field: FieldID? = nil) -> String {
    redact(text.replacing("\0", with: "\u{FFFD}"), field)
  }

  /// Has somebody told of others' saves, from now on.
  func listen(_ listener: ServerListener) {
    link.withLock { $0.listen(listener) }
  }

  /// Takes in what the server has said by itself; makes the connection anew where it is broken.
  ///
  /// - Returns: Whether somebody may have saved something.
  func takeNotes() throws(ServerTrouble) -> Bool {
    try link.withLock { link throws(ServerTrouble) in
      try link.ask { connection throws(ServerTrouble) in try connection.takeNotes() }
    }
  }
}
#endif
