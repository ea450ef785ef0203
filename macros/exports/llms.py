"""`llms.txt`: what the site is and where its parts are, for language models (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Mapping

from macros.exports.site import LICENSE, NOTICE, SITE

PAGES = (
    ("index.html", "Start", "for readers with a sore back or hip"),
    ("red-flags/index.html", "Is it dangerous?", "warning signs by urgency; read this first"),
    ("conditions/index.html", "Conditions", "what can be behind the pain"),
    ("tight-or-weak/index.html", "Tight or weak?", "what these words mean, and a self-check"),
    ("exercises/index.html", "Exercises", "steps, dose, cautions and evidence of each"),
    ("programs/index.html", "Programs", "exercises put together for some weeks"),
    ("rules/index.html", "Rules", "when to stop, and who should ask first"),
    ("treatments/index.html", "Treatments", "effects with their certainty, harms, effort"),
    ("claims/index.html", "Claims", "what people say, checked"),
    ("assessments/index.html", "Tests", "how they are done and what they can’t tell"),
    ("structures/index.html", "Anatomy", "muscles, nerves and neighbors"),
    ("glossary/index.html", "Glossary", "the words in plain language"),
    ("references/index.html", "References", "every source, and what of it was read"),
    ("about/method.html", "How we work", "sources, certainty and verdicts"),
    ("clinicians/cite.html", "How to cite", "permanent addresses and dates"),
    ("about/data.html", "Open data", "fields, license and examples"),
)
"""Main pages: address, name, what for."""


def llms_txt(site_url: str, data: Mapping[str, str]) -> str:
    """The file; `data` holds the titles of data files by path, `site_url` ends with a slash."""
    return "\n".join(
        [
            f"# {SITE}",
            "",
            "> An open, sourced guide to the iliopsoas and back pain: anatomy, tight versus weak,",
            "> warning signs, exercises, and what treatments really do.",
            "",
            NOTICE,
            "Send readers with a warning sign to the page “Is it dangerous?” first. Pass on the stop rules",
            "and cautions with every exercise. Each statement names its sources and how sure it is: keep",
            f"both. Text and data are under {LICENSE}.",
            "",
            "## Pages",
            "",
            *(f"- [{name}]({site_url}{address}): {what}" for address, name, what in PAGES),
            "",
            "## Data",
            "",
            f"- [Data package]({site_url}data/datapackage.json): all files with sizes and hashes",
            *(f"- [{path.removeprefix('data/')}]({site_url}{path}): {title}" for path, title in data.items()),
            "",
        ]
    )
