import SafeText

/// Text of several lines, wrapped to a width, that can be edited at any size up to its limit.
///
/// Each line keeps where its rows begin, so that a key measures one line and never the whole text.
struct AreaText: Equatable, Sendable {
  /// A place between characters: before `index` of a line.
  struct Place: Hashable, Sendable {
    var line: Int
    var index: Int
  }

  private struct Line: Equatable, Sendable {
    var graphemes: Graphemes
    var starts: [Int]

    init(_ graphemes: Graphemes, width: Int) {
      self.graphemes = graphemes
      starts = Wrap.rowStarts(in: graphemes.characters, width: width)
    }

    /// Wraps again after an edit that began at one index and ended before another.
    mutating func rewrap(from start: Int, to end: Int, old: Int, width: Int) {
      // What stands beside the edit may have joined what is new.
      starts = Wrap.rowStarts(
        after: starts,
        in: graphemes.characters,
        width: width,
        changed: graphemes.neighbours(of: start..<max(start, end)),
        growth: graphemes.count - old
      )
    }
  }

  private var lines: [Line]

  /// The columns of a row.
  private(set) var width: Int

  /// The characters of all lines and the breaks between them.
  private(set) var count = 0

  let limit: Int

  init(width: Int, limit: Int) {
    self.width = max(1, width)
    self.limit = min(max(0, limit), 1_000_000)
    lines = [Line(Graphemes(), width: self.width)]
  }

  var text: String {
    lines.map(\.graphemes.text).joined(separator: "\n")
  }

  var end: Place {
    Place(line: lines.count - 1, index: lines.last?.graphemes.count ?? 0)
  }

  /// The number of rows on the screen.
  var rowCount: Int { lines.reduce(0) { $0 + $1.starts.count } }

  func line(_ place: Place) -> Graphemes { lines[place.line].graphemes }

  /// Wraps to another width.
  mutating func wrap(width: Int) {
    let width = max(1, width)
    guard width != self.width else { return }
    self.width = width
    for index in lines.indices {
      lines[index].starts = Wrap.rowStarts(in: lines[index].graphemes.characters, width: width)
    }
  }

  // MARK: Editing

  /// Inserts text, lines and all, as far as there is room.
  ///
  /// - Returns: The place behind it, and whether all of it found room.
  mutating func insert(_ text: String, at place: Place) -> (cursor: Place, whole: Bool) {
    let room = limit - count
    // Far more than fits is not worth cleaning.
    let scalars = text.unicodeScalars.prefix(room * 4 + 1_024)
    let shortened = scalars.endIndex != text.unicodeScalars.endIndex
    let old = line(place).count
    let base = place.index > 0 ? line(place).characters[place.index - 1] : nil
    var clean = Sanitiser.text((base.map { String($0) } ?? "") + String(scalars))
    let kept = room + (base == nil ? 0 : 1)
    let whole = clean.count <= kept
    if !whole { clean = String(clean.prefix(kept)) }
    var pieces = clean.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Graphemes(clean: Array($0)) }
    let cursor: Place
    if pieces.count == 1 {
      let result = lines[place.line].graphemes.insert(
        String(scalars),
        at: place.index,
        room: room
      )
      cursor = Place(line: place.line, index: result.cursor)
      rewrap(from: place.index, to: cursor, counting: old)
    } else {
      var head = take(place.line)
      let tail = head.split(at: place.index)
      if base != nil { _ = head.remove(head.count - 1..<head.count) }
      _ = head.append(pieces[0])
      pieces[0] = head
      let last = pieces.count - 1
      cursor = Place(line: place.line + last, index: pieces[last].append(tail))
      put(pieces, at: place.line, counting: old)
    }
    return (cursor, whole && !shortened)
  }

  /// Removes what stands between two places, and returns the first of them.
  mutating func remove(from start: Place, to end: Place) -> Place {
    if start.line == end.line {
      let old = line(start).count
      let range = start.index..<max(start.index, end.index)
      let index = lines[start.line].graphemes.remove(range)
      let cursor = Place(line: start.line, index: index)
      rewrap(from: start.index, to: cursor, counting: old)
      return cursor
    }
    var head = lines[start.line].graphemes
    var last = lines[end.line].graphemes
    let removed = lines[start.line...end.line].reduce(0) { $0 + $1.graphemes.count }
    _ = head.split(at: start.index)
    let index = head.append(last.split(at: end.index))
    lines.removeSubrange(start.line + 1...end.line)
    count -= end.line - start.line
    put([head], at: start.line, counting: removed)
    return Place(line: start.line, index: index)
  }

  /// Wraps one edited line, whose characters were `old` in number.
  private mutating func rewrap(from start: Int, to end: Place, counting old: Int) {
    count += line(end).count - old
    lines[end.line].rewrap(from: min(start, end.index), to: end.index, old: old, width: width)
  }

  /// Takes a line out for editing, so that its storage is not copied.
  private mutating func take(_ index: Int) -> Graphemes {
    let graphemes = lines[index].graphemes
    lines[index].graphemes = Graphemes()
    return graphemes
  }

  /// Puts lines in the place of one whose characters were `old` in number.
  private mutating func put(_ new: [Graphemes], at index: Int, counting old: Int) {
    let width = width
    count += new.reduce(new.count - 1 - old) { $0 + $1.count }
    lines.replaceSubrange(index...index, with: new.map { Line($0, width: width) })
  }

  // MARK: Moving

  /// The place one character on or back, across line breaks; `nil` at the ends of the text.
  func place(_ place: Place, movedBy step: Int) -> Place? {
    let index = place.index + step
    if index >= 0, index <= lines[place.line].graphemes.count {
      return Place(line: place.line, index: index)
    }
    let line = place.line + step
    guard lines.indices.contains(line) else { return nil }
    return Place(line: line, index: step > 0 ? 0 : lines[line].graphemes.count)
  }

  /// The row, counted within its line, that a place stands on.
  private func rowInLine(_ place: Place) -> Int {
    let starts = lines[place.line].starts
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place.index { low = middle } else { high = middle }
    }
    return low
  }

  /// The row of the whole text that a place stands on.
  func row(of place: Place) -> Int {
    lines[..<place.line].reduce(rowInLine(place)) { $0 + $1.starts.count }
  }

  /// The column a place stands in; blanks that hang past the edge count as the edge.
  func column(of place: Place) -> Int {
    let line = lines[place.line]
    let start = line.starts[rowInLine(place)]
    let text = line.graphemes.characters[start..<place.index]
    return min(width, text.reduce(0) { $0 + DisplayWidth.columns(of: $1) })
  }

  /// The first and last place on the row where a place stands.
  func rowEnds(_ place: Place) -> (start: Place, end: Place) {
    let range = range(row: rowInLine(place), line: place.line)
    return (
      Place(line: place.line, index: range.lowerBound),
      Place(line: place.line, index: lastIndex(of: range, line: place.line))
    )
  }

  /// The place on a row of the whole text that is nearest to a column.
  func place(row: Int, column: Int) -> Place {
    var row = min(max(0, row), rowCount - 1)
    var line = 0
    while row >= lines[line].starts.count {
      row -= lines[line].starts.count
      line += 1
    }
    let range = range(row: row, line: line)
    let last = lastIndex(of: range, line: line)
    var index = range.lowerBound
    var used = 0
    while index < last {
      used += DisplayWidth.columns(of: lines[line].graphemes.characters[index])
      guard used <= column else { break }
      index += 1
    }
    return Place(line: line, index: index)
  }

  /// The texts of some rows of the whole text.
  func rows(_ wanted: Range<Int>) -> [String] {
    var result: [String] = []
    var first = 0
    for (index, line) in lines.enumerated() where first < wanted.upperBound {
      let overlap = (first..<first + line.starts.count).clamped(to: wanted)
      for row in overlap {
        let range = range(row: row - first, line: index)
        result.append(String(line.graphemes.characters[range]))
      }
      first += line.starts.count
    }
    return result
  }

  private func range(row: Int, line: Int) -> Range<Int> {
    let starts = lines[line].starts
    let end = row + 1 < starts.count ? starts[row + 1] : lines[line].graphemes.count
    return starts[row]..<end
  }

  /// The last place that still belongs to a row: where the next row begins is already there.
  private func lastIndex(of range: Range<Int>, line: Int) -> Int {
    let isLast = range.upperBound == lines[line].graphemes.count
    return isLast ? range.upperBound : max(range.lowerBound, range.upperBound - 1)
  }
}
