/// Finds files that a step needs and that are not there on a cluster, where each step has a file system
/// of its own, but for the volumes: those that another step writes, and scripts beside the notebook. In
/// the notebook, and where all steps share a folder, this works.
struct FileFlowDiagnoser {
  let problem: DataFlowProblem
  let flow: DataFlow
  /// Absolute and normalized.
  let mountPoints: [String]
  private let shipped: Set<String>

  /// - Parameter shipped: normalized paths of the scripts that travel with the steps.
  init(
    problem: DataFlowProblem, flow: DataFlow, volumes: [Volume], shipped: Set<String> = []
  ) {
    self.problem = problem
    self.flow = flow
    self.shipped = shipped
    mountPoints = volumes.map { PathSyntax.normalized($0.mountPoint) }
  }

  /// One warning for each file and step that reads it, at the first such read; for the prelude, which
  /// all steps run, one a file.
  func diagnose() -> [Diagnostic] {
    let prelude = problem.prelude.files.enumerated().map(Event.init)
    var diagnostics = unshipped(prelude, after: [], by: "every step")
    let events = problem.effects.map { $0.files.enumerated().map(Event.init) }
    diagnostics += tooEarly(prelude, events)
    for step in problem.steps.indices {
      var reported: Set<String> = []
      for read in events[step] + importsAgain(step)
      where read.isRead && !reported.contains(read.path) {
        let isOwn =
          read.access.kind != .readFolder
          && (prelude.contains { $0.feeds(read) }
            || events[step].contains { $0.isBefore(read) && $0.feeds(read) })
        guard !isOwn, !isOnVolume(read.path),
          let (writer, write) = lastWrite(before: read, among: events, except: step)
        else { continue }
        reported.insert(read.path)
        diagnostics.append(diagnostic(read, by: step, write, by: writer))
      }
      let others = events[step].filter { !reported.contains($0.path) }
      diagnostics += unshipped(others, after: prelude, by: "step '\(problem.steps[step].name)'")
    }
    return diagnostics
  }

  /// Scripts that nothing has written before. A pipeline carries its cells and none of the files beside
  /// the notebook.
  private func unshipped(_ events: [Event], after earlier: [Event], by owner: String)
    -> [Diagnostic]
  {
    var reported: Set<String> = []
    return events.filter { event in
      event.kind == .run && !isOnVolume(event.path) && !shipped.contains(event.path)
        && !(earlier + events.filter { $0.isBefore(event) }).contains { $0.feeds(event) }
        && reported.insert(event.path).inserted
    }.map { event in
      Diagnostic(
        "script-not-shipped", .warning,
        "\(owner) runs the file '\(event.path)', which does not travel with the pipeline",
        at: event.location,
        fix:
          "let it travel with the step (kale convert --bundle), move its code into a cell, or see that"
          + " the step's image or a volume has the file")
    }
  }

  /// The files of modules that the step imports at its beginning, since an earlier one has.
  private func importsAgain(_ step: Int) -> [Event] {
    guard !flow.steps[step].importedNames.isEmpty else { return [] }
    let written = WrittenModules(problem.effects.lazy.flatMap(\.files).map(\.value))
    return flow.steps[step].importedNames.sorted { $0.key < $1.key }.flatMap { name, input in
      let place = problem.effects[step].names[name]?.readPlace
      return (problem.effects[input.producer].names[name]?.imports ?? []).flatMap { statement in
        written.files(importedBy: statement).map { path in
          Event(
            index: .max,
            StepEffects.Place(
              value: FileAccess(kind: .read, path: path, range: place?.range),
              cell: place?.cell ?? problem.steps[step].cells[0]))
        }
      }
    }
  }

  /// What the `imports` and `functions` cells read, although a step above them writes it: they run first.
  private func tooEarly(_ prelude: [Event], _ steps: [[Event]]) -> [Diagnostic] {
    var reported: Set<String> = []
    return prelude.filter { $0.isRead && !isOnVolume($0.path) }.compactMap { read in
      guard !prelude.contains(where: { $0.isBefore(read) && $0.feeds(read) }),
        let (writer, write) = lastWrite(before: read, among: steps, except: nil),
        reported.insert(read.path).inserted
      else { return nil }
      let name = problem.steps[writer].name
      return Diagnostic(
        "file-crosses-steps", .warning,
        "every step reads the \(read.noun) '\(read.path)' at its beginning, before step '\(name)' writes it",
        at: read.location,
        notes: [Diagnostic.Note("step '\(name)' writes it here", at: write.location)],
        fix:
          "let the cell that writes it be an 'imports' cell, too, or this one part of step '\(name)'"
      )
    }
  }

  private func lastWrite(before read: Event, among events: [[Event]], except reader: Int?)
    -> (step: Int, event: Event)?
  {
    var last: (step: Int, event: Event)?
    for (step, events) in events.enumerated() where step != reader {
      for event in events where event.isBefore(read) && event.feeds(read) {
        if last.map({ $0.event.isBefore(event) }) ?? true { last = (step, event) }
      }
    }
    return last
  }

  /// An access at its place in the notebook.
  private struct Event {
    let access: FileAccess
    /// Normalized.
    let path: String
    let cell: Int
    /// Among the accesses of its step.
    let index: Int

    init(index: Int, _ access: StepEffects.Place<FileAccess>) {
      self.access = access.value
      path = PathSyntax.normalized(access.value.path)
      cell = access.cell
      self.index = index
    }

    var kind: FileAccess.Kind { access.kind }
    var noun: String { kind == .readFolder ? "folder" : "file" }
    var isRead: Bool { access.isRead }

    var location: Diagnostic.Location { Diagnostic.Location(cell: cell, range: access.range) }

    /// By cell; within one cell, in which two steps may share code, by the order of the accesses.
    func isBefore(_ other: Event) -> Bool { (cell, index) < (other.cell, other.index) }

    func feeds(_ read: Event) -> Bool { access.feeds(read.access) }
  }

  /// A relative path starts in the working directory, of which nothing says that it is on a volume.
  private func isOnVolume(_ path: String) -> Bool {
    path.hasPrefix("/") && mountPoints.contains { PathSyntax.isInside(path, $0) }
  }

  private func diagnostic(_ read: Event, by reader: Int, _ write: Event, by writer: Int)
    -> Diagnostic
  {
    let (readerName, writerName) = (problem.steps[reader].name, problem.steps[writer].name)
    var notes = [Diagnostic.Note("step '\(writerName)' writes it here", at: write.location)]
    if !problem.graph.isAncestor(writer, of: reader) {
      notes.append(
        Diagnostic.Note(
          "step '\(readerName)' does not depend on step '\(writerName)': it may run before the file is there"
        ))
    }
    return Diagnostic(
      "file-crosses-steps", .warning,
      "step '\(readerName)' reads the \(read.noun) '\(read.path)', which step '\(writerName)' writes: on a cluster "
        + "each step has files of its own",
      at: read.location, notes: notes,
      fix:
        "hand the data on in a variable, or keep the file on a volume (`volumes` in the notebook's "
        + "metadata) and name it by its path there")
  }
}
