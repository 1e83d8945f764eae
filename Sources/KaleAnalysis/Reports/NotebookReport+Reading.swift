import FoundationEssentials

/// Why a text is no report.
public struct ReportReadingError: Error, Hashable {
  /// 1-based, among the lines of the text.
  public var line: Int
  public var message: String
}

extension NotebookReport {
  /// Reads reports in the format of `kale report`: one JSON object, a list of them, or one a line.
  ///
  /// Of each the names of cells and steps are taken, and the IDs of errors. Members that are missing
  /// count as empty.
  public static func read(_ data: Data) throws(ReportReadingError) -> [NotebookReport] {
    let decoder = JSONDecoder()
    if let report = try? decoder.decode(Answers.self, from: data) { return [report.report] }
    if let reports = try? decoder.decode([Answers].self, from: data) {
      return reports.map(\.report)
    }
    var reports: [NotebookReport] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      do {
        reports.append(try decoder.decode(Answers.self, from: Data(line)).report)
      } catch {
        throw ReportReadingError(line: index + 1, message: reason(error))
      }
    }
    if reports.isEmpty { throw ReportReadingError(line: 1, message: "there is no report in it") }
    return reports
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "there is no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\"\(context.codingPath.last?.stringValue ?? "")\" is of another type"
    default: "it is no JSON object"
    }
  }

  private struct Answers: Decodable {
    var notebook: String
    var analyzer: String?
    var cells: [Cell]?
    var steps: [Step]?
    var diagnostics: [Diagnostic]?

    struct Cell: Decodable {
      var index: Int
      var reads: Names?
      var binds: Names?
      var mutates: Names?
    }

    struct Names: Decodable {
      var definite: [String]?
      var maybe: [String]?

      var names: CellReport.Names {
        CellReport.Names(definite: definite ?? [], maybe: maybe ?? [])
      }
    }

    struct Step: Decodable {
      var name: String
      var inputs: [Input]?
      var outputs: [Output]?
    }

    struct Input: Decodable {
      var name: String
      var producer: String
      var certainty: String?
    }

    struct Output: Decodable {
      var name: String
    }

    struct Diagnostic: Decodable {
      var id: String
      var severity: String
      var message: String?
      var cell: Int?
      var line: Int?
    }

    var report: NotebookReport {
      NotebookReport(
        notebook: notebook, python: "", analyzer: analyzer ?? "other",
        cells: (cells ?? []).map { cell in
          CellReport(
            index: cell.index, role: "", reads: cell.reads?.names ?? .init(),
            binds: cell.binds?.names ?? .init(), deletes: .init(),
            mutates: cell.mutates?.names ?? .init(), kinds: [:], calls: [:], deferredReads: [],
            dynamic: [], filesRead: [], filesWritten: [], outside: [])
        },
        steps: (steps ?? []).map { step in
          StepReport(
            name: step.name, cells: [], after: [], parameters: [],
            inputs: (step.inputs ?? []).map {
              .init(
                name: $0.name, producer: $0.producer,
                certainty: $0.certainty == "maybe" ? .maybe : .definite)
            },
            outputs: (step.outputs ?? []).map {
              .init(name: $0.name, consumers: [], reason: .bound, transfer: .marshal)
            })
        },
        diagnostics: (diagnostics ?? []).map { diagnostic in
          DiagnosticReport(
            id: diagnostic.id,
            severity: KaleAnalysis.Diagnostic.Severity(rawValue: diagnostic.severity) ?? .note,
            message: diagnostic.message ?? "", cell: diagnostic.cell,
            start: diagnostic.line.map { CellReport.Place(line: $0, column: 1) }, notes: [])
        })
    }
  }
}
