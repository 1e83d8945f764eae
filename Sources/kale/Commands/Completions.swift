import ArgumentParser

struct Completions: ParsableCommand {
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    fileprivate var library: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Print the script that completes kale's commands in a shell.",
    discussion: """
      bash:  kale completions bash > ~/.local/share/bash-completion/completions/kale
      zsh:   kale completions zsh > ~/.zfunc/_kale, with 'fpath+=~/.zfunc' before 'compinit' in .zshrc
      fish:  kale completions fish > ~/.config/fish/completions/kale.fish
      """)

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    Console.print(Kale.completionScript(for: shell.library))
  }
}
