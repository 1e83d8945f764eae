import Glibc

/// A thread with a large stack that runs closures for others, one at a time.
///
/// Swift's and Dispatch's own threads have 512 KB, on which CPython's recursive parser overflows.
final class OwnerThread: @unchecked Sendable {
  /// Guards `job`; held only for moments.
  private let state = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Held by a caller from handing over its job until that is done.
  private let turn = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let jobArrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let jobDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var job: (() -> Void)?
  private var thread = pthread_t()

  /// Starts the thread, which lives, with this object, until the process ends. `stackSize` in bytes.
  init(stackSize: Int) throws(PythonStartError) {
    pthread_mutex_init(state, nil)
    pthread_mutex_init(turn, nil)
    pthread_cond_init(jobArrived, nil)
    pthread_cond_init(jobDone, nil)

    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let context = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<OwnerThread>.fromOpaque(context!).takeUnretainedValue().serve()
      }, context.toOpaque())
    if status != 0 {
      context.release()
      throw .noThread(errno: status)
    }
  }

  deinit {
    // Reached only when the thread did not start.
    pthread_mutex_destroy(state)
    pthread_mutex_destroy(turn)
    pthread_cond_destroy(jobArrived)
    pthread_cond_destroy(jobDone)
    state.deallocate()
    turn.deallocate()
    jobArrived.deallocate()
    jobDone.deallocate()
  }

  var isCurrent: Bool { pthread_equal(pthread_self(), thread) != 0 }

  /// Runs `body` on the thread and waits for it. Not to be called on the thread itself.
  func run(_ body: () -> Void) {
    pthread_mutex_lock(turn)
    defer { pthread_mutex_unlock(turn) }
    withoutActuallyEscaping(body) { body in
      pthread_mutex_lock(state)
      job = body
      pthread_cond_signal(jobArrived)
      while job != nil { pthread_cond_wait(jobDone, state) }
      pthread_mutex_unlock(state)
    }
  }

  private func serve() -> Never {
    pthread_mutex_lock(state)
    while true {
      while job == nil { pthread_cond_wait(jobArrived, state) }
      pthread_mutex_unlock(state)
      // Only `run` sets a job, and it waits until this one is gone.
      job!()
      pthread_mutex_lock(state)
      job = nil
      pthread_cond_signal(jobDone)
    }
  }
}
