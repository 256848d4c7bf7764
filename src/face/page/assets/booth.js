// The page of Booth. It draws the scenes that the program sends and sends back what a hand does; it decides nothing.

const $ = (selector, root = document) => root.querySelector(selector);
const nonce = $("meta[name=booth-nonce]").content;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 44rem)");

let words = {};
let scene = null;
let readings = null;
let languages = null;
const t = (id) => words["page-" + id] ?? "";

// What only this browser knows: how the keys lie, and which folds are open.
const DEFAULT_KEYS = {
  redo: "KeyR", keep: "KeyK", play: "KeyP", skip: "KeyS", back: "KeyB", undo: "KeyU", delete: "KeyD", pause: "KeyW", list: "KeyL", hint: "KeyH", hear: "KeyE", report: "KeyX",
};
const stored = (() => {
  try { return JSON.parse(localStorage.getItem("booth")) ?? {}; } catch { return {}; }
})();
const own = { on: stored.on ?? true, hold: stored.hold ?? false, keys: { ...DEFAULT_KEYS, ...stored.keys } };
const store = () => { try { localStorage.setItem("booth", JSON.stringify(own)); } catch { /* it holds until the tab is closed */ } };
let layout = null;
navigator.keyboard?.getLayoutMap?.().then((map) => { layout = map; draw(); }, () => {});
let hinted = null;
let filter = null;
let learning = null;
let menu = null;
let reported = null;
let more = [];

// ---------------------------------------------------------------- Elements

const ICONS = {
  record: "<c12,12,6>", stop: "<M8 6.5h8A1.5 1.5 0 0 1 17.5 8v8a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 16V8A1.5 1.5 0 0 1 8 6.5z>",
  check: "M5 12.5l4.5 4.5L19 7.5", redo: "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4.5H9", play: "<M8 5.2v13.6a.8.8 0 0 0 1.2.7l10.6-6.8a.8.8 0 0 0 0-1.4L9.2 4.5A.8.8 0 0 0 8 5.2z>",
  skip: "M5 6l6 6-6 6M13 6l6 6-6 6", back: "M11 5l-7 7 7 7M4.5 12H20", undo: "M8 5L4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3", delete: "M4 7h16M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 11v5M14 11v5",
  pause: "M8.5 5.5v13M15.5 5.5v13", quit: "M12 3.5v8M7 6.5a8 8 0 1 0 10 0", cancel: "M6 6l12 12M18 6L6 18", next: "M9 5l7 7-7 7", list: "M9 6.5h11M9 12h11M9 17.5h11<c4.5,6.5,1.2><c4.5,12,1.2><c4.5,17.5,1.2>",
  settings: "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  hint: "M9.5 18h5M10.5 21h3M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.2 1.1 2.2h5c0-1 .4-1.6 1.1-2.2A6 6 0 0 0 12 3z", hear: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  report: "M6 21V4.5h12l-2.5 4.25 2.5 4.25H6",
  microphone: "M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3", more: "<c5.5,12,1.7><c12,12,1.7><c18.5,12,1.7>", gone: "M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M4 3l16 18",
  wait: "<c5.5,12,1.7><c12,12,1.7><c18.5,12,1.7>", good: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l2.8 2.8L16 9.5", warn: "M12 3.5L2.5 20h19zM12 10v4.5M12 17.2v.1", bad: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.1", safe: "M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5L15.5 10", print: "M7 8V4h10v4M7 16H4.5V8.5h15V16H17M7.500 13.5h9V20h-9z", copy: "M9 9h10.5v10.5H9zM5 15H4.5V4.5H15V5", ring: "M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z",
};
const MIRRORED = new Set(["skip", "back", "undo", "next", "list"]);
const SHAPE = { pass: "good", warn: "warn", reject: "bad", good: "good", bad: "bad", info: "info" };
const NAMES = { key: "data-key", act: "data-act", say: "aria-label", send: "data-send", place: "data-place" };
const DRAWN = new Set(["svg", "path", "circle", "rect", "line"]);

// h("div.card", { act: "keep", key: 3 }, children…): an element; what is no plain object is a child.
function h(tag, given, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = DRAWN.has(name) ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  if (given?.constructor !== Object) { children.unshift(given); given = {}; }
  if (name === "button") given = { type: "button", ...given };
  if (given.class) classes.push(given.class);
  for (const [name, value] of Object.entries({ ...given, class: classes.join(" ") || null })) {
    const aria = name.startsWith("aria-");
    if (value == null || (value === false && !aria)) continue;
    node.setAttribute(NAMES[name] ?? name, typeof value === "object" ? JSON.stringify(value) : value === true && !aria ? "" : value);
  }
  node.append(...children.flat(9).filter((child) => child != null && child !== false && child !== ""));
  return node;
}

function icon(name) {
  const parts = (ICONS[name] ?? ICONS.info).match(/<[^>]*>|[^<]+/g).map((part) => {
    if (part[0] !== "<") return h("path", { d: part });
    if (part[1] !== "c") return h("path", { d: part.slice(1, -1), class: "full" });
    const [cx, cy, r] = part.slice(2, -1).split(",");
    return h("circle", { cx, cy, r, class: "full" });
  });
  return h("svg", { class: MIRRORED.has(name) ? "icon mirror" : "icon", viewBox: "0 0 24 24", "aria-hidden": true, focusable: "false" }, parts);
}

// Makes `old` like `now` and keeps every element that stays: focus, typed words and open folds survive a new scene.
function morph(old, now) {
  for (const { name } of [...old.attributes]) {
    if (now.hasAttribute(name) || (name === "open" && old.localName === "details") || name === "style") continue;
    old.removeAttribute(name);
    if (name === "checked") old.checked = false;
  }
  for (const { name, value } of now.attributes) {
    if (name === "checked") old.checked = true;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  fill(old, [...now.childNodes]);
  if (old.localName === "select" && document.activeElement !== old) old.value = old.dataset.value;
}

function fill(parent, wanted) {
  const left = [...parent.childNodes];
  const same = (a, b) => a.nodeName === b.nodeName && (a.dataset?.key ?? null) === (b.dataset?.key ?? null);
  const pairs = [...h("div", wanted).childNodes].map((next) => {
    const found = left.findIndex((node) => same(node, next));
    return [found < 0 ? null : left.splice(found, 1)[0], next];
  });
  // What goes, goes first: a focused element that need not be moved keeps its focus.
  left.forEach((node) => node.remove());
  let place = parent.firstChild;
  for (const [old, next] of pairs) {
    if (old?.nodeType === Node.TEXT_NODE) { if (old.data !== next.data) old.data = next.data; } else if (old) morph(old, next);
    if (old && old === place) place = place.nextSibling;
    else parent.insertBefore(old ?? next, place);
  }
}

const kbd = (code, name) => h("kbd.keyed", { "aria-hidden": true, key: name }, keyName(code));

function keyName(code) {
  const named = { Space: t("key-space"), Enter: t("key-enter"), NumpadEnter: t("key-enter"), Escape: t("key-escape"), ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" }[code];
  if (named) return named;
  return (layout?.get(code) || code.replace(/^(Key|Digit)/, "").replace(/^Numpad/, "Num ")).toUpperCase();
}

const note = (tone, text, more) => h("div", { class: "note " + tone, ...more }, icon(SHAPE[tone]), h("p", h("span.unseen", t("note-" + (tone === "good" ? "info" : tone)), " "), text));
const notes = () => (scene.notes ?? []).map((one) => note(one.tone, one.text));
const wrong = (text) => text && note("bad", text, { id: "error", tabindex: "-1" });
const button = (act, label, more = {}, shape = null, code = null) =>
  h("button.button", { act, ...more }, shape && icon(shape), h("span", label), code && kbd(code, "key"));
const main = (act, label, more = {}) => button(act, label, { class: "button main", "data-primary": true, ...more }, null, "Space");
const step = () => scene.back && h("button.tool.step", { act: "back-step" }, icon("back"), t("back"));
const heading = (text = scene.title) => h("h1", { tabindex: "-1" }, text);
const page = (...children) => h("div.page.arrive", { key: scene.view }, step(), ...children);
const figures = (rows) => rows?.length > 0 && h("dl.figures", rows.map((row) => h("div", { class: row.good == null ? "" : row.good ? "good" : "poor" },
  h("dt", row.name), h("dd", row.good != null && icon(row.good ? "good" : "warn"), h("bdi", row.value), row.good != null && h("span.unseen", " ", t(row.good ? "check-good" : "check-poor"))))));
const options = (rows, label, chosen, name, more) => h("select", { id: name, "data-value": chosen, "data-change": name, say: label, ...more },
  rows.map((row) => h("option", { value: row.tag, lang: row.tag, selected: row.tag === chosen }, row.name)));

// ---------------------------------------------------------------- Scenes on the way to the booth and out of it

const VIEWS = {
  start: () => page(
    heading(), notes(),
    scene.languages?.length > 1 && h("label.field", t("language"), options(scene.languages, null, scene.language, "language")),
    scene.sheets.length > 1
      ? h("fieldset", h("legend", t("sheet")), scene.sheets.map((sheet) => h("label.choice", { key: sheet.id },
        h("input", { type: "radio", name: "sheet", value: sheet.id, checked: sheet.id === scene.sheet, "data-change": "sheet" }), h("span", h("b", sheet.title), sheet.about))))
      : scene.sheets.map((sheet) => h("section.card", h("h2", sheet.title), h("p", sheet.about))),
    scene.locales?.length > 1 && h("label.field", t("locale"), options(scene.locales, null, scene.locale, "locale")),
    h("div.go", main("begin", t("begin")))),

  who: () => page(
    heading(), h("p.lead", t("who-why")), notes(), wrong(scene.error),
    scene.speakers?.length > 0 && h("section.card", h("h2", t("who-before")), h("div.go", {},
      scene.speakers.map((name) => h("button.button", { act: "speaker", send: { name }, translate: "no" }, h("bdi", name))))),
    h("form.card", { novalidate: true, "data-form": "speaker" }, scene.speakers?.length > 0 && h("h2", t("who-new")),
      h("label.field", t("who-name"), h("input", { name: "name", maxlength: 64, value: scene.suggestion, dir: "ltr", translate: "no", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": scene.error ? "error" : null })),
      h("div.go", h("button.button.main", { type: "submit" }, t("go-on"))))),

  consent: () => {
    const shown = (field) => !field.only_if || $(`#main [name="${CSS.escape(field.only_if)}"]`)?.checked;
    const group = (name) => {
      const fields = scene.fields.filter((field) => field.group === name && shown(field));
      return fields.length > 0 && h("fieldset.card", { key: name }, h("legend.unseen", t("consent-" + name)), h("h2", { "aria-hidden": true }, t("consent-" + name)),
        fields.map((field) => field.kind === "words"
          ? h("label.field", { key: field.id }, h("span", field.label), h("input", { name: field.id, maxlength: 100, dir: "auto", autocomplete: "off" }))
          : h("label.tick", { key: field.id }, h("input", { type: "checkbox", name: field.id }), h("span", field.label), field.needed && h("span.badge", t("consent-needed")))));
    };
    return page(h("article.reading", { lang: scene.lang, dir: scene.dir }, prose(scene.text)), notes(),
      h("form.page-form", { novalidate: true, "data-form": "agree" }, h("p.lead", t("consent-nothing")), group("adult"), group("uses"), group("about"), wrong(scene.error),
        h("div.go", h("button.button.main", { type: "submit" }, t("agree")), button("refuse", t("refuse")))));
  },

  microphone: () => {
    const chosen = scene.inputs?.some((input) => input.chosen);
    return page(heading(), notes(), scene.phase === "none" && note("bad", scene.why),
      scene.say && h("p.say", scene.say),
      h("ul.inputs", (scene.inputs ?? []).map((input) => h("li", { class: "card" + (input.chosen ? " chosen" : ""), key: input.id },
        h("div.row", h("h2", h("bdi", input.name)),
          input.best && h("span.badge.good", icon("good"), t("microphone-best")), input.default && h("span.badge", t("microphone-default")),
          input.state !== "measured" && h("span", { class: "badge" + (input.state === "failed" ? " bad" : "") }, icon({ failed: "bad", listening: "microphone" }[input.state] ?? "wait"), t("microphone-" + (input.state === "listening" ? "listens" : input.state)))),
        input.level != null && h("div.line", { role: "img", say: t("microphone-level") }, h("i", { place: { scale: input.level } })),
        figures(input.figures),
        input.problem && note("warn", [input.problem, input.fix && " ", input.fix && h("b", input.fix)]),
        scene.phase === "choose" && input.state === "measured" && h("div.go", input.chosen
          ? h("span.badge.good", icon("check"), t("microphone-chosen"))
          : button("choose", t("microphone-use"), { send: { id: input.id }, say: t("microphone-use") + ": " + input.name }))))),
      scene.phase !== "listening" && h("div.go", chosen && main("go-on", t("go-on")), chosen ? button("listen", t("listen"), {}, "redo") : main("listen", t("listen"))));
  },

  sound: () => {
    const { phase, result } = scene;
    const passed = phase === "passed";
    return page(heading(), notes(),
      phase === "room" && [ring(), h("p.say", t("check-room"))],
      phase === "sentence" && [h("p.lead", t("check-sentence")), h("p.say.prompt", { "data-size": "4", translate: "no", lang: scene.lang, dir: scene.dir }, scene.sentence), meter()],
      phase === "judging" && h("p.say", t("check-judging")),
      result && h("section", { class: "take " + (passed ? "pass" : "warn") }, h("div.verdict", h("strong", icon(passed ? "good" : "warn"), result.title)),
        h("div.said", result.problem && h("p.problem", result.problem), result.fix && h("p.fix", icon("next"), result.fix)), figures(scene.figures)),
      h("div.go", {},
        phase === "ready" && [main("check", t("check")), button("go-on", t("check-anyway"))],
        phase === "sentence" && main("stop", t("check-stop")),
        passed && [main("go-on", t("go-on")), button("check", t("check-again"), {}, "redo")],
        phase === "change" && [main("check", t("check-again")), button("go-on", t("check-anyway"))]));
  },

  end: () => page(heading(scene.thanks ?? scene.title), h("p.lead", scene.given), scene.left && note("info", scene.left), notes(),
    scene.lines?.length > 0 && h("section.card", h("h2", t("end-where")), h("ul.plain", scene.lines.map((line) => h("li", { dir: "auto" }, line))),
      scene.offersBundle && h("div.go", button("hand-in", t("hand-in")))),
    scene.receipt && h("section.card", h("h2", t("receipt")),
      h("p.quiet", t("receipt-code")), h("div.row", h("p.code", { translate: "no", id: "code" }, scene.receipt.code), button(":copy", t("receipt-copy"), {}, "copy")),
      h("p", scene.receipt.keep), h("p.path", { translate: "no" }, scene.receipt.path), h("div.go", button(":print", t("receipt-print"), {}, "print"))),
    scene.withdraw && h("section", h("h2", t("withdraw")), h("p", scene.withdraw)),
    h("div.go", button("finish", t("end-finish"), { class: "button main" }), button("again", t("end-again")))),

  trouble: () => page(heading(), note("bad", scene.text), scene.hint && h("p.lead", scene.hint), notes(), h("div.go", main("retry", t("retry")), button("finish", t("end-finish")))),
  elsewhere: () => page(heading(scene.title || t("elsewhere")), h("p.lead", t("elsewhere-what")), h("div.go", main("take-over", t("take-over")))),
  over: () => page(heading(), h("p.lead", scene.text), h("p", t("over"))),
  booth,
};

function prose(text) {
  const joined = (lines) => lines.map((line) => line.trim()).reduce((all, line) => all + (/[\u3000-\u9fff\uff00-\uffef]$/.test(all) && /^[\u3000-\u9fff\uff00-\uffef]/.test(line) ? "" : " ") + line);
  return text.trim().split(/\n\s*\n/).map((block, at) => {
    const lines = block.split("\n");
    if (at === 0 && lines.length === 1) return h("h1", { tabindex: "-1" }, block);
    const nodes = [];
    let points = null;
    for (const line of lines) {
      if (/^\s*- /.test(line)) (points ??= []).push([line.replace(/^\s*- /, "")]);
      else if (points) points.at(-1).push(line);
      else (nodes.at(-1) ?? nodes[nodes.push([]) - 1]).push(line);
    }
    return [nodes.map((group) => h("p", joined(group))), points && h("ul", points.map((point) => h("li", joined(point))))];
  });
}

const ring = () => h("div.ring", { key: scene.phase, say: t("seconds-left"), role: "timer" },
  h("svg", { viewBox: "0 0 100 100", "aria-hidden": true }, h("circle.rail", { cx: 50, cy: 50, r: 44 }), h("circle.run", { cx: 50, cy: 50, r: 44, pathLength: 100, place: { seconds: scene.seconds } })),
  h("span", { "data-count": scene.seconds }));

// ---------------------------------------------------------------- The booth

const SHAPES = { record: "record", stop: "stop", keep: "check", redo: "redo", play: "play", skip: "skip", back: "back", undo: "undo", delete: "delete", pause: "pause", resume: "play", quit: "quit", cancel: "cancel" };
const LEFT = { showing: ["back"], recording: ["cancel"], verdict: ["redo", "back"], done: ["back"] };
const RIGHT = { showing: ["skip"], verdict: ["play", "keep", "skip"], paused: ["quit"] };
const AIR = new Set(["showing", "recording", "judging"]);
const OTHERS = ["keep", "play", "back", "skip", "undo", "delete", "pause", "quit"];
const LAMP = { showing: "ring", recording: "record", judging: "wait", verdict: "hear", paused: "pause", done: "check" };

function label(act) {
  const { take, phase, playing, asks } = scene;
  if (act === "keep" && take?.kept) return t("go-on");
  if (act === "keep" && take?.verdict === "reject") return t("keep-anyway");
  if (act === "play" && playing) return t("play-stop");
  if (act === "cancel") return t(phase === "recording" ? "discard" : asks ? "delete-no" : "cancel");
  if (act === "quit" && phase === "done") return t("end-finish");
  if (act === "back") return t("back-step");
  if (own.hold && act === "record") return t("hold");
  if (own.hold && act === "stop" && holding) return t("release");
  return t(act);
}
const shapeOf = (act) => (act === "quit" && scene.phase === "done" ? "check" : act === "play" && scene.playing ? "stop" : act === "keep" && scene.take?.kept ? "next" : SHAPES[act]);
const codeOf = (act) => (act === "cancel" ? "Escape" : own.keys[act]);
const shortcut = (act) => (own.on && codeOf(act) ? { "aria-keyshortcuts": keyName(codeOf(act)) } : {});
const textual = { lang: null, dir: null };

function booth() {
  const { prompt, phase, take, lost, offer } = scene;
  Object.assign(textual, { lang: scene.lang, dir: scene.dir });
  const judged = phase === "verdict" && take;
  return h("div.booth", { key: "booth" },
    h("div.stage", {},
      h("div.top", h("h1", { tabindex: "-1" }, prompt ? [h("span.roomy", scene.title, " · "), h("bdi", prompt.place)] : scene.title),
        h("span.lamp", icon(lost ? "gone" : LAMP[phase]), h("span", t("phase-" + (lost ? "lost" : phase))), phase === "recording" && h("time", { id: "elapsed" }, "0:00"))),
      notes(), offer && h("div.note.info", icon("pause"), h("p", offer)),
      lost && h("div.note.bad.lost", icon("gone"), h("p", h("b", lost.text), " ", lost.wait)),
      h("section.sheet", { say: t("sentence") }, prompt && phase !== "paused" && phase !== "done" ? [
        scene.before && !judged && h("p.near.first", { ...textual, translate: "no", key: "first" }, h("span.unseen", { lang: document.documentElement.lang }, t("previous"), ": "), scene.before),
        prompt.again && h("p.badge.again", { key: "again" }, icon("redo"), prompt.again),
        prompt.media?.kind === "picture" && h("img.picture", { src: prompt.media.url, alt: prompt.media.alt ?? t("picture"), key: prompt.media.url }),
        h("p.prompt", { translate: "no", id: "prompt", key: prompt.id, ...textual }, prompt.text),
        hinted === prompt.id && prompt.hint && h("p.hint", { dir: "auto", key: "hint" }, prompt.hint),
        h("div.extra", {},
          prompt.hint && h("button.tool", { act: ":hint", "aria-expanded": hinted === prompt.id, ...shortcut("hint") }, icon("hint"), t(hinted === prompt.id ? "hint-hide" : "hint"), kbd(own.keys.hint, "key")),
          prompt.media?.kind === "sound" && h("button.tool", { act: "hear" }, icon("hear"), t("hear")),
          // Where nothing can be said of it, its place stays: the sentence does not move when a recording begins.
          h("button.tool", { act: "report", key: "report", disabled: !scene.acts?.includes("report"), "aria-haspopup": "dialog", ...shortcut("report") }, icon("report"), t("report"), kbd(own.keys.report, "key"))),
        scene.after && !judged && h("p.near.last", { ...textual, translate: "no", key: "last" }, h("span.unseen", { lang: document.documentElement.lang }, t("next"), ": "), scene.after),
      ] : h("p.big-word", icon(phase === "done" ? "good" : "pause"), scene.status || t("phase-" + phase))),
      judged && verdict(take)));
}

function dock() {
  if (scene.view !== "booth") return [];
  const { phase, take, primary } = scene;
  const can = new Set(scene.acts ?? []);
  can.delete(primary);
  const pick = (order) => order.filter((act) => can.has(act)).slice(0, phase === "verdict" && wide.matches ? 2 : 1).filter((act) => can.delete(act));
  const left = pick(LEFT[phase] ?? []).reverse();
  const right = pick(RIGHT[phase] ?? []);
  const rest = OTHERS.filter((act) => can.has(act));
  const most = wide.matches ? 6 : rest.length > 2 ? 1 : 2;
  const tool = (act) => h("button.tool", { act, key: act, ...shortcut(act) }, icon(shapeOf(act)), label(act), codeOf(act) && kbd(codeOf(act), "key"));
  more = rest.length > most ? rest : [];
  return [AIR.has(phase) && meter(),
    h("div.acts", h("div.side", left.map(small)), big(primary), h("div.side", right.map(small))),
    h("div.rest", (more.length > 0 ? rest.filter((act) => act === "pause") : rest).map(tool), more.length > 0 && h("button.tool", { act: ":more", "aria-haspopup": "dialog" }, icon("more"), t("menu")))];
}

const small = (act) => h("button.small", { act, key: act, ...shortcut(act) }, h("span.disc", icon(shapeOf(act))), h("span.label", label(act), codeOf(act) && kbd(codeOf(act), "key")));

function big(act) {
  const idle = !act || scene.phase === "judging";
  return h("button.big", { id: "big", key: "big", "data-do": idle ? "wait" : act, act: idle ? null : act, "data-primary": true, "aria-describedby": AIR.has(scene.phase) && scene.prompt ? "prompt" : null, "aria-disabled": idle, "aria-keyshortcuts": own.on && !idle ? "Space" : null },
    h("span.disc", act === "stop" && !idle && h("i.halo", { id: "halo" }), icon(idle ? "wait" : shapeOf(act))),
    h("span.label", idle ? t(scene.lost ? "phase-lost" : "phase-judging") : label(act), !idle && kbd("Space", "key")));
}

function verdict(take) {
  const tone = take.verdict;
  return h("section", { class: "take arrive " + tone, key: `take-${scene.prompt?.id}-${take.attempt}`, say: t("phase-verdict") },
    h("div.verdict", h("strong", icon(SHAPE[tone]), take.word), take.length && h("span.badge", h("bdi", take.length)),
      take.kept && h("span.badge.good", icon("check"), t("take-kept")), take.new === false && h("span.badge", t("take-earlier")),
      take.attempts > 1 && h("div.attempts", { role: "group", say: t("take-attempts") }, Array.from({ length: Math.min(9, take.attempts) }, (_, at) => at + 1).map((attempt) =>
        h("button", { act: "choose", send: { attempt }, "aria-pressed": attempt === take.attempt, say: `${t("attempt")} ${attempt}`, key: "a" + attempt }, h("bdi", String(attempt)))))),
    (take.problem || take.fix || take.others?.length > 0) && h("div.said", {},
      take.problem && h("p.problem", take.problem),
      take.fix && h("p.fix", icon("next"), h("span", h("small", t("take-fix")), take.fix)),
      take.others?.length > 0 && h("details", h("summary", icon("next"), t("take-others"), " ", h("span.badge", String(take.others.length))), h("ul", take.others.map((text) => h("li", text))))),
    take.wave && wave(take.wave));
}

function wave({ ms, peaks, speech, faults }) {
  const bars = Math.min(peaks.length, 110);
  const tall = (value) => 50 - 48 * Math.sign(value) * Math.min(1, Math.abs(value)) ** 0.6;
  let voice = "";
  let body = "";
  for (let at = 0; at < bars; at += 1) {
    const part = peaks.slice(Math.floor(at * peaks.length / bars), Math.max(Math.floor(at * peaks.length / bars) + 1, Math.floor((at + 1) * peaks.length / bars)));
    const low = Math.min(...part.map((pair) => pair[0]));
    const high = Math.max(...part.map((pair) => pair[1]));
    const x = 1000 * (at + 0.5) / bars;
    const bar = `M${x.toFixed(1)} ${Math.min(49, tall(high)).toFixed(1)}V${Math.max(51, tall(low)).toFixed(1)}`;
    if (speech && x * ms / 1000 >= speech[0] && x * ms / 1000 <= speech[1]) voice += bar; else body += bar;
  }
  const along = (at) => Math.max(0, Math.min(1000, 1000 * at / ms));
  const span = (from, to, least, kind) => h("rect", { class: kind, x: along(from), width: Math.max(least, along(to) - along(from)), y: 0, height: 100, rx: 4 });
  return h("figure.wave", {},
    h("svg.plot", { viewBox: "0 0 1000 100", preserveAspectRatio: "none", role: "img", say: t("take-wave") },
      speech && span(speech[0], speech[1], 4, "speech"), (faults ?? []).map((fault) => span(fault.from, fault.to, 8, "fault")),
      h("path.bars.body", { d: body || "M0 50" }), h("path.bars.voice", { d: voice || "M0 50" })),
    faults?.length > 0 && h("div.flags", { "aria-hidden": true }, faults.map((fault, at) => h("b", { place: { left: Math.max(2, Math.min(98, along((fault.from + fault.to) / 2) / 10)) } }, String(at + 1)))),
    h("ul.faults", speech && h("li", h("span.key", {}), t("take-speech")), (faults ?? []).map((fault, at) => h("li", h("b", String(at + 1)), fault.title))));
}

function bar() {
  if (scene.view !== "booth") return [];
  const { counts, acts = [] } = scene;
  const tool = (act, name, shape, off) => h("button.tool", { disabled: off, act, key: act, say: t(name), title: t(name), "aria-haspopup": "dialog" }, icon(shape), h("span.bar-word", { "aria-hidden": true }, t(name)));
  return [h("div.progress", counts && [h("b", h("bdi", counts.text)), [counts.left, counts.minutes].map((text) => text && h("span.quiet", h("bdi", text))), h("span.rail", h("i", { place: { scale: counts.kept / Math.max(1, counts.readings) } }))]),
    tool("list", "list", "list", !acts.includes("list")), tool(":settings", "settings", "settings")];
}

// ---------------------------------------------------------------- Loudness

const FLOOR = -60;
const ZONE = [-27, -3];
const share = (level) => (level == null ? 0 : Math.max(0, Math.min(1, 1 - level / FLOOR)));
const METER_SHAPE = { good: "good", quiet: "warn", high: "warn", loud: "bad", silent: "gone", room: "microphone" };
let heard = null;
let latch = 0;
let silentSince = null;
let shown = "room";
let shownAt = 0;
let saidAt = 0;
let asked = false;

const meter = () => h("div.meter", { id: "meter", key: "meter", "data-level": shown }, h("span.name", { "aria-hidden": true }, t("meter")),
  h("div.track", { id: "track", role: "meter", say: t("meter"), "aria-valuemin": FLOOR, "aria-valuemax": 0, "aria-valuenow": Math.round(Math.max(FLOOR, heard?.hold ?? FLOOR)), "aria-valuetext": t("meter-" + shown) },
    h("span.zone", { place: { zone: ZONE } }), h("span.fill", { key: "fill" }), h("span.hold", { key: "hold" })),
  h("span.word", { "aria-hidden": true }, icon(METER_SHAPE[shown]), h("span", t("meter-" + shown))));

function levelOf(now) {
  if (heard.clipped) latch = now + 2000;
  if (now < latch) return "loud";
  if (heard.peak == null) silentSince ??= now; else silentSince = null;
  if (silentSince != null && now - silentSince > 400) return "silent";
  const { hold, floor } = heard;
  if (heard.level) return heard.level;
  if (hold == null || hold < (floor ?? -70) + 18 || hold < -50) return "room";
  return hold > ZONE[1] ? "high" : hold >= ZONE[0] ? "good" : "quiet";
}

function measured(message) {
  heard = message;
  if (asked) return;
  asked = true;
  requestAnimationFrame((now) => {
    asked = false;
    if (!heard) return;
    const root = $("#meter");
    if (root) {
      const [, fillBar, holdBar] = $("#track").children;
      const turn = document.documentElement.dir === "rtl" ? 1 : -1;
      fillBar.style.transform = `scaleX(${share(heard.rms == null ? null : Math.max(heard.rms, (heard.peak ?? FLOOR) - 6)).toFixed(3)})`;
      holdBar.style.transform = `translateX(${(turn * 100 * (1 - share(heard.hold))).toFixed(2)}%)`;
      const level = levelOf(now);
      if (level !== shown && (level === "loud" || now - shownAt > 350)) {
        shown = level;
        shownAt = now;
        root.dataset.level = level;
        fill($(".word", root), [icon(METER_SHAPE[level]), h("span", t("meter-" + level))]);
      }
      if (now - saidAt > 1000) {
        saidAt = now;
        const track = $("#track");
        track.setAttribute("aria-valuenow", Math.round(Math.max(FLOOR, heard.hold ?? FLOOR)));
        track.setAttribute("aria-valuetext", t("meter-" + shown));
      }
    }
    const halo = $("#halo");
    if (halo) halo.style.transform = `scale(${(1 + 0.32 * share(heard.rms)).toFixed(3)})`;
    clock();
  });
}

function clock() {
  const seconds = Math.floor((heard?.ms ?? 0) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const shownTime = $("#elapsed");
  if (shownTime && shownTime.textContent !== text) shownTime.textContent = text;
  const recording = scene?.view === "booth" && scene.phase === "recording";
  const title = recording ? `● ${text} · ${scene.prompt?.place ?? ""}` : scene?.view === "booth" && scene.prompt ? `${scene.prompt.place} · ${scene.title}` : scene?.title || t("name") || "Booth";
  if (document.title !== title) document.title = title;
}

// ---------------------------------------------------------------- Drawing

const dialogs = { asks: $("#asks"), menu: $("#menu"), list: $("#list"), settings: $("#settings"), gone: $("#gone") };
const modal = () => Object.values(dialogs).findLast((dialog) => dialog.open);
const shut = (dialog) => { if (dialog.open) { dialog.close(); learning = null; $("#big")?.focus({ preventScroll: true }); } };
const show = (dialog) => { if (!dialog.open) dialog.showModal(); };
const head = (id, text) => h("div.dialog-head", h("h2", { id: id + "-head", tabindex: "-1", autofocus: true }, text), h("button.tool", { act: ":close", say: t("close") }, icon("cancel")));
let last = { view: null, status: null, state: null, error: null };

function draw() {
  if (!scene) return;
  const root = $("#main");
  fill($("#bar"), bar());
  fill($("#controls"), dock());
  fill(root, [(VIEWS[scene.view] ?? VIEWS.trouble)()]);
  document.body.classList.toggle("no-keys", !own.on);
  $("#dock").ariaLabel = t("controls");
  Object.assign(document.body.dataset, { view: scene.view, phase: scene.lost ? "lost" : scene.phase ?? "" });
  for (const node of document.querySelectorAll("[data-place]")) {
    const { scale, left, seconds, zone } = JSON.parse(node.dataset.place);
    if (scale != null) node.style.transform = `scaleX(${scale})`;
    if (left != null) node.style.left = left + "%";
    if (seconds != null) node.style.animationDuration = seconds + "s";
    if (zone) { node.style.insetInlineStart = 100 * share(zone[0]) + "%"; node.style.insetInlineEnd = 100 * (1 - share(zone[1])) + "%"; }
  }
  fit();
  drawDialogs();
  count();
  clock();
}

// The largest size at which the sentence, the loudness and the big button are on the screen together and no word is broken.
let fitted = null;
function fit() {
  const prompt = $("#prompt");
  const stage = $(".stage");
  if (!prompt) return;
  const { phase } = scene;
  const key = [scene.prompt.id, hinted, innerWidth, innerHeight].join();
  prompt.classList.add("whole");
  if ((phase === "recording" || phase === "judging") && fitted?.key === key) { prompt.dataset.size = fitted.size; stage.classList.toggle("tight", fitted.tight); return; }
  const done = (size, tight) => { if (phase === "showing") fitted = { key, size, tight }; };
  const long = [...prompt.textContent].reduce((sum, sign) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(sign) ? 1.9 : /\p{M}/u.test(sign) ? 0 : 1), 0);
  const first = long > 110 ? 2 : long > 60 ? 1 : 0;
  const cramped = () => document.scrollingElement.scrollHeight > innerHeight + 1 || prompt.scrollWidth > prompt.clientWidth + 1;
  stage.classList.remove("tight");
  for (let size = phase === "verdict" ? Math.max(2, first) : first; size <= 4; size += 1) {
    prompt.dataset.size = size;
    const lines = prompt.offsetHeight / parseFloat(getComputedStyle(prompt).lineHeight);
    if (!cramped() && (lines <= 3.2 || size === 4)) { done(size, false); return; }
  }
  stage.classList.add("tight");
  done(4, true);
  if (prompt.scrollWidth > prompt.clientWidth + 1) prompt.classList.remove("whole");
}

let ends = 0;
let counting = null;
function count() {
  const node = $("[data-count]");
  if (!node) { clearInterval(counting); counting = null; return; }
  if (counting) return;
  ends = performance.now() + 1000 * Number(node.dataset.count);
  const tick = () => { const now = $("[data-count]"); if (now) now.textContent = String(Math.max(0, Math.ceil((ends - performance.now()) / 1000))); };
  tick();
  counting = setInterval(tick, 250);
}

function drawDialogs() {
  const { asks } = scene;
  if (asks && scene.view === "booth") {
    const remove = asks.what === "delete";
    dialogs.asks.setAttribute("aria-labelledby", "asks-head");
    fill(dialogs.asks, [h("h2", { id: "asks-head" }, asks.text), h("div.go", remove
      ? [button("cancel", t("delete-no"), { class: "button main", autofocus: true, key: "no" }, null, "Escape"), button("delete", t("delete-yes"), { class: "button grave", key: "yes" }, "delete", own.keys.delete)]
      : [button(scene.primary ?? "resume", t("who-is-there"), { class: "button main", autofocus: true, key: "here" }, null, "Space"), button("quit", t("quit"), { key: "quit" })])]);
    show(dialogs.asks);
  } else shut(dialogs.asks);
  const busy = scene.view !== "booth" || scene.phase === "recording";
  if (busy) for (const name of ["list", "settings"]) shut(dialogs[name]);
  // What is wrong with a sentence is said of that one, hands-free while it is recorded too.
  if (menu === "report" ? reported !== scene.prompt?.id : busy) shut(dialogs.menu);
  if (dialogs.menu.open) drawMenu();
  if (dialogs.list.open) drawList();
  if (dialogs.settings.open) drawSettings();
}

// Why a sentence is skipped, what is wrong with it, or the acts that the small screen has no room for.
function drawMenu() {
  if (menu === "report") {
    if (!scene.acts?.includes("report")) { shut(dialogs.menu); return; }
    fill(dialogs.menu, [head("menu", t("report-why")),
      scene.reports.map((reason, at) => button("report", reason.word, { send: { reason: reason.id }, key: reason.id }, null, "Digit" + (at + 1))),
      button(":close", t("cancel"), { key: "cancel" }, null, "Escape")]);
    return;
  }
  const skip = menu === "skip";
  if (skip ? !scene.acts?.includes("skip") : more.length === 0) { shut(dialogs.menu); return; }
  fill(dialogs.menu, [head("menu", t(skip ? "skip-why" : "menu")), skip
    ? [{ id: "none-given", word: t("skip-plain") }, ...scene.reasons].map((reason, at) => button("skip", reason.word, { send: { reason: reason.id }, key: reason.id }, null, at === 0 ? own.keys.skip : "Digit" + at))
    : more.map((act) => button(act, label(act), { key: act }, shapeOf(act), codeOf(act)))]);
}

function drawList() {
  const rows = readings ?? [];
  const states = [...new Map(rows.map((row) => [row.state, row.word]))];
  if (filter && !states.some(([state]) => state === filter)) filter = null;
  const chip = (state, text, many) => h("button.pick", { act: ":filter", send: { state }, "aria-pressed": filter === state, key: "s" + state }, text, " ", h("bdi", String(many)));
  fill(dialogs.list, [
    h("div.dialog-head", ...head("list", t("list")).childNodes, rows.length > 0 && h("div.filter", chip(null, t("list-all"), rows.length), states.map(([state, text]) => chip(state, text, rows.filter((row) => row.state === state).length)))),
    readings ? h("ol", rows.filter((row) => !filter || row.state === filter).map((row) => h("li", { key: "r" + row.number }, h("button", { act: "goto", send: { prompt: row.prompt }, "aria-current": scene.prompt?.id === row.prompt },
      h("span.number", String(row.number)), h("span.prompt-text", { translate: "no", lang: scene.lang, dir: scene.dir }, row.text),
      h("span", { class: "badge" + ({ kept: " good", "left-out": " warn" }[row.state] ?? "") }, icon({ kept: "check", "left-out": "skip" }[row.state] ?? "ring"), row.word)))))
      : h("p.reading.page", t("list-loading"))]);
}

function drawSettings() {
  const acts = Object.keys(DEFAULT_KEYS);
  const tick = (name, text, on) => h("label.tick", { key: name }, h("input", { type: "checkbox", checked: on, "data-change": name }), h("span", text));
  const known = scene.languages ?? languages;
  fill(dialogs.settings, [head("settings", t("settings")),
    known?.length > 1 && h("label.field", { key: "language" }, t("language"), options(known, null, document.documentElement.lang, "language")),
    scene.mode && h("fieldset", { key: "mode" }, h("legend", t("settings-mode")), ["manual", "auto-stop", "hands-free"].map((mode) => h("label.choice", { key: mode }, h("input", { type: "radio", name: "mode", value: mode, checked: scene.mode === mode, "data-change": "mode" }), h("span", t("mode-" + mode))))),
    scene.mode === "manual" && tick("hold", t("settings-hold"), own.hold),
    scene.auto_play != null && tick("auto-play", t("settings-auto-play"), scene.auto_play),
    tick("on", t("settings-keys"), own.on),
    own.on && h("details", { key: "keys" }, h("summary", icon("next"), t("settings-keys-which")), h("p.quiet", t("settings-key-fixed")), h("div.keys", acts.map((act) => [h("span", t({ back: "back-step" }[act] ?? act)),
      h("button", { act: ":learn", send: { act }, "aria-pressed": learning === act, say: `${t("settings-key-change")}: ${t({ back: "back-step" }[act] ?? act)}, ${keyName(own.keys[act])}` }, learning === act ? t("settings-key-press") : keyName(own.keys[act]))])),
    h("div.go", button(":keys-back", t("settings-key-reset"), {}, "undo")))]);
}

function received(next) {
  const held = document.activeElement;
  const inside = held && held !== document.body && held.closest("main, #dock");
  scene = next;
  if (scene.languages) languages = scene.languages;
  if (scene.view === "start" || !scene.view) readings = null;
  shut(dialogs.gone);
  draw();
  const moved = scene.view !== last.view;
  const title = $("#main h1");
  if (moved) {
    scrollTo(0, 0);
    (scene.view === "booth" ? $("#big") : title ?? $("#main"))?.focus({ preventScroll: true });
  } else if (scene.error && scene.error !== last.error) $("#error")?.focus();
  else if (!modal() && (document.activeElement === document.body || (inside && !held.isConnected))) (scene.view === "booth" ? $("#big") : title)?.focus({ preventScroll: true });
  // Who cannot see hears the new sentence as well, in its own voice.
  const fresh = scene.view === "booth" && scene.phase === "showing" && scene.prompt?.id !== last.prompt ? scene.prompt.text : null;
  if (fresh || scene.status !== last.status || scene.state !== last.state) say(scene.status ?? "", fresh);
  last = { view: scene.view, status: scene.status, state: scene.state, error: scene.error ?? null, prompt: scene.phase === "showing" ? scene.prompt?.id : last.prompt };
  if (scene.phase !== "recording" && scene.phase !== "showing") heard = holding = null;
  release();
  const { state } = scene;
  requestAnimationFrame(() => requestAnimationFrame(() => { if (state !== told) { told = state; send({ do: "drawn", state }); } }));
}
let told = null;

let saying = null;
function say(text, sentence) {
  const line = $("#status");
  const fresh = () => line.replaceChildren(...h("p", text, sentence && h("span.unseen", { lang: scene.lang, dir: scene.dir, translate: "no" }, " ", sentence)).childNodes);
  clearTimeout(saying);
  // The same words again are said again only if they were away for a moment.
  const again = line.textContent === text && !sentence;
  if (again) { line.textContent = ""; saying = setTimeout(fresh, 60); } else fresh();
}

// ---------------------------------------------------------------- Acts

function act(name, e, more) {
  if (scene) send({ do: name, state: scene.state, age: Math.max(0, Math.round(performance.now() - e.timeStamp)), ...more });
}

const LOCAL = {
  ":hint": () => { hinted = hinted === scene.prompt?.id ? null : scene.prompt?.id; draw(); },
  ":settings": () => { show(dialogs.settings); drawSettings(); $("#settings-head").focus(); },
  ":more": (_, e, what = "more") => { menu = what; show(dialogs.menu); drawMenu(); $("#menu-head")?.focus(); },
  ":close": (_, e) => shut(e.target.closest("dialog")),
  ":filter": ({ state }) => { filter = state; drawList(); },
  ":learn": (more) => { learning = learning === more.act ? null : more.act; drawSettings(); },
  ":keys-back": () => { own.keys = { ...DEFAULT_KEYS }; learning = null; store(); draw(); },
  ":print": () => print(),
  ":copy": (_, e) => navigator.clipboard?.writeText(scene.receipt.code).then(() => { $("span", e.target.closest("button")).textContent = t("receipt-copied"); say(t("receipt-copied")); }, () => getSelection().selectAllChildren($("#code"))),
};

function does(name, given, e) {
  if (name === "take-over" && socket?.readyState !== WebSocket.OPEN) { location.reload(); return; }
  if (LOCAL[name]) { LOCAL[name](given, e); return; }
  if (name === "skip" && !given.reason) {
    if (scene.reasons?.length > 0) { LOCAL[":more"](null, null, "skip"); return; }
    given = { reason: "none-given" };
  }
  if (name === "report" && !given.reason) { reported = scene.prompt?.id; LOCAL[":more"](null, null, "report"); return; }
  shut(dialogs.menu);
  if (name === "list") { readings = null; filter = null; show(dialogs.list); drawList(); $("#list-head").focus(); }
  if (name === "goto") shut(dialogs.list);
  act(name, e, given);
}

document.addEventListener("click", (e) => {
  const target = e.target.closest("[data-act]");
  if (!target || !scene) return;
  if (target.id === "big" && own.hold && e.detail > 0 && (holding || held)) { held = false; return; }
  does(target.dataset.act, target.dataset.send ? JSON.parse(target.dataset.send) : {}, e);
  // After a click, Space is the big button's again.
  if (e.detail > 0 && target.id !== "big" && target.closest("#dock")) $("#big")?.focus({ preventScroll: true });
});

document.addEventListener("submit", (e) => {
  e.preventDefault();
  const form = e.target;
  if (form.dataset.form === "speaker") act("speaker", e, { name: form.elements.name.value.trim() });
  if (form.dataset.form !== "agree") return;
  const ticks = {};
  const typed = {};
  for (const input of form.elements) {
    if (input.type === "checkbox") ticks[input.name] = input.checked;
    else if (input.localName === "input" && input.value.trim()) typed[input.name] = input.value.trim();
  }
  act("agree", e, { ticks, words: typed });
});

document.addEventListener("change", (e) => {
  const { target } = e;
  const what = target.dataset.change;
  if (scene?.view === "consent") draw();
  if (what === "language" || what === "locale") act(what, e, { tag: target.value });
  if (what === "sheet") act(what, e, { id: target.value });
  if (what === "mode") act(what, e, { mode: target.value });
  if (what === "auto-play") act(what, e, { on: target.checked });
  if (what === "on" || what === "hold") { own[what] = target.checked; store(); draw(); }
});

// ---------------------------------------------------------------- Keys and the held button

let holding = null; // { by: code or "pointer", up: null or the time of release }
let held = false; // the click that follows a held press is none
const inField = (node) => node?.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const onControl = (node) => node?.closest?.("button, summary, a[href], input, select, label");
const isPrimary = (code) => code === "Space" || code === "Enter" || code === "NumpadEnter" || code === "Numpad0";

function hold(by, e) {
  holding = { by, up: null };
  act("record", e);
}
function letGo(by, e) {
  if (!holding || (by && holding.by !== by) || holding.up != null) return;
  holding.up = e.timeStamp;
  release();
}
function release() {
  if (holding?.up == null || scene?.phase !== "recording") return;
  if (performance.now() - holding.up < 3000) act("stop", { timeStamp: holding.up }, { held: true });
  holding = null;
}

let eaten = null; // the key whose release must not click as well
document.addEventListener("keydown", (e) => {
  const { code, target } = e;
  if (learning) {
    e.preventDefault();
    if (e.repeat || /^(Shift|Control|Alt|Meta|Caps)/.test(code)) return;
    if (code !== "Escape" && code !== "Tab" && !isPrimary(code) && !/^(Digit|Numpad)\d$/.test(code)) {
      const other = Object.keys(own.keys).find((name) => own.keys[name] === code);
      if (other) own.keys[other] = own.keys[learning];
      own.keys[learning] = code;
      store();
    }
    learning = null;
    draw();
    return;
  }
  if (!scene || e.isComposing || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey || inField(target)) return;
  const top = modal();
  if (isPrimary(code)) {
    if (top || scene.view === "consent" || scene.view === "who" || scene.view === "end") return;
    const primary = $("main [data-primary], #big");
    if (!primary || (target !== primary && (onControl(target) || !own.on))) return;
    e.preventDefault();
    eaten = code;
    if (e.repeat || !primary.dataset.act) return;
    if (own.hold && scene.view === "booth" && primary.dataset.act === "record") hold(code, e);
    else does(primary.dataset.act, {}, e);
    return;
  }
  if (scene.view !== "booth" || e.repeat || (top && top !== dialogs.asks && top !== dialogs.menu)) return;
  if (code === "Escape") { if (!top && scene.acts?.includes("cancel")) act("cancel", e); return; }
  if (!own.on) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (top === dialogs.menu && menu === "skip") {
    const reason = digit ? scene.reasons[digit - 1]?.id : code === own.keys.skip ? "none-given" : null;
    if (reason) { e.preventDefault(); does("skip", { reason }, e); }
    return;
  }
  if (top === dialogs.menu && menu === "report") {
    const reason = scene.reports[digit - 1]?.id;
    if (reason) { e.preventDefault(); does("report", { reason }, e); }
    return;
  }
  if (digit) { if (!top && Number(digit) <= (scene.take?.attempts ?? 0)) act("choose", e, { attempt: Number(digit) }); return; }
  const backward = document.documentElement.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const name = code === backward ? "back" : Object.keys(own.keys).find((each) => own.keys[each] === code);
  if (!name) return;
  if (name === "hint" && !top) { if (scene.prompt?.hint) LOCAL[":hint"](); return; }
  if (!scene.acts?.includes(name) || (top === dialogs.asks && name !== "delete")) return;
  e.preventDefault();
  does(name, {}, e);
});
document.addEventListener("keyup", (e) => {
  if (e.code === eaten) { e.preventDefault(); eaten = null; }
  if (holding?.by === e.code) letGo(e.code, e);
});
document.addEventListener("pointerdown", (e) => {
  held = false;
  if (!own.hold || e.button !== 0 || scene?.view !== "booth" || !e.target.closest("#big[data-act=record]")) return;
  held = true;
  hold("pointer", e);
});
for (const name of ["pointerup", "pointercancel"]) addEventListener(name, (e) => letGo("pointer", e));
addEventListener("blur", (e) => letGo(null, e));
document.addEventListener("visibilitychange", (e) => { if (document.hidden) letGo(null, e); });
document.addEventListener("contextmenu", (e) => { if (e.target.closest("#big")) e.preventDefault(); });
dialogs.asks.addEventListener("cancel", (e) => { e.preventDefault(); if (scene?.acts?.includes("cancel") ?? true) act("cancel", e); });
dialogs.gone.addEventListener("cancel", (e) => e.preventDefault());
for (const dialog of [dialogs.menu, dialogs.list, dialogs.settings]) {
  dialog.addEventListener("click", (e) => { if (e.target === dialog) shut(dialog); });
  dialog.addEventListener("cancel", (e) => { e.preventDefault(); shut(dialog); });
}
addEventListener("beforeunload", (e) => { if (scene?.view === "booth" && scene.phase === "recording" && socket?.readyState === WebSocket.OPEN) e.preventDefault(); });
addEventListener("resize", () => { if (scene?.view === "booth") fit(); });
document.addEventListener("load", () => { if (scene) fit(); }, true);
wide.addEventListener("change", draw);
document.fonts?.ready.then(() => { if (scene) fit(); });

// ---------------------------------------------------------------- The program

let socket = null;
let greeted = false;
let lostSince = null;
let strangers = 0;
function send(message) { if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message)); }

function connect() {
  let answered = false;
  socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`);
  socket.onopen = () => { told = null; send({ do: "hello", nonce }); };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    answered = true;
    greeted = true;
    lostSince = null;
    if (message.kind === "words") {
      words = message.words;
      Object.assign(document.documentElement, { lang: message.language, dir: message.dir });
      draw();
    } else if (message.kind === "scene") received(message);
    else if (message.kind === "meter") measured(message);
    else if (message.kind === "readings") {
      readings = message.rows;
      if (dialogs.list.open) { drawList(); $("#list [aria-current]")?.scrollIntoView({ block: "center" }); }
    }
  };
  socket.onclose = (e) => {
    // A program that was started anew knows another nonce: its page has to be fetched.
    strangers = greeted && lostSince && !answered && e.wasClean ? strangers + 1 : 0;
    if (strangers > 1) { location.reload(); return; }
    if (scene?.view === "elsewhere" || scene?.view === "over") return;
    holding = null;
    lostSince ??= performance.now();
    setTimeout(() => { if (lostSince) gone(); }, 700);
    setTimeout(connect, 1000);
  };
}

function gone() {
  fill(dialogs.gone, [icon("safe"), h("h1", { id: "gone-head", tabindex: "-1", autofocus: true }, t("gone")), h("p.lead", t("gone-safe")), h("p", t("gone-how")), h("p.quiet", t("gone-trying"))]);
  show(dialogs.gone);
  document.title = t("gone") || "Booth";
}

connect();
