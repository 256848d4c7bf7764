// A browser and its tabs, as a person uses them: keys, what the screen shows, and what must never happen there.

import puppeteer from "puppeteer-core";
import { until } from "./program.mjs";

// Twice as long as the program is blind for.
const SIGHT_MS = 300;
const EXECUTABLES = { chromium: "/usr/bin/chromium", firefox: "/usr/bin/firefox-esr" };
const QUIET = ["--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-default-apps", "--no-first-run", "--metrics-recording-only"];
const PREFERENCES = {
  "app.update.auto": false, "browser.region.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "toolkit.telemetry.enabled": false,
};

export async function open(name) {
  const isRoot = process.getuid() === 0;
  return name === "firefox"
    ? puppeteer.launch({ browser: "firefox", executablePath: EXECUTABLES.firefox, headless: true, extraPrefsFirefox: PREFERENCES })
    : puppeteer.launch({ executablePath: EXECUTABLES.chromium, headless: true, args: [...QUIET, ...(isRoot ? ["--no-sandbox"] : [])] });
}

// Runs in the page before its own script: notes what the program sends, what the page answers, and when keys went down.
function watch() {
  const seen = { scene: null, scenes: [], drawn: [], keys: [], sent: [], firstMeter: null };
  window.boothSeen = seen;
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        const message = JSON.parse(data);
        if (message.kind === "meter") {
          seen.firstMeter ??= performance.timeOrigin + performance.now();
        } else if (message.kind === "scene") {
          seen.scene = message;
          seen.scenes.push({ at: performance.now(), view: message.view, phase: message.phase ?? null, state: message.state });
        }
      });
    }

    send(data) {
      const message = JSON.parse(data);
      seen.sent.push([Math.round(performance.now()), data]);
      if (message.do === "drawn") seen.drawn.push({ at: performance.now(), state: message.state });
      super.send(data);
    }
  };
  addEventListener("keydown", (event) => { seen.keys.push({ at: event.timeStamp, code: event.code }); }, true);
}

export class Tab {
  constructor(page) {
    this.page = page;
    this.faults = [];
  }

  // Opens a tab that looks only at `origin`.
  static async open(browser, address, size = { width: 1280, height: 800 }) {
    const tab = new Tab(await browser.newPage());
    const { origin } = new URL(address);
    tab.page.on("console", (message) => { if (["error", "warn"].includes(message.type())) tab.faults.push(`console: ${message.text()} ${message.location()?.url ?? ""}`); });
    tab.page.on("pageerror", (error) => tab.faults.push(`script: ${error.message}`));
    tab.page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !url.startsWith("data:") && url !== "about:blank") tab.faults.push(`request outside: ${url}`);
    });
    tab.page.on("dialog", (dialog) => { dialog.accept().catch(() => {}); });
    await tab.page.evaluateOnNewDocument(watch);
    await tab.page.setViewport(size);
    await tab.page.goto(address);
    // A tab that another stands before has no focus, and its buttons answer to no key.
    await tab.page.bringToFront();
    return tab;
  }

  seen() {
    return this.page.evaluate(() => window.boothSeen).catch(() => null);
  }

  // The scene that was drawn last, or null.
  scene() {
    return this.page.evaluate(() => {
      const { scene, drawn } = window.boothSeen ?? {};
      // That another tab is in use is number 0; and when all is over nobody listens any more.
      return scene && (scene.state === 0 || scene.view === "over" || drawn.some((one) => one.state === scene.state)) ? scene : null;
    }).catch(() => null);
  }

  // Waits for a scene that is on the screen and is as asked.
  async wait(name, is, limitMs = 20000) {
    let last = null;
    try {
      return await until(name, async () => {
        last = (await this.scene()) ?? last;
        return last && is(last) && last;
      }, limitMs);
    } catch (error) {
      const { view, phase, state, status, take } = last ?? {};
      throw new Error(`${error.message}; there is ${JSON.stringify({ view, phase, state, status, take: take && { ...take, wave: undefined } })}`);
    }
  }

  view(view, phase = null, limitMs = 20000) {
    return this.wait(`${view} ${phase ?? ""}`, (scene) => scene.view === view && (!phase || scene.phase === phase), limitMs);
  }

  // Presses a key, as somebody who has seen what is there: an answer that comes sooner than eyes see is not taken for one.
  async key(name) {
    await until("a moment to see", () => this.page.evaluate((ms) => {
      const { drawn, keys } = window.boothSeen;
      return performance.now() - Math.max(drawn.at(-1)?.at ?? 0, keys.at(-1)?.at ?? 0) >= ms;
    }, SIGHT_MS));
    await this.page.keyboard.press(name);
  }

  space() {
    return this.key(" ");
  }

  // Goes with the Tab key to what matches, forwards or back; round the end of the page lies the browser itself.
  async reach(selector, most = 80) {
    for (let at = 0; at < most; at += 1) {
      const way = await this.page.evaluate((wanted) => {
        const here = document.activeElement ?? document.body;
        if (here.matches(wanted)) return "there";
        const there = document.querySelector(wanted);
        return there && there.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING ? "back" : "on";
      }, selector);
      if (way === "there") return;
      if (way === "back") await this.page.keyboard.down("Shift");
      await this.page.keyboard.press("Tab");
      if (way === "back") await this.page.keyboard.up("Shift");
    }
    throw new Error(`the Tab key does not come to ${selector}`);
  }

  // Presses what matches, by keyboard.
  async press(selector) {
    await this.reach(selector);
    await this.key("Enter");
  }

  // Chooses in a list of choices by its letters alone would depend on the language; so by arrows.
  async select(selector, value) {
    await this.reach(selector);
    for (let at = 0; at < 40; at += 1) {
      const now = await this.page.$eval(selector, (list) => [list.selectedIndex, [...list.options].map((option) => option.value)]);
      const wanted = now[1].indexOf(value);
      if (wanted === now[0]) return;
      if (wanted < 0) throw new Error(`${value} is not in ${now[1]}`);
      await this.page.keyboard.press(wanted > now[0] ? "ArrowDown" : "ArrowUp");
    }
    throw new Error(`${selector} does not come to ${value}`);
  }

  async close() {
    // What runs in the page is asked nothing, as when a window is closed.
    await this.page.close();
  }
}
