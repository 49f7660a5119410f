"""`python -m service …` is `flask …`, wherever it is called from."""

from flask.cli import FlaskGroup

from service.bootstrap import app

if __name__ == "__main__":
    FlaskGroup(create_app=app, help="Deutgi: press releases read aloud.").main()
