import Foundation
import GRDB
import Model

extension WholeFile {
  func add(_ cases: [WholeCase]) throws(StoreFailure) {
    do {
      for one in cases { try add(one) }
    } catch {
      throw StoreFailure(error, path: path).ofSaving
    }
  }

  private func add(_ whole: WholeCase) throws {
    let (id, content) = (whole.kept.id, whole.kept.content)
    try db.cachedStatement(
      sql: """
        INSERT INTO caseFile (id, flow, status, revision, created, updated, lastEvent, step, title, due)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        id.rawValue, content.flow, content.status.rawValue, whole.kept.revision,
        whole.kept.created.rawValue, whole.kept.updated.rawValue, whole.lastEvent, content.step,
        content.title, content.due?.text,
      ]
    )
    try SQLiteStore.insert(content.answers, of: id, in: db)
    try SQLiteStore.add(content.rounds, after: 0, of: id, at: path, in: db)
    let note = try db.cachedStatement(
      sql: "INSERT INTO note (id, caseID, text, created, who) VALUES (?, ?, ?, ?, ?)"
    )
    for one in whole.notes {
      try note.execute(arguments: [one.id, id.rawValue, one.text, one.when.rawValue, one.who])
    }
    if let desk = whole.desk {
      var row = DeskRow(desk.desk, content.status, stamp: desk.stamp)
      if let former = desk.former, let event = desk.formerEvent { row.former = (former, event) }
      try SQLiteStore.keep(row, of: id, in: db)
    }
    for call in whole.calls { try SQLiteStore.insert(call, of: id, in: db) }
    if let callback = whole.callback {
      try db.cachedStatement(
        sql: "INSERT INTO callback (caseID, number, due, last) VALUES (?, ?, ?, ?)"
      ).execute(
        arguments: [id.rawValue, callback.number, callback.due.text, callback.last.text]
      )
    }
    let found = whole.words(words)
    let all = found.own.union(found.said).union(found.result.map { [$0] } ?? [])
    try SQLiteStore.add(all, of: id, in: db)
  }

  func add(_ lines: [WholeLine]) throws(StoreFailure) {
    do {
      let insert = try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)")
      for line in lines { try insert.execute(arguments: line.line.arguments(digest: line.digest)) }
    } catch {
      throw StoreFailure(error, path: path).ofSaving
    }
  }

  func add(_ tallies: [Tally]) throws(StoreFailure) {
    do {
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO tally (week, edition, message, cause, fault, result, confirmed, count, reopened,
            toldBack, seconds, verdicts, secondsToVerdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      for tally in tallies {
        let key = tally.key
        try insert.execute(
          arguments: [
            key.week.text, key.edition.rawValue, key.message ?? "", key.cause?.rawValue ?? "",
            key.fault?.rawValue ?? "", key.result.rawValue, key.confirmed.rawValue, tally.count,
            tally.reopened, tally.toldBack, tally.seconds, tally.verdicts, tally.secondsToVerdict,
          ]
        )
      }
    } catch {
      throw StoreFailure(error, path: path).ofSaving
    }
  }

  func add(_ followUps: [FollowUps]) throws(StoreFailure) {
    do {
      for counted in followUps { try SQLiteStore.add(counted, in: db) }
    } catch {
      throw StoreFailure(error, path: path).ofSaving
    }
  }

  func take(_ heading: StoreHeading) throws(StoreFailure) {
    do {
      try db.execute(
        sql: "UPDATE storeMeta SET uuid = ?, created = ?, codeKey = ?",
        arguments: [heading.identity, heading.created.rawValue, Data(heading.codeKey)]
      )
      try db.execute(
        sql: "UPDATE trailStart SET event = ?, digest = ?",
        arguments: [heading.start.event, Data(heading.start.digest)]
      )
      // No number is given twice, neither of a case that is gone nor of a line.
      for (table, last) in [("caseFile", heading.lastCase), ("event", heading.head.event)] {
        try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [table])
        try db.execute(
          sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
          arguments: [table, last]
        )
      }
    } catch {
      throw StoreFailure(error, path: path).ofSaving
    }
  }
}
