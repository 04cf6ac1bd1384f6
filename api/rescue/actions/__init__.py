"""The verbs of rescues: call for help, command, help nearby, forget."""
