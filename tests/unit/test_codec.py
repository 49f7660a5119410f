import pytest
from hypothesis import given
from hypothesis import strategies as st

from service import codec
from service.model import document as d
from service.model.source import Resource, SourceFile, SourceText, SourceUrl

places = st.builds(
    d.Locator,
    st.integers(0, 99),
    st.sampled_from([(), (1.0, 2.5, 3.0, 4.0)]),
    st.text(max_size=5),
    st.integers(0, 9),
)
texts = st.text(max_size=20).filter(lambda text: text.isprintable())
blocks = st.one_of(
    st.builds(d.Heading, texts, st.integers(1, 6), texts, places),
    st.builds(d.Paragraph, texts, texts, texts, places),
    st.builds(d.ListItem, texts, texts, st.integers(0, 4), texts, places),
    st.builds(d.Table, st.just(((d.Cell("가", 2), d.Cell("")),)), st.integers(0, 2)),
    st.builds(d.Figure, texts),
    st.builds(d.Note, texts, texts),
    st.builds(d.Boilerplate, texts, st.just("page-number")),
)


@given(st.lists(blocks, max_size=5))
def test_a_document_comes_back_as_it_was(given_blocks):
    document = d.Document("ko", "제목", tuple(given_blocks), d.Origin("d", "pdf", "1"), 2)
    assert codec.from_json(codec.to_json(document), d.Document) == document


@pytest.mark.parametrize(
    "source", [SourceUrl("https://a/", "https", "a", 443), SourceFile("a"), SourceText("b")]
)
def test_a_source_keeps_its_kind(source):
    resource = Resource(source, b"\x00\xff", "text/plain", "d")
    assert codec.from_json(codec.to_json(resource), Resource) == resource
