// What is heard in the booth: voices and a room, played into the microphone of a private sound server, and its plug.

import { execFileSync, spawn } from "node:child_process";
import { sleep } from "./program.mjs";

const pactl = (...words) => execFileSync("pactl", words, { encoding: "utf8" }).trim();

// Microphones that are no loudspeaker's echo: one that hears what is played into `mic`, and one that hears nothing at all.
export class Microphones {
  constructor() {
    pactl("load-module", "module-null-sink", "sink_name=nothing", "rate=16000", "channels=1", "format=s16le", "norewinds=1");
    pactl("load-module", "module-remap-source", "source_name=deaf", "master=nothing.monitor", "source_properties=device.description=Deaf");
    this.plug();
    pactl("set-default-source", "voice");
  }

  plug() {
    this.module = pactl("load-module", "module-remap-source", "source_name=voice", "master=mic.monitor", "source_properties=device.description=Voice");
  }

  unplug() {
    pactl("unload-module", this.module);
  }
}

export class Speech {
  // `folder` has a WAV for each prompt.
  constructor(folder) {
    this.folder = folder;
    this.running = new Set();
  }

  // Begins to play; the promise is kept when all of it was played.
  play(name) {
    const child = spawn("paplay", ["-d", "mic", `${this.folder}/${name}.wav`], { stdio: "ignore" });
    this.running.add(child);
    const done = new Promise((ended) => child.on("exit", (code) => { this.running.delete(child); ended(code); }));
    return { done, stop: () => { child.kill(); return done; } };
  }

  // Speaks and waits for the end, and a moment as a person would.
  async say(name, afterMs = 250) {
    await this.play(name).done;
    await sleep(afterMs);
  }

  silence() {
    for (const child of this.running) child.kill();
  }
}
