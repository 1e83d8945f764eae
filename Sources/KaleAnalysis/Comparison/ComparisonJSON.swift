// Comparisons for programs; `docs/compare.md` describes the members.

extension NotebookComparison {
  public var json: JSONText {
    .object([
      ("schema", .string("kale.comparison/1")),
      ("notebook", .string(notebook)),
      ("against", .string(other)),
      ("has_steps", .bool(hasSteps)),
      ("breaks", .bool(breaks)),
      ("may_break", .bool(mayBreak)),
      ("agreement", JSONText(agreement)),
      (
        "cells",
        .array(
          cells.map { difference in
            .object([
              ("cell", .integer(difference.cell)), ("names", .string(difference.names.rawValue)),
              ("missed", .array(difference.missed.map(\.json))),
              ("extra", .array(difference.extra.map(\.json))),
            ])
          })
      ),
      (
        "steps",
        .array(
          steps.map { difference in
            .object([
              ("step", .string(difference.step)), ("names", .string(difference.names.rawValue)),
              ("missed", .strings(difference.missed)), ("extra", .strings(difference.extra)),
            ])
          })
      ),
      ("consequences", .array(consequences.map(\.json))),
    ])
  }
}

extension ComparisonTotals {
  /// - Parameters:
  ///   - other: what the exact analyzer is compared with.
  ///   - notebooks: the comparisons that the figures are made of.
  public func json(other: String, notebooks: [NotebookComparison]) -> JSONText {
    .object([
      ("schema", .string("kale.comparison-totals/1")),
      ("against", .string(other)),
      ("notebooks", .integer(self.notebooks)),
      ("notebooks_with_steps", .integer(notebooksWithSteps)),
      ("broken", .integer(broken)),
      ("maybe_broken", .integer(maybeBroken)),
      ("differing_cells", .integer(differingCells)),
      ("agreement", JSONText(agreement)),
      (
        "consequences",
        .object(
          Consequence.Kind.allCases.map { kind in
            let (all, certain) = (consequences[kind] ?? 0, certainConsequences[kind] ?? 0)
            return (
              kind.rawValue,
              .object([("certain", .integer(certain)), ("maybe", .integer(all - certain))])
            )
          })
      ),
      ("missed", Self.json(missed)),
      ("extra", Self.json(extra)),
      ("comparisons", .array(notebooks.map(\.json))),
    ])
  }

  private static func json(_ causes: [DifferenceCause: Int]) -> JSONText {
    .object(ranked(causes).map { ($0.cause.rawValue, .integer($0.count)) })
  }
}

extension NotebookComparison.Named {
  fileprivate var json: JSONText {
    .object([("name", .string(name)), ("cause", .string(cause.rawValue))])
  }
}

extension Consequence {
  fileprivate var json: JSONText {
    .object([
      ("kind", .string(kind.rawValue)), ("step", step.map(JSONText.string) ?? .null),
      ("name", .string(name)), ("certain", .bool(isCertain)),
      ("producer", producer.map(JSONText.string) ?? .null),
      ("other_producer", otherProducer.map(JSONText.string) ?? .null),
      ("cell", cell.map(JSONText.integer) ?? .null), ("line", line.map(JSONText.integer) ?? .null),
      ("text", .string(text)),
    ])
  }
}

extension JSONText {
  fileprivate init(_ agreement: [ComparedNames: NameAgreement]) {
    self = .object(
      ComparedNames.allCases.compactMap { names in
        agreement[names].map { figures in
          (
            names.rawValue,
            .object([
              ("both", .integer(figures.both)), ("missed", .integer(figures.missed)),
              ("extra", .integer(figures.extra)), ("precision", .number(figures.precision)),
              ("recall", .number(figures.recall)), ("f1", .number(figures.f1)),
            ])
          )
        }
      })
  }
}
