import Model
import Screens
import Store
import Synchronization

/// The register beside the store, opened when it is first asked, and again when another one stands in its place.
final class RegisterAtHand: Sendable {
  private let location: StoreLocation
  private let state = Mutex(State())

  private struct State {
    var file: RegisterFile?
    /// Which file that is, or could not be opened.
    var identity: [UInt64]?
  }

  init(_ location: StoreLocation) { self.location = location }

  var isThere: Bool { RegisterFile.identity(at: location) != nil }

  /// What it says of a number; nothing where there is no register.
  ///
  /// That it cannot be used is told once.
  func answer(_ number: OrganisationNumber) -> Event? {
    ask { .registered(try $0.reply(to: number)) }
  }

  /// The units of it that fit; nothing where there is no register.
  func find(_ query: RegisterQuery) -> Event? {
    ask { .foundInRegister(try $0.find(query)) }
  }

  private func ask(_ question: (RegisterFile) throws -> Event) -> Event? {
    do {
      return try file().map(question)
    } catch let failure as RegisterFailure {
      return .storeFailed(key: failure.textKey, values: failure.textValues)
    } catch let failure as StoreFailure {
      return .storeFailed(key: failure.textKey, values: failure.textValues)
    } catch {
      return nil
    }
  }

  private func file() throws -> RegisterFile? {
    try state.withLock { state in
      guard let identity = RegisterFile.identity(at: location) else { return nil }
      if identity != state.identity {
        state.identity = identity
        state.file = nil
        state.file = try RegisterFile(at: location)
      }
      return state.file
    }
  }
}
