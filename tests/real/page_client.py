"""The page of `booth studio` as a program meets it: the link, the cookie, the socket, scenes and acts."""
import base64, json, os, socket, time, urllib.parse, urllib.request


def enter(link):
    """Uses up the link, and returns the page and its cookie."""
    place = urllib.parse.urlsplit(link)
    entered = urllib.request.urlopen(link, timeout=20)
    return Page(place.hostname, place.port, entered.headers["Set-Cookie"].split(";")[0])


class Page:
    """A page that was let in: a WebSocket with text messages that are whole."""

    def __init__(self, host, port, cookie):
        place = f"{host}:{port}"
        headers = {"Cookie": cookie}
        page = urllib.request.urlopen(urllib.request.Request(f"http://{place}/", headers=headers), timeout=10)
        nonce = page.read().decode().split('name="booth-nonce" content="')[1].split('"')[0]
        self.socket = socket.create_connection((host, port), timeout=30)
        key = base64.b64encode(os.urandom(16)).decode()
        head = [
            "GET /live HTTP/1.1", f"Host: {place}", f"Origin: http://{place}", f"Cookie: {cookie}",
            "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}", "", "",
        ]
        self.socket.sendall("\r\n".join(head).encode())
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += self.exactly(1)
        assert answer.startswith(b"HTTP/1.1 101"), answer
        self.scene = {}
        self.send({"do": "hello", "nonce": nonce})

    def exactly(self, count):
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            assert more, "the page was closed"
            data += more
        return data

    def send(self, message):
        text = json.dumps(message).encode()
        # A mask of zeros changes nothing.
        self.socket.sendall(bytes([0x81, 0x80 | 126]) + len(text).to_bytes(2, "big") + bytes(4) + text)

    def read(self):
        _, length = self.exactly(2)
        if length >= 126:
            length = int.from_bytes(self.exactly(2 if length == 126 else 8), "big")
        message = json.loads(self.exactly(length))
        if message["kind"] == "scene":
            self.scene = message
        return message

    def until(self, what):
        while not what(self.scene):
            self.read()

    def act(self, do, /, **more):
        time.sleep(0.2)
        self.send({"do": do, "state": self.scene["state"], **more})

    def sit_down(self):
        """From the start to the microphone, or with files to the booth, with what is needed ticked and nothing else."""
        self.until(lambda scene: scene.get("view") == "start")
        self.act("begin")
        self.until(lambda scene: scene["view"] not in ("start",))
        while self.scene["view"] in ("who", "consent"):
            view = self.scene["view"]
            if view == "who":
                self.act("speaker", name=self.scene["suggestion"])
            else:
                needed = [field["id"] for field in self.scene["fields"] if field["needed"]]
                self.act("agree", ticks={name: True for name in needed}, words={})
            self.until(lambda scene: scene["view"] != view)
