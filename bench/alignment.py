"""How far aligned word times are from true ones, beside times by share.

Usage: alignment.py. English truth: festival's own word times, in two of its voices (Debian packages
festival, festvox-kallpc16k, festvox-us-slt-hts). Korean truth: espeak's times of another of its
voices at another rate. The sentences are ours; half of the English ones were used to fit
`service/alignment/features.py`, the figures of the other half are printed too.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as service/__init__.py does

import numpy as np

from service.alignment.aligner import WordAligner
from service.model.speech import Mark, Prosody, Sound, Voice
from service.speech.espeak.clauses import Clause
from service.speech.espeak.engine import EspeakEngine
from service.speech.espeak.process import SpokenClause
from service.speech.respelling import with_sound_rules

FLOORS = {"en": (32, 70), "ko": (15, 40)}
COST_FLOOR = 0.01
FESTIVAL = {"kal": "voice_kal_diphone", "slt": "voice_cmu_us_slt_arctic_hts"}
KOREAN_VOICES = (("ko+f3", 230), ("ko+m4", 160), ("ko+whisper", 200))

ENGLISH = """
The Ministry of Health and Welfare announced today that the minister will visit Los Angeles, San Diego and Boston next week.
The government plans to support small clinics in rural areas with new equipment and trained nurses.
More than half of the patients recovered within ten days, according to the agency.
Families with two or more children can apply for the new allowance from the first of July.
The two countries agreed to share data on infectious diseases and to train experts together.
A hearing on the draft bill will be held at the national assembly on Thursday afternoon.
Officials said the vaccine is safe, and that side effects are rare.
The number of applicants rose sharply, although the budget stayed the same.
Please call the hotline if you notice signs of abuse in your neighbourhood.
The center opened its doors to visitors in spring, and closed them again in winter.
Experts from universities, hospitals and companies discussed how artificial intelligence can help doctors.
He thanked the volunteers who had cared for older people during the heat wave.
The prime minister stressed that no citizen should be left behind.
Hospitals must report every case of measles within a day.
The new rules take effect immediately; violations will be fined.
Local governments will receive funding to repair schools, libraries and parks.
She added that the plan would be reviewed every year by an independent committee.
Trade between the two regions has doubled over the past decade.
The survey covered five thousand households across the country.
Air quality in the capital improved thanks to stricter limits on traffic.
Students from low income families may borrow laptops free of charge.
The summit ended with a joint statement on climate and energy.
Rescue teams reached the village early in the morning.
Researchers found that regular exercise lowers the risk of dementia.
The agency will publish detailed guidelines on its website tomorrow.
Parents welcomed the decision, but teachers asked for more time.
""".strip().splitlines()

KOREAN = """
보건복지부는 오늘 미국의 바이오 클러스터를 방문한다고 밝혔다.
지원 대상은 두 자녀 이상을 둔 가구이며, 다음 달부터 신청할 수 있다.
장관은 어르신을 돌보는 자원봉사자에게 감사의 뜻을 전했다.
새 규정은 즉시 시행되며, 위반하면 과태료를 문다.
연구진은 꾸준한 운동이 치매 위험을 낮춘다고 설명했다.
도서관과 공원을 고치는 데 필요한 예산을 지방자치단체에 나누어 준다.
국민 누구나 누리집에서 자세한 안내를 볼 수 있다.
전문가들은 인공지능이 의사를 어떻게 도울 수 있는지 논의했다.
구조대는 이른 아침 마을에 도착해 주민을 대피시켰다.
정부는 감염병 정보를 함께 나누고 인력을 같이 기르기로 했다.
대기질은 교통량을 줄인 덕분에 크게 좋아졌다.
학부모는 결정을 반겼지만, 교사들은 시간이 더 필요하다고 말했다.
""".strip().splitlines()


@dataclass(frozen=True)
class Case:
    """A sound without marks, and when its words truly begin, by their place in the text."""

    sound: Sound
    starts_ms: dict[int, float]


def main() -> None:
    engine = with_sound_rules(EspeakEngine(10))
    try:
        print("mean error, 90th percentile, cost in shares of real time (floor)")
        if shutil.which("festival"):
            cases = list(english_cases())
            told("English, festival, all", cases, engine, "en")
            told("English, festival, not fitted on", cases[1::2], engine, "en")
        else:
            print("English was not measured: festival is not installed")
        told("Korean, other espeak voices", list(korean_cases()), engine, "ko")
    finally:
        engine.close()


def told(what: str, cases: Sequence[Case], engine: EspeakEngine, language: str) -> None:
    voice = next(each for each in engine.voices() if each.language == language)
    aligner, found, shared, took_s, lasts_s = WordAligner(), [], [], 0.0, 0.0
    for case in cases:
        reference = engine.speak(case.sound.text, voice, Prosody())
        begun = time.process_time()
        marks = aligner.aligned(case.sound, reference)
        took_s += time.process_time() - begun
        lasts_s += len(case.sound.data) / 2 / case.sound.sample_rate_hz
        found += errors(marks, case)
        shared += errors(aligner.shared(case.sound), case)
    mean, most = FLOORS[language]
    print(
        f"{what}: {np.mean(found):.0f} ms ({mean}), {np.percentile(found, 90):.0f} ms ({most}), "
        f"{took_s / lasts_s:.4f} ({COST_FLOOR}), {len(found)} words; "
        f"by share {np.mean(shared):.0f} ms, {np.percentile(shared, 90):.0f} ms"
    )


def errors(marks: Sequence[Mark], case: Case) -> list[float]:
    starts = {mark.start: mark.start_ms for mark in marks}
    return [abs(starts[at] - true) for at, true in case.starts_ms.items() if at in starts]


def english_cases() -> Iterator[Case]:
    with tempfile.TemporaryDirectory() as folder:
        for name, voice in FESTIVAL.items():
            script = Path(folder) / f"{name}.scm"
            script.write_text(
                f"({voice})\n" + "".join(map(spoken_by(folder, name), range(len(ENGLISH))))
            )
            run = subprocess.run(
                ["festival", "-b", script], capture_output=True, text=True, check=True
            )
            for part in run.stdout.split("UTTERANCE ")[1:]:
                number, *lines = part.strip().splitlines()
                yield english_case(
                    Path(folder) / f"{name}{number}.wav", ENGLISH[int(number)], lines
                )


def spoken_by(folder: str, name: str) -> Callable[[int], str]:
    def command(number: int) -> str:
        return (
            f'(set! u (utt.synth (Utterance Text "{ENGLISH[number]}")))\n'
            f'(utt.save.wave u "{folder}/{name}{number}.wav")\n(format t "UTTERANCE {number}\\n")\n'
            '(mapcar (lambda (w) (format t "%f\\n" (item.feat w "word_start")))'
            " (utt.relation.items u 'Word))\n"
        )

    return command


def english_case(file: Path, text: str, lines: list[str]) -> Case:
    with wave.open(str(file)) as made:
        data, rate_hz = made.readframes(made.getnframes()), made.getframerate()
    places = [word.start() for word in re.finditer(r"[A-Za-z]+", text)]
    starts = [float(line) * 1_000 for line in lines if re.fullmatch(r"[\d.]+", line)]
    assert len(places) == len(starts), text
    voice = Voice("festival:en", "festival", "1", "en", "x")
    return Case(
        Sound(data, "audio/L16", rate_hz, voice, text), dict(zip(places, starts, strict=True))
    )


def korean_cases() -> Iterator[Case]:
    for name, rate in KOREAN_VOICES:
        engine = with_sound_rules(OtherVoice(name, rate))
        voice = next(each for each in engine.voices() if each.language == "ko")
        for text in KOREAN:
            sound = engine.speak(text, voice, Prosody())
            starts = {mark.start: float(mark.start_ms) for mark in sound.marks}
            bare = Sound(sound.data, sound.media_type, sound.sample_rate_hz, voice, text)
            yield Case(bare, starts)
        engine.close()


class OtherVoice(EspeakEngine):
    """espeak in another of its voices, at another rate."""

    def __init__(self, name: str, rate: int) -> None:
        super().__init__(10)
        self.own = (name, rate)

    def _ask(
        self, parts: Sequence[Clause], voice: Voice, prosody: Prosody
    ) -> tuple[SpokenClause, ...]:
        name, rate = self.own
        return self._process.ask([part.text for part in parts], name, rate, 50)


if __name__ == "__main__":
    main()
