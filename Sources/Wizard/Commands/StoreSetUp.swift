import ArgumentParser
import Model
#if PostgreSQL
import ServerStore
#endif
import Wording

/// Makes the store on a server.
struct StoreSetUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Make the store on a server, or bring it up to date; can be run again."
  )

  @Argument(help: "The database, as postgresql://ROLE@SERVER/DATABASE, without a password.")
  var address: String

  @OptionGroup var options: SharedOptions

  func run() throws {
    let context = try CommandContext(options)
    #if PostgreSQL
    let isNew = try context.tryStore {
      try ServerStore.setUp(at: try ServerAddress(address), unproven: context.sayUnproven)
    }
    Output.receipt(context.wording()(isNew ? "store.setUp.made" : "store.setUp.again"))
    #else
    try context.tryStore { () throws -> Void in throw StoreFailure.withoutServers(path: "") }
    #endif
  }
}
