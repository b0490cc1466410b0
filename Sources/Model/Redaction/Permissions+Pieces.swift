/// Numbers that are told in pieces or in words: codes and the numbers of people.
extension Permissions {
  /// Numbers that follow one another with nothing between them but signs and words such as *og*.
  private typealias Run = ArraySlice<ToldNumbers.Piece>

  mutating func judgePieces() {
    var start = 0
    var codes = places.codeWords[...]
    var senders = places.senders[...]
    while start < tokens.count {
      let end = tokens.endOfLine(start)
      let codesHere = codes.prefix { $0 < end }
      codes = codes.dropFirst(codesHere.count)
      let sendersHere = senders.prefix { $0 < end }
      senders = senders.dropFirst(sendersHere.count)
      judge(start..<end, codesHere, hasSender: !sendersHere.isEmpty)
      start = end + 1
    }
  }

  private mutating func judge(_ line: Range<Int>, _ codes: ArraySlice<Int>, hasSender: Bool) {
    let told = ToldNumbers(tokens, in: line) { isStamp($0) }
    for person in told.persons { mask(person, .nationalIdentityNumber) }
    guard !places.reach.isEmpty || !codes.isEmpty || hasSender else { return }
    let runs = told.runs
    if !places.reach.isEmpty { for run in runs { judge(run) } }
    judge(codes, runs, line)
    if hasSender { for run in runs { judgeSent(run) } }
  }

  private mutating func mask(_ run: Run, _ kind: Redaction.Kind) {
    for piece in run { mask(piece.first..<piece.end, kind) }
  }

  /// Masks what the names of codes and of people's numbers about it do not permit.
  private mutating func judge(_ run: Run) {
    var reach: Places.Reach = []
    for piece in run {
      for index in piece.first..<piece.end { reach.formUnion(places.reach[index]) }
    }
    let isCode = reach.contains(.digits)
    let isPerson = reach.contains(.person)
    guard isCode || isPerson else { return }
    let digits = run.reduce(0) { $0 + $1.count }
    let isSpoken = run.contains(where: \.isSpoken)
    let isInPieces = run.count > 1 || run.contains { $0.end - $0.first > 1 }
    let isCodeInPieces = isCode && digits > 2
    let isPersonInPieces = isPerson && (digits > 4 || (isSpoken && digits > 2))
    let isOfHan = isPerson && run.contains { $0.kind == .figures }
    if isOfHan || (isInPieces && (isCodeInPieces || isPersonInPieces)) {
      guard !run.allSatisfy({ isNamed($0) }), !isOrganisation(run) else { return }
      mask(run, isCode ? .code : .nationalIdentityNumber)
    } else if isCode {
      for piece in run where !piece.isSpoken && !isPermitted(piece.first) {
        maskKept(piece.first, .code)
      }
    }
  }

  private mutating func maskKept(_ index: Int, _ kind: Redaction.Kind) {
    if verdicts[index] == .kept { mask(index..<(index + 1), kind) }
  }

  /// Whether a number has a name that permits it beside a code: one with a sign between, or that of a fault of
  /// the catalogue.
  private func isNamed(_ piece: ToldNumbers.Piece) -> Bool {
    guard !piece.isSpoken else { return false }
    let context = Context(tokens)
    return context.isNamed(piece.first)
      || (context.isKnown(piece.first, known) && context.isOfFault(piece.first))
  }

  /// Whether a number alone may stand beside the name of a code.
  private func isPermitted(_ index: Int) -> Bool {
    let context = Context(tokens)
    let length = tokens.length(index)
    if length == 1 || context.isNamed(index) { return true }
    if context.isOfFault(index), length < 4 || context.isKnown(index, known) { return true }
    if length == 9, Stamps.isOrganisation(digits(index)) { return true }
    return isCount(index)
  }

  /// Whether a number says how many or how long, or which of the codes in a letter is asked for.
  private func isCount(_ index: Int) -> Bool {
    guard tokens.length(index) < 3 else { return false }
    let next = tokens.skipBlanks(index + 1)
    if Self.measures.contains(tokens.folded(next)) { return true }
    return ["fra", "from", "i", "in"].contains(tokens.folded(next))
      && Self.letters.contains(tokens.folded(tokens.skipBlanks(next + 1)))
  }

  private static let measures: Set<String> = [
    "siffer", "sifre", "sifra", "sifret", "digit", "digits", "tegn", "teikn", "character",
    "characters", "minutt", "minutter", "minute", "minutes", "sekund", "sekunder", "second",
    "seconds", "time", "timer", "hour", "hours", "dag", "dager", "dagar", "day", "days", "ganger",
    "gonger", "gang", "times", "forsok", "attempt", "attempts", "uker", "veker", "weeks", "maneder",
    "manader", "months", "ar", "years", "prosent", "percent", "kroner", "kr", "stk",
  ]
  private static let letters: Set<String> = [
    "brev", "brevet", "letter", "liste", "listen", "list",
  ]

  private func isOrganisation(_ run: Run) -> Bool {
    guard !run.contains(where: \.isSpoken) else { return false }
    return Stamps.isOrganisation(run.flatMap { digits($0.first) })
  }

  // MARK: Codes of any kind

  /// Masks what stands behind a word for a code of any kind, where it is none of a fault.
  private mutating func judge(_ codes: ArraySlice<Int>, _ runs: [Run], _ line: Range<Int>) {
    guard !codes.isEmpty else { return }
    var place = 0
    let isSent = line.contains { Self.senders.contains(tokens.folded($0)) }
    let reach = isSent ? 16 : 8
    var hasFault: Bool?
    for code in codes {
      let isDefinite = tokens.naming(code).hint == .code(isDefinite: true)
      if isDefinite || isSent, hasFault == nil { hasFault = line.contains { isFault($0) } }
      if isDefinite, hasFault == false { maskUnknownCodes(behind: code, in: line) }
      while place < runs.count, runs[place][runs[place].startIndex].first <= code { place += 1 }
      guard place < runs.count, let first = runs[place].first, first.first <= code + reach else {
        continue
      }
      let isOfTheCode = isDefinite || (isSent && first.first <= code + 4)
      judge(runs[place], isOfTheCode: isOfTheCode && hasFault == false, isSent: isSent)
    }
  }

  /// - Parameters:
  ///   - isOfTheCode: Whether the code was spoken of before, and nothing tells of a fault.
  ///   - isSent: Whether it is told who sends codes, so that one of the catalogue is none.
  private mutating func judge(_ run: Run, isOfTheCode: Bool, isSent: Bool) {
    guard let first = run.first else { return }
    let digits = run.reduce(0) { $0 + $1.count }
    if run.count > 1, digits > 3 {
      if !run.allSatisfy({ isNamed($0) || (!isOfTheCode && $0.isStatus) }) { mask(run, .code) }
      return
    }
    guard isOfTheCode, !first.isSpoken, digits > 1, !isOrganisation(run) else { return }
    let context = Context(tokens)
    guard isSent || !context.isKnown(first.first, known), !context.isNamed(first.first),
      !isCount(first.first)
    else { return }
    maskKept(first.first, .code)
  }

  private mutating func maskUnknownCodes(behind word: Int, in line: Range<Int>) {
    var index = word + 1
    while index < min(line.upperBound, word + 13) {
      guard tokens[index].kind.isText, isStamp(index), let stamp = code(index) else {
        index += 1
        continue
      }
      if !stamp.isPermitted { mask(index..<stamp.end, .code) }
      index = stamp.end
    }
  }

  /// Whether a word tells of a fault, to which a code may belong.
  private func isFault(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    guard kind == .word || kind == .mixed else { return false }
    let word = tokens.folded(index)
    return Self.faults.contains { word.hasPrefix($0) }
  }

  private static let faults = [
    "feil", "error", "fault", "status", "http", "exception", "avvik", "fail", "warn",
  ]

  // MARK: Codes from MinID and the like

  /// Masks a number that is called an ID beside whoever sends codes.
  private mutating func judgeSent(_ run: Run) {
    for piece in run where !piece.isSpoken && (4...10).contains(piece.count) {
      let context = Context(tokens)
      guard !context.isNamed(piece.first) else { continue }
      let names = context.names(before: piece.first)
      guard let name = names.last, ["id", "iden", "idnr", "idnummer", "idnummeret"].contains(name),
        !names.contains(where: { $0.contains("system") })
      else { continue }
      maskKept(piece.first, .code)
    }
  }
}
