import Glibc

/// Locks on single bytes of a file, each a place that one program holds; the system lets go of the places of a
/// process that dies.
///
/// They belong to the open file and not to the process, so that threads keep each other out as well.
enum PlaceLock {
  // Swift's module of the C library leaves these numbers of Linux out.
  private static let askLock: Int32 = 36
  private static let setLock: Int32 = 37

  /// Takes places, alone (`F_WRLCK`) or with others (`F_RDLCK`), or lets go of them (`F_UNLCK`).
  ///
  /// - Returns: 0, or the number of the error; a place that somebody else holds is no reason to wait.
  static func set(_ places: Range<Int64>, _ kind: Int32, _ descriptor: Int32) -> Int32 {
    var region = region(places, kind)
    return fcntl(descriptor, setLock, &region) == 0 ? 0 : errno
  }

  /// Whether somebody else holds a place.
  static func isTaken(_ place: Int64, _ descriptor: Int32) -> Bool {
    var region = region(place..<place + 1, F_WRLCK)
    return fcntl(descriptor, askLock, &region) == 0 && region.l_type != Int16(F_UNLCK)
  }

  private static func region(_ places: Range<Int64>, _ kind: Int32) -> flock {
    var region = flock()
    region.l_type = Int16(kind)
    region.l_whence = Int16(SEEK_SET)
    region.l_start = Int(places.lowerBound)
    region.l_len = Int(places.count)
    return region
  }
}
