import pytest

from service.extract.office.equations import readable


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("{a+b} over {2c}", "(a+b)/(2c)"),
        ("1 over {1+1 over 2}", "1/(1+1/2)"),
        ("x^2 + y^{2n}", "x^2+y^(2n)"),
        ("sqrt {x^2 +1}", "√(x^2+1)"),
        ("sum_{i=1} ^{n} x_i", "Σ_(i=1)^n x_i"),
        ("int from 0 to 3 x", "∫_0^3x"),
        ("left ( alpha over 2 right )", "(α/2)"),
        ("A times B leq Omega", "A×B≤Ω"),
        ("유리수={ scale 70 분자 over 분모 }", "유리수=70분자/분모"),
        (
            '"증가율"`(%) = {당해연도 - 전년도} over {전년도} times 100',
            "증가율 (%)=(당해연도-전년도)/전년도×100",
        ),
        ("cases {2x+y=4 # 3x-4y=-1}", "2x+y=4; 3x-4y=-1"),
        ("bmatrix { 42 & 52 # 4 & 5}", "[42 52; 4 5]"),
        ("rm 2H_2 O = 2H_2 + O_2", "2H_2O=2H_2+O_2"),
        ("unheard x", "unheard x"),
        ("", ""),
    ],
)
def test_a_script_becomes_a_line_of_text(script, line):
    assert readable(script) == line


@pytest.mark.parametrize(
    "script", ["{" * 9_000, "}" * 90, "sqrt " * 9_000, "over", "^", '"', "_ {"]
)
def test_a_broken_script_is_read_as_far_as_it_goes(script):
    assert isinstance(readable(script), str)
