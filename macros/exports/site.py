"""What every export says of the site itself."""

from __future__ import annotations

SITE = "Iliopsoas & Back Pain"
"""Its name, which its editors go by too."""

LICENSE = "CC BY 4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"

NOTICE = "General information, not medical advice. No licensed clinician has reviewed it yet."
