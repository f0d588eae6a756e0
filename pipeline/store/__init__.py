"""Where a reader's articles and their events are kept: SQLite by default, any database SQLAlchemy knows by URL."""

from pipeline.store.corrected import corrected, correction_of
from pipeline.store.notebook import Correction, SavedView
from pipeline.store.schema import SCHEMA_VERSION, StoreError
from pipeline.store.store import KeptArticle, Store
from pipeline.store.versions import with_free_id

__all__ = [
    "SCHEMA_VERSION",
    "Correction",
    "KeptArticle",
    "SavedView",
    "Store",
    "StoreError",
    "corrected",
    "correction_of",
    "with_free_id",
]
