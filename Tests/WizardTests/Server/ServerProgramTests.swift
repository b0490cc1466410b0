#if PostgreSQL
import ArgumentParser
import Dispatch
import Foundation
import Glibc
import Model
import Screens
import TestSupport
import Testing
import Wording

@testable import Wizard

/// The program with its store on a server that is stopped and started.
@Suite(.serialized) struct ServerProgramTests {
  private let server: ProgramServer

  init() throws { server = try ProgramServer() }

  private func address(_ role: String) -> String { server.address(role) }
  private func control(_ what: String) throws { try server.control(what) }

  private func run(_ role: String, _ arguments: String..., input: String = "") throws -> Run {
    try Run(arguments + ["--language", "en", "--store", address(role)], input: input)
  }

  @Test func `two people share a desk, each in their own name`() throws {
    let made = try run(
      "arne",
      "desk",
      "new",
      "--message",
      "-",
      input: "Incorrect username/password"
    )
    #expect(made.status == 0, "\(made.complaint)")
    let number = String(made.output.prefix { $0 != "\t" })
    #expect(number == "1001")
    #expect(try run("lise", "desk", "take", number).status == 75)
    #expect(try run("lise", "desk", "take", number).complaint.contains("arne"))
    #expect(try run("arne", "desk", "hand", number, "--to", "lise", "--note", "ring").status == 0)
    #expect(try run("lise", "desk", "queue", "--mine").output.contains("1001-"))
    #expect(try run("lise", "desk", "take", number).status == 0)
    let shown = try run("lise", "desk", "show", number, "--json").output
    #expect(shown.contains("\"owner\" : \"lise\"") && shown.contains("\"who\" : \"arne\""))
    #expect(try run("lise", "desk", "close", number, "--result", "2").status == 0)
    #expect(try run("lise", "desk", "stats").status == 0)
    // That roles are for order alone is said of files only.
    let roles = try run("arne", "desk", "check").output.split(separator: "\n")
    #expect(roles.count == 1 && roles[0].contains("arne"))
    #expect(try run("arne", "case", "list").output.hasPrefix("1001\t"))
    #expect(try run("arne", "case", "delete", number).status == 69)
    #expect(try run("arne", "doctor").status == 0)
    let check = try run("lise", "store", "check")
    #expect(check.status == 0 && check.output.contains("1"), "\(check.complaint)")
    #expect(try run("lise", "case", "delete", number).status == 0)
    for command in ["backup", "restore"] {
      #expect(try run("lise", "store", command, "/nowhere/file").status == 69)
    }
    #expect(try run("lise", "train", "progress").status == 69)
    #expect(try run("lise", "store", "purge").status == 0)
  }

  @Test func `without a server there is one plain message, soon, and no password in it`() throws {
    try control("stop")
    defer { try? control("start") }
    let start = ContinuousClock.now
    let silent = try run("arne", "desk", "queue")
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(silent.status == 69 && silent.output.isEmpty)
    #expect(silent.complaint.split(separator: "\n").count == 1)
    #expect(!silent.complaint.contains(server.database))
    let secret = try Run(["case", "list", "--store", "postgresql://arne:hemmelig@localhost/x"])
    #expect(secret.status == 69 && !(secret.complaint + secret.output).contains("hemmelig"))
  }

  @Test func `a server that goes away before there is anybody to tell is soon given up`() throws {
    let context = try CommandContext(SharedOptions.parse(["--store", address("arne")]))
    let store = try context.openStore()
    let runner = StoreRunner(store, register: try context.registerLocation())
    try control("stop")
    defer { try? control("start") }
    let isOver = DispatchSemaphore(value: 0)
    DispatchQueue(label: "count").async {
      #expect(runner.countAtOnce(.current) == nil)
      isOver.signal()
    }
    #expect(isOver.wait(timeout: .now() + 8) == .success)
    // Else it would be waited for without an end.
    store.giveUp()
    let unreachable = StoreFailure.unreachable(path: "--store")
    #expect(
      runner.events() == [
        .storeFailed(key: unreachable.textKey, values: unreachable.textValues)
      ]
    )
  }

  @Test func `what waits is given up when somebody goes on, and what comes after it waits again`()
    throws
  {
    let context = try CommandContext(SharedOptions.parse(["--store", address("arne")]))
    let runner = StoreRunner(try context.openStore(), register: try context.registerLocation())
    let watch = runner.watch()
    try control("stop")
    runner.carryOut(.count)
    runner.finish()
    #expect(!runner.events().isEmpty)
    runner.carryOut(.count)
    try control("start")
    runner.finish()
    #expect(
      runner.events().contains { event in
        if case .counted = event { true } else { false }
      }
    )
    withExtendedLifetime(watch) {}
  }

  @Test func `what is typed stays while the server is away, and is saved when it is back`() throws {
    let player = try Player(store: address("arne"))
    try player.begin(.personLacksRight)
    try control("stop")
    player.session.press(.enter)
    try player.session.waitUntil("that the server does not answer") {
      Reader.matches(
        player.wording("store.failure.unreachable", ["path": "--store"]),
        in: Reader.squeezed($0.text)
      )
    }
    #expect(!player.reader.isSaved(player.session.screen))
    try control("start")
    try player.session.waitUntil("saved") { player.reader.isSaved($0) }
    let list = try run("lise", "case", "list").output
    #expect(list.split(separator: "\n").count == 1 && list.hasPrefix("1001\t"))
  }
}
#endif
