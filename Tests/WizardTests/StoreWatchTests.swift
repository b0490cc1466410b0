import Dispatch
import Model
import Store
import TestSupport
import Testing

@testable import Wizard

@Suite struct StoreWatchTests {
  @Test(arguments: [true, false])
  func `a save is told, with a watch of the system's and without`(isTold: Bool) throws {
    let folder = try TemporaryFolder()
    let location = StoreLocation(directory: folder.file("store"))
    let store = try SQLiteStore.open(at: location, now: { .now() }, redact: { text, _ in text })
    let told = DispatchSemaphore(value: 0)
    let watch = StoreWatch(
      location,
      on: DispatchQueue(label: "watch"),
      every: .milliseconds(20),
      isTold: isTold
    ) {
      told.signal()
    }
    _ = try store.create(CaseDraft(flow: "findFault"))
    #expect(told.wait(timeout: .now() + 10) == .success)
    withExtendedLifetime(watch) {}
  }
}
