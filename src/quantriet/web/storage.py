"""Static files under names that carry their hash, also inside the scripts that import one another."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN_IMPORTS = (
    "quantriet/*.js",
    (
        (r"""(?P<matched>from\s*["'](?P<url>\./.*?)["'])""", 'from "%(url)s"'),
        (r"""(?P<matched>import\s*["'](?P<url>\./.*?)["'])""", 'import "%(url)s"'),
    ),
)


class HashedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """An old `words.js` in a browser's cache must not meet a new `app.js`.

    Django's own switch for this reads every script, and stumbles over an example in a comment of an htmx extension.
    """

    patterns = (*HashedFilesMixin.patterns, OWN_IMPORTS)
