"""Where a reader's articles and their events are kept: SQLite by default, any database SQLAlchemy knows by URL."""

from pipeline.store.schema import SCHEMA_VERSION, StoreError
from pipeline.store.store import KeptArticle, Store
from pipeline.store.versions import with_free_id

__all__ = ["SCHEMA_VERSION", "KeptArticle", "Store", "StoreError", "with_free_id"]
