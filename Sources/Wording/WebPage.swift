import Model
import SafeText

/// A page of one file for a browser or a printer: nothing fetched, nothing run.
struct WebPage {
  let title: String
  let language: Language
  /// Rules of style beyond those of every page.
  let style: String
  /// What stands below the title, escaped already.
  let body: String

  var text: String {
    let page = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <title>\(Self.escaped(title))</title>
      <style>
      body { font: 1em sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
      .rule { color: #555 }
      \(style)
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>
      \(body)</body>
      </html>

      """
    return Sanitiser.text(page)
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
