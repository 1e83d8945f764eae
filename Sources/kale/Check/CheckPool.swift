import Glibc

/// Hands notebooks to workers and puts their answers back into order.
struct CheckPool {
  private let paths: [String]
  private var workers: [CheckWorker] = []
  /// Numbers of the notebooks that no worker has, the next one last.
  private var queue: [Int]
  private var done: [CheckedNotebook?]
  private var delivered = 0
  private var isStopped = false

  init(_ paths: [String]) {
    self.paths = paths
    queue = []
    done = Array(repeating: nil, count: paths.count)
  }

  /// Takes over what has been found without a worker.
  mutating func settle(_ number: Int, _ notebook: CheckedNotebook) { done[number] = notebook }

  /// - Parameters:
  ///   - jobs: how many workers there are at a time.
  ///   - tell: is called with the number of notebooks that are done, from time to time.
  ///   - deliver: gets every notebook, in the order of the paths; whether to go on.
  mutating func run(
    jobs: Int, tell: (Int) -> Void, deliver: (CheckedNotebook) -> Bool
  ) throws(CommandFailure) {
    // A worker that has died must not take this process along.
    signal(SIGPIPE, SIG_IGN)
    defer { for worker in workers { worker.end() } }
    queue = done.indices.reversed().filter { done[$0] == nil }
    var count = done.count - queue.count
    deliverWhatIsNext(deliver)
    while delivered < paths.count, !isStopped {
      while workers.count < jobs, !queue.isEmpty {
        let worker = try CheckWorker()
        workers.append(worker)
        feed(worker, upTo: 1)
      }
      for worker in workers { feed(worker, upTo: 2) }
      var polled = workers.map { pollfd(fd: $0.answers, events: Int16(POLLIN), revents: 0) }
      poll(&polled, nfds_t(polled.count), -1)
      for (worker, event) in zip(workers, polled) where event.revents != 0 {
        guard let answers = worker.receive() else {
          count += bury(worker)
          continue
        }
        for (number, notebook) in answers {
          done[number] =
            notebook ?? .lost(paths[number], reason: "kale can't tell what it has found")
        }
        count += answers.count
      }
      tell(count)
      deliverWhatIsNext(deliver)
    }
  }

  private mutating func deliverWhatIsNext(_ deliver: (CheckedNotebook) -> Bool) {
    while !isStopped, delivered < paths.count, let notebook = done[delivered] {
      done[delivered] = nil
      delivered += 1
      isStopped = !deliver(notebook)
    }
  }

  /// - Parameter count: how many notebooks it has then: one to work on, and one to go on with.
  private mutating func feed(_ worker: CheckWorker, upTo count: Int) {
    while worker.pending.count < count, let number = queue.popLast() {
      worker.send(paths[number], number: number)
    }
  }

  /// The notebook that it was working on is lost; the others go to another worker.
  private mutating func bury(_ worker: CheckWorker) -> Int {
    workers.removeAll { $0 === worker }
    let reason =
      switch worker.end() {
      case .exited(let code): "kale has ended with code \(code) while it looked at it"
      case .killed(let signal): "kale was killed by signal \(signal) while it looked at it"
      }
    guard let number = worker.pending.first else { return 0 }
    queue += worker.pending.dropFirst().reversed()
    done[number] = .lost(paths[number], reason: reason)
    return 1
  }
}
