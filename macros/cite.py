"""References as readers see them."""

from __future__ import annotations

from markupsafe import Markup

from macros.models import Reference
from macros.text import escape, inline

READ = {
    "full text": "Read: full text.",
    "abstract": "Read: abstract.",
    "secondary": "Read: what another source says of it.",
    "memory": "Not read: cited from memory, to be confirmed.",
}

MAX_AUTHORS = 6


def citation(reference: Reference) -> Markup:
    """A reference in Vancouver order with its links and what of it was read, on one line of Markdown."""
    parts = [
        f"{authors(reference)}.",
        f"{inline(reference.title)}{'' if reference.title[-1:] in '?!.' else '.'}",
    ]
    if reference.container:
        parts.append(f"<cite>{inline(reference.container)}</cite>{issue(reference)}")
    elif reference.year:
        parts.append(f"{reference.year}.")
    parts += [f'<a href="{href}">{label}</a>' for label, href in addresses(reference)]
    parts.append(f'<span class="read">{READ[reference.read]}</span>')
    if reference.read_note:
        parts.append(f'<span class="read">{inline(reference.read_note)}</span>')
    return Markup(" ".join(parts))


def authors(reference: Reference) -> str:
    """Up to six authors, then “et al”."""
    names = [inline(name) for name in reference.authors[:MAX_AUTHORS]]
    more = len(reference.authors) > MAX_AUTHORS and reference.authors[MAX_AUTHORS] != "et al"
    return ", ".join([*names, "et al"] if more else names)


def issue(reference: Reference) -> str:
    """“. 2011;20(5):759-765.” with what is known of it."""
    text = f". {reference.year}" if reference.year else ""
    text += f";{inline(reference.volume)}" if reference.volume else ""
    text += f":{inline(reference.pages)}" if reference.pages else ""
    return f"{text}."


def addresses(reference: Reference) -> list[tuple[str, str]]:
    """Links to the source: (label, address), the most lasting first."""
    found = []
    if reference.doi:
        found.append((f"doi:{escape(reference.doi)}", f"https://doi.org/{escape(reference.doi)}"))
    if reference.pmid:
        found.append((f"PubMed {reference.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"))
    if reference.pmcid:
        found.append((reference.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/"))
    if reference.url and not (reference.doi or reference.pmid):
        label = "search PubMed for it" if "pubmed.ncbi.nlm.nih.gov/?" in reference.url else "web page"
        found.append((label, escape(reference.url)))
    return found
