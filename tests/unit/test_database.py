import os

import pytest

from service.database import Database
from service.errors import StoreUnavailable


@pytest.fixture
def database(tmp_path):
    made = Database(tmp_path / "deep" / "a.db", "create table if not exists t (n integer)")
    yield made
    made.close()


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


def test_a_folder_that_cannot_be_made_is_told_as_ours(tmp_path):
    (tmp_path / "file").write_text("")
    blocked = Database(tmp_path / "file" / "a.db", "")
    with pytest.raises(StoreUnavailable), blocked.look():
        pass


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
