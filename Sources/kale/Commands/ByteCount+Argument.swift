import ArgumentParser

extension ByteCount: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
