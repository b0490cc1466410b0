import Foundation
import TestSupport
import Testing

@testable import Model
@testable import Store

/// What a member of the group can do to another one by way of the folder that they share: two users, one
/// of whom uses the store while the other puts links in the place of whatever comes and goes there.
@Suite(.serialized) struct GroupReliability {
  private static let (victim, attacker, group) = (41_001, 41_002, 42_000)
  /// Users need not be known to the machine, but only root can be them.
  private static let canBeOthers =
    geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0o755) == 0)
  }

  private static func asUser(_ user: Int) -> String {
    "setpriv --reuid \(user) --regid \(group) --clear-groups"
  }

  private func make(_ name: String, _ mode: mode_t, _ group: Int = Self.group) throws -> String {
    let path = folder.file(name)
    #expect(mkdir(path, 0o700) == 0)
    #expect(chown(path, uid_t(Self.victim), gid_t(group)) == 0 && chmod(path, mode) == 0)
    return path
  }

  /// The files that are nobody's business but the victim's, as they stand.
  private func privateFiles(_ path: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      let file = path + "/" + name
      let facts = try FileFacts(at: file)
      let text = try? String(contentsOfFile: file, encoding: .utf8)
      found[name] = "\(facts?.mode ?? 0) \(facts?.owner ?? 0) \(text ?? "")"
    }
    return found
  }

  private func makePrivate() throws -> String {
    let path = try make("private", 0o700, 43_000)
    for (name, text) in [("key", "precious"), ("empty", "")] {
      try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
      #expect(chown(path + "/" + name, uid_t(Self.victim), 43_000) == 0)
      #expect(chmod(path + "/" + name, 0o600) == 0)
    }
    #expect(mkdir(path + "/folder", 0o700) == 0)
    #expect(chown(path + "/folder", uid_t(Self.victim), 43_000) == 0)
    return path
  }

  @Test(.enabled(if: canBeOthers, "not tested: only root can be two users"))
  func `whatever another member of the group plants, no other file of one's own is touched`()
    throws
  {
    let secret = try makePrivate()
    let before = try privateFiles(secret)
    let rounds = Reliability.count(4, full: 200)
    var whole = 0
    for round in 0..<rounds {
      let team = try make("team\(round)", 0o2775)
      let store = team + "/s"
      if round.isMultiple(of: 2) {
        // An earlier shape, so that a copy is made and the store brought up to date.
        try OldStore.make(in: folder, version: StoreSchema.current.version - 1, cases: 2)
        #expect(rename(folder.location.directory, store) == 0)
        #expect(
          chown(store, uid_t(Self.victim), gid_t(Self.group)) == 0 && chmod(store, 0o2770) == 0
        )
        for name in try FileManager.default.contentsOfDirectory(atPath: store) {
          let file = store + "/" + name
          #expect(
            chown(file, uid_t(Self.victim), gid_t(Self.group)) == 0 && chmod(file, 0o660) == 0
          )
        }
      }
      let racer = try Probe(
        ["plant", team, secret, "\(round)"],
        prefix: Self.asUser(Self.attacker)
      )
      #expect(racer.lines(atLeast: 1) == ["begun"])
      for _ in 0..<3 {
        let user = try Probe(
          ["share", store],
          shell: "umask 022;",
          prefix: Self.asUser(Self.victim)
        )
        _ = user.lines()
        if user.wait() == 0 { whole += 1 }
      }
      racer.kill()
      racer.wait()
      #expect(try privateFiles(secret) == before, "round \(round), seed \(Reliability.seed)")
    }
    Reliability.report(
      "11 group, races",
      "\(rounds) stores, 3 uses each beside one who swaps names, \(whole) of them done; 0 other files made, changed, opened or removed"
    )
  }

  @Test(.enabled(if: canBeOthers, "not tested: only root can be two users"))
  func `a journal of another member of the group deletes nothing`() throws {
    let secret = try makePrivate()
    let before = try privateFiles(secret)
    let team = try make("team", 0o2775)
    let store = team + "/s"
    let first = try Probe(["share", store], prefix: Self.asUser(Self.victim))
    _ = first.lines()
    #expect(first.wait() == 0)
    let journal = store + "/veiviser.sqlite-journal"
    try SuperJournal.bytes(naming: secret + "/key").write(to: URL(filePath: journal))
    #expect(
      chown(journal, uid_t(Self.attacker), gid_t(Self.group)) == 0 && chmod(journal, 0o660) == 0
    )
    let user = try Probe(["share", store], prefix: Self.asUser(Self.victim))
    #expect(user.lines() == ["failure store.failure.damaged.planted"])
    #expect(user.wait() == 69)
    #expect(try privateFiles(secret) == before)
    Reliability.report("11 group, journal", "1 journal that names another file; refused, 0 deleted")
  }
}
