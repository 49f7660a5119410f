"""How many characters a day a server may be asked to say, counted by all processes together."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from service.database import Database
from service.errors import EngineBudgetSpent, EngineUnavailable, StoreUnavailable

# What was taken outlives a power cut too.
_SCHEMA = """
pragma synchronous = full;
create table if not exists budget (
  day text not null, engine text not null, characters integer not null,
  primary key (day, engine)
) without rowid;
"""
_SEOUL = timezone(timedelta(hours=9), "KST")
_DAYS_KEPT = 31


class Budget:
    """Thread-safe and safe between processes; the day begins at midnight in Seoul.

    What was taken stays taken, whether or not an answer came: the text was sent.
    """

    def __init__(
        self, path: Path, most: int, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._database = Database(path, _SCHEMA)
        self._most = most
        self._now = now

    def take(self, engine: str, characters: int) -> None:
        """Take so many from today's budget, or raise EngineBudgetSpent and take none.

        What cannot be counted is not asked for: EngineUnavailable.
        """
        if not self._most:
            return
        try:
            self._take(engine, characters)
        except StoreUnavailable as error:
            raise EngineUnavailable(f"{engine}: the budget cannot be counted: {error}") from error

    def _take(self, engine: str, characters: int) -> None:
        today = self._now().astimezone(_SEOUL).date()
        with self._database.use() as database:
            oldest = (today - timedelta(days=_DAYS_KEPT)).isoformat()
            database.execute("delete from budget where day < ?", (oldest,))
            rows = database.execute(
                "select characters from budget where day = ? and engine = ?",
                (today.isoformat(), engine),
            )
            spent = next((int(count) for (count,) in rows), 0)
            if spent + characters > self._most:
                raise EngineBudgetSpent(
                    f"{engine}: {spent} of {self._most} characters of {today} are spent, "
                    f"{characters} more were asked for (LISTEN_DAILY_CHARACTERS)"
                )
            database.execute(
                "insert into budget values (?, ?, ?) on conflict (day, engine)"
                " do update set characters = characters + excluded.characters",
                (today.isoformat(), engine, characters),
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()
