"""Who acts: the names, titles, demonyms, metonyms, pronouns and descriptions of an article, as canonical actors."""

from pipeline.actors.across import merge_aliases_across, names_across
from pipeline.actors.find import Actors, find_actors

__all__ = ["Actors", "find_actors", "merge_aliases_across", "names_across"]
