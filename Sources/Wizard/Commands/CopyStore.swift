import ArgumentParser
import Model
#if PostgreSQL
import ServerStore
#endif
import Store
import Wording

/// Copies a whole store between a folder and a server.
struct CopyStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Copy a whole store from a folder to a server, or back, and compare the two."
  )

  @Argument(help: "The store: a folder, or postgresql://ROLE@SERVER/DATABASE without a password.")
  var from: String

  @Argument(help: "The empty store it is copied to: the other of the two; a folder is made.")
  var to: String

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if options.store != nil {
      throw UsageMistake("usage.copyPlaces")
    }
    guard [from, to].contains(where: ServerOption.isAddress) else {
      throw UsageMistake("usage.copyServer")
    }
  }

  func run() throws {
    let source = try CommandContext(options, at: from, called: "<from>")
    #if PostgreSQL
    let target = try CommandContext(options, at: to, called: "<to>")
    let folder = ServerOption.isAddress(from) ? target : source
    let copied = try folder.tryStore(told: { path in
      [source.name, target.name].contains(path) ? path : folder.told(path)
    }) {
      try ServerOption.isAddress(to) ? toServer(source, target) : toFolder(source, target)
    }
    say(copied, target.wording())
    #else
    try source.tryStore { () throws -> Void in throw StoreFailure.withoutServers(path: "") }
    #endif
  }

  #if PostgreSQL
  private func toServer(_ source: CommandContext, _ target: CommandContext) throws -> StoreCopied {
    let clean = source.clean
    guard ServerOption.isAddress(from) else {
      let store = try source.openFile(making: false)
      let server = try target.openCopy(to)
      return try store.readWhole { whole throws(StoreFailure) in
        try server.fill(from: whole, clean, Login.fullName(of:))
      }
    }
    let (whole, server) = (try source.openCopy(from), try target.openCopy(to))
    let names = try whole.names()
    return try server.fill(from: whole, clean) { names[$0] }
  }

  private func toFolder(_ source: CommandContext, _ target: CommandContext) throws -> StoreCopied {
    let server = try source.openCopy(from)
    let clean = source.clean
    do throws(StoreFailure) {
      return try target.makeFile { file throws(StoreFailure) in
        StoreCopied(try StoreCopy.copy(server, to: file, clean), isNew: true)
      }
    } catch {
      guard case .inTheWay(let path) = error else { throw error }
      let given = try StoreCopy.measure(server, clean)
      let found = try target.openFile(making: false).readWhole { file throws(StoreFailure) in
        try StoreCopy.measure(file)
      }
      guard found == given else { throw StoreFailure.notEmpty(path: path) }
      return StoreCopied(found, isNew: false)
    }
  }

  private func say(_ copied: StoreCopied, _ wording: Wording) {
    let measure = copied.measure
    Output.receipt(
      wording(
        copied.isNew ? "store.copied" : "store.copiedBefore",
        [
          "cases": "\(measure.cases)", "events": "\(measure.lines)",
          "head": measure.heading.head.description,
        ]
      )
    )
    if copied.nameless > 0 {
      Output.line(wording("store.copiedNameless", ["count": "\(copied.nameless)"]))
    }
  }
  #endif
}

#if PostgreSQL
extension CommandContext {
  /// Opens a store on a server, to be read from end to end or filled.
  fileprivate func openCopy(_ address: String) throws -> ServerCopy {
    let place: ServerAddress
    do throws(StoreFailure) {
      place = try ServerAddress(address)
    } catch {
      throw error.named(name)
    }
    return try ServerCopy(
      at: place,
      words: content.caseWords,
      called: name,
      unproven: sayUnproven
    )
  }

  /// Takes out what must not be kept from a text.
  fileprivate var clean: (String, FieldID?) -> String {
    let content = content
    return { content.kept($0.replacing("\0", with: "\u{FFFD}"), in: $1) }
  }
}

extension StoreFailure {
  /// The same about an address that was given elsewhere than with an option.
  fileprivate func named(_ name: String) -> StoreFailure {
    switch self {
    case .passwordGiven: .passwordGiven(path: name)
    case .addressUnusable: .addressUnusable(path: name)
    default: self
    }
  }
}
#endif
