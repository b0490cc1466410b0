/// Whether a message is spoken of as what does not stand there: denied, guessed at, asked about, or of another time.
///
/// Such a text holds the message to the letter, and says that nobody has it. Five signs tell so, all in the message's
/// own sentence or beside it; whether anybody sees one that nothing is said of is another question (``MessageAlone``):
/// - before it stands what turns it, with nothing but small words between: «vi har aldri *fått denne feilen* X»;
/// - behind it comes a no: «X? Nei.»;
/// - behind it is said that it does not stand there, or no longer: «X er ikke det som står», «X. Den er borte.»;
/// - somewhere in the sentence is a word of doubt, of others or of a time long past;
/// - what came lately has given way: all works, or another message stands there today.
struct Hearsay: Decodable, Sendable {
  /// Words that may stand between a message and what turns it.
  @SpacedWords private var small: Set<String> = []
  /// Verbs whose denial is about themselves: «det virker ikke det står X».
  @SpacedWords private var own: Set<String> = []
  @SpacedWords private var denials: Set<String> = []
  /// Other ways to say that something is not there; denied themselves, they say that it is.
  @Sayings private var lacks: [[String]] = []
  /// What makes a guess, a condition or a memory of what follows.
  @Sayings private var turns: [[String]] = []
  /// What a question begins with that leaves open whether the message is there.
  @Sayings private var asks: [[String]] = []
  /// What is said right behind a message that was not the right one.
  @Sayings private var refusals: [[String]] = []
  /// Verbs that a message is said by to be there or not, and what it is called in a sentence of its own.
  @SpacedWords private var verbs: Set<String> = []
  @SpacedWords private var pointers: Set<String> = []
  /// Words before a sentence that do not change it, and who may speak in it.
  @SpacedWords private var links: Set<String> = []
  @SpacedWords private var speakers: Set<String> = []
  /// What is said of a message that has gone.
  @Sayings private var gone: [[String]] = []
  /// Words that leave a denied message where it is: «aldri sett før», «ikke noe mer».
  @SpacedWords private var unless: Set<String> = []
  /// Words of doubt and of others, wherever they stand.
  @Sayings private var signs: [[String]] = []
  /// What is long past or only remembered, what was lately, and what is now.
  @Sayings private var past: [[String]] = []
  @Sayings private var lately: [[String]] = []
  @Sayings private var present: [[String]] = []
  /// What is said when nothing is wrong any more, and words beside it that take it back.
  @Sayings private var works: [[String]] = []
  @SpacedWords private var doubts: Set<String> = []

  typealias Token = HearsayPassage.Token

  /// How many small words may stand between a message and what turns it.
  private static let mostSmall = 7

  /// - Parameters:
  ///   - range: Where the message stands.
  ///   - text: All that was pasted, as UTF-8.
  ///   - others: Where other messages stand near it.
  ///   - later: Where the next message of another entry begins.
  func speaks(
    of range: Range<Int>,
    in text: [UInt8],
    beside others: [Range<Int>],
    before later: Int?
  ) -> Bool {
    let passage = HearsayPassage(about: range, in: text, beside: others)
    return isTurned(passage) || isRefused(passage) || isTakenBack(passage) || hasSign(passage)
      || isOver(passage) || hasGivenWay(passage, range, text, to: later)
  }

  // MARK: Before the message

  private func isTurned(_ passage: HearsayPassage) -> Bool {
    let start = passage.head.lastIndex(of: .part).map { $0 + 1 } ?? passage.head.startIndex
    let piece = Array(passage.head[start...])
    let isFirst = start == passage.head.startIndex
    // «Når vi sender, kommer det X» asks nothing.
    let mayAsk = isFirst || passage.isAsked && !passage.tail.contains(.part)
    // In nynorsk «no» is «nå», but not before a message that the sentence opens with.
    if isFirst, piece.last == .word("no"), opens(piece.dropLast()) { return true }
    let stays = HearsayPassage.words(passage.tail.prefix { Self.isWord($0) }).prefix(6)
      .contains(where: unless.contains)
    for end in stride(from: piece.count, through: max(0, piece.count - Self.mostSmall), by: -1) {
      let between = piece[end...]
      // «could not be sent: X» denies something else, but «NOT: X» and «aldri fått: X» do not.
      let isAnnounced = between.contains(.colon)
      func stands(_ saying: [String]) -> Int? {
        let begin = end - saying.count
        guard begin >= 0, piece[begin..<end].elementsEqual(saying.map(Token.word)) else {
          return nil
        }
        return between.first == .colon && !(begin == 0 && isFirst) ? nil : begin
      }
      if end > 0, case .word(let word) = piece[end - 1], denials.contains(word), !stays,
        let begin = stands([word]), !isDenied(piece, begin)
      {
        return true
      }
      if lacks.contains(where: { stands($0).map { !isDenied(piece, $0) } ?? false }) { return true }
      if turns.contains(where: { stands($0) != nil }) { return true }
      if mayAsk, !isAnnounced {
        let begins = asks.compactMap { stands($0) }
        if begins.contains(where: { opens(piece[..<$0]) }) { return true }
      }
      guard end > 0, isSmall(piece[end - 1], before: between.first) else { return false }
    }
    return false
  }

  /// Whether nothing stands there but words that a sentence may open with, as in «Hei, hva betyr X?».
  private func opens(_ tokens: ArraySlice<Token>) -> Bool {
    HearsayPassage.words(tokens).allSatisfy(links.contains)
  }

  /// Whether a token may stand between a message and what turns it; another message only in «ikke X eller Y».
  private func isSmall(_ token: Token, before next: Token?) -> Bool {
    switch token {
    case .word(let word): small.contains(word)
    case .colon: true
    case .message: next == .word("eller") || next == .word("or") || next == .word("nor")
    case .part, .stop, .question, .line: false
    }
  }

  /// Whether what denies is itself denied («blir ikke kvitt X»), or denies its own verb («det virker ikke»).
  private func isDenied(_ piece: [Token], _ place: Int) -> Bool {
    let words = HearsayPassage.words(piece[max(0, place - 3)..<place])
    if words.contains(where: denials.contains) || Self.places(of: lacks, in: words).first != nil {
      return true
    }
    guard let last = words.last else { return false }
    if own.contains(last) { return true }
    return small.contains(last) && words.dropLast().last.map(own.contains) ?? false
  }

  // MARK: Behind it

  private func isRefused(_ passage: HearsayPassage) -> Bool {
    let end: Token = passage.isAsked ? .question : .stop
    let behind = Array(passage.tail) + [end] + Array(passage.next)
    let start = behind.firstIndex { Self.isWord($0) || $0 == .message } ?? behind.endIndex
    let rest = behind[start...]
    if refusals.contains(where: { rest.starts(with: $0.map(Token.word)) }) { return true }
    // In nynorsk «no» is «nå».
    guard start > 0, rest.first == .word("no") else { return false }
    return behind[start - 1] == .question || !(rest.dropFirst().first.map(Self.isWord) ?? false)
  }

  private func isTakenBack(_ passage: HearsayPassage) -> Bool {
    // Behind a colon stands what the message says itself.
    if passage.tail.first == .colon { return false }
    let second = passage.tail.firstIndex(of: .part).map { passage.tail[($0 + 1)...] } ?? []
    return saysNot(passage.tail, isParted: false, isAsked: passage.isAsked)
      || saysNot(passage.next, isParted: true, isAsked: passage.isAsked)
      || saysNot(second, isParted: true, isAsked: false)
  }

  /// Whether a piece says of the message before it that it is not there, or has gone.
  ///
  /// - Parameter isParted: Whether the piece must name the message, or who has not seen it.
  private func saysNot(_ piece: ArraySlice<Token>, isParted: Bool, isAsked: Bool) -> Bool {
    let start = piece.firstIndex(where: Self.isWord) ?? piece.endIndex
    let isParted = isParted || piece[..<start].contains { $0 != .message }
    let said = piece[start...].drop(while: isOpening)
    var words = HearsayPassage.words(said.prefix(while: Self.isWord))
    let isNamed = words.first.map(pointers.contains) ?? false
    if isNamed { words.removeFirst() }
    for (place, word) in words.enumerated() {
      if gone.contains(where: { words[place...].starts(with: $0) }) {
        return !isAsked && (isNamed || !isParted)
      }
      if denials.contains(word) {
        let rest = words[(place + 1)...]
        // «X er ikke lett å forstå» says that it is there, and so does «den har vi ikke sett før».
        guard rest.prefix(2).allSatisfy(small.contains), !rest.contains(where: unless.contains)
        else { return false }
        return !isParted || isNamed || isAsked
          || place >= 2 && speakers.contains(words[place - 1])
      }
      guard verbs.contains(word) || place > 0 && small.contains(word) else { return false }
    }
    return false
  }

  /// Whether a token may stand before what is said of the message: «men nå», or another message.
  private func isOpening(_ token: Token) -> Bool {
    switch token {
    case .word(let word): links.contains(word) || present.contains([word])
    case .message: true
    case .part, .colon, .stop, .question, .line: false
    }
  }

  // MARK: About it

  private func hasSign(_ passage: HearsayPassage) -> Bool {
    let head = HearsayPassage.words(passage.head)
    let tail = HearsayPassage.words(passage.tail)
    let next = HearsayPassage.words(passage.next)
    if [head, tail, next].contains(where: { has(signs, $0) }) { return true }
    // «I fjor gikk det fint, nå får vi X» tells of now.
    let isPast = Self.places(of: past, in: head).contains { place in
      !has(present, head[place.upperBound...])
        && !head[..<place.lowerBound].suffix(2).contains(where: denials.contains)
    }
    if isPast || has(past, tail) { return true }
    if let first = next.first, pointers.contains(first) || links.contains(first), has(past, next) {
      return true
    }
    // «I 2024 fikk vi X».
    let all = head + tail
    return has(lately, all)
      && all.indices.dropLast().contains { place in
        (all[place] == "i" || all[place] == "in") && Self.isYear(all[place + 1])
          && !has(present, all[(place + 2)...])
      }
  }

  private static func isYear(_ word: String) -> Bool {
    word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
      && word.allSatisfy(\.isNumber)
  }

  /// Whether it is said that all works.
  private func isOver(_ passage: HearsayPassage) -> Bool {
    if !passage.isAsked, saysAllWorks(passage.tail) { return true }
    if !passage.isNextAsked, saysAllWorks(passage.next) { return true }
    return !passage.isBeforeAsked && saysAllWorks(passage.before)
  }

  private func saysAllWorks(_ piece: ArraySlice<Token>) -> Bool {
    let words = HearsayPassage.words(piece)
    return Self.places(of: works, in: words).contains { place in
      let before = words[..<place.lowerBound].suffix(2)
      let behind = words[place.upperBound...].prefix(3)
      return !before.contains(where: doubts.contains) && !behind.contains(where: doubts.contains)
    }
  }

  /// Whether the message came lately, and another one stands there now.
  ///
  /// As in «I går fikk vi X. I dag står det Y».
  private func hasGivenWay(
    _ passage: HearsayPassage,
    _ range: Range<Int>,
    _ text: [UInt8],
    to later: Int?
  ) -> Bool {
    guard let later, later >= range.upperBound, later - range.upperBound <= HearsayPassage.reach
    else { return false }
    let head = HearsayPassage.words(passage.head)
    let own = head + HearsayPassage.words(passage.tail.prefix { $0 != .message })
    // «X i går, Y i dag».
    let end = text[later...].prefix(HearsayPassage.reach).firstIndex(of: 0x0A)
    let rest = text[range.upperBound..<(end ?? min(text.count, later + HearsayPassage.reach))]
    return has(lately, own) && !has(present, head) && has(present, HearsayPassage.words(in: rest))
  }

  // MARK: Sayings

  private func has(_ sayings: [[String]], _ words: some Collection<String>) -> Bool {
    Self.places(of: sayings, in: Array(words)).first != nil
  }

  private static func places(of sayings: [[String]], in words: [String]) -> [Range<Int>] {
    words.indices.flatMap { place in
      sayings.filter { words[place...].starts(with: $0) }.map { place..<place + $0.count }
    }
  }

  private static func isWord(_ token: Token) -> Bool {
    if case .word = token { true } else { false }
  }
}
