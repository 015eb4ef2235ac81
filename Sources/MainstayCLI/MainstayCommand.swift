import ArgumentParser

@main
struct MainstayCommand: ParsableCommand {
}
