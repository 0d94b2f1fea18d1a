"""Static files under names that carry their hash, also inside the scripts that import one another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Without the aggregation an old `words.js` in a browser's cache could meet a new `app.js`."""

    support_js_module_import_aggregation = True
