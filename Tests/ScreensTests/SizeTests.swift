import Drawing
import Screens
import TestSupport
import Testing

@Suite struct SizeTests {
  @Test func `sizes compare by columns and rows`() {
    #expect(Size(columns: 80, rows: 24) != Size(columns: 24, rows: 80))
  }

  @Test func `an empty message field does not fill a large window`() {
    let frame = Driver(columns: 200, rows: 50).pressing(.character("1")).frame
    let rows = Set(frame.places(of: [.inputFocus]).map { $0.place.row })
    #expect(rows.count == 12)
  }
}
