"""A step runtime for tests: plain pickles, no checks."""
import pickle


class Step:
    def __init__(self, name, notebook=None):
        self.name = name
        self.variables = {"__name__": "__main__"}
        self.inputs, self.outputs, self.cells, self.metrics = [], [], [], []

    def parameter(self, name, value):
        self.variables[name] = value

    def re_import(self, statement):
        exec(statement, self.variables)

    def input(self, name, path, producer, certain=True):
        self.inputs.append((name, path))

    def output(self, name, path, consumers, metadata=None):
        self.outputs.append((name, path))

    def cell(self, index, source, kind="step", ipython=False):
        self.cells.append((index, source))

    def module_file(self, path, text):
        pass

    def script(self, path, text):
        pass

    def installed(self, command):
        pass

    def metric(self, name, log=None):
        self.metrics.append((name, log))

    def run(self):
        for name, path in self.inputs:
            with open(path, "rb") as file:
                self.variables[name] = pickle.load(file)
        for index, source in self.cells:
            exec(compile(source, f"<cell {index}>", "exec"), self.variables)
        for name, path in self.outputs:
            with open(path, "wb") as file:
                pickle.dump(self.variables[name], file)
        for name, log in self.metrics:
            log(name, self.variables[name])
