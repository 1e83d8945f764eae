import Glibc

/// While it lives, Ctrl-C, SIGTERM and SIGHUP are counted instead of ending this process, and they
/// wake up `wait`; writing to a pipe that nobody reads is an error instead of the end.
///
/// The handlers write one byte to a pipe. There can be one at a time in a process.
final class Interrupts {
  private let pipeEnds: (read: Int32, write: Int32)
  private var previous: [(signal: Int32, action: sigaction)] = []

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    pipeEnds = (ends[0], ends[1])
    wakeDescriptor = ends[1]
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        if signal == SIGPIPE { return }
        let code = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        write(wakeDescriptor, &byte, 1)
        errno = code
      }
      action.sa_flags = SA_RESTART
      var old = sigaction()
      sigaction(signal, &action, &old)
      previous.append((signal, old))
    }
  }

  deinit {
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    wakeDescriptor = -1
    close(pipeEnds.read)
    close(pipeEnds.write)
  }

  /// Sleeps until a signal comes or one of the descriptors can be read, at most so long.
  ///
  /// - Returns: how often the user has asked to stop in the meantime.
  func wait(milliseconds: Int32, descriptors: [Int32]) -> Int {
    var polled = ([pipeEnds.read] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0, polled[0].revents != 0 else {
      return 0
    }
    var bytes = [UInt8](repeating: 0, count: 64)
    return max(read(pipeEnds.read, &bytes, bytes.count), 0)
  }
}

/// Where the signal handlers write; set before they are installed.
nonisolated(unsafe) private var wakeDescriptor: Int32 = -1
