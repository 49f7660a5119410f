"""What a person sees on a page is read, wherever the file has it; what nobody sees is not."""

import pytest

from tests.unit.extract.documents import read
from tests.unit.extract.raw_pdfs import form, line, raw_pdf

SEEN = line("The ministry announced a plan.", 700)
LAYERS = "/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[7 0 R]/Order[7 0 R 8 0 R]>>>>"
GROUPS = {7: "<</Type/OCG/Name(off)>>", 8: "<</Type/OCG/Name(on)>>"}
PROPERTIES = "/Properties<</Off 7 0 R/On 8 0 R/All 9 0 R>>"


def said(body):
    return " ".join(block.text for block in read(body).body.blocks)


def layered(content, **objects):
    numbered = {int(name.removeprefix("n")): each for name, each in objects.items()}
    xobjects = "/XObject<</X 6 0 R>>" if 6 in numbered else ""
    return raw_pdf(
        SEEN + content,
        catalog=LAYERS,
        resources=PROPERTIES + xobjects,
        objects={**GROUPS, **numbered},
    )


def in_layer(name, text, y=500):
    return f"/OC /{name} BDC\n{line(text, y)}EMC\n"


def annotated(subtype, more="/F 4", appearance="Kim Haneul"):
    drawn = f"/Tx BMC q BT 0 g /F 12 Tf 2 5 Td ({appearance}) Tj ET Q EMC"
    note = f"<</Type/Annot/Subtype/{subtype}{more}/Rect[120 595 320 615]/AP<</N 7 0 R>>>>"
    return raw_pdf(
        SEEN + line("Name:", 600),
        catalog="/AcroForm<</Fields[6 0 R]>>",
        page="/Annots[6 0 R]",
        objects={6: note, 7: form(drawn).replace("[0 0 595 842]", "[0 0 200 20]")},
    )


@pytest.mark.parametrize(
    "body",
    [
        layered(in_layer("Off", "Nobody sees this.")),
        layered(in_layer("All", "Nobody sees this."), n9="<</Type/OCMD/OCGs[7 0 R]/P/AllOn>>"),
        layered(
            "/X Do", n6=form(line("Nobody sees this.", 500)).replace("/Type", "/OC 7 0 R/Type")
        ),
        layered("/X Do", n6=form(in_layer("Off", "Nobody sees this."), PROPERTIES)),
    ],
    ids=["marked", "by membership", "a form", "inside of a form"],
)
def test_a_layer_that_is_switched_off_is_not_read(body):
    assert said(body) == "The ministry announced a plan."


def test_a_layer_that_is_switched_on_is_read():
    body = layered(in_layer("Off", "Nobody sees this.") + in_layer("On", "White.", 460))
    assert said(body) == "The ministry announced a plan. White."


def test_white_text_of_a_layer_on_a_dark_ground_is_read():
    words = "/OC /On BDC 1 g\n" + line("White on black.", 500) + "EMC\n"
    assert "White on black." in said(layered("0 g 60 480 400 60 re f\n" + words))


def test_what_fields_boxes_and_stamps_show_is_read_at_its_place():
    for subtype in ("Widget/FT/Tx/T(n)/V(Kim Haneul)", "FreeText", "Stamp"):
        assert said(annotated(subtype)) == "The ministry announced a plan. Name: Kim Haneul"


def test_a_form_whose_fields_have_all_of_its_text_is_not_empty():
    body = (
        annotated("Widget/FT/Tx/T(n)/V(x)").replace(b"(The ministry", b"(").replace(b"Name:", b"")
    )
    assert "Kim Haneul" in said(body)


@pytest.mark.parametrize(
    ("subtype", "more"), [("Stamp", "/F 2"), ("Highlight", "/F 4"), ("Text", "/F 4/Contents(No.)")]
)
def test_hidden_annotations_and_those_of_reviewers_are_not_read(subtype, more):
    assert said(annotated(subtype, more)) == "The ministry announced a plan. Name:"


def test_text_that_is_cut_away_whole_is_not_read_and_staff_are_told():
    cut = "q 0 0 10 10 re W n\n" + line("Nobody sees this.", 500) + "Q"
    release = read(raw_pdf(SEEN + cut))
    assert [block.text for block in release.body.blocks] == ["The ministry announced a plan."]
    assert "letters-hidden" in {warning.code for warning in release.body.warnings}


def test_text_inside_of_a_clip_is_read():
    moved = form("q 60 80 300 40 re W n\n" + line("Cut to its box.", 90) + "Q")
    shown = "q 60 480 300 40 re W n 1 0 0 1 0 400 cm /X Do Q"
    body = raw_pdf(SEEN + shown, resources="/XObject<</X 6 0 R>>", objects={6: moved})
    assert said(body) == "The ministry announced a plan. Cut to its box."


def test_text_of_a_negative_size_that_is_turned_back_is_read():
    body = raw_pdf("BT /F -12 Tf -1 0 0 -1 72 700 Tm (Written the other way about.) Tj ET")
    assert said(body) == "Written the other way about."
