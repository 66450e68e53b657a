"""A sys.excepthook that fails itself: both exceptions are told."""
import sys


def hook(kind, value, tb):
    raise KeyError('in the hook')


sys.excepthook = hook
raise ValueError('first')
