import Foundation

/// One line of the result: a figure of ours beside its peers' and what it is held to.
struct Row {
  let figure: String
  let ours: Double
  var unit = "ms"
  var peers: [(name: String, value: Double)] = []
  /// What is held, in words.
  let target: String
  /// Whether it is held; `nil` where nothing is promised.
  var isHeld: Bool?
}

/// The result as one Markdown table.
enum Table {
  static func print(_ rows: [Row]) {
    line("| figure | veiviser | dialog | whiptail | ratio | target | |")
    line("|---|---:|---:|---:|---:|---|---|")
    for row in rows {
      let peers = ["dialog", "whiptail"].map { name in
        row.peers.first { $0.name == name }?.value
      }
      let ratios = peers.compactMap { $0 }.filter { $0 > 0 }
        .map { number(row.ours / $0) }.joined(separator: " / ")
      let held = row.isHeld.map { $0 ? "held" : "**missed**" } ?? ""
      line(
        "| \(row.figure) | \(amount(row.ours, row.unit)) "
          + peers.map { "| \($0.map { amount($0, row.unit) } ?? "–") " }.joined()
          + "| \(ratios.isEmpty ? "–" : ratios) | \(row.target) | \(held) |"
      )
    }
  }

  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Says what is under way, beside the table.
  static func progress(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  private static func amount(_ value: Double, _ unit: String) -> String {
    unit.isEmpty ? number(value) : "\(number(value)) \(unit)"
  }

  static func number(_ value: Double) -> String {
    if value.isNaN { return "?" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return String(format: value < 1 ? "%.3f" : value < 100 ? "%.2f" : "%.0f", value)
  }
}
