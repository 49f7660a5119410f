"""The application, where WSGI servers and `flask` look for it."""

from service.bootstrap import app as create_app

app = create_app()
