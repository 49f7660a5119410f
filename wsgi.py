"""The application, where WSGI servers and `flask` look for it."""

from service.entrance import app as create_app

app = create_app()
