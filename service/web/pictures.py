"""Pages of a PDF as pictures, for those who see; what an address means never changes."""

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from service.store.keys import bytes_digest
from service.usecases.draw_pages import Offer, picture_of
from service.web.audio import FOREVER
from service.web.interface import services
from service.web.shapes import PictureView

blueprint = Blueprint("pictures", __name__)

WEBP = "image/webp"


@blueprint.get("/pictures/<digest:key>/<page:page>.webp")
def page(key: str, page: int) -> BaseResponse:
    """The picture of a page, drawn first if need be."""
    data = picture_of(services(), key, page)
    response = Response(data, mimetype=WEBP)
    response.set_etag(bytes_digest(data))
    response.headers["Cache-Control"] = FOREVER
    return response.make_conditional(request)


def views_of(offer: Offer) -> dict[int, PictureView]:
    """The pictures that are offered, by the number of their page."""
    return {
        number: PictureView(_address(offer.key, number), size.width, size.height)
        for number, size in enumerate(offer.sizes, 1)
        if size.width
    }


def _address(key: str, number: int) -> str:
    return url_for("pictures.page", key=key, page=number)
