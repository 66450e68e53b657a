"""Topological sorting of graphs."""
from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Raised when the graph has cycles: the second argument is one of them, a list whose first and last node are the
    same."""


class TopologicalSorter:
    """Provides functionality to topologically sort a graph of hashable nodes"""

    def __init__(self, graph=None):
        self._followers = {}           # node: those that wait for it
        self._waiting_for = {}         # node: how many it waits for
        self._ready = None             # those that could be given out; None until prepare()
        self._out, self._done = set(), set()
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _meet(self, node):
        self._followers.setdefault(node, [])
        self._waiting_for.setdefault(node, 0)

    def add(self, node, *predecessors):
        """Add a new node and its predecessors to the graph."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._meet(node)
        self._waiting_for[node] += len(predecessors)
        for predecessor in predecessors:
            self._meet(predecessor)
            self._followers[predecessor].append(node)

    def prepare(self):
        """Mark the graph as finished and check for cycles in the graph."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._waiting_for.items() if not count]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """Return a tuple of all the nodes that are ready."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result, self._ready = tuple(self._ready), []
        self._out.update(result)
        return result

    def is_active(self):
        """Return ``True`` if more progress can be made and ``False`` otherwise."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return bool(self._ready) or len(self._done) < len(self._out)

    __bool__ = is_active

    def done(self, *nodes):
        """Marks a set of nodes returned by "get_ready" as processed."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._waiting_for:
                raise ValueError(f"node {node!r} was not added using add()")
            if node in self._done:
                raise ValueError(f"node {node!r} was already marked done")
            if node not in self._out:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._done.add(node)
            for follower in self._followers[node]:
                self._waiting_for[follower] -= 1
                if not self._waiting_for[follower]:
                    self._ready.append(follower)

    def _cycle(self):
        "A cycle as a list of nodes, or None: depth first, with the path from the start in hand."
        seen, path, place = set(), [], {}
        for start in self._followers:
            if start in seen:
                continue
            turns = [iter((start,))]
            while turns:
                node = next(turns[-1], seen)
                if node is seen:
                    turns.pop()
                    if path:
                        del place[path.pop()]
                elif node in place:
                    return path[place[node]:] + [node]
                elif node not in seen:
                    seen.add(node)
                    place[node] = len(path)
                    path.append(node)
                    turns.append(iter(self._followers[node]))
        return None

    def static_order(self):
        """Returns an iterable of nodes in a topological order."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(GenericAlias)
