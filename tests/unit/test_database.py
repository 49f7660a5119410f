import os
import shutil
import stat

import pytest

from service.database import Database
from service.errors import StoreUnavailable
from service.spare import made, spare_folder

SCHEMA = "create table if not exists t (n integer)"


@pytest.fixture
def database(tmp_path):
    made = Database(tmp_path / "deep" / "a.db", SCHEMA)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def spares(tmp_path, monkeypatch):
    """Spares of this test, which end with it."""
    monkeypatch.setattr("service.spare._MEMORY", tmp_path)


def insert(database, rows=1):
    with database.use() as connection:
        connection.executemany("insert into t values (?)", [(n,) for n in range(rows)])


def count(database):
    with database.look() as connection:
        return connection.execute("select count(*) from t").fetchone()[0]


def test_a_transaction_happens_wholly(database):
    with database.use() as connection:
        connection.execute("insert into t values (1)")
    assert count(database) == 1


def test_a_transaction_that_fails_leaves_nothing(database):
    with pytest.raises(RuntimeError), database.use() as connection:
        connection.execute("insert into t values (1)")
        raise RuntimeError
    assert count(database) == 0


def test_a_mistake_in_sql_is_told_as_ours(database):
    with pytest.raises(StoreUnavailable, match="no such table"), database.look() as connection:
        connection.execute("select * from nowhere")


def blocked(tmp_path):
    """A database whose own place cannot be written, whoever writes."""
    (tmp_path / "file").write_text("")
    return Database(tmp_path / "file" / "a.db", SCHEMA)


def test_where_nothing_can_be_written_work_goes_on_in_the_spare(tmp_path):
    first, second = blocked(tmp_path), Database(tmp_path / "file" / "a.db", SCHEMA)
    insert(first)
    assert (count(first), count(second)) == (1, 1)
    assert stat.S_IMODE(spare_folder(tmp_path / "file").stat().st_mode) == 0o700
    first.close()
    second.close()


def test_its_own_place_is_used_again_when_it_takes_writing(tmp_path, monkeypatch):
    database = blocked(tmp_path)
    insert(database)
    (tmp_path / "file").unlink()
    assert count(database) == 1
    monkeypatch.setattr("service.database._TRY_OWN_AGAIN_S", 0.0)
    assert count(database) == 0
    insert(database)
    assert (tmp_path / "file" / "a.db").stat().st_size > 0
    database.close()


def test_a_full_disk_costs_one_transaction(database):
    with database.use() as connection:
        connection.execute("pragma max_page_count = 3")
    with pytest.raises(StoreUnavailable, match="full"):
        insert(database, 10_000)
    insert(database, 10_000)
    assert count(database) == 10_000


def test_a_file_that_is_gone_is_made_anew(database, tmp_path):
    insert(database)
    shutil.rmtree(tmp_path / "deep")
    insert(database)
    assert count(database) == 1


def test_a_broken_file_is_put_aside(database, tmp_path):
    insert(database)
    database.close()
    (tmp_path / "deep" / "a.db-wal").unlink(missing_ok=True)
    (tmp_path / "deep" / "a.db").write_bytes(b"no database at all" * 400)
    insert(database)
    assert count(database) == 1
    assert len(list((tmp_path / "deep").glob("a.broken-*"))) == 1


def test_a_stranger_s_spare_is_not_used(tmp_path, monkeypatch):
    stranger = tmp_path / "stranger"
    stranger.mkdir(mode=0o755)
    with pytest.raises(PermissionError):
        made(stranger)
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        made(tmp_path / "link")


def test_a_forked_child_opens_its_own_connection(database):
    assert count(database) == 0
    child = os.fork()
    if child == 0:
        with database.use() as connection:
            connection.execute("insert into t values (1)")
        os._exit(0)
    os.waitpid(child, 0)
    assert count(database) == 1


def test_closing_and_using_again_works(database):
    database.close()
    database.close()
    assert count(database) == 0
