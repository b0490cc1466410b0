import Wording
import Foundation
import SafeText
import Store

/// How far something has come, on one line of the terminal that is written over; nothing where there is none.
final class ProgressLine {
  private static let pause = Duration.milliseconds(250)

  private let wording: Wording
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  init(_ wording: Wording) { self.wording = wording }

  /// Shows how much is done, how fast it goes and how long it will take, at most four times a second.
  func show(_ progress: RegisterProgress) {
    let now = ContinuousClock.now
    guard isShown, progress.done > 0, last.map({ now - $0 >= Self.pause }) ?? true else { return }
    last = now
    let seconds = max((now - start) / .seconds(1), 0.001)
    let rate = Double(progress.done) / seconds
    let left = Double(max(progress.size - progress.done, 0)) / rate
    write(
      wording(
        "register.progress",
        [
          "percent": "\(progress.done * 100 / max(progress.size, 1))",
          "rate": String(Int((rate / 1_000_000).rounded())),
          "seconds": String(Int(left.rounded(.up))),
        ]
      )
    )
  }

  /// Clears the line.
  func end() {
    if last != nil { write("") }
    last = nil
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\r\(Sanitiser.line(text))\u{1B}[K".utf8))
  }
}
