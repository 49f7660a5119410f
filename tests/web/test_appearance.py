"""The display settings: what can be chosen, and that every palette can be read."""

import re

import pytest

from service.messages import LANGUAGES, text
from service.web.appearance import CHOICES
from service.web.assets import FOLDER
from tests.web.staging import KOREAN
from tests.web.test_pages import Outline, listen

STYLE = (FOLDER / "css" / "appearance.css").read_text("utf-8")
TOKENS = (FOLDER / "css" / "tokens.css").read_text("utf-8")
SHOWN = [choice for choice in CHOICES if not choice.needs_script]
CHOSEN = [f"look-{choice.name}-{value}" for choice in CHOICES for value in choice.values[1:]]


def tokens(style, start):
    body = style.partition(start)[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#\w+|none|[^;]+);", body))


def chosen(theme):
    return tokens(STYLE, f":root:has(#look-theme-{theme}:checked) {{")


LIGHT = tokens(TOKENS, ":root {")
DARK = tokens(TOKENS, "@media (prefers-color-scheme: dark) {\n  :root {")
PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    **{name: chosen(name) for name in ("yellow-on-black", "black-on-yellow")},
}
TEXT = [
    *(("ink", "surface"), ("ink", "page"), ("ink", "raised"), ("ink", "mark")),
    *(("ink-soft", "surface"), ("ink-soft", "page"), ("ink-soft", "raised")),
    *(("brand", "surface"), ("brand", "raised"), ("brand-strong", "brand-soft")),
    *(("on-brand", "brand"), ("on-brand", "brand-strong"), ("ink", "brand-soft")),
]
EDGES = [("edge", "surface"), ("focus", "surface"), ("focus", "page"), ("mark-line", "mark")]


def luminance(colour):
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.kwcag("5.4.3")
@pytest.mark.parametrize("name", PALETTES)
def test_every_palette_keeps_the_contrast_of_text_and_edges(name):
    palette = PALETTES[name]
    low = [pair for pair in TEXT if contrast(*(palette[part] for part in pair)) < 4.5]
    low += [pair for pair in EDGES if contrast(*(palette[part] for part in pair)) < 3]
    assert low == []


def test_what_is_chosen_looks_as_what_the_device_would_give():
    assert chosen("dark") == DARK
    assert chosen("light").items() <= LIGHT.items()
    assert set(chosen("light")) == set(DARK) == set(PALETTES["yellow-on-black"])
    assert set(DARK) == set(PALETTES["black-on-yellow"])


@pytest.mark.parametrize("name", [name for name in CHOSEN if "guide" not in name])
def test_every_choice_has_a_rule_of_its_own(name):
    assert f":root:has(#{name}:checked) {{" in STYLE


@pytest.mark.kwcag("7.3.2")
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_choices_have_names_that_differ(language):
    names = [text("appearance", choice.name, language) for choice in CHOICES]
    names += [
        text("appearance", f"{choice.name}-{value}", language)
        for choice in CHOICES
        for value in choice.values
        if not value.isdecimal()
    ]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("path", ["/", listen(KOREAN), "/nowhere", "/accessibility"])
def test_the_settings_are_on_every_page_and_choose_the_usual_look(client, path):
    radios = [each for each in Outline(client.get(path).text).named("input")
              if each.get("type") == "radio"]  # fmt: skip
    assert [each["id"] for each in radios if "checked" in each] == [
        f"look-{choice.name}-{choice.values[0]}" for choice in SHOWN
    ]
    assert len(radios) == sum(len(choice.values) for choice in SHOWN)


def test_only_what_needs_a_script_waits_for_it(client):
    outline = Outline(client.get("/").text)
    hidden = [each["class"] for each in outline.named("fieldset") if "hidden" in each]
    assert hidden == ["choice choice--guide", "choice choice--pages"]


def test_a_page_inside_another_site_has_no_settings(client):
    assert 'class="appearance"' not in client.get(f"/player?url={KOREAN}").text


@pytest.mark.kwcag("6.3.1")
@pytest.mark.parametrize("style", sorted(FOLDER.rglob("*.css")), ids=lambda path: path.name)
def test_nothing_moves_or_blinks(style):
    moving = re.findall(r"(?:animation|transition)[\w-]*: *([^;]+);", style.read_text("utf-8"))
    # A change that takes no time and comes once is none that moves.
    assert set(moving) <= {"none !important", "late 0s 1s backwards"}
