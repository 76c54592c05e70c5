"""The page is given to whoever knows its address on this machine; whatever else is asked is refused."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from report.previewing.pages import Pages, ShownPage
from report.previewing.server import Desk, Server
from report.previewing.shown import Part, Shown, ShownBriefing, ShownLanguage, ShownSlide

SECONDS = 20
SLIDE = ShownSlide("A title", False, Part.of_plain({"svg": "<svg/>"}), Part.of_plain([]), {})
SHOWN = Shown(1, (), (ShownBriefing("small", "survey.yaml", ("de",), (ShownLanguage("de", (SLIDE,)),)),), is_whole=True)


@pytest.fixture
def desk() -> Desk:
    desk = Desk({})
    desk.show(SHOWN)
    return desk


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    with Server(desk) as server:
        yield server


def answer(
    server: Server, below: str = "", *, method: str = "GET", **headers: str
) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers of what is below the token; a leading "/" means the whole path."""
    address = urlsplit(server.address)
    connection = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
    try:
        connection.putrequest(method, below if below.startswith("/") else address.path + below, skip_host=True)
        named = {"Host": address.netloc, **{name.replace("_", "-"): value for name, value in headers.items()}}
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        found = connection.getresponse()
        return found.status, found.read(), {name.lower(): value for name, value in found.getheaders()}
    finally:
        connection.close()


def test_the_page_its_files_and_parts_are_given_and_nothing_is_kept_or_framed(server: Server) -> None:
    for below in ("", "preview.css", "preview.js", "icon.svg", "regular.ttf", f"part/{SLIDE.part.key}"):
        status, body, headers = answer(server, below)
        assert (status, headers["cache-control"], headers["referrer-policy"]) == (200, "no-store", "no-referrer")
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert body


def test_without_the_token_there_is_nothing(server: Server) -> None:
    token = urlsplit(server.address).path
    for path in (
        "/",
        "/preview.js",
        f"/part/{SLIDE.part.key}",
        f"/{'x' * (len(token) - 2)}/",
        token.upper(),
        token[:-2] + "/",
    ):
        status, body, _ = answer(server, path)
        assert (status, body) == (404, b"not found")


def test_the_address_without_its_last_sign_leads_to_the_page(server: Server) -> None:
    path = urlsplit(server.address).path

    status, _, headers = answer(server, path.removesuffix("/"))

    assert (status, headers["location"]) == (307, path)
    assert answer(server, path.removesuffix("/"), Origin="http://evil.example")[0] == 403
    assert answer(server, path[:-2])[0] == 404


def test_what_another_program_asks_for_is_no_news(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """A websocket is none of the page's: it gets the answer to an ordinary request, and nothing is said of it."""
    assert answer(server, Upgrade="websocket", Connection="Upgrade")[0] == 200
    assert caplog.messages == []


def test_the_token_is_another_one_each_time(desk: Desk, server: Server) -> None:
    with Server(desk) as other:
        tokens = {urlsplit(each.address).path for each in (server, other)}

    assert len(tokens) == 2
    assert min(map(len, tokens)) > 40


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},  # a name that an attacker lets point at this machine
        {"Host": "localhost"},
        {"Host": "127.0.0.1"},  # without the port
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_other_hosts_and_origins_are_refused(server: Server, headers: dict[str, str]) -> None:
    status, body, found = answer(server, **headers)

    assert (status, body) == (403, b"refused")
    assert "access-control-allow-origin" not in found


def test_the_page_itself_may_ask(server: Server) -> None:
    own = server.address[: server.address.index("/", len("http://"))]

    assert answer(server, "preview.js", Origin=own, Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_can_be_sent(server: Server, method: str) -> None:
    assert answer(server, method=method)[0] in (400, 403)


@pytest.mark.parametrize(
    "below",
    [
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "part/../preview.html",
        "part/%2e%2e%2fpreview.js",
        "part//etc/passwd",
        "part/" + "0" * 32,
        "pages/" + "0" * 32,
        "preview.html",
        "assets/preview/preview.js",
        "//etc/passwd",
        "preview.js/",
        "events/..",
    ],
)
def test_files_outside_are_not_there(server: Server, below: str) -> None:
    assert answer(server, below)[0] == 404


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    port = urlsplit(server.address).port
    assert port
    with socket.socket() as other:
        other.settimeout(SECONDS)
        # All of 127.0.0.0/8 is this machine: what listens on every address answers here, too.
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_a_browser_is_told_what_is_there_and_what_changes(server: Server, desk: Desk) -> None:
    address = urlsplit(server.address)
    connection = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
    connection.request("GET", f"{address.path}events?briefing=small&language=de")
    stream = connection.getresponse()

    def told() -> object:
        while not (line := stream.readline()).startswith(b"data: "):
            pass
        return json.loads(line.removeprefix(b"data: ") or "null")

    assert told() == json.loads(SHOWN.listed())
    assert (desk.view.briefing, desk.view.language) == ("small", "de")
    desk.read(is_reading=True)
    while stream.readline() != b"event: reading\n":
        pass
    assert told() == 1
    desk.read(is_reading=False)
    assert told() == 0
    other = replace(SLIDE, part=Part.of_plain({"svg": "<svg></svg>"}))
    now = replace(SHOWN, number=2, briefings=(ShownBriefing("small", "f", ("de",), (ShownLanguage("de", (other,)),)),))
    desk.show(now)
    assert told() == json.loads(now.listed())
    assert answer(server, f"part/{other.part.key}")[0] == 200
    # No stale part can stay: once nobody can be asking for it, it is not even there any more.
    desk.show(replace(now, number=3))
    assert answer(server, f"part/{SLIDE.part.key}")[0] == 404
    connection.close()


def test_pages_are_drawn_when_they_are_asked_for() -> None:
    made = list[bytes]()
    content = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    content += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"

    def write() -> bytes:
        made.append(content)
        return content

    with Server(Desk({"key": Pages(write, [ShownPage(200, 100, "What it says", "page")])})) as server:
        pages = json.loads(answer(server, "pages/key")[1])
        assert not made
        assert [(page["width"], page["height"], page["text"]) for page in pages] == [(200, 100, "What it says")]
        assert answer(server, "part/page")[0] == 200
        status, picture, headers = answer(server, f"part/{pages[0]['key']}")

    assert (status, headers["content-type"], picture[:4]) == (200, "image/png", b"\x89PNG")
    assert len(made) == 1


def test_it_ends_while_browsers_listen(desk: Desk) -> None:
    with Server(desk) as server:
        address = urlsplit(server.address)
        connection = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
        connection.request("GET", f"{address.path}events")
        stream = connection.getresponse()
        stream.readline()

    assert stream.read().endswith(b"event: end\ndata: \n\n")
    connection.close()
