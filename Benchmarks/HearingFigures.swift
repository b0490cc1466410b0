import Foundation
import Model
import TestSupport

/// How often the right entry is guessed from a text that does not hold it to the letter, and how often one is
/// guessed from a text about something else.
///
/// The texts in `Benchmarks/Texts` were written by hand, apart from the phrases that are heard by. What people
/// say is measured as it stands; texts of the catalogue are written with slips, and what is about nothing is
/// filled in and put together into mails.
enum HearingFigures {
  private struct Tally {
    var texts = 0
    var first = 0
    var amongThree = 0
    var sure = 0
    var sureAndRight = 0
    /// The entry that is right, and the one that came first instead.
    var confused: [String: Int] = [:]

    mutating func count(_ found: [Recognition.Candidate], right: [String]) {
      texts += 1
      let isRight = found.first.map { right.contains($0.id) } ?? false
      first += isRight ? 1 : 0
      amongThree += found.contains { right.contains($0.id) } ? 1 : 0
      for one in found where one.score >= 0.9 {
        sure += 1
        sureAndRight += right.contains(one.id) ? 1 : 0
      }
      if !isRight { confused["\(right[0]) → \(found.first?.id ?? "none")", default: 0] += 1 }
    }
  }

  static func rows(seed: UInt64 = 1) -> [Row] {
    let recogniser = Content.embedded.recogniser
    var people = Tally()
    for (right, text) in said() {
      people.count(recogniser.recognise(text).candidates, right: right)
    }
    var mistyped = Tally()
    for (right, text) in slips(seed) {
      mistyped.count(recogniser.recognise(text).candidates, right: right)
    }
    let others = others(seed)
    let offered = others.filter { !recogniser.recognise($0).candidates.isEmpty }
    tell("said by people", people)
    tell("with slips", mistyped)
    Table.line("Guessed from texts about something else:")
    for text in Set(offered).sorted().prefix(20) {
      Table.line("  \(text.prefix(90).replacing("\n", with: " / "))")
    }
    Table.line("")
    return rows("said by people", people) + rows("texts of the catalogue with slips", mistyped)
      + [
        share(
          "texts about something else (\(others.count)) from which one is guessed",
          offered.count,
          of: others.count,
          target: "≤ 3 %"
        ) { $0 <= 3 }
      ] + times(recogniser)
  }

  // MARK: The texts

  private static func lines(_ name: String) -> [String] {
    let text = try? String(contentsOfFile: "Benchmarks/Texts/\(name).txt", encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func said() -> [(right: [String], text: String)] {
    lines("people").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return parts.count == 2
        ? (parts[0].split(separator: "|").map(String.init), parts[1]) : nil
    }
  }

  /// Every text and code of the catalogue, each with five kinds of slips.
  private static func slips(_ seed: UInt64) -> [(right: [String], text: String)] {
    var random = Seeded(seed)
    let messages = (try? Message.catalogue(from: .embedded)) ?? []
    // Entries that are explained alike are as good as one another, save where a code tells them apart.
    let alike = Dictionary(grouping: messages) { $0.stem }.mapValues { $0.map(\.id) }
    return messages.flatMap { message -> [(right: [String], text: String)] in
      let codes = message.codes.filter { $0.count >= 3 && !$0.contains("-") }
      let texts =
        message.texts.map { filled($0) }
        + codes.map { "\(random.pick(["ErrorID", "feilkode", "error code", "Feil: kode"])) \($0)" }
      let right = [message.id] + (alike[message.stem] ?? []).filter { $0 != message.id }
      return texts.flatMap { text in
        Mistyping.Kind.allCases.shuffled(using: &random).prefix(5).map { kind in
          var mistyping = Mistyping(random: random)
          defer { random = mistyping.random }
          return (right, mistyping.write(text, kind))
        }
      }
    }
  }

  private static func filled(_ text: String) -> String {
    text.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { place, part in
      place == 0 ? String(part) : "77" + part.drop { $0 != "}" }.dropFirst()
    }.joined()
  }

  private static func others(_ seed: UInt64) -> [String] {
    var random = Seeded(seed)
    let lines = lines("others")
    func fill(_ line: String) -> String {
      line.replacing("{program}", with: random.pick(programs))
        .replacing(
          "{day}",
          with: random.pick(["mandag", "fredag", "3. juni", "neste uke", "Monday"])
        )
        .replacing("{name}", with: random.pick(["Kari", "Ola Nordmann", "Ingrid", "Per"]))
        .replacing("{number}", with: "\(random.int(2...40))")
    }
    let alone = (0..<3).flatMap { _ in lines.map { fill($0) } }
    let mails = (0..<150).map { _ in
      (["Hei,"] + (0...random.int(1...3)).map { _ in fill(random.pick(lines)) } + ["Mvh Kari"])
        .joined(separator: "\n")
    }
    return alone + mails
  }

  private static let programs = [
    "Outlook", "Vipps", "Teams", "SAP", "Netflix", "nettbanken", "SharePoint", "Salesforce",
    "Gmail",
    "Spotify", "Jira", "Dropbox", "Excel", "Citrix", "Feide", "VPN-klienten", "Facebook", "GitHub",
  ]

  // MARK: The table

  private static func rows(_ name: String, _ tally: Tally) -> [Row] {
    [
      share(
        "\(name) (\(tally.texts)): the right entry first",
        tally.first,
        of: tally.texts,
        target: "≥ 90 %"
      ) { $0 >= 90 },
      share("\(name): among the first three", tally.amongThree, of: tally.texts, target: "≥ 97 %") {
        $0 >= 97
      },
      share(
        "\(name): right of the \(tally.sure) guesses at 0.9 or more",
        tally.sureAndRight,
        of: tally.sure,
        target: "≥ 90 %"
      ) { $0 >= 90 },
    ]
  }

  private static func share(
    _ figure: String,
    _ part: Int,
    of whole: Int,
    target: String,
    isHeld: (Double) -> Bool
  ) -> Row {
    let share = 100 * Double(part) / Double(max(1, whole))
    return Row(figure: figure, ours: share, unit: "%", target: target, isHeld: isHeld(share))
  }

  private static func tell(_ name: String, _ tally: Tally) {
    Table.line("Confused, \(name):")
    for (pair, count) in tally.confused.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
      .prefix(30)
    {
      Table.line("  \(count) × \(pair)")
    }
    Table.line("")
  }

  private static func times(_ recogniser: Recogniser) -> [Row] {
    let sentence = "jeg får ikke kode på mobilen når jeg skal logge inn i lønnsprogrammet"
    var times = Samples()
    for _ in 0..<50 { times.add(milliseconds { _ = recogniser.recognise(sentence) }) }
    var making = Samples()
    for _ in 0..<5 {
      making.add(
        milliseconds {
          guard let messages = try? Message.catalogue(from: .embedded),
            let words = try? Lexicon.Words.read(from: .embedded),
            let phrases = try? Phrases(from: .embedded, for: messages)
          else { return }
          _ = Recogniser(messages: messages, words: words, phrases: { phrases })
            .recognise(sentence)
        }
      )
    }
    return [
      Row(
        figure: "guessing from a sentence, median",
        ours: times.median,
        target: "< 2 ms",
        isHeld: times.median < 2
      ),
      Row(figure: "the first sentence of a run, median", ours: making.median, target: "–"),
    ]
  }
}
