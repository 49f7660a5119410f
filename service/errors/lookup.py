"""The tree as a table."""

from service.errors.root import ListenError
from service.errors.starting import UnexpectedFailure


def leaves(root: type[ListenError] = ListenError) -> tuple[type[ListenError], ...]:
    """All errors that can be raised, in the order of the tree."""
    below = root.__subclasses__()
    if not below:
        return (root,)
    return tuple(leaf for child in below for leaf in leaves(child))


def by_code(code: str) -> type[ListenError]:
    """The class of a code that was kept or sent; an unknown code is `UnexpectedFailure`."""
    return {leaf.code: leaf for leaf in leaves()}.get(code, UnexpectedFailure)
