#if PostgreSQL
import Foundation
import Model

/// A row of an answer: its columns in the order they were asked for.
struct ServerRow: Sendable {
  let values: [String?]

  /// A value that the program cannot have written.
  struct Damaged: Error {}

  func text(_ column: Int) throws -> String {
    guard let text = values[column] else { throw Damaged() }
    return text
  }

  func number(_ column: Int) throws -> Int64 {
    guard let number = Int64(try text(column)) else { throw Damaged() }
    return number
  }

  func isTrue(_ column: Int) -> Bool { values[column] == "t" }

  func moment(_ column: Int) throws -> Timestamp { Timestamp(rawValue: try number(column)) }

  /// A value of a closed list.
  func known<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
    guard let value = Value(rawValue: try text(column)) else { throw Damaged() }
    return value
  }

  func json<Value: Decodable>(_ column: Int) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(try text(column).utf8))
  }
}
#endif
