import Foundation
import Model
import Store
import Testing
import TestSupport

/// Who can get at the store, and at the program while it runs.
@Suite(.serialized) struct PermissionReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ name: String) throws -> Int {
    let facts = try FileManager.default.attributesOfItem(atPath: folder.file(name))
    return (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  private static let umasks = ["000", "022", "077", "007", "777"]

  @Test func `tells how much was tried`() {
    Reliability.report(
      "11 permissions",
      "own and shared store under \(Self.umasks.count) umasks; nothing readable by others"
    )
  }

  @Test(arguments: umasks, [false, true])
  func `the modes are right under every umask`(umask: String, isShared: Bool) throws {
    let run = try Run(
      ["case", "list", "--store", folder.file("store")] + (isShared ? ["--shared"] : []),
      shell: "umask \(umask);"
    )
    #expect(run.status == 0)
    #expect(try mode("store") == (isShared ? 0o2770 : 0o700))
    for name in ["veiviser.sqlite", "veiviser.lock"] {
      #expect(try mode("store/\(name)") == (isShared ? 0o660 : 0o600))
    }
  }

  /// Users that need not be known to the machine, and whether this machine lets us be them.
  private static let canBeOthers =
    geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  private func asUser(_ user: Int, group: Int) -> String {
    "setpriv --reuid \(user) --regid \(group) --clear-groups"
  }

  @Test(.enabled(if: canBeOthers))
  func `the group works in a shared store and nobody else gets in`() throws {
    #expect(chmod(folder.path, 0o755) == 0)
    let team = folder.file("team")
    try FileManager.default.createDirectory(atPath: team, withIntermediateDirectories: false)
    #expect(chown(team, 41_001, 42_000) == 0)
    #expect(chmod(team, 0o2770) == 0)
    func run(_ arguments: [String], _ user: Int, _ group: Int, input: String = "") throws -> Run {
      try Run(
        arguments + ["--store", team, "--shared"],
        input: input,
        shell: "umask 077;",
        prefix: asUser(user, group: group)
      )
    }
    // Each of two agents makes a case, and deletes that of the other.
    #expect(try run(["--plain"], 41_001, 42_000, input: "1\nNoe gikk galt\n.\nq\n").status == 130)
    #expect(try run(["--plain"], 41_002, 42_000, input: "1\nNoe gikk galt\n.\nq\n").status == 130)
    #expect(try run(["case", "delete", "1001"], 41_002, 42_000).status == 0)
    #expect(try run(["case", "delete", "1002"], 41_001, 42_000).status == 0)
    #expect(try run(["store", "check"], 41_002, 42_000).status == 0)
    let stranger = try run(["case", "list"], 41_003, 43_000)
    #expect(stranger.status == 69)
    #expect(stranger.complaint.contains("--store"))
    let store = try run(["store", "check", "--json"], 41_001, 42_000)
    #expect(store.status == 0)
    for name in ["veiviser.sqlite", "veiviser.lock"] { #expect(try mode("team/\(name)") == 0o660) }
    Reliability.report("11 second user", "2 users of a group, 1 stranger; the stranger got nothing")
  }

  @Test(.enabled(if: canBeOthers))
  func `nobody of the same user can look into the program, and it leaves no core`() throws {
    // Anybody can put something in it, and nobody can move what others have there.
    #expect(chmod(folder.path, 0o1777) == 0)
    let script = """
      cd '\(folder.path)'; umask 077; mkfifo in out
      "$0" --plain --store '\(folder.path)/store' <in >out 2>/dev/null &
      program=$!
      exec 4>in 5<out
      read line <&5
      grep 'Max core file size' /proc/$program/limits 2>/dev/null | tr -s ' ' | cut -d' ' -f5 >core
      for name in mem environ maps; do cat /proc/$program/$name >$name 2>/dev/null; done
      # One that cannot attach ends at once.
      timeout 5 strace -p $program -o trace 2>/dev/null; [ $? != 124 ] || echo attached >attached
      echo q >&4
      wait $program
      wc -c mem environ maps | tail -n 1 | tr -dc 0-9 >bytes
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      [
        "-c", "exec \(asUser(41_001, group: 42_000)) sh -c \"$1\" \"$0\"", Executables.veiviser,
        script,
      ]
    try process.run()
    process.waitUntilExit()
    let bytes = try String(contentsOfFile: folder.file("bytes"), encoding: .utf8)
    #expect(bytes == "0")
    #expect(!FileManager.default.fileExists(atPath: folder.file("attached")))
    let core = try String(contentsOfFile: folder.file("core"), encoding: .utf8)
    #expect(core == "" || core == "0\n")
    Reliability.report("12 memory", "0 bytes of memory, environment and map read by the same user")
  }
}
