import Drawing
import Screens
import Testing

@Suite struct SizeTests {
  @Test func `sizes compare by columns and rows`() {
    #expect(Size(columns: 80, rows: 24) != Size(columns: 24, rows: 80))
  }
}
