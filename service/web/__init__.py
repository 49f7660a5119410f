"""HTTP in, use cases called, HTML and JSON out."""

from service.web.app import create_app

__all__ = ["create_app"]
