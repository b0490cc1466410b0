#if PostgreSQL
import CPostgres
import Glibc

/// One connection to a server; closed when it is let go.
final class ServerConnection {
  private let handle: OpaquePointer
  /// Whether somebody may have saved something since notes were last taken.
  private(set) var hasHeard = false
  /// How long an answer is waited for.
  private var limit = ServerConnection.limit

  /// How long a server that is busy letting others in may take, in seconds.
  static let signInSeconds = 5
  /// How long it may where somebody has begun already, in seconds: it is tried again, and told of meanwhile.
  static let againSeconds = 2

  /// Connects, and waits for it no longer than some seconds, or what the address says.
  init(_ address: ServerAddress, within seconds: Int = signInSeconds) throws(ServerTrouble) {
    var made = Self.connect(address, seconds)
    // One that was just starting or stopping turns people away in the same words as one that means it.
    if PQstatus(made) != CONNECTION_OK, Self.isTurnedAway(made) {
      PQfinish(made)
      made = Self.connect(address, seconds)
    }
    guard let made, PQstatus(made) == CONNECTION_OK else {
      defer { PQfinish(made) }
      throw Self.trouble(of: made, address)
    }
    // Else what the server remarks would be written across the screen.
    PQsetNoticeProcessor(made, { _, _ in }, nil)
    handle = made
  }

  private static func connect(_ address: ServerAddress, _ seconds: Int) -> OpaquePointer? {
    withOptions(of: address, seconds) { PQconnectdbParams($0, $1, 1) }
  }

  deinit { PQfinish(handle) }

  /// Whether the server has answered, and not let the person in, without having asked who it is.
  private static func isTurnedAway(_ handle: OpaquePointer?) -> Bool {
    String(cString: PQerrorMessage(handle)).contains("FATAL") && !isSecretWanted(handle)
  }

  private static func isSecretWanted(_ handle: OpaquePointer?) -> Bool {
    PQconnectionNeedsPassword(handle) == 1 || PQconnectionUsedPassword(handle) == 1
  }

  /// Why no connection came about; libpq tells it in words alone.
  private static func trouble(of handle: OpaquePointer?, _ address: ServerAddress) -> ServerTrouble
  {
    let words = String(cString: PQerrorMessage(handle))
    if words.contains("certificate") || words.contains("SSL error") { return .untrusted }
    // One that was busy may have come as far as to ask for a password.
    guard !words.contains("timeout expired"), isSecretWanted(handle) || isTurnedAway(handle) else {
      return .absent
    }
    // One that starts or stops answers too, and soon lets people in again.
    let answer = withOptions(of: address, againSeconds) { PQpingParams($0, $1, 1) }
    return answer == PQPING_REJECT ? .absent : .signIn
  }

  /// Whether the connection goes over a network without the server's having proved who it is.
  var isUnproven: Bool {
    guard let host = PQhost(handle), !String(cString: host).hasPrefix("/"), host.pointee != 0
    else { return false }
    let options = PQconninfo(handle)
    defer { PQconninfoFree(options) }
    var option = options
    while let found = option, let name = found.pointee.keyword {
      if String(cString: name) == "sslmode", let value = found.pointee.val {
        return String(cString: value) != "verify-full"
      }
      option = found + 1
    }
    return true
  }

  var socket: Int32 { PQsocket(handle) }

  /// Asks one thing, with its values apart from its words, and waits for the answer within a limit.
  func ask(_ sql: String, _ values: [String?] = []) throws(ServerTrouble) -> [ServerRow] {
    let sent = Self.withTexts(values) { values in
      PQsendQueryParams(handle, sql, Int32(values.count), nil, values, nil, nil, 0)
    }
    guard sent == 1 else { throw .lost }
    return try answer()
  }

  /// Runs a text of several statements.
  func run(_ script: String) throws(ServerTrouble) {
    guard PQsendQuery(handle, script) == 1 else { throw .lost }
    _ = try answer()
  }

  /// Lets what is asked from now on take its time, as what an administrator does may.
  func takeTime() throws(ServerTrouble) {
    _ = try ask("SET statement_timeout = 0")
    limit = .seconds(24 * 3600)
  }

  /// Has the server tell of every save from now on; what was saved before counts as heard.
  func listen() throws(ServerTrouble) {
    _ = try ask("LISTEN veiviser")
    hasHeard = true
  }

  /// Takes in all that the server has said by itself.
  ///
  /// - Returns: Whether somebody may have saved something since the last call.
  func takeNotes() throws(ServerTrouble) -> Bool {
    try takeIn()
    defer { hasHeard = false }
    return hasHeard
  }

  /// Whether it is over, as far as can be told without asking anything.
  var isEnded: Bool {
    do throws(ServerTrouble) {
      try takeIn()
      return false
    } catch {
      return true
    }
  }

  private func takeIn() throws(ServerTrouble) {
    var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
    // Once for each thing that is there to read: last words and the end of the connection may come as one.
    repeat {
      guard PQconsumeInput(handle) == 1 else { throw .lost }
      hear()
    } while poll(&socket, 1, 0) > 0
  }

  /// Takes out of what has been read that somebody has saved something.
  private func hear() {
    while let note = PQnotifies(handle) {
      PQfreemem(note)
      hasHeard = true
    }
  }

  /// Somewhat longer than the server takes before it gives up by itself.
  private static let limit = Duration.seconds(ServerStore.statementSeconds + 2)

  private func answer() throws(ServerTrouble) -> [ServerRow] {
    let deadline = ContinuousClock.now + limit
    var last: OpaquePointer?
    defer {
      PQclear(last)
      // What came along with the answer is not there to read any more.
      hear()
    }
    while true {
      while PQisBusy(handle) == 1 {
        try wait(until: deadline)
        guard PQconsumeInput(handle) == 1 else { throw .lost }
      }
      guard let next = PQgetResult(handle) else { break }
      // The first that goes wrong is what came of all of them.
      guard last == nil || Self.isSound(last) else {
        PQclear(next)
        continue
      }
      PQclear(last)
      last = next
    }
    guard Self.isSound(last) else {
      let state = cpg_state(last).map { String(cString: $0) }
      throw PQstatus(handle) == CONNECTION_OK ? ServerTrouble(state) : .lost
    }
    return (0..<PQntuples(last)).map { row in
      ServerRow(
        values: (0..<PQnfields(last)).map { column in
          PQgetisnull(last, row, column) == 1
            ? nil : PQgetvalue(last, row, column).map { String(cString: $0) }
        }
      )
    }
  }

  private static func isSound(_ result: OpaquePointer?) -> Bool {
    let status = PQresultStatus(result)
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK
  }

  private func wait(until deadline: ContinuousClock.Instant) throws(ServerTrouble) {
    let left = (deadline - .now) / .milliseconds(1)
    guard left > 0 else { throw .lost }
    var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
    guard poll(&socket, 1, Int32(left.rounded(.up))) >= 0 || errno == EINTR else { throw .lost }
  }

  private static func withOptions<Value>(
    of address: ServerAddress,
    _ seconds: Int,
    _ body: ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) -> Value
  ) -> Value {
    let options = address.options(within: seconds)
    return withTexts(options.map(\.name)) { names in
      withTexts(options.map(\.value)) { values in body(names + [nil], values + [nil]) }
    }
  }

  private static func withTexts<Value>(
    _ texts: [String?],
    _ body: ([UnsafePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = texts.map { text in text.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) })
  }
}
#endif
