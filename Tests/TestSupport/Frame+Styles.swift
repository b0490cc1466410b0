package import Drawing

extension Frame {
  /// The places whose style is one of these, row by row.
  ///
  /// It stands here because this target is optimised: tests ask it of thousands of frames, cell by cell.
  package func places(of styles: [Style]) -> [(place: Position, style: Style)] {
    let wanted = styles.reduce(UInt32(0)) { $0 | 1 << UInt32($1.rawValue) }
    var found: [(place: Position, style: Style)] = []
    for index in cells.indices where wanted >> UInt32(cells[index].style.rawValue) & 1 == 1 {
      let place = Position(row: index / size.columns, column: index % size.columns)
      found.append((place, cells[index].style))
    }
    return found
  }
}
