"""Makes the woff2 files beside it from the @fontsource-variable packages and KaTeX.

    pip install fonttools==4.66.1 brotli==1.2.0 && python3 src/fonts/subset.py

As published, an article with formulas and code would fetch 230 KB of fonts; 110 KB is the budget.
Left out: weights the styles never ask for, characters no page uses, hints for old screens. The serif
is renamed, as its licence asks of modified versions ("Source" is a reserved name).
"""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
PACKAGES = HERE.parent.parent / "node_modules"

ASCII = range(0x20, 0x7F)
LATIN_1 = range(0xA0, 0x100)
PUNCTUATION = [ord(c) for c in "‐‑‒–—‘’“”†•…‰′″€™↑↓−"]
TEXT = [*ASCII, *LATIN_1, *PUNCTUATION, 0x2009, 0x200A]
GREEK = [ord(c) for c in "ΓΔΘΛΞΠΣΥΦΨΩ"]
OPERATORS = [ord(c) for c in "←→⇒↦∀∂∅∈∑−∗∘√∝∞∣∥∧∨∩∪∼≃≈≡≤≥≪≫⊂⊆⋅⋯⋮⌈⌉⌊⌋⟨⟩′ˉˆ˙˜⃗ℓ⟶⟹"]
RELATIONS = [ord(c) for c in "≲≳⩽⩾∴∵□■∝≊≜↾⇉⇄"]
DELIMITERS = [ord(c) for c in " ()/[\\]{}|‖√∣∥⌈⌉⌊⌋⟨⟩∑∏∫⏐↑↓ˆ˜̂̃"]
SPACES = [*range(0x2000, 0x200B)]
MATHS = [*ASCII, 0xA0, *map(ord, "±×÷°·"), *PUNCTUATION, *GREEK, *OPERATORS, *SPACES]

GUIDE = "Guide Serif"


class Face(NamedTuple):
    """One file to make. `weights` is None where the source has one weight only."""

    name: str
    source: str
    characters: list[int]
    weights: object = None
    family: str | None = None
    features: tuple[str, ...] = ("kern", "mark", "liga", "calt", "ccmp", "locl", "tnum", "pnum")


VARIABLE = "@fontsource-variable"
FACES = [
    Face("serif", f"{VARIABLE}/source-serif-4/files/source-serif-4-latin-wght-normal", TEXT, (400, 600), GUIDE),
    Face("serif-italic", f"{VARIABLE}/source-serif-4/files/source-serif-4-latin-wght-italic", [*ASCII, *PUNCTUATION], 400, GUIDE),
    Face("sans", f"{VARIABLE}/inter/files/inter-latin-wght-normal", TEXT, (400, 600)),
    # No ligatures in code: what is shown is what is typed.
    Face("mono", f"{VARIABLE}/jetbrains-mono/files/jetbrains-mono-latin-wght-normal", [*ASCII, *PUNCTUATION], 400, None, ("mark",)),
    Face("katex-main", "katex/dist/fonts/KaTeX_Main-Regular", MATHS),
    Face("katex-math", "katex/dist/fonts/KaTeX_Math-Italic", [*ASCII, *GREEK, *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3F5]),
    Face("katex-ams", "katex/dist/fonts/KaTeX_AMS-Regular", RELATIONS),
    Face("katex-size1", "katex/dist/fonts/KaTeX_Size1-Regular", DELIMITERS),
    Face("katex-size2", "katex/dist/fonts/KaTeX_Size2-Regular", DELIMITERS),
    Face("katex-size3", "katex/dist/fonts/KaTeX_Size3-Regular", DELIMITERS),
]


def rename(font: TTFont, family: str) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = family.replace(" ", "") if record.nameID == 6 else family


def pinned(font: TTFont, weights: object) -> TTFont:
    instancer.instantiateVariableFont(font, {"wght": weights}, inplace=True)
    # Written and read again: the subsetter stumbles over tables the instancer left half unpacked.
    whole = BytesIO()
    font.flavor = None
    font.save(whole)
    return TTFont(whole, recalcTimestamp=False)


def digits_only(font: TTFont) -> None:
    """Inter's tabular figures widen hyphen and full stop too, which tears words in tables apart."""
    if "GSUB" not in font:
        return
    digits = {font.getBestCmap()[c] for c in range(ord("0"), ord("9") + 1)}
    table = font["GSUB"].table
    tabular = [f.Feature for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum"]
    for index in {i for feature in tabular for i in feature.LookupListIndex}:
        for lookup in table.LookupList.Lookup[index].SubTable:
            single = getattr(lookup, "ExtSubTable", lookup)
            single.mapping = {a: b for a, b in single.mapping.items() if a in digits}


def make(face: Face) -> None:
    font = TTFont(PACKAGES / f"{face.source}.woff2", recalcTimestamp=False)
    if face.weights:
        font = pinned(font, face.weights)
    digits_only(font)
    options = subset.Options(layout_features=list(face.features), hinting=False, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    if face.family:
        rename(font, face.family)
    font.flavor = "woff2"
    file = HERE / f"{face.name}.woff2"
    font.save(file)
    print(f"{file.name} {file.stat().st_size} bytes")


for face in FACES:
    make(face)
