/// A report as one page of HTML that needs nothing else: the graph, each step with its cells, names
/// linked to where they come from and go to, diagnostics in their places, and why each variable travels.
public struct NotebookPage: Sendable {
  private let report: NotebookReport
  private let result: CompilationResult
  private let travel: TravelReasons
  private let links: NameLinks

  /// - Parameters:
  ///   - report: of the notebook.
  ///   - result: what the report was made of, with effects of cells and places of names.
  public init(_ report: NotebookReport, _ result: CompilationResult) {
    self.report = report
    self.result = result
    travel = TravelReasons(report, result)
    links = NameLinks(report)
  }

  public var text: String {
    let steps = report.steps
    var body = [
      "<header><h1>\(escaped(report.notebook))</h1>\n<p class=\"dim\">\(summary)</p></header>"
    ]
    var sections = [attention, pipeline, sharedCells]
    sections += steps.map(section)
    sections.append(steps.isEmpty ? allCells : variables)
    let text =
      "<div class=\"text\">\n\(sections.filter { !$0.isEmpty }.joined(separator: "\n"))\n</div>"
    if steps.isEmpty {
      body.append(text)
    } else {
      let graph = GraphDrawing(PipelineGraph(steps)).element { "#step-\($0.name)" }
      body.append(
        """
        <div class="columns">
        <div class="map" tabindex="0" role="region" aria-label="Graph of the steps">
        <label class="find">Find a step or a variable <input id="find" type="search" autocomplete="off"></label>
        \(graph)
        </div>
        \(text)
        </div>
        """)
    }
    body.append("<p id=\"light\" role=\"status\"></p>")
    return HTMLText.page(
      title: "\(report.notebook): report", body: body.joined(separator: "\n"),
      style: Self.resource(PackageResources.report_css) + "\n" + GraphDrawing.style,
      script: Self.resource(PackageResources.report_js))
  }

  private static func resource(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  private func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  // MARK: - The notebook

  private var summary: String {
    var parts = report.steps.isEmpty ? [] : [count(report.steps.count, "step")]
    parts.append(count(report.cells?.count ?? 0, "code cell"))
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      let number = report.diagnostics.count { $0.severity == severity }
      if number > 0 { parts.append(count(number, severity.rawValue)) }
    }
    return parts.joined(separator: ", ")
      + "; read with the grammar of Python \(escaped(report.python))"
  }

  private var attention: String {
    guard !report.diagnostics.isEmpty else { return "" }
    let items = report.diagnostics.map { "<li>\(block($0, linksCell: true))</li>" }
    return """
      <section aria-labelledby="attention"><h2 id="attention">What deserves attention</h2>
      <ul class="diagnostics">
      \(items.joined(separator: "\n"))
      </ul></section>
      """
  }

  private func block(_ diagnostic: DiagnosticReport, linksCell: Bool) -> String {
    var place = ""
    if let cell = diagnostic.cell {
      let text =
        "cell \(cell)" + (diagnostic.start.map { ", line \($0.line), column \($0.column)" } ?? "")
      place = linksCell ? "<a href=\"#cell-\(cell)\">\(text)</a>: " : "\(text): "
    }
    let more = (diagnostic.notes + (diagnostic.fix.map { ["to mend: \($0)"] } ?? []))
      .map { "<p class=\"dim\">\(escaped($0))</p>" }
    return """
      <div class="diagnostic \(diagnostic.severity.rawValue)"><p><strong>\(diagnostic.severity.rawValue)</strong> \
      \(place)\(escaped(diagnostic.message)) <code>[\(escaped(diagnostic.id))]</code></p>\(more.joined())</div>
      """
  }

  /// What holds for the pipeline as a whole.
  private var pipeline: String {
    guard let settings = result.outline?.settings, !report.steps.isEmpty else { return "" }
    var rows: [(String, String)] = [("name", code(settings.name))]
    if let text = settings.description { rows.append(("description", escaped(text))) }
    if let image = settings.baseImage { rows.append(("image", code(image))) }
    for parameter in result.pipeline?.parameters ?? [] {
      rows.append(
        ("parameter", code("\(parameter.name) = \(JSONText(parameter.defaultValue).line)")))
    }
    for volume in settings.volumes {
      let kind = ["pv": "existing volume", "pvc": "existing claim", "new_pvc": "new claim"][
        volume.kind.rawValue]
      let size = volume.size.map { ", \($0)" } ?? ""
      rows.append(
        (
          "volume",
          "\(code(volume.name)) at \(code(volume.mountPoint)) (\(kind ?? "")\(escaped(size)))"
        ))
    }
    return """
      <section aria-labelledby="pipeline"><h2 id="pipeline">Pipeline</h2>
      \(Self.list(rows))</section>
      """
  }

  private static func list(_ rows: [(String, String)]) -> String {
    rows.isEmpty
      ? ""
      : "<dl>\n\(rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined(separator: "\n"))\n</dl>\n"
  }

  // MARK: - Steps

  private func section(_ step: StepReport) -> String {
    let names = step.inputs.map(\.name) + step.outputs.map(\.name)
    var parts = ["<h2 id=\"step-\(escaped(step.name))-name\">\(escaped(step.name))</h2>"]
    var rows: [(String, String)] = []
    let before = Set(step.after + step.inputs.map(\.producer)).sorted()
    if !before.isEmpty { rows.append(("after", before.map(stepLink).joined(separator: ", "))) }
    if !step.parameters.isEmpty {
      rows.append(("parameters", step.parameters.map(code).joined(separator: ", ")))
    }
    rows += StepSettings.rows(of: result, step: step.name).map { ($0.name, escaped($0.value)) }
    parts.append(Self.list(rows))
    if !step.inputs.isEmpty {
      parts.append(
        HTMLText.table(
          caption: "What \(step.name) takes", heads: ["variable", "from", "why"],
          rows: step.inputs.map { input in
            [
              variableLink(input.name)
                + (input.certainty == .maybe ? " <span class=\"dim\">(if it is there)</span>" : ""),
              stepLink(input.producer), reason(travel.reason(of: input, in: step)),
            ]
          }))
    }
    if !step.outputs.isEmpty {
      parts.append(
        HTMLText.table(
          caption: "What \(step.name) hands on", heads: ["variable", "to", "why"],
          rows: step.outputs.map { output in
            [
              variableLink(output.name), output.consumers.map(stepLink).joined(separator: ", "),
              reason(travel.reason(of: output, in: step)),
            ]
          }))
    }
    let isFirst = { (cell: Int) in report.steps.first { $0.cells.contains(cell) }?.name == step.name
    }
    parts += step.cells.map { cell($0, step: step, hasID: isFirst($0)) }
    return """
      <section class="step" id="step-\(escaped(step.name))" aria-labelledby="step-\(escaped(step.name))-name" \
      data-step="\(escaped(step.name))" data-words="\(escaped(([step.name] + names).joined(separator: " ")))">
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </section>
      """
  }

  private func stepLink(_ name: String) -> String {
    "<a href=\"#step-\(escaped(name))\">\(escaped(name))</a>"
  }

  private func variableLink(_ name: String) -> String {
    "<a class=\"var\" data-var=\"\(escaped(name))\" href=\"#var-\(escaped(name))\">\(code(name))</a>"
  }

  private func reason(_ reason: TravelReasons.Reason) -> String {
    guard let cell = reason.cell else { return escaped(reason.text) }
    let line = reason.line.map { ", line \($0)" } ?? ""
    return "\(escaped(reason.text)) in <a href=\"#cell-\(cell)\">cell \(cell)</a>\(line)"
  }

  // MARK: - Cells

  /// The cells that every step begins with, and those of parameters.
  private var sharedCells: String {
    guard !report.steps.isEmpty else { return "" }
    let shared = (report.cells ?? []).filter {
      ["imports", "functions", "parameters"].contains($0.role)
    }
    guard !shared.isEmpty else { return "" }
    return """
      <section aria-labelledby="shared"><h2 id="shared">What every step begins with</h2>
      \(shared.map { cell($0.index, step: nil, hasID: true) }.joined(separator: "\n"))
      </section>
      """
  }

  private var allCells: String {
    let cells = (report.cells ?? []).map { cell($0.index, step: nil, hasID: true) }
    guard !cells.isEmpty else { return "" }
    return
      "<section aria-labelledby=\"cells\"><h2 id=\"cells\">Cells</h2>\n\(cells.joined(separator: "\n"))\n</section>"
  }

  private func cell(_ index: Int, step: StepReport?, hasID: Bool) -> String {
    guard let source = result.notebook?.cells[index].source, let cell = links.cells[index] else {
      return ""
    }
    let uses = result.nameUses[index] ?? []
    let anchors = Dictionary(
      uses.compactMap { use in
        links.anchor(for: use.name, in: cell, of: step).map { (use.start, $0) }
      },
      uniquingKeysWith: { first, _ in first })
    let diagnostics = report.diagnostics.filter { $0.cell == index }.map {
      block($0, linksCell: false)
    }
    let role = step == nil && cell.role != "untagged" ? " (\(cell.role))" : ""
    return """
      <article class="cell"\(hasID ? " id=\"cell-\(index)\"" : "")><h3>Cell \(index)\(role)</h3>
      <pre><code>\(CodeHighlighter.html(source, links: anchors))</code></pre>
      \(effects(of: cell))\(diagnostics.joined(separator: "\n"))</article>
      """
  }

  private func effects(of cell: CellReport) -> String {
    let parts = [
      ("reads", cell.reads), ("binds", cell.binds), ("deletes", cell.deletes),
      ("changes", cell.mutates),
    ].compactMap { label, names -> String? in
      let words = names.definite.map(code) + names.maybe.map { code($0) + "?" }
      return words.isEmpty ? nil : "\(label) \(words.joined(separator: ", "))"
    }
    let files =
      cell.filesRead.map { "reads the file \(code($0))" }
      + cell.filesWritten.map { "writes the file \(code($0))" }
    let all = parts + files
    return all.isEmpty ? "" : "<p class=\"effects\">\(all.joined(separator: "; "))</p>\n"
  }

  // MARK: - Variables

  private var variables: String {
    var rows: [String: (from: Set<String>, to: Set<String>)] = [:]
    for step in report.steps {
      for input in step.inputs {
        rows[input.name, default: ([], [])].from.insert(input.producer)
        rows[input.name, default: ([], [])].to.insert(step.name)
      }
    }
    guard !rows.isEmpty else { return "" }
    let order = report.steps.map(\.name)
    let lines = rows.sorted { $0.key < $1.key }.map { name, ends in
      let from = order.filter(ends.from.contains)
      let to = order.filter(ends.to.contains)
      let path = "from \(from.joined(separator: ", ")) to \(to.joined(separator: ", "))"
      return """
        <tr id="var-\(escaped(name))" data-path="\(escaped(path))"><th scope="row">\(variableLink(name))</th>\
        <td>\(from.map(stepLink).joined(separator: ", "))</td><td>\(to.map(stepLink).joined(separator: ", "))</td></tr>
        """
    }
    return """
      <section aria-labelledby="variables"><h2 id="variables">Variables that travel</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Table of the variables that travel"><table>
      <thead><tr><th scope="col">variable</th><th scope="col">from</th><th scope="col">to</th></tr></thead>
      <tbody>
      \(lines.joined(separator: "\n"))
      </tbody></table></div></section>
      """
  }
}
