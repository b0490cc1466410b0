import Foundation
import TestSupport
import Testing

/// `scripts/install` and the `install.sh` it uses, with a program in the place of the one it would build.
@Suite struct InstallTests {
  let folder: TemporaryFolder
  private var prefix: String { folder.file("prefix") }

  init() throws {
    folder = try TemporaryFolder()
    for (name, script) in [("scripts", "install"), ("packaging", "install.sh")] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name),
        withIntermediateDirectories: false
      )
      let text = try Repository.text(of: "\(name)/\(script)")
      try folder.write(text, to: "\(name)/\(script)")
      chmod(folder.file("\(name)/\(script)"), 0o755)
    }
    // The script writes the program: what this process writes, a test beside it can hold open, and such a
    // file cannot be run.
    try folder.write(
      """
      root='\(folder.file(""))'
      say() { printf '%s\\n' "$*" >&2; }
      die() { say "$@"; exit 1; }
      build_program() {
        program='\(folder.file("program"))'
        printf '#!/bin/sh\\necho "$@"\\n' >"$program" && chmod 755 "$program"
      }
      """,
      to: "scripts/setup"
    )
  }

  private func install(_ before: String = "") throws -> Int32 {
    try run("\(before) exec sh \"$0\" \"$1\" 2>/dev/null", folder.file("scripts/install"), prefix)
  }

  private func run(_ script: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script] + arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func mode(_ name: String) throws -> Int? {
    let path = prefix + "/" + name
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: ["077", "000", "022"])
  func `all may run what is installed, and nobody else may change it, whatever the mask`(
    mask: String
  ) throws {
    #expect(try install("umask \(mask);") == 0)
    for name in ["bin", "bin/veiviser", "share", "share/man", "share/man/nn/man1"] {
      #expect(try mode(name) == 0o755)
    }
    for name in ["share/man/man1/veiviser.1", "share/zsh/site-functions/_veiviser"] {
      #expect(try mode(name) == 0o644)
    }
    let text = try String(contentsOfFile: prefix + "/share/man/nn/man1/veiviser.1", encoding: .utf8)
    #expect(text == "manual --language nn\n")
    let page = try String(contentsOfFile: prefix + "/share/man/man1/veiviser.1", encoding: .utf8)
    #expect(page == ".so nb/man1/veiviser.1\n")
    let left = try FileManager.default.subpathsOfDirectory(atPath: prefix)
    #expect(!left.contains { $0.contains(".veiviser") || $0.hasSuffix("new") })
  }

  @Test func `a link in the place of a file is put aside, and what it names is left alone`() throws
  {
    try FileManager.default.createDirectory(
      atPath: prefix + "/bin",
      withIntermediateDirectories: true
    )
    let mine = try folder.write("precious", to: "mine")
    for name in ["veiviser", "veiviser.new", "new"] {
      #expect(symlink(mine, prefix + "/bin/" + name) == 0)
    }
    #expect(try install() == 0)
    #expect(try String(contentsOfFile: mine, encoding: .utf8) == "precious")
    #expect(try mode("bin/veiviser") == 0o755)
    #expect(try String(contentsOfFile: prefix + "/bin/veiviser", encoding: .utf8).contains("echo"))
  }

  @Test func `a page that is a link in the archive is placed, and what is said removes all of it`()
    throws
  {
    let files = [
      "bin/veiviser", "share/doc/veiviser/copyright", "share/man/nb/man1/veiviser.1.gz",
    ]
    let page = "share/man/man1/veiviser.1.gz"
    for file in files { try folder.write(file, to: "packaging/\(file)") }
    try FileManager.default.createDirectory(
      atPath: folder.file("packaging/share/man/man1"),
      withIntermediateDirectories: false
    )
    #expect(symlink("../nb/man1/veiviser.1.gz", folder.file("packaging/\(page)")) == 0)
    let script = folder.file("packaging/install.sh")
    #expect(try run("sh '\(script)' '\(prefix)' 2>'\(folder.file("said"))'") == 0)
    for file in files + [page] {
      let text = try String(contentsOfFile: prefix + "/" + file, encoding: .utf8)
      #expect(text == (file == page ? files[2] : file))
    }
    let said = try String(contentsOfFile: folder.file("said"), encoding: .utf8)
    let line = try #require(said.firstMatch(of: /To remove it again: (.+)/)).1
    #expect(try run(String(line)) == 0)
    let left = try FileManager.default.subpathsOfDirectory(atPath: prefix)
    #expect(!left.contains { $0.contains("veiviser") })
  }

  @Test(.enabled(if: geteuid() == 0, "not tested: only root can make somebody else's link"))
  func `somebody else's link in the place of a folder is not followed`() throws {
    for name in ["other", "prefix"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name),
        withIntermediateDirectories: false
      )
    }
    for name in ["bin", "share"] {
      #expect(symlink(folder.file("other"), prefix + "/" + name) == 0)
      #expect(lchown(prefix + "/" + name, 41_002, 42_000) == 0)
    }
    #expect(try install() != 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("other")) == [])
  }
}
