// What must not come in: requests that a page of ours never sends, by raw sockets, since no browser would send them.

import fs from "node:fs";
import net from "node:net";
import { randomBytes } from "node:crypto";
import { sleep } from "./program.mjs";

const LIMIT_MS = 5000;

// Sends a head and reads the status and the headers of the answer; 0 when the connection is closed without one.
function ask(port, lines, body = "") {
  return new Promise((done, failed) => {
    const socket = net.connect(port, "127.0.0.1");
    let got = "";
    socket.setTimeout(LIMIT_MS, () => { socket.destroy(); failed(new Error(`no answer to ${lines[0]}`)); });
    const end = () => {
      socket.destroy();
      const headers = Object.fromEntries(got.split("\r\n\r\n")[0].split("\r\n").slice(1).map((line) => line.split(/:\s*(.*)/s).slice(0, 2)).map(([name, value]) => [name.toLowerCase(), value]));
      done({ status: Number(got.match(/^HTTP\/1\.1 (\d+)/)?.[1] ?? 0), headers, text: got.split("\r\n\r\n").slice(1).join("\r\n\r\n") });
    };
    socket.on("data", (data) => { got += data; if (/\r\n\r\n/.test(got) && /^HTTP\/1\.1 101/.test(got)) end(); });
    socket.on("close", end);
    socket.on("error", () => {});
    socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
  });
}

// A WebSocket by hand: after the handshake the frames are ours.
class Socket {
  static async open(port, cookie) {
    const own = new Socket();
    own.stream = net.connect(port, "127.0.0.1");
    own.got = Buffer.alloc(0);
    own.closed = new Promise((done) => own.stream.on("close", () => { own.isClosed = true; done(); }));
    own.stream.on("error", () => {});
    own.stream.on("data", (data) => { own.got = Buffer.concat([own.got, data]); });
    const host = `127.0.0.1:${port}`;
    own.stream.write(["GET /live HTTP/1.1", `Host: ${host}`, `Origin: http://${host}`, `Cookie: ${cookie}`, "Connection: Upgrade", "Upgrade: websocket",
      "Sec-WebSocket-Version: 13", `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`, "", ""].join("\r\n"));
    const end = Date.now() + LIMIT_MS;
    while (!own.got.includes("\r\n\r\n") && Date.now() < end && !own.isClosed) await sleep(5);
    own.status = Number(own.got.toString().match(/^HTTP\/1\.1 (\d+)/)?.[1] ?? 0);
    own.got = own.got.subarray(own.got.indexOf("\r\n\r\n") + 4);
    return own;
  }

  say(text) {
    const data = Buffer.from(text);
    const size = data.length < 126 ? Buffer.from([0x80 | data.length]) : Buffer.alloc(9);
    if (data.length >= 126) {
      size[0] = 0x80 | 127;
      size.writeBigUInt64BE(BigInt(data.length), 1);
    }
    // A mask of nothing leaves the data as they are.
    this.stream.write(Buffer.concat([Buffer.from([0x81]), size, Buffer.alloc(4), data]));
  }

  heard() { return this.got.toString(); }

  // Says whether it is closed within this.
  async isShut(ms) {
    await Promise.race([this.closed, sleep(ms)]);
    return this.isClosed === true;
  }
}

// Tries everything; returns what was not as it should be, and how many were tried.
export async function attack(program) {
  const { port } = program;
  const [host, code] = [`127.0.0.1:${port}`, new URL(program.link).search];
  const wrong = [];
  let tried = 0;
  const hold = (what, found, expected) => {
    tried += 1;
    if (found !== expected) wrong.push(`${what}: ${found} in place of ${expected}`);
  };
  const get = (target, headers = [`Host: ${host}`]) => ask(port, [`GET ${target} HTTP/1.1`, ...headers, "Connection: close"]);

  const inside = await get(`/enter${code}`);
  hold("the code", inside.status, 200);
  const cookie = (inside.headers["set-cookie"] ?? "").split(";")[0];
  for (const word of ["HttpOnly", "SameSite=Strict", "Path=/"]) hold(`cookie ${word}`, (inside.headers["set-cookie"] ?? "").includes(word), true);
  hold("name of the cookie", cookie.startsWith(`booth-${port}=`), true);
  hold("code used twice", (await get(`/enter${code}`)).status, 401);
  hold("code of letters", (await get("/enter?code=%00%ff")).status, 401);
  hold("no code", (await get("/enter")).status, 401);
  const let_in = `Cookie: ${cookie}`;
  const page = await get("/", [`Host: ${host}`, let_in]);
  hold("page", page.status, 200);
  const nonce = page.text.match(/booth-nonce" content="([^"]+)"/)?.[1];
  for (const [name, value] of [["content-security-policy", "default-src 'none'"], ["x-content-type-options", "nosniff"], ["referrer-policy", "no-referrer"],
    ["cache-control", "no-store"], ["cross-origin-opener-policy", "same-origin"], ["cross-origin-resource-policy", "same-origin"], ["permissions-policy", "microphone=(), camera=()"]]) {
    hold(name, page.headers[name]?.startsWith(value), true);
  }
  hold("no header for other origins", Object.keys(page.headers).some((name) => name.startsWith("access-control")), false);

  for (const [what, headers, expected] of [
    ["localhost", [`Host: localhost:${port}`, let_in], 200],
    ["foreign host", ["Host: evil.example", let_in], 421],
    ["foreign host with the port", [`Host: evil.example:${port}`, let_in], 421],
    ["empty host", ["Host:", let_in], 421],
    ["host of a port alone", [`Host: :${port}`, let_in], 421],
    ["host without port", ["Host: 127.0.0.1", let_in], 421],
    ["other port", [`Host: 127.0.0.1:${port ^ 1}`, let_in], 421],
    ["upper case", [`Host: LOCALHOST:${port}`, let_in], 421],
    ["trailing dot", [`Host: localhost.:${port}`, let_in], 421],
    ["trailing dot of the address", [`Host: 127.0.0.1.:${port}`, let_in], 421],
    ["short form of the address", [`Host: 127.1:${port}`, let_in], 421],
    ["IPv6", [`Host: [::1]:${port}`, let_in], 421],
    ["two hosts", [`Host: ${host}`, "Host: evil.example", let_in], 400],
    ["two hosts, ours twice", [`Host: ${host}`, `Host: ${host}`, let_in], 400],
    ["foreign origin", [`Host: ${host}`, "Origin: http://evil.example", let_in], 403],
    ["null origin", [`Host: ${host}`, "Origin: null", let_in], 403],
    ["origin of another port", [`Host: ${host}`, `Origin: http://127.0.0.1:${port ^ 1}`, let_in], 403],
    ["origin of another scheme", [`Host: ${host}`, `Origin: https://${host}`, let_in], 403],
    ["cross-site", [`Host: ${host}`, "Sec-Fetch-Site: cross-site", let_in], 403],
    ["same-site", [`Host: ${host}`, "Sec-Fetch-Site: same-site", let_in], 403],
    ["no cookie", [`Host: ${host}`], 401],
    ["wrong cookie", [`Host: ${host}`, `Cookie: booth-${port}=${"0".repeat(64)}`], 401],
    ["cookie of another port", [`Host: ${host}`, `Cookie: ${cookie.replace(/\d+=/, `${port ^ 1}=`)}`], 401],
    ["empty cookie", [`Host: ${host}`, `Cookie: booth-${port}=`], 401],
  ]) hold(what, (await get("/", headers)).status, expected);
  hold("absent host", (await get("/", [let_in])).status, 421);
  hold("absolute target", (await get(`http://${host}/`, [`Host: ${host}`, let_in])).status, 400);
  hold("absolute target, foreign host", (await get("http://evil.example/", [`Host: ${host}`, let_in])).status, 400);
  for (const target of ["/booth.js", "/booth.css", "/live", "/nothing", "/media/x"]) hold(`no cookie at ${target}`, (await get(target)).status, 401);

  const post = (headers) => ask(port, ["POST / HTTP/1.1", `Host: ${host}`, ...headers, "Content-Length: 2", "Connection: close"], "{}");
  hold("POST", (await post([let_in])).status, 403);
  hold("POST of our own origin", (await post([`Origin: http://${host}`, let_in])).status, 405);
  for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"]) {
    hold(method, (await ask(port, [`${method} / HTTP/1.1`, `Host: ${host}`, `Origin: http://${host}`, let_in, "Content-Length: 0", "Connection: close"])).status, 405);
  }
  for (const target of ["/../Cargo.toml", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/media/..%2f..%2fetc%2fpasswd", "/media/%00", "/booth.js/", "/assets/"]) {
    hold(target, (await get(target, [`Host: ${host}`, let_in])).status, 404);
  }

  const upgrade = (headers) => get("/live", [...headers, "Upgrade: websocket", "Sec-WebSocket-Version: 13", `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`]);
  hold("WebSocket without origin", (await upgrade([`Host: ${host}`, let_in])).status, 403);
  hold("WebSocket of a foreign origin", (await upgrade([`Host: ${host}`, "Origin: http://evil.example", let_in])).status, 403);
  hold("WebSocket of a null origin", (await upgrade([`Host: ${host}`, "Origin: null", let_in])).status, 403);
  hold("WebSocket without cookie", (await upgrade([`Host: ${host}`, `Origin: http://${host}`])).status, 401);

  const open = () => Socket.open(port, cookie);
  const first = await open();
  hold("WebSocket", first.status, 101);
  hold("nothing is said before the nonce", first.heard(), "");
  first.say(JSON.stringify({ do: "hello", nonce }));
  await sleep(300);
  hold("first page has the scene", first.heard().includes('"view":"start"'), true);
  for (const [what, said] of [["wrong nonce", JSON.stringify({ do: "hello", nonce: "0".repeat(64) })], ["no nonce", '{"do":"hello"}'], ["an act before the nonce", '{"do":"begin","state":1}'], ["no JSON", "hello"]]) {
    const socket = await open();
    socket.say(said);
    hold(what, await socket.isShut(2000), true);
    hold(`${what}: nothing is told`, /kind/.test(socket.heard()), false);
  }
  const second = await open();
  second.say(JSON.stringify({ do: "hello", nonce }));
  await sleep(300);
  hold("second page is told of the first", second.heard().includes('"elsewhere"') && !second.heard().includes('"view":"start"'), true);
  second.say('{"do":"begin","state":1,"age":0}');
  await sleep(300);
  hold("second page has no hand", first.heard().includes('"view":"who"'), false);
  const large = await open();
  large.say(JSON.stringify({ do: "hello", nonce }));
  large.say("x".repeat(5_000_000));
  hold("5 MB", await large.isShut(3000), true);
  first.say('{"do":"format-disk","state":1}');
  hold("an act that is none", await first.isShut(2000), true);
  for (const socket of [first, second, large]) socket.stream.destroy();

  const crowd = [];
  for (let at = 0; at < 8; at += 1) crowd.push(await open());
  hold("a ninth socket", (await open()).status, 503);
  crowd.forEach((socket) => socket.stream.destroy());
  await sleep(300);
  hold("the page is there after all", (await get("/", [`Host: ${host}`, let_in])).status, 200);
  hold("it runs", program.code, undefined);

  const listens = program.listens();
  const expected = `tcp 0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  hold("listens", listens.join(), expected);
  // The secrets of the link are written nowhere but in the terminal.
  hold("the code in the command line", fs.readFileSync(`/proc/${program.child.pid}/cmdline`, "utf8").includes(code), false);
  return { tried, wrong };
}
