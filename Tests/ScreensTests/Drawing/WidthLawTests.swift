import SafeText
import CTerminalKit
import Testing

@testable import Drawing

/// What is drawn takes the cells we count, on a terminal that is some years old as well.
@Suite struct WidthLawTests {
  /// The column of the cursor behind what is drawn for a text.
  private func column(behind text: String, on screen: OpaquePointer) -> Int {
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    let columns = canvas.write(text, row: 0, column: 0)
    let row = canvas.frame.row(0).prefix(columns).filter { $0.width > 0 }
      .map { String($0.character) }.joined()
    let bytes = Array(("\r" + row).utf8)
    tk_screen_write(screen, bytes, bytes.count)
    return Int(tk_screen_state(screen).cursor_column)
  }

  @Test func `every character there is takes the cells that are counted for it`() {
    let screen = tk_screen_new(2, 40)
    defer { tk_screen_free(screen) }
    var wrong: [String] = []
    for value in 0x20...0x10FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      // Nobody draws what nobody has named.
      let category = scalar.properties.generalCategory
      guard category != .unassigned, category != .privateUse else { continue }
      for text in ["a\(scalar)b", "\(scalar)b"] {
        let counted = DisplayWidth.columns(of: Sanitiser.line(text))
        let found = column(behind: text, on: screen)
        if found != counted {
          wrong.append("U+\(String(value, radix: 16)) \(category): \(counted), \(found)")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(30))")
  }

  @Test func `what terminals dispute is kept, and drawn as a mark of the same width`() {
    for (text, drawn) in [("a\u{1FAE0}b", "a· b"), ("x\u{1DF5}", "x"), ("\u{4DC0}", "·")] {
      var canvas = Canvas(size: Size(columns: 8, rows: 1))
      let columns = canvas.write(text, row: 0, column: 0)
      #expect(canvas.frame.text == drawn)
      #expect(columns == DisplayWidth.columns(of: text))
      #expect(Sanitiser.line(text) == text)
      #expect(canvas.frame.checkInvariants() == [])
    }
  }
}
