// One visit with two sittings, as a person has them: by keyboard alone, with everything that happens at a desk at home.

import { Tab } from "./face.mjs";
import { sleep, until } from "./program.mjs";
import { Views } from "./views.mjs";

const hasSaid = [];
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (number, places = 0) => Number(number.toFixed(places));

function hold(what, is, found = "") {
  if (!is) throw new Error(`${what}: ${JSON.stringify(found)}`);
}

// What the page says at the end of a sitting: readings given now, and minutes.
function said({ given }) {
  const digits = given.replace(/[\u0660-\u0669]/g, (digit) => String(digit.codePointAt(0) - 0x660)).replace(/\u066b/g, ".");
  const numbers = digits.match(/\d+(?:[.,]\d+)?/g).map((number) => Number(number.replace(",", ".")));
  return { given, kept: numbers[0], minutes: numbers.at(-1) };
}

export class Visit {
  constructor({ program, browser, microphones, speech, name }) {
    Object.assign(this, { program, browser, microphones, speech, name });
    this.figures = { browser: name };
    this.toRecording = [];
    this.toVerdict = [];
    this.faults = [];
  }

  async enter(address) {
    this.tab = await Tab.open(this.browser, address);
  }

  async leave() {
    this.faults.push(...this.tab.faults);
    await this.tab.close();
  }

  // From `start` to the first sentence, with what is offered.
  async setUp(locale) {
    const { tab } = this;
    const start = performance.now();
    const decisions = [];
    let scene = await tab.view("start");
    if (scene.locale !== locale) {
      await tab.select("#locale", locale);
      scene = await tab.wait("language", (one) => one.view === "start" && one.locale === locale);
    }
    await tab.reach("[data-primary]");
    await tab.space();
    decisions.push("start");
    await tab.view("who");
    await tab.reach("input[name=name]");
    await tab.key("Enter");
    decisions.push("who");
    scene = await tab.wait("consent or microphone", (one) => ["consent", "microphone"].includes(one.view));
    if (scene.view === "consent") {
      for (const field of scene.fields.filter((one) => one.needed)) {
        await tab.reach(`input[name="${field.id}"]`);
        await tab.space();
      }
      await tab.press("form .main");
      decisions.push("consent");
    }
    await tab.view("microphone", "listening");
    this.figures.meterAfterLink ??= await this.firstMeter();
    const voice = this.speech.play("conf-onlyone");
    scene = await tab.view("microphone", "choose", 30000);
    await voice.done;
    const best = scene.inputs.filter((input) => input.best).map((input) => input.name);
    hold("the microphone that hears", best.length === 1 && best[0] === "Voice", scene.inputs);
    const deaf = scene.inputs.find((input) => input.name === "Deaf");
    hold("the microphone that hears nothing", deaf?.problem, scene.inputs);
    await tab.space();
    decisions.push("microphone");
    await tab.view("sound", "ready");
    await tab.space();
    decisions.push("sound");
    scene = await tab.view("sound", "sentence", 10000);
    await sleep(300);
    await this.speech.say(this.named(scene.sentence));
    // It ends by itself, or by hand.
    scene = await tab.wait("end of the sound check", (one) => ["passed", "change"].includes(one.phase), 15000).catch(async () => {
      await tab.space();
      return tab.wait("end of the sound check", (one) => ["passed", "change"].includes(one.phase));
    });
    hold("the sound check", scene.phase === "passed", { result: scene.result, figures: scene.figures });
    await tab.space();
    scene = await tab.view("booth", "showing");
    hold("first sentence", scene.prompt && scene.counts.kept === 0 && scene.lang === locale, scene);
    hold("decisions", decisions.length <= 5, decisions);
    (this.figures.setUp ??= []).push({ locale, seconds: round((performance.now() - start) / 1000, 1), decisions: decisions.length });
    return scene;
  }

  async firstMeter() {
    const at = await until("meter", () => this.tab.page.evaluate(() => window.boothSeen.firstMeter));
    return round((at - this.opened) / 1000, 2);
  }

  named(text) {
    const found = this.prompts.find((one) => one.text === text);
    hold("the sentence", found, text);
    return found.id;
  }

  // How long it took from the last key of this code to a scene on the screen.
  async since(phase) {
    return this.tab.page.evaluate((wanted) => {
      const { scenes, drawn, keys } = window.boothSeen;
      const key = keys.filter((one) => one.code === "Space").at(-1);
      const scene = scenes.find((one) => one.at >= key.at && one.phase === wanted);
      const shown = scene && drawn.find((one) => one.state === scene.state);
      return shown ? shown.at - key.at : null;
    }, phase);
  }

  async begin() {
    await this.tab.view("booth", "showing");
    await this.tab.space();
    const scene = await this.tab.view("booth", "recording");
    const took = await this.since("recording");
    if (took != null) this.toRecording.push(took);
    return scene;
  }

  async end() {
    await this.tab.space();
    const scene = await this.tab.view("booth", "verdict");
    const took = await this.since("verdict");
    if (took != null) this.toVerdict.push(took);
    return scene;
  }

  // Reads the sentence that is shown, by hand.
  async read(tailMs = 250) {
    const scene = await this.begin();
    await this.speech.say(scene.prompt.id, tailMs);
    return this.end();
  }

  async keep(key = " ") {
    const before = await this.tab.view("booth", "verdict");
    await this.tab.key(key);
    const scene = await this.tab.wait("next sentence", (one) => one.view === "booth" && one.phase !== "verdict" && one.counts.kept >= before.counts.kept);
    this.note("kept", before.prompt.id);
    return scene;
  }

  async readWell() {
    const scene = await this.read();
    hold(`the take of ${scene.prompt.id}`, scene.take.verdict !== "reject", scene.take.problem);
    return this.keep(scene.primary === "keep" ? " " : "k");
  }

  note(...words) { hasSaid.push(words.join(" ")); }

  // Half of the prompts, hands-free: each is answered when it is shown.
  async handsFree() {
    await this.mode("hands-free");
    const answered = new Set();
    const end = Date.now() + 90000;
    while (Date.now() < end) {
      const scene = await this.tab.scene();
      if (scene?.view === "end") break;
      if (scene?.phase === "verdict" && scene.take?.verdict === "reject") this.note("hands-free reject", scene.prompt.id, scene.take.problem);
      const turn = scene?.prompt && `${scene.prompt.id} ${scene.prompt.again ?? ""}`;
      if (scene?.phase === "recording" && !answered.has(turn)) {
        answered.add(turn);
        await sleep(600);
        await this.speech.play(scene.prompt.id).done;
        this.note("hands-free", scene.prompt.id);
      }
      await sleep(30);
    }
    return said(await this.tab.view("end"));
  }

  async mode(mode) {
    const { tab } = this;
    await tab.press('[data-act=":settings"]');
    await tab.reach("input[name=mode]");
    const order = ["manual", "auto-stop", "hands-free"];
    const now = (await tab.scene()).mode;
    const steps = order.indexOf(mode) - order.indexOf(now);
    for (let at = 0; at < Math.abs(steps); at += 1) await tab.page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    await tab.wait(mode, (one) => one.mode === mode);
    await tab.page.keyboard.press("Escape");
  }
}

// The first sitting: what goes wrong at a desk.
export async function accidents(visit) {
  const { tab } = visit;
  await visit.setUp("en-US");
  visit.figures.memoryStart = round(visit.program.memory(), 1);

  // One is listened to, kept, and taken back.
  let scene = await visit.read();
  hold("the first take", scene.take.verdict !== "reject", scene.take);
  await tab.key("p");
  await tab.wait("playing", (one) => one.playing);
  await tab.wait("end of playing", (one) => !one.playing, 15000);
  scene = await visit.keep();
  hold("kept", scene.counts.kept === 1, scene.counts);
  await tab.key("u");
  scene = await tab.wait("undone", (one) => one.counts?.kept === 0);
  if (scene.phase === "verdict") await visit.keep(); else await visit.readWell();

  // The tab is closed while one is read, and the page opened again in the same browser.
  scene = await visit.begin();
  const { id } = scene.prompt;
  const voice = visit.speech.play(id);
  await sleep(900);
  await visit.leave();
  await voice.done;
  await sleep(300);
  await visit.enter(visit.program.address);
  scene = await visit.tab.view("booth", "verdict");
  hold("what ran when the tab was closed", scene.take && scene.prompt.id === id && scene.notes.length > 0, scene);
  visit.note("after the tab was closed:", scene.take.verdict, scene.take.problem ?? "");
  await again(visit);

  // The microphone is unplugged in the middle, and plugged in again.
  scene = await visit.begin();
  const broken = visit.speech.play(scene.prompt.id);
  await sleep(900);
  visit.microphones.unplug();
  scene = await visit.tab.wait("word of the loss", (one) => one.lost);
  await broken.done;
  visit.microphones.plug();
  scene = await visit.tab.wait("microphone again", (one) => one.view === "booth" && !one.lost && ["verdict", "showing"].includes(one.phase), 30000);
  visit.note("after the microphone was away:", scene.phase, scene.take?.verdict ?? "", scene.take?.problem ?? "");
  if (scene.phase === "verdict") await again(visit); else await visit.readWell();

  return visit.handsFree();
}

// A take that is not wanted is redone, and read well.
async function again(visit) {
  await visit.tab.key("r");
  const scene = await visit.tab.wait("again", (one) => one.view === "booth" && one.phase !== "verdict");
  if (scene.phase !== "recording") return visit.readWell();
  await visit.speech.say(scene.prompt.id);
  const read = await visit.end();
  hold("the second reading", read.take.verdict !== "reject", read.take.problem);
  return visit.keep();
}

// The second sitting, from right to left: what a person decides otherwise.
export async function choices(visit) {
  const { tab } = visit;
  const views = new Views(tab);
  const look = (name) => views.inspect(`${name} in Arabic`, { isKept: false });
  await tab.reach('[data-act="again"]');
  await tab.key("Enter");
  await visit.setUp("ar-EG");
  const page = await tab.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  hold("the page is in Arabic too", page.join() === "ar,rtl", page);

  await look("booth showing");

  // One is left out, and read later from the list.
  let scene = await tab.view("booth", "showing");
  const skipped = scene.prompt.id;
  await tab.key("s");
  await tab.reach("#menu button");
  await tab.key("1");
  scene = await tab.wait("the next one", (one) => one.phase === "showing" && one.prompt.id !== skipped);

  // One has a long silence at its end, and is kept in spite of the warning.
  scene = await visit.begin();
  await visit.speech.say(scene.prompt.id, 0);
  visit.figures.cpuRecording = round(await visit.program.load(10000), 1);
  scene = await visit.end();
  hold("a warning", scene.take.verdict === "warn" && scene.take.problem, scene.take);
  visit.note("warned of:", scene.take.problem);
  await look("booth verdict warn");
  await visit.keep();

  // A second tab is told of the first, takes over, and gives back.
  const second = await Tab.open(visit.browser, visit.program.address);
  await second.view("elsewhere");
  await second.space();
  await second.view("booth", "showing");
  await tab.page.bringToFront();
  await tab.view("elsewhere");
  await tab.space();
  await tab.view("booth", "showing");
  await second.view("elsewhere");
  visit.faults.push(...second.faults);
  await second.close();
  await tab.page.bringToFront();
  visit.figures.cpuWaiting = round(await visit.program.load(10000), 1);
  await visit.readWell();

  await tab.key("l");
  await tab.reach("#list ol button");
  await look("list open");
  await tab.key("Enter");
  scene = await tab.wait("the one that was left out", (one) => one.phase === "showing" && one.prompt?.id === skipped);
  await visit.readWell();

  const end = await visit.handsFree();
  await look("end");
  visit.faults.push(...views.faults);
  visit.figures.looks = views.runs;
  return end;
}

export async function finish(visit) {
  const { tab } = visit;
  await tab.press('[data-act="finish"]');
  await tab.view("over");
  // Later it looks for a program that is not there any more, which the console tells.
  visit.faults.push(...tab.faults);
  const code = await visit.program.ended();
  hold("exit code", code === 0, code);
  const figures = visit.figures;
  figures.keyToRecordingMs = { median: round(median(visit.toRecording)), worst: round(Math.max(...visit.toRecording)) };
  figures.stopToVerdictMs = { median: round(median(visit.toVerdict)), worst: round(Math.max(...visit.toVerdict)) };
  figures.said = hasSaid;
}
