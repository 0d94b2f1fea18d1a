"""The root of the errors that engines raise."""


class EngineError(ValueError):
    """A value that an engine cannot make sense of; each engine has its own small tree below this."""
