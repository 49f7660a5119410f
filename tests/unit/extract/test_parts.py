from service.extract.base import Unwatched
from service.extract.child import Reporter
from service.extract.parts import held_back
from service.extract.reader import Reader
from service.extract.transcript import transcript_of
from service.model.document import Boilerplate, Document, Note, Origin, Paragraph, Release
from service.model.source import Resource, SourceFile
from tests.unit.extract.documents import pdf, words

PAGES = ("The ministry announced a plan.", "The plan begins in March.", "It ends in June.")
DOCUMENT = Resource(SourceFile("a.pdf"), pdf(*map(words, PAGES)), "", "d", "a.pdf")


class Onlooker(Unwatched):
    """Wants a part after every page, and remembers which pages had begun by then."""

    def __init__(self):
        self.begun, self.parts = [], []

    def begin(self, page, pages):
        self.begun.append(page)
        return ""

    def wants_part(self, pages_read, pages):
        return pages_read < pages

    def part(self, release):
        self.parts.append((tuple(self.begun), transcript_of(release.body), release.body))


def test_the_text_of_page_one_is_there_before_page_three_is_begun():
    onlooker = Onlooker()
    whole = Reader(9).extract(DOCUMENT, onlooker)
    begun, text, body = onlooker.parts[-1]
    assert begun == (0, 1, 2)
    assert text == PAGES[0]
    assert (body.pages, body.pages_read) == (3, 2)
    assert (whole.body.pages_unread, onlooker.begun) == (0, [0, 1, 2, 3, 0])


def test_what_is_read_does_not_depend_on_who_looks_on():
    assert Reader(9).extract(DOCUMENT, Onlooker()) == Reader(9).extract(DOCUMENT)


def release(*blocks):
    return Release("", "", "", "ko", Document("ko", "", blocks, Origin("d", "pdf", "1"), 9, (), 7))


def test_the_last_paragraph_of_a_part_waits_for_the_next_page_and_so_does_what_follows_it():
    done, open_ = Paragraph("끝난 문단이다."), Paragraph("아직 이어질 수 있는")
    after = (Note("각주", "*"), Boilerplate("- 2 -", "page-number"))
    assert held_back(release(done, open_, *after)).body.blocks == (done,)
    assert held_back(release(open_)).body.blocks == ()
    assert held_back(release()).body.blocks == ()


def test_parts_come_after_eight_pages_and_four_times_as_many():
    sent = []

    class Pipe:
        def send_bytes(self, data):
            sent.append(data)

    reporter = Reporter(Pipe(), {}, clock=lambda: 0.0)
    wanted = [page for page in range(1, 1001) if reporter.wants_part(page, 1000)]
    assert wanted == [8, 32, 128, 512]
    assert len(sent) == len(wanted)


def test_parts_come_sooner_when_pages_are_slow():
    clock = iter(range(1000))
    reporter = Reporter(
        type("Pipe", (), {"send_bytes": lambda *_: None})(), {}, lambda: next(clock)
    )
    assert [page for page in range(1, 100) if reporter.wants_part(page, 100)] == [1, 4, 16, 64]
