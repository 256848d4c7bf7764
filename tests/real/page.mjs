// The page in a browser, with the real program and a real sound server.
//
// usage: page.mjs chromium|firefox BOOTH SHEET SPEECH WORK      (inside with-fake-mic.sh)
//
// A visit of two sittings by keyboard: recordings in WORK/recordings, what the page said in WORK/page.json.

import { register } from "node:module";
import fs from "node:fs";

const [what, booth, sheet, folder, work] = process.argv.slice(2);
// The packages lie under target, not beside the tests.
register("./browser/modules.mjs", import.meta.url);
const { open } = await import("./browser/face.mjs");
const { Program } = await import("./browser/program.mjs");
const { Microphones, Speech } = await import("./browser/sounds.mjs");
const { Visit, accidents, choices, finish } = await import("./browser/sitting.mjs");

// No ALSA names for what the server has.
const config = `${work}/asound.conf`;
fs.writeFileSync(config, "<confdir:alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n");
process.env.ALSA_CONFIG_PATH = config;

function read(locale) {
  return fs.readFileSync(`${sheet}/${locale}.tsv`, "utf8").trim().split("\n").slice(1).map((line) => line.split("\t")).map(([id, text]) => ({ id, text }));
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
    speech.silence();
    await room.stop();
    await program.stop();
    await browser.close();
  }
}

await sit();
