import FoundationEssentials
import Glibc

/// What the standard output can show.
struct Terminal: Sendable {
  enum Color: Int, Sendable {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34
  }

  /// Whether lines can be drawn again.
  var canRedraw: Bool
  var isColored: Bool
  /// Whether it takes more than ASCII, by the locale's encoding.
  var isUnicode = true
  var columns: Int
  var rows: Int

}

extension Terminal {
  /// The terminal behind a file descriptor, after `NO_COLOR` and `TERM`.
  init(
    descriptor: Int32 = STDOUT_FILENO,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let kind = environment["TERM"] ?? "dumb"
    canRedraw = isatty(descriptor) == 1 && kind != "dumb"
    isColored = canRedraw && (environment["NO_COLOR"] ?? "").isEmpty
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    // Without any locale, as in containers, most terminals take UTF-8 all the same.
    isUnicode = locale.map { $0 != "C" && $0 != "POSIX" && $0.lowercased().contains("utf") } ?? true
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    columns = isKnown ? max(Int(size.ws_col), 20) : 80
    rows = isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  func paint(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
