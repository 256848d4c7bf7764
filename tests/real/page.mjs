// The page in a browser, with the real program and a real sound server.
//
// usage: page.mjs chromium|firefox|views BOOTH SHEET SPEECH WORK      (inside with-fake-mic.sh)
//
// A browser's name: a visit of two sittings by keyboard, with recordings in WORK/recordings and what the page said in
// WORK/page.json. `views`: every view against the rules of accessibility, and what must not come in.

import { register } from "node:module";
import fs from "node:fs";

const [what, booth, sheet, folder, work] = process.argv.slice(2);
// The packages lie under target, not beside the tests.
register("./browser/modules.mjs", import.meta.url);
const { open } = await import("./browser/face.mjs");
const { Program } = await import("./browser/program.mjs");
const { Microphones, Speech } = await import("./browser/sounds.mjs");
const { attack } = await import("./browser/attacks.mjs");
const { look } = await import("./browser/views.mjs");
const { Visit, accidents, choices, finish } = await import("./browser/sitting.mjs");

// No ALSA names for what the server has.
const config = `${work}/asound.conf`;
fs.writeFileSync(config, "<confdir:alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n");
process.env.ALSA_CONFIG_PATH = config;

function read(locale) {
  return fs.readFileSync(`${sheet}/${locale}.tsv`, "utf8").trim().split("\n").slice(1).map((line) => line.split("\t")).map(([id, text]) => ({ id, text }));
}

async function away(speech, room, program, browser) {
  speech.silence();
  await room.stop();
  await program.stop();
  await browser.close();
}

async function sit() {
  const microphones = new Microphones();
  const speech = new Speech(folder);
  const room = speech.play("room");
  const browser = await open(what);
  const program = await new Program(booth, sheet, "--into", `${work}/recordings`).start();
  const visit = new Visit({ program, browser, microphones, speech, name: what });
  visit.prompts = [...read("en-US"), ...read("ar-EG")];
  try {
    visit.opened = Date.now();
    await visit.enter(program.link);
    const said = [await accidents(visit), await choices(visit)];
    visit.figures.memoryEnd = Number(program.memory().toFixed(1));
    await finish(visit);
    fs.writeFileSync(`${work}/page.json`, JSON.stringify({ figures: visit.figures, said }));
    console.log(JSON.stringify(visit.figures));
    if (visit.faults.length > 0) throw new Error(`the browser noticed: ${visit.faults.join("; ")}`);
  } catch (error) {
    const seen = await visit.tab?.seen();
    console.error("sent:", seen?.sent.slice(-8), "keys:", seen?.keys.slice(-4), "scenes:", seen?.scenes.slice(-6));
    await visit.tab?.page.screenshot({ path: `${work}/failed.png` }).catch(() => {});
    console.error(error.stack, "\nnoticed:", visit.tab?.faults, "\nprogram:", program.said.replace(/code=\S+/g, "code=…"));
    process.exitCode = 1;
  } finally {
    await away(speech, room, program, browser);
  }
}

async function inspect() {
  new Microphones();
  const speech = new Speech(folder);
  const room = speech.play("room");
  const browser = await open("chromium");
  const kept = ["--into", `${work}/recordings`, "--locale", "en-US", "--language", "en", "--limit", "2"];
  let program = await new Program(booth, sheet, "--into", `${work}/attacked`, "--locale", "en-US").start();
  try {
    const { tried, wrong } = await attack(program);
    if (wrong.length > 0) throw new Error(`what must not come in: ${wrong.join("; ")}`);
    console.log(`page: ${tried} facts of what must not come in and what is answered hold`);
    await program.stop();
    program = await new Program(booth, sheet, ...kept).start();
    const { problems, runs, views } = await look({ browser, program, booth, sheet, prompts: read("en-US"), work, speech });
    console.log(`page: ${views.length} views (${views.join(", ")}), ${runs} looks, ${problems.length} problems`);
    if (problems.length > 0) throw new Error(problems.join("\n"));
  } catch (error) {
    console.error(error.stack, "\nprogram:", program.said.replace(/code=\S+/g, "code=…"));
    process.exitCode = 1;
  } finally {
    await away(speech, room, program, browser);
  }
}

await (what === "views" ? inspect() : sit());
