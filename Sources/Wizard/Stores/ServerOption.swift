import Model

/// What `--store` names where it names no folder: a server, as libpq writes it.
enum ServerOption {
  /// Whether it is an address, be it one that nobody can read: a folder of such a name is not what was meant.
  static func isAddress(_ option: String) -> Bool {
    let scheme = option.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return ["postgresql:", "postgres:", "service="].contains(where: option.hasPrefix)
      || !scheme.isEmpty && option.dropFirst(scheme.count).hasPrefix("://")
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
