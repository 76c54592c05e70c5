"""Gives the page, and what it asks for, to the browser that knows the address; whatever else is asked is refused.

It listens on this machine alone. A page of another site that somebody has open may reach that, too: so the address
holds a token that nobody can guess, and a request names the host it was sent to and, where a script sent it, the site
that this came from. No path of a file is ever read from an address: the page has a few files, all else has a key.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack
from threading import Thread
from types import TracebackType

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from report import shipped
from report.previewing.pages import Pages
from report.previewing.rounds import View
from report.previewing.shown import PNG, Part, Shown
from report.theme.house import HOUSE

HOST = "127.0.0.1"
TOKEN_BYTES = 32
FILES = {
    "": ("preview/preview.html", "text/html; charset=utf-8"),
    "preview.css": ("preview/preview.css", "text/css; charset=utf-8"),
    "preview.js": ("preview/preview.js", "text/javascript; charset=utf-8"),
    "icon.svg": ("preview/icon.svg", "image/svg+xml"),
    "regular.ttf": (f"fonts/{HOUSE.font_files.regular}", "font/ttf"),
    "bold.ttf": (f"fonts/{HOUSE.font_files.bold}", "font/ttf"),
}
"""The files of the page among the assets, by their address below the token."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
METHODS = ("GET", "HEAD")
OWN_SITES = ("same-origin", "none")
"""What browsers say of a request of the page itself, and of an address that somebody typed or clicked elsewhere."""

SECONDS_BETWEEN_SIGNS = 10.0
"""A sign of life so often tells the server that a browser has gone, and the browser that the server has not."""


class Gate:
    """Lets through what the page itself asks for, its address without the token; all answers carry `HEADERS`."""

    def __init__(self, app: ASGIApp, *, port: int, token: str) -> None:
        self._app = app
        self._host = f"{HOST}:{port}"
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            return
        first, _, rest = scope["path"].removeprefix("/").partition("/")
        if self._is_refused(scope):
            await Response("refused", 403, HEADERS)(scope, receive, send)
        elif not secrets.compare_digest(first.encode(), self._token):
            await Response("not found", 404, HEADERS)(scope, receive, send)
        elif scope["path"] == f"/{first}":  # as it is when the last sign was not copied with it
            await Response(status_code=307, headers={**HEADERS, "Location": f"/{first}/"})(scope, receive, send)
        else:
            inner = {**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}
            await self._app(inner, receive, _with_headers(send))

    def _is_refused(self, scope: Scope) -> bool:
        said: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            said.setdefault(name.lower(), []).append(value.decode("latin-1"))
        return (
            scope["method"] not in METHODS
            or said.get(b"host") != [self._host]
            or said.get(b"origin", [f"http://{self._host}"]) != [f"http://{self._host}"]
            or any(site not in OWN_SITES for site in said.get(b"sec-fetch-site", []))
        )


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message["headers"], *given]}
        await send(message)

    return sending


class Desk:
    """What is to be seen now, and who waits for what comes next. pages: of summaries, by key."""

    def __init__(self, pages: Mapping[str, Pages]) -> None:
        self.view = View()
        self._pages = pages
        self._listed = ""
        self._is_reading = False
        self._parts: Mapping[str, Part] = {}
        self._parts_before: Mapping[str, Part] = {}
        self._waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self._is_closed = False
        folder = shipped.folder("assets")
        self._files = {name: ((folder / file).read_bytes(), kind) for name, (file, kind) in FILES.items()}
        self.app = Starlette(
            routes=[
                *(Route(f"/{name}", self._file) for name in FILES),
                Route("/events", self._events),
                Route("/part/{key}", self._part),
                Route("/pages/{key}", self._pages_of),
            ]
        )
        self.app.router.redirect_slashes = False  # to what is not there

    def show(self, shown: Shown) -> None:
        """Tell all browsers what is to be seen from now on; what was seen right before can be on its way still."""
        self._parts, self._parts_before = shown.parts, self._parts
        self._listed = shown.listed()
        self._wake()

    def read(self, *, is_reading: bool) -> None:
        """Tell all browsers that what was saved is being read, which takes seconds where there are many respondents."""
        if self._is_reading != is_reading:
            self._is_reading = is_reading
            self._wake()

    def close(self) -> None:
        """Tell all browsers that nothing comes any more."""
        self._is_closed = True
        self._wake()

    def _wake(self) -> None:
        for event, loop in [*self._waiting.items()]:
            loop.call_soon_threadsafe(event.set)

    async def _file(self, request: Request) -> Response:
        content, kind = self._files[request.url.path.removeprefix("/")]
        return Response(content, media_type=kind)

    async def _part(self, request: Request) -> Response:
        key = request.path_params["key"]
        part = self._parts.get(key) or self._parts_before.get(key)
        if part:
            return Response(part.content, media_type=part.media_type)
        pages = next((pages for pages in [*self._pages.values()] if key in pages), None)
        if pages is None:
            return Response("not found", 404)
        return Response(await asyncio.to_thread(pages.picture, key), media_type=PNG)

    async def _pages_of(self, request: Request) -> Response:
        key = request.path_params["key"]
        pages = self._pages.get(key)
        if pages is None:
            return Response("not found", 404)
        return JSONResponse(
            [{"width": page.width, "height": page.height, "text": page.text, "key": page.key} for page in pages.shown]
        )

    async def _events(self, request: Request) -> Response:
        asked = request.query_params
        self.view = View(asked.get("briefing"), asked.get("language"))
        return StreamingResponse(self._told(), media_type="text/event-stream")

    async def _told(self) -> AsyncIterator[str]:
        """Server-sent events: the list of all there is to see, whenever it is another one; whether a save is read."""
        event, told, is_reading = asyncio.Event(), "", False
        self._waiting[event] = asyncio.get_running_loop()
        try:
            while not self._is_closed:
                event.clear()
                listed = self._listed
                yield f"data: {listed}\n\n" if listed != told else ": still here\n\n"
                told = listed
                if self._is_reading != is_reading:
                    is_reading = self._is_reading
                    yield f"event: reading\ndata: {int(is_reading)}\n\n"
                try:
                    await asyncio.wait_for(event.wait(), SECONDS_BETWEEN_SIGNS)
                except TimeoutError:
                    continue
            yield "event: end\ndata: \n\n"
        finally:
            del self._waiting[event]


class Server:
    """The desk behind its gate, on a free port of this machine, in a thread of its own as long as a `with` lasts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stack = ExitStack()
        self.address = ""

    def __enter__(self) -> Server:
        listening = self._stack.enter_context(socket.create_server((HOST, 0)))
        port, token = listening.getsockname()[1], secrets.token_urlsafe(TOKEN_BYTES)
        self.address = f"http://{HOST}:{port}/{token}/"
        server = uvicorn.Server(
            uvicorn.Config(
                Gate(self._desk.app, port=port, token=token),
                lifespan="off",
                ws="none",
                loop="asyncio",
                http="h11",
                log_config=None,
                log_level="error",  # not advice on what requests of other programs would take
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        self._stack.callback(self._end, server, thread)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stack.close()

    def _end(self, server: uvicorn.Server, thread: Thread) -> None:
        self._desk.close()
        server.should_exit = True
        thread.join()
