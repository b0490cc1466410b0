import Synchronization

/// A value made the first time somebody asks for it.
///
/// The program is to stand on the screen within milliseconds, so no table is read before it is used.
package final class Lazy<Value: Sendable>: Sendable {
  private let made: Mutex<Value?> = Mutex(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; made now if it was not before.
  package var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
