import ArgumentParser
import Model
import Store
import Wording

extension RegisterCommand {
  /// Lists the clients of a firm.
  struct Clients: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clients",
      abstract: "List the units that have a firm registered as accountant, auditor or manager."
    )

    @Argument(help: "The firm; the one that the register was made for where none is named.")
    var number: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SharedOptions

    func run() throws {
      let context = try CommandContext(options)
      let wording = context.wording()
      let named = try number.map { try context.organisation($0) }
      let clients = try context.tryRegister { location in
        let register = try RegisterFile(at: location)
        return try (named ?? register.status.firm).map { try register.clients(of: $0) }
      }
      guard let clients else { throw Refusal(wording("register.noFirm"), .badInput) }
      if json { return try Output.json(clients.map(ClientRow.init)) }
      for client in clients {
        Output.line(wording.client(client.number, client.name, as: client.roles))
      }
      if clients.isEmpty { Output.line(wording("register.noClients")) }
    }
  }

  /// A client, for programs.
  private struct ClientRow: Encodable {
    let number: String
    let name: String?
    let roles: [String]

    init(_ client: RegisterClient) {
      number = client.number.number
      name = client.name
      roles = client.roles.map(\.rawValue)
    }
  }
}
