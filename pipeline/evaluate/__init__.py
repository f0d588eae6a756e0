"""How often the line is right, measured on texts with gold labels."""

from pipeline.evaluate.sets import KINDS, Figure, evaluate

__all__ = ["KINDS", "Figure", "evaluate"]
