#if PostgreSQL
/// Who is told of others' saves.
struct ServerListener: Sendable {
  /// Told the socket of each new connection.
  let connected: @Sendable (Int32) -> Void
  /// Told that there are notes to take, of which the socket no longer tells.
  let heard: @Sendable () -> Void
}

/// The connection there is, and who listens on it.
struct ServerLink {
  private let address: ServerAddress
  private var connection: ServerConnection?
  private var listener: ServerListener?

  init(_ address: ServerAddress, _ connection: ServerConnection) {
    self.address = address
    self.connection = connection
  }

  mutating func ask<Value>(
    _ body: (ServerConnection) throws(ServerTrouble) -> Value
  ) throws(ServerTrouble) -> Value {
    let connection = try connected()
    defer { if self.connection != nil, connection.hasHeard { listener?.heard() } }
    do throws(ServerTrouble) {
      return try body(connection)
    } catch {
      if error == .lost { self.connection = nil }
      throw error
    }
  }

  private mutating func connected() throws(ServerTrouble) -> ServerConnection {
    // What is sent over one that is over may be done or not; so nothing is.
    if let connection, !connection.isEnded { return connection }
    connection = nil
    let made = try ServerConnection(address, within: ServerConnection.againSeconds)
    // It may be another one meanwhile.
    try ServerStore.checkShape(made)
    try listen(on: made)
    connection = made
    return made
  }

  /// Has somebody told of others' saves, on this connection and all after it.
  mutating func listen(_ listener: ServerListener) {
    self.listener = listener
    guard let connection else { return }
    do throws(ServerTrouble) {
      try listen(on: connection)
    } catch {
      // It is made anew by whoever asks next.
      self.connection = nil
    }
  }

  private func listen(on connection: ServerConnection) throws(ServerTrouble) {
    guard let listener else { return }
    try connection.listen()
    listener.connected(connection.socket)
  }
}
#endif
