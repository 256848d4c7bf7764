// Every view of the page against the rules of accessibility, wide and narrow, light, dark and in the colours of the system; and
// what a screen reader is given of each, as text that is kept.

import { createRequire } from "node:module";
import fs from "node:fs";
import { Tab } from "./face.mjs";
import { Program, sleep } from "./program.mjs";

const AXE = fs.readFileSync(createRequire(new URL("../../../target/browser/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");
const KEPT = new URL("../../fixtures/page/", import.meta.url);
const LIKES = [
  { name: "light", features: [] },
  { name: "dark", features: [{ name: "prefers-color-scheme", value: "dark" }] },
  { name: "forced", features: [{ name: "forced-colors", value: "active" }] },
];
const WIDTHS = [1280, 320];

// What is another in each run: numbers, names that are drawn, where things lie.
function lasting(text, names) {
  let said = text;
  for (const name of names.filter(Boolean)) said = said.split(name).join("NAME");
  return said.replace(/(?:\/[\w.-]+){2,}/g, "PATH").replace(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b/g, "CODE").replace(/\d+(?:[.,:]\d+)*/g, "N").replace(/[−-]N/g, "N");
}

function tree(node, names, depth = 0) {
  const { role, name = "", children = [], ...more } = node;
  const facts = Object.entries(more).filter(([key, value]) => ["checked", "pressed", "expanded", "disabled", "level", "modal", "required", "invalid", "haspopup", "focused"].includes(key) && value)
    .map(([key, value]) => ` ${key}${value === true ? "" : `=${value}`}`).join("");
  // How loud it is by chance, and what is written twice, are no part of it.
  const loud = role === "meter";
  const line = `${"  ".repeat(depth)}${role}${name ? ` "${lasting(name, names)}"` : ""}${role === "heading" || role === "meter" ? "" : facts}`;
  return [line, ...(loud ? [] : children.flatMap((child) => tree(child, names, depth + 1)))];
}

// Runs in the page: what lies beyond its sides, whether it makes the page wider or is cut off there.
function beyond() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll("*")].filter((node) => {
    if (node.closest("svg, .unseen, .meter") || !node.checkVisibility()) return false;
    const { left, right, width, height } = node.getBoundingClientRect();
    return width * height > 1 && (left < -1 || right > innerWidth + 1);
  });
  const named = out.slice(0, 3).map((node) => `${node.localName}.${node.className} is beyond the side of the screen`);
  return wide > 0 ? [`wider than the screen by ${wide} px`, ...named] : named;
}

export class Views {
  // Without `likes` the browser's own colours are looked at: only one of the browsers can be told others.
  constructor(tab, likes = [{ name: "as it is", features: null }]) {
    this.likes = likes;
    this.faults = [];
    this.runs = 0;
    this.seen = [];
    this.names = [];
    this.use(tab);
  }

  use(tab) {
    this.tab = tab;
    this.protocol = null;
  }

  async like(features) {
    // What moves in has come to rest by then.
    if (!features) return void (await sleep(500));
    this.protocol ??= await this.tab.page.createCDPSession();
    await this.protocol.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }, ...features] });
  }

  // Looks at what is on the screen; a view that does not last is looked at once.
  async inspect(name, { isShort = false, isKept = true } = {}) {
    const { page } = this.tab;
    this.seen.push(name);
    for (const width of isShort ? [WIDTHS[0]] : WIDTHS) {
      await page.setViewport({ width, height: 800 });
      for (const { name: like, features } of isShort ? this.likes.slice(0, 1) : this.likes) {
        await this.like(features);
        await sleep(60);
        if (!(await page.evaluate(() => typeof axe === "object"))) await page.evaluate(AXE);
        const found = await page.evaluate(async () => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"] });
          return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
        });
        this.runs += 1;
        found.push(...(await page.evaluate(beyond)));
        this.faults.push(...found.map((fault) => `${name}, ${like}, ${width} px: ${fault}`));
      }
    }
    await page.setViewport({ width: WIDTHS[0], height: 800 });
    await this.like(this.likes[0].features);
    if (isKept && !isShort) await this.keep(name);
  }

  async keep(name) {
    await sleep(60);
    const found = `${tree(await this.tab.page.accessibility.snapshot(), this.names).join("\n")}\n`;
    const path = new URL(`${name.replace(/ /g, "-")}.txt`, KEPT);
    if (process.env.PAGE_TREES === "write") {
      fs.mkdirSync(KEPT, { recursive: true });
      fs.writeFileSync(path, found);
      return;
    }
    const kept = fs.existsSync(path) ? fs.readFileSync(path, "utf8") : "";
    if (kept === found) return;
    const [before, now] = [kept.split("\n"), found.split("\n")];
    const at = now.findIndex((line, index) => line !== before[index]);
    this.faults.push(`${name}: another tree than tests/fixtures/page has (PAGE_TREES=write writes them), line ${at + 1}: ${now[at]?.trim()} in place of ${before[at]?.trim()}`);
  }
}

// Goes through all views; the program is to stop after two sentences.
export async function look({ browser, program, booth, sheet, prompts, work, speech }) {
  let tab = await Tab.open(browser, program.link);
  const views = new Views(tab, LIKES);
  const problems = [];
  const showing = () => tab.view("booth", "showing");
  await tab.view("start");
  await views.inspect("start");
  await tab.reach("[data-primary]");
  await tab.space();
  let scene = await tab.view("who");
  views.names.push(scene.suggestion);
  await views.inspect("who");
  await tab.reach("input[name=name]");
  await tab.page.keyboard.type(" !");
  await tab.key("Enter");
  await tab.wait("word of a wrong name", (one) => one.view === "who" && one.error);
  await views.inspect("who with an error");
  await tab.reach("input[name=name]");
  for (let at = 0; at < 2; at += 1) await tab.page.keyboard.press("Backspace");
  await tab.key("Enter");
  scene = await tab.view("consent");
  await views.inspect("consent");
  for (const field of scene.fields.filter((one) => one.needed)) {
    await tab.reach(`input[name="${field.id}"]`);
    await tab.space();
  }
  await tab.press("form .main");
  await tab.view("microphone", "listening");
  // As a person would, who reads the line first: without a pause nothing is said of the room.
  const voice = sleep(900).then(() => speech.say("conf-onlyone"));
  await views.inspect("microphone listening", { isShort: true });
  await tab.view("microphone", "choose", 30000);
  await voice;
  await views.inspect("microphone");
  await tab.space();
  await tab.view("sound", "ready");
  await views.inspect("sound");
  await tab.space();
  await tab.view("sound", "room");
  await views.inspect("sound room", { isShort: true });
  await tab.view("sound", "sentence", 10000);
  await views.inspect("sound sentence", { isKept: false });
  if ((await tab.scene()).phase === "sentence") await tab.space();
  // Nothing was said, and then a sentence.
  await tab.view("sound", "change");
  await views.inspect("sound change");
  await tab.space();
  scene = await tab.view("sound", "sentence", 10000);
  await speech.say(prompts.find((prompt) => prompt.text === scene.sentence).id);
  await tab.view("sound", "passed");
  await views.inspect("sound passed");
  await tab.space();

  await showing();
  await views.inspect("booth showing");
  await tab.key("s");
  await sleep(200);
  await views.inspect("skip open");
  await tab.page.keyboard.press("Escape");
  await tab.key("x");
  await sleep(200);
  await views.inspect("report open");
  await tab.page.keyboard.press("Escape");
  await tab.key("l");
  await sleep(300);
  await views.inspect("list open");
  await tab.page.keyboard.press("Escape");
  await tab.press('[data-act=":settings"]');
  await sleep(200);
  await views.inspect("settings open");
  await tab.page.keyboard.press("Escape");
  await tab.key("w");
  await tab.view("booth", "paused");
  await views.inspect("booth paused");
  await tab.reach("#big");
  await tab.space();

  // Nothing is said, then something with a long silence after it, then something well.
  const record = async (name, isLooked) => {
    scene = await showing();
    await tab.space();
    scene = await tab.view("booth", "recording");
    if (name) await speech.say(scene.prompt.id);
    if (isLooked) await views.inspect("booth recording", { isKept: false });
    if (isLooked && name) await sleep(3000);
    await tab.space();
    return tab.view("booth", "verdict");
  };
  const verdict = async (expected) => {
    if (scene.take.verdict !== expected) problems.push(`${scene.take.verdict} in place of ${expected}: ${scene.take.problem}`);
    await views.inspect(`booth verdict ${expected}`);
  };
  scene = await record(null, false);
  await verdict("reject");
  await tab.key("d");
  await tab.wait("question", (one) => one.asks);
  await views.inspect("delete asked");
  await tab.page.keyboard.press("Escape");
  await tab.wait("no question", (one) => !one.asks);
  await tab.key("r");
  scene = await record("speech", true);
  await verdict("warn");
  await tab.key("k");
  scene = await record("speech", false);
  await verdict("pass");

  // Another tab, and another program that finds the folder in use.
  const second = await Tab.open(browser, program.address);
  await second.view("elsewhere");
  views.use(second);
  await views.inspect("elsewhere");
  const state = process.env.BOOTH_STATE;
  process.env.BOOTH_STATE = `${work}/other-state`;
  const other = await new Program(booth, sheet, "--into", `${work}/recordings`, "--language", "en").start();
  process.env.BOOTH_STATE = state;
  const third = await Tab.open(browser, other.link);
  await third.view("start");
  await third.reach("[data-primary]");
  await third.space();
  scene = await third.wait("trouble", (one) => one.view === "trouble" || one.view === "who");
  if (scene.view === "trouble") {
    views.use(third);
    await views.inspect("trouble");
  } else problems.push("a folder that is in use was opened");
  problems.push(...second.faults, ...third.faults);
  await third.close();
  await other.stop();
  await second.close();

  await tab.page.bringToFront();
  views.use(tab);
  await tab.key("k");
  scene = await tab.wait("end", (one) => one.phase === "done" || one.view === "end");
  if (scene.view !== "end") {
    await views.inspect("booth done");
    await tab.reach("#big");
    await tab.space();
    scene = await tab.view("end");
  }
  views.names.push(scene.receipt?.path, scene.receipt?.code);
  await views.inspect("end");
  problems.push(...tab.faults);
  // From here on the console tells that nobody is there.
  program.child.kill("SIGKILL");
  await program.ended();
  await sleep(2500);
  await views.inspect("gone");
  await tab.close();
  return { problems: [...problems, ...views.faults], runs: views.runs, views: views.seen };
}
