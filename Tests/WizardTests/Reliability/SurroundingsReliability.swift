import Foundation
import Model
import TestSupport
import Testing

/// The program starts as it should or stops with one plain line, whatever surrounds it.
@Suite struct SurroundingsReliability {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["home", "state"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name),
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    }
  }

  /// One way things can be: commands of a shell before the program, and the status it then ends with.
  struct Surroundings: CustomTestStringConvertible, Sendable {
    let shell: String
    let status: Int32
    var testDescription: String { shell }

    init(_ shell: String, _ status: Int32 = 0) {
      self.shell = shell
      self.status = status
    }
  }

  static let all: [Surroundings] = [
    Surroundings("unset HOME XDG_STATE_HOME;", 69),
    Surroundings("HOME=; unset XDG_STATE_HOME;", 69),
    Surroundings("HOME=relative; unset XDG_STATE_HOME;", 69),
    Surroundings("HOME=/nowhere; unset XDG_STATE_HOME;", 69),
    Surroundings("HOME=/dev/null; unset XDG_STATE_HOME;", 69),
    Surroundings("HOME=/proc; unset XDG_STATE_HOME;", 69),
    Surroundings("XDG_STATE_HOME=relative;"),
    Surroundings("XDG_STATE_HOME=;"),
    Surroundings("XDG_STATE_HOME=/proc;", 69),
    Surroundings("unset LANG LC_ALL;"), Surroundings("LC_ALL=C;"), Surroundings("LC_ALL=POSIX;"),
    Surroundings("LC_ALL=nb_NO.ISO-8859-1;"), Surroundings("LC_ALL=no.such.locale;"),
    Surroundings("LC_ALL=$(printf 'nb\\377');"), Surroundings("LANG=../../etc;"),
    Surroundings("unset TERM;"), Surroundings("TERM=dumb;"), Surroundings("TERM=nothing-known;"),
    Surroundings("TERM=; TERMINFO=/nowhere;"), Surroundings("TERMINFO=relative;"),
    Surroundings("TZ=Mars/Olympus;"), Surroundings("TZ=:/etc/passwd;"),
    Surroundings("TZ=$(printf '\\1');"),
    Surroundings("TMPDIR=/nowhere;"), Surroundings("PATH=;"),
    Surroundings("ulimit -n 16;"), Surroundings("umask 777;"), Surroundings("umask 000;"),
    Surroundings("ulimit -c unlimited 2>/dev/null;"), Surroundings("SWIFT_BACKTRACE=junk;"),
  ]

  @Test(arguments: all)
  func `starts or stops with one plain line`(surroundings: Surroundings) throws {
    let before = Set(folder.contents.keys)
    let environment = ["HOME": folder.file("home"), "XDG_STATE_HOME": folder.file("state")]
    let shell = "cd '\(folder.path)'; export HOME XDG_STATE_HOME; \(surroundings.shell)"
    let exported = "export LANG LC_ALL TERM TERMINFO TZ TMPDIR PATH SWIFT_BACKTRACE 2>/dev/null;"
    for arguments in [["case", "list"], ["--plain"], ["doctor"]] {
      let run = try Run(
        arguments,
        input: "q\n",
        environment: environment,
        shell: arguments == ["doctor"] ? shell : shell + exported
      )
      let place = "\(surroundings.shell) \(arguments): \(run.output)\(run.complaint)"
      #expect(!run.trapped, "\(place)")
      if arguments == ["doctor"] {
        #expect([0, 69].contains(run.status), "\(place)")
        continue
      }
      #expect(
        run.status == surroundings.status || arguments == ["--plain"] && run.status == 130,
        "\(place)"
      )
      guard surroundings.status != 0 else { continue }
      #expect(run.output == "", "\(place)")
      #expect(run.complaint.split(separator: "\n").count == 1, "\(place)")
      // Nothing was made anywhere else.
      #expect(Set(folder.contents.keys) == before, "\(place)")
    }
  }

  @Test(arguments: ["C", "no.such.locale", "nb_NO.UTF-8"])
  func `Norwegian letters come out whole whatever the locale`(locale: String) throws {
    let run = try Run(
      ["--plain", "--language", "nb", "--store", folder.file("store")],
      input: "q\n",
      environment: ["LC_ALL": locale]
    )
    #expect(run.output.contains("å") && run.output.contains("ø"))
  }

  @Test(arguments: [">&-", "2>&-", "<&-", ">/dev/full", ">&- 2>&- <&-"])
  func `an end that is closed or full neither traps nor writes into the store`(ends: String) throws
  {
    let store = folder.file("store")
    #expect(try Run(["case", "list", "--store", store]).status == 0)
    let script = "\"$0\" case list --store '\(store)' \(ends); echo $? >'\(folder.file("status"))'"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, Executables.veiviser]
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: folder.file("status"), encoding: .utf8)
    let status = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(status < 128, "\(ends)")
    #expect(try Run(["store", "check", "--store", store]).status == 0)
    #expect(FileManager.default.contents(atPath: store + "/veiviser.lock") == Data())
  }

  @Test func `tells how much was tried`() {
    Reliability.report(
      "21 odd surroundings",
      "\(Self.all.count) surroundings, 3 commands each; 0 traps, one plain line each refusal"
    )
  }
}
