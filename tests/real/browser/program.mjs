// The program that serves the page, as its tests see it: its link, its address, what it uses, what it listens at, how it ends.

import { spawn } from "node:child_process";
import fs from "node:fs";

const TICKS_PER_SECOND = 100;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// Waits until `what` gives something; says `name` when that takes too long.
export async function until(name, what, limitMs = 20000, everyMs = 15) {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await what();
    if (found) return found;
    if (Date.now() > end) throw new Error(`no ${name} within ${limitMs} ms`);
    await sleep(everyMs);
  }
}

export class Program {
  constructor(booth, ...words) {
    this.said = "";
    this.code = undefined;
    this.child = spawn(booth, ["studio", "--no-open", ...words], { stdio: ["ignore", "ignore", "pipe"] });
    this.child.stderr.on("data", (data) => { this.said += data; });
    this.child.on("exit", (code, signal) => { this.code = code ?? signal; });
  }

  async start() {
    const shown = () => {
      if (this.code !== undefined) throw new Error(`the program ended with ${this.code}: ${this.said}`);
      const link = this.said.match(/http:\/\/127\.0\.0\.1:\d+\/enter\?code=\S+/);
      const address = this.said.match(/(http:\/\/127\.0\.0\.1:(\d+)\/)(?:\s|$)/);
      return link && address && { link: link[0], address: address[1], port: Number(address[2]) };
    };
    Object.assign(this, await until("link", shown));
    return this;
  }

  // Seconds of CPU so far, of all threads.
  cpu() {
    const after = fs.readFileSync(`/proc/${this.child.pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
    return (Number(after[11]) + Number(after[12])) / TICKS_PER_SECOND;
  }

  // Megabytes in memory.
  memory() {
    return Number(fs.readFileSync(`/proc/${this.child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
  }

  // The share of one core over a while, in per cent.
  async load(ms) {
    const [cpu, start] = [this.cpu(), performance.now()];
    await sleep(ms);
    return 100 * (this.cpu() - cpu) / ((performance.now() - start) / 1000);
  }

  // The addresses at which it listens, as the kernel writes them: hexadecimal address and port.
  listens() {
    const own = new Set();
    for (const descriptor of fs.readdirSync(`/proc/${this.child.pid}/fd`)) {
      try { own.add(fs.readlinkSync(`/proc/${this.child.pid}/fd/${descriptor}`)); } catch { /* closed meanwhile */ }
    }
    const rows = ["tcp", "tcp6", "udp", "udp6"].flatMap((kind) => fs.readFileSync(`/proc/net/${kind}`, "utf8").split("\n").slice(1)
      .map((line) => line.trim().split(/\s+/)).filter((row) => row.length > 9).map((row) => ({ kind, at: row[1], state: row[3], socket: `socket:[${row[9]}]` })));
    // 0A is LISTEN; a datagram socket that is bound is open to all.
    return rows.filter((row) => own.has(row.socket) && (row.state === "0A" || row.kind.startsWith("udp"))).map((row) => `${row.kind} ${row.at}`);
  }

  async ended(limitMs = 10000) {
    await until("end of the program", () => this.code !== undefined, limitMs);
    return this.code;
  }

  async stop() {
    if (this.code === undefined) this.child.kill("SIGTERM");
    return this.ended();
  }
}
