"""Answer *who must do what, by when* from an official plan document encoded as YAML."""

__version__ = "0.3.0"
