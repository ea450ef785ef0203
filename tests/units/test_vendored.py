"""Vendored browser files are what they say they are."""

from __future__ import annotations

import hashlib
import re

from tests.building import ROOT

VENDOR = ROOT / "docs/assets/vendor"


def test_every_vendored_file_has_its_hash_and_license() -> None:
    listed = re.findall(
        r"^(\S+/\S+)$\n(?:  .*\n)*?  sha256:  ([0-9a-f]{64})", (VENDOR / "VERSIONS.txt").read_text(), re.M
    )
    scripts = {
        path.relative_to(VENDOR).as_posix()
        for path in VENDOR.rglob("*")
        if path.suffix in {".js", ".css", ".wasm"}
    }
    assert {name for name, _ in listed} == scripts
    for name, digest in listed:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest
        assert (VENDOR / name).parent.joinpath("LICENSE").exists()
