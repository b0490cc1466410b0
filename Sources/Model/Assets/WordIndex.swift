import Foundation

/// The files of words of one language, in which a text is found by its key.
///
/// The first screen needs a few of the words, and making a text of each would take as long as much
/// of what else is done until it stands. So the files are only gone through for where things begin,
/// and a text is made when it is asked for.
struct WordIndex: Sendable {
  private struct Word {
    let file: Int32
    let entry: WordScanner.Entry
  }

  private var files: [Data] = []
  private var words: [Word] = []
  /// Places in `words`, each at its hash or next after it; -1 where there is none.
  private var slots: [Int32] = [-1]

  /// Takes in a file.
  ///
  /// - Returns: Whether it was one of the shape that ``WordScanner`` reads; nothing is taken in else.
  mutating func add(_ data: Data) -> Bool {
    let (file, before) = (Int32(files.count), words.count)
    let isRead = data.withUnsafeBytes { bytes in
      var scanner = WordScanner(bytes)
      return scanner.scan { words.append(Word(file: file, entry: $0)) }
    }
    guard isRead else {
      words.removeSubrange(before...)
      return false
    }
    files.append(data)
    return true
  }

  /// Makes what was taken in ready to be found.
  ///
  /// - Returns: A key that stands twice, if there is one.
  mutating func seal() -> String? {
    let room = words.count * 2
    slots = Array(repeating: -1, count: 1 << (Int.bitWidth - room.leadingZeroBitCount))
    for (index, word) in words.enumerated() {
      let slot = bytes(of: word) {
        self.slot(of: .init(rebasing: $0[word.entry.key]), hash: word.entry.hash)
      }
      guard slots[slot] < 0 else { return key(of: word) }
      slots[slot] = Int32(index)
    }
    return nil
  }

  var keys: [String] { words.map(key) }

  func has(_ key: String) -> Bool { word(key) != nil }

  /// The text of a key, arrays joined by line breaks.
  subscript(key: String) -> String? {
    word(key).flatMap { word in
      bytes(of: word) { bytes in
        var scanner = WordScanner(bytes, from: word.entry.text)
        return scanner.text()
      }
    }
  }

  private func word(_ key: String) -> Word? {
    var key = key
    let index = key.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return slots[slot(of: bytes, hash: FNV1a.shortHash(bytes))]
    }
    return index < 0 ? nil : words[Int(index)]
  }

  /// Where a key is, or where there is room for it.
  private func slot(of key: UnsafeRawBufferPointer, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0, !isKey(key, hash, of: words[Int(slots[slot])]) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isKey(_ key: UnsafeRawBufferPointer, _ hash: UInt32, of word: Word) -> Bool {
    word.entry.hash == hash && bytes(of: word) { $0[word.entry.key].elementsEqual(key) }
  }

  private func key(of word: Word) -> String {
    bytes(of: word) { String(decoding: $0[word.entry.key], as: UTF8.self) }
  }

  /// The file in which a word stands.
  private func bytes<Value>(of word: Word, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    files[Int(word.file)].withUnsafeBytes(body)
  }
}
