extension Permissions {
  /// Numbers with no letter between them: they may be pieces of one number.
  mutating func judgeChains() {
    var chain: [Int] = []
    var gap = 0
    var index = 0
    /// Where a masked piece ended whose last digits may go on in the next number.
    var tail = -9
    while index < tokens.count {
      let kind = tokens[index].kind
      if tokens.tagEnds[index] > 0 {
        index = tokens.tagEnds[index]
        continue
      }
      if kind == .number, verdicts[index] == .kept, !isStamp(index) {
        if chain.isEmpty, index - tail <= 2 {
          mask(index..<(index + 1), .other)
        } else {
          chain.append(index)
        }
        if verdicts[index] != .kept { tail = index }
        gap = 0
      } else if kind.isText || kind == .marker || isStamp(index) {
        judge(chain)
        chain.removeAll(keepingCapacity: true)
        if kind != .word, kind.isText, verdicts[index] != .kept { tail = index }
      } else {
        gap += tokens.length(index)
        if gap > Self.longestGap {
          judge(chain)
          chain.removeAll(keepingCapacity: true)
        }
      }
      index += 1
    }
    judge(chain)
    judgeTags()
  }

  private static let longestGap = 16

  /// Numbers inside tags, such as values of attributes, by themselves.
  private mutating func judgeTags() {
    for index in 0..<tokens.count where tokens.tagEnds[index] > 0 {
      var chain: [Int] = []
      for inside in index..<tokens.tagEnds[index] {
        if tokens[inside].kind == .number, verdicts[inside] == .kept, !isStamp(inside) {
          chain.append(inside)
        } else if tokens[inside].kind.isText {
          judge(chain)
          chain = []
        }
      }
      judge(chain)
    }
  }

  private mutating func judge(_ chain: [Int]) {
    let total = chain.reduce(0) { $0 + tokens.length($1) }
    // So few digits are nobody's number.
    guard total > 3 else { return }
    var isOpen = Array(repeating: true, count: chain.count)
    var isPerson = Array(repeating: false, count: chain.count)
    let persons = total < 11 ? [] : IdentityNumbers(chain.map(digits)).found
    for range in persons { for place in range { isPerson[place] = true } }
    for range in total < 9 ? [] : organisations(chain)
    where !range.contains(where: { isPerson[$0] }) {
      for place in range { isOpen[place] = false }
    }
    var listed = 0
    for (place, index) in chain.enumerated() where isOpen[place] && !isPerson[place] {
      let length = tokens.length(index)
      if place > 0, listed >= length, !isOpen[place - 1], isList(chain[place - 1], index) {
        isOpen[place] = false
      } else if chain.count == 1 || !isCrowded(chain, place) {
        let isNear = !places.reach.isEmpty && !places.reach[index].isEmpty
        let context = Context(tokens)
        let most = context.digits(before: index, known: known, isNearSecret: isNear) ?? 0
        guard length <= most || isOfFault(index) else { continue }
        isOpen[place] = false
        listed = most == 6 ? 6 : 0
      }
    }
    let rest = chain.indices.filter { isOpen[$0] }
    let digits = rest.reduce(0) { $0 + tokens.length(chain[$1]) }
    for (place, index) in chain.enumerated() {
      if isPerson[place] {
        mask(index..<(index + 1), .nationalIdentityNumber)
      } else if isOpen[place], digits > 3 {
        mask(index..<(index + 1), .other)
      }
    }
    // What stands between the pieces of one number goes with them.
    for range in persons {
      mask(chain[range.lowerBound]..<(chain[range.upperBound - 1] + 1), .nationalIdentityNumber)
    }
  }

  /// Whether a number is that of a fault that may be unknown, with nothing about it that tells of a secret.
  private func isOfFault(_ index: Int) -> Bool {
    guard Context(tokens).isNumberOfFault(index),
      places.reach.isEmpty || places.reach[index].isEmpty
    else { return false }
    let near = max(0, index - Self.near)..<min(tokens.count, index + Self.near)
    return !near.contains { places.isName($0) || Self.senders.contains(tokens.folded($0)) }
  }

  /// How many tokens a secret's name is near over, line breaks or not.
  private static let near = 40

  /// Those who send codes, and how.
  static let senders: Set<String> = [
    "minid", "bankid", "porten", "sms", "smsen", "tekstmelding", "tekstmeldingen", "kodebrikke",
    "kodebrikken", "kodebrikka", "authenticator",
  ]

  func digits(_ index: Int) -> [Int] {
    (tokens[index].start..<tokens[index].end).map { Int(tokens.reading.codes[$0]) - 0x30 }
  }

  /// Whether numbers follow so closely that they may be more of the same one.
  private func isCrowded(_ chain: [Int], _ place: Int) -> Bool {
    func isNear(_ left: Int, _ right: Int) -> Bool {
      tokens[right].start - tokens[left].end <= 1 && tokens.sign(left + 1) != 0x2C
        && tokens.sign(left + 1) != 0x3A
    }
    if place + 1 < chain.count, isNear(chain[place], chain[place + 1]) { return true }
    return place > 0 && isNear(chain[place - 1], chain[place])
      && tokens.sign(chain[place] - 1) != 0x3A
  }

  private func isList(_ left: Int, _ right: Int) -> Bool {
    right - left <= 3 && (tokens.sign(left + 1) == 0x2C || tokens.sign(left + 1) == 0x2F)
  }

  /// Nine digits in one number or three of a chain that are an organisation number.
  private func organisations(_ chain: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (place, index) in chain.enumerated() {
      if tokens.length(index) == 9, Stamps.isOrganisation(digits(index)) {
        found.append(place..<(place + 1))
      } else if place + 2 < chain.count, chain[place + 2] - index <= 4,
        (0..<3).allSatisfy({ tokens.length(chain[place + $0]) == 3 }),
        tokens[chain[place + 2]].end - tokens[index].start <= 13,
        Stamps.isOrganisation((0..<3).flatMap { digits(chain[place + $0]) })
      {
        found.append(place..<(place + 3))
      }
    }
    return found
  }
}
