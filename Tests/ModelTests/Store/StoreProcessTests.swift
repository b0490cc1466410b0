import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

/// What only separate processes can show.
@Suite(.serialized) struct StoreProcessTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var directory: String { folder.location.directory }

  @Test(arguments: ["000", "022", "077", "007", "777"])
  func `folder and files are the owner's alone, whatever the umask`(umask: String) throws {
    let deep = StoreLocation(directory: folder.path + "/a/b/store")
    let probe = try Probe(["open", deep.directory], shell: "umask \(umask);")
    #expect(probe.wait() == 0)
    for path in [folder.path + "/a", folder.path + "/a/b", deep.directory] {
      #expect(try folder.mode(of: path) == 0o700)
    }
    #expect(try folder.mode(of: deep.database) == 0o600)
    #expect(try folder.mode(of: deep.directory + "/veiviser.lock") == 0o600)
  }

  @Test func `a file that was opened to others is closed again`() throws {
    try folder.open().close()
    #expect(chmod(folder.location.database, 0o644) == 0)
    #expect(try folder.open().inspection().fileMode == 0o600)
  }

  /// The superuser may write anywhere, so these run as nobody where the tests run as the superuser.
  private static let asNobody =
    getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""

  @Test(.enabled(if: canRunAsNobody), arguments: [(UInt16(0o500), UInt16(0o600)), (0o700, 0o400)])
  func `a folder or file that cannot be written is told when the store is opened`(
    folderMode: UInt16,
    fileMode: UInt16
  ) throws {
    try folder.open().close()
    let before = try folder.bytes()
    if getuid() == 0 {
      for path in [folder.path, directory] + (try folder.names().map { directory + "/" + $0 }) {
        #expect(chown(path, 65534, 65534) == 0)
      }
    }
    #expect(chmod(folder.location.database, mode_t(fileMode)) == 0)
    #expect(chmod(directory, mode_t(folderMode)) == 0)
    let probe = try Probe(["open", directory], prefix: Self.asNobody)
    #expect(probe.lines() == ["failure store.failure.notWritable"])
    #expect(probe.wait() == 69)
    #expect(chmod(directory, 0o700) == 0)
    #expect(try folder.bytes() == before)
  }

  @Test(.enabled(if: getuid() == 0 && canRunAsNobody))
  func `the folder and the file of another user are refused`() throws {
    try folder.open().close()
    #expect(chmod(folder.path, 0o755) == 0)
    #expect(chmod(directory, 0o755) == 0)
    let probe = try Probe(["open", directory], prefix: Self.asNobody)
    #expect(probe.lines() == ["failure store.failure.foreignOwner"])
    #expect(chown(directory, 65534, 65534) == 0)
    let again = try Probe(["open", directory], prefix: Self.asNobody)
    #expect(again.lines() == ["failure store.failure.notWritable"])
    let owner = StoreFailure.foreignOwner(path: directory, owner: 65534)
    #expect(throws: owner) { try folder.open() }
  }

  private static var canRunAsNobody: Bool {
    guard getuid() == 0 else { return true }
    guard let probe = try? Probe(["nothing", "/"], prefix: asNobody) else { return false }
    return probe.wait() == 64
  }
}
