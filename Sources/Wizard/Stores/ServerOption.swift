import Model

/// What `--store` names where it names no folder: a server, as libpq writes it.
enum ServerOption {
  static func isAddress(_ option: String) -> Bool {
    ["postgresql://", "postgres://", "service="].contains(where: option.hasPrefix)
  }

  /// Refuses the address of a server where a folder is wanted, or where no server can be asked.
  static func refuse(_ option: String?) throws(StoreFailure) {
    guard let option, isAddress(option) else { return }
    #if PostgreSQL
    throw .notOnServer(path: "--store")
    #else
    throw .withoutServers(path: "--store")
    #endif
  }
}
