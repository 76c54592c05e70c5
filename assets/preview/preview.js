// The page of `report preview`. The server tells a list of all there is to see whenever something changed; what the
// list names is fetched once by its key, which is the digest of its content, and put in the place of what was there.

const KINDS = ["slides", "pages", "pictures"];
const ONE = { slides: "Slide", pages: "Page", pictures: "Picture" };
const VISIONS = ["", "grey", "protan", "deutan", "tritan"];

const at = (id) => document.getElementById(id);
const names = new Intl.DisplayNames(["en"], { type: "language" });

/** What is shown, and what of it somebody looks at. */
const look = { list: null, briefing: null, language: null, kind: "slides", index: { slides: 0, pages: 0, pictures: 0 }, chosen: null, cells: [] };
const parts = new Map();
const pages = new Map();
const fonts = new Map();
let turn = 0;
let source = null;
let hasEnded = false;
let isReading = false;
let failures = 0;

/** An element with attributes, whose text is never read as markup. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") made.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function say(text) {
  at("said").textContent = text;
}

// ------------------------------------------------------------------------------------------------------------ what is

const briefing = () => look.list?.briefings.find((each) => each.name === look.briefing) ?? look.list?.briefings[0];
const language = () => briefing()?.languages.find((each) => each.code === look.language) ?? briefing()?.languages[0];

/** What the list at the left names: slides, pages or pictures of the language that is looked at. */
function entries() {
  const shown = language();
  if (!shown) return [];
  return look.kind === "pages" ? (pagesOf(shown)?.drawn ?? []) : shown[look.kind];
}

/** The pages of a language as they were last drawn: they stay until those of what was saved are. */
const pagesOf = (shown) => pages.get(`${briefing().name}/${shown.code}`);

function label(entry, index) {
  if (look.kind === "slides") return entry.title;
  if (look.kind === "pages") return `Page ${index + 1}`;
  return `${entry.name}, ${entry.format}`;
}

/** The numbers of slides, pages or pictures that a fault stands on. */
const numbersOf = (fault, kind = look.kind) => fault.on[kind][language()?.code] ?? [];

const faultsOf = (index) => (briefing()?.faults ?? []).filter((fault) => numbersOf(fault).includes(index + 1));

async function part(key) {
  if (!parts.has(key)) {
    const answer = await fetch(`part/${key}`);
    if (!answer.ok) throw new Error(`part ${key} is not there any more`);
    parts.set(key, await answer.json());
  }
  return parts.get(key);
}

async function load(wanted) {
  await Promise.all(
    wanted.map(({ family, weight, key }) => {
      if (!fonts.has(key)) {
        const face = new FontFace(family, `url(part/${key})`, { weight: String(weight) });
        document.fonts.add(face);
        fonts.set(key, face.load());
      }
      return fonts.get(key);
    }),
  );
}

function drawn(svg) {
  const found = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return document.importNode(found, true);
}

// --------------------------------------------------------------------------------------------------------- what comes

function listen() {
  source?.close();
  const asked = new URLSearchParams();
  if (look.briefing) asked.set("briefing", look.briefing);
  if (look.language) asked.set("language", look.language);
  source = new EventSource(`events?${asked}`);
  source.onmessage = (event) => event.data && take(JSON.parse(event.data));
  source.addEventListener("reading", (event) => {
    isReading = event.data === "1";
    showState();
  });
  source.addEventListener("end", () => end());
  source.onopen = () => (failures = 0);
  source.onerror = () => (source.readyState === EventSource.CLOSED || ++failures > 1) && end();
}

function end() {
  hasEnded = true;
  source.close();
  showState();
  say("The preview has ended. Started anew, it prints another address.");
}

/** A new list: it is shown at what changed, or at the first fault that was not there before. */
async function take(list) {
  const before = { shown: language(), entries: entries(), faults: briefing()?.faults ?? [], number: look.list?.number };
  look.list = list;
  // What was asked for may still come; until then the first is shown.
  look.briefing ??= briefing()?.name ?? null;
  look.language ??= language()?.code ?? null;
  const now = language();
  const isAnswer = Boolean(list.saved.length && before.shown && now && before.shown.code === now.code);
  if (isAnswer) {
    // Further faults of the same save, which other languages have, turn no slide over.
    const isFirst = list.number !== before.number || !before.faults.length;
    lead(before, isFirst ? addedTo(before.faults) : []);
  }
  keep();
  await show({ isNew: isAnswer });
}

const identity = (fault) => JSON.stringify([fault.id, fault.message, fault.place]);

/** The faults that were not there before, errors first. */
function addedTo(before) {
  const known = new Set(before.map(identity));
  const added = briefing().faults.filter((fault) => !known.has(identity(fault)));
  return [...added.filter(isError), ...added.filter((fault) => !isError(fault))];
}

const isError = (fault) => fault.severity === "error";

/** Leads to what a save brought, and says it; what comes later (pages) says it by itself. */
function lead(before, added) {
  const standing = added.find((fault) => numbersOf(fault).length);
  const changed = look.kind === "pages" ? null : changedIn(before.entries, entries());
  const isMended = before.faults.some(isError) && !briefing().faults.some(isError);
  if (standing) {
    const numbers = numbersOf(standing);
    if (!numbers.includes(look.index[look.kind] + 1)) go(numbers[0] - 1);
    say(`${isError(standing) ? "Fault" : "Warning"} on ${ONE[look.kind].toLowerCase()} ${numbers[0]}: ${standing.message}. ${standing.place ?? ""}`);
  } else if (added.some(isError)) {
    say(`Fault: ${added[0].message}. ${added[0].place ?? ""}`);
  } else if (isMended || changed !== null) {
    say([isMended ? "The faults are mended." : "", changed === null ? "" : saidOf(changed)].join(" ").trim());
  }
  if (!standing && changed !== null) go(changed);
}

const saidOf = (index) => `${ONE[look.kind]} ${index + 1} changed: ${label(entries()[index], index)}`;

/** What is looked at, if that is among what changed; else the first of it. */
function changedIn(before, now) {
  const known = new Set(before.map((entry) => entry.key));
  const changed = [...now.keys()].filter((index) => !known.has(now[index].key));
  const here = look.index[look.kind];
  if (now.length === before.length && changed.includes(here)) return here;
  if (changed.length) return changed[0];
  return now.length && now.length < before.length ? Math.max(0, now.findIndex((entry, index) => entry.key !== before[index].key)) : null;
}

/** To another slide, page or picture; what was chosen on the one that is looked at stays chosen. */
function go(index) {
  if (look.index[look.kind] === index) return;
  look.index[look.kind] = index;
  look.chosen = null;
  look.cells = [];
}

/** Forget what no list names any more. */
function keep() {
  const named = new Set(look.list.briefings.flatMap((each) => each.languages.flatMap((one) => one.slides.flatMap((slide) => [slide.key, slide.places]))));
  for (const key of parts.keys()) if (!named.has(key)) parts.delete(key);
  const current = new Set(look.list.briefings.flatMap((each) => each.languages.map((one) => `${each.name}/${one.code}`)));
  for (const key of pages.keys()) if (!current.has(key)) pages.delete(key);
}

// --------------------------------------------------------------------------------------------------------------- show

/** Put everything in its place; what takes time is dropped if something newer was asked for meanwhile. */
async function show({ isNew = false } = {}) {
  const mine = ++turn;
  showBar();
  showState();
  const shown = language();
  try {
    if (shown?.pages && look.kind === "pages" && pagesOf(shown)?.key !== shown.pages) {
      const answer = await fetch(`pages/${shown.pages}`);
      const drawn = answer.ok ? await answer.json() : null;
      if (mine !== turn) return;
      if (drawn) turnPages(shown, drawn);
    }
    const all = entries();
    const index = Math.max(0, Math.min(look.index[look.kind], all.length - 1));
    if (all.length) look.index[look.kind] = index;  // of what is still to come the place is kept
    remember();
    const entry = all[index];
    if (shown) await load(shown.fonts);
    const content = entry ? await (look.kind === "slides" ? part(entry.key) : picture(entry)) : null;
    if (mine !== turn) return;
    showCanvas(entry, content, isNew);
    if (isTurned(at("stage"))) STAGE.scrollTop = 0;
    showHeading(entry, index, all.length);
    showFaults(index);
    showEntries(all, index);
    await Promise.all([showAside(entry, content, mine), look.kind === "slides" ? showSmall(all, mine) : null]);
  } catch (error) {
    if (mine === turn && hasEnded) showGone();
    else if (mine === turn) console.warn(error);
  }
}

/** What nobody had looked at when the preview ended is nowhere any more. */
function showGone() {
  if (at("canvas").dataset.key && at("canvas").dataset.key === entries()[look.index[look.kind]]?.key) return;
  at("what").textContent = "Not here: nobody had looked at it before the preview ended";
  at("canvas").replaceChildren();
  at("entries").replaceChildren();
  showAside();
}

/** New pages in the place of those that were drawn before, at what changed. */
function turnPages(shown, drawn) {
  const before = pagesOf(shown)?.drawn;
  pages.set(`${briefing().name}/${shown.code}`, { key: shown.pages, drawn });
  const changed = before ? changedIn(before, drawn) : null;
  if (changed === null) return;
  go(changed);
  say(saidOf(changed));
}

/** A page or picture, loaded, so that it takes the place of the one before it at once. */
async function picture(entry) {
  const shown = at("canvas").querySelector("img");
  if (shown && at("canvas").dataset.key === entry.key) return shown;
  const alt = look.kind === "pages" ? `Page ${look.index.pages + 1}; its text stands beside it` : `${entry.name}, ${entry.format}; its words stand beside it`;
  const made = make("img", { src: `part/${entry.key}`, alt });
  if (!at("canvas").childElementCount) at("what").textContent = `Drawing the ${ONE[look.kind].toLowerCase()} …`;
  await made.decode().catch((error) => {
    if (hasEnded) throw error;
  });
  return made;
}

function showBar() {
  const choose = at("briefing");
  const known = (look.list?.briefings ?? []).map((each) => each.name);
  if (choose.dataset.known !== known.join()) choose.replaceChildren(...known.map((name) => make("option", { value: name }, name)));
  choose.dataset.known = known.join();
  choose.value = briefing()?.name ?? "";
  choose.disabled = known.length < 2;
  const codes = briefing()?.codes ?? [];
  const languages = at("languages");
  if (languages.dataset.known !== codes.join()) {
    const buttons = codes.map((code) => make("button", { role: "radio", "aria-label": names.of(code), "data-code": code, onclick: () => speak(code) }, code.toUpperCase()));
    languages.replaceChildren(...buttons);
  }
  languages.dataset.known = codes.join();
  for (const button of languages.children) {
    const isIt = button.dataset.code === language()?.code;
    button.disabled = !briefing().languages.some((each) => each.code === button.dataset.code);
    button.title = button.disabled ? "Not shown yet" : "";
    button.classList.toggle("is-faulty", button.disabled && look.list.isWhole);
    button.setAttribute("aria-checked", String(isIt));
    button.tabIndex = isIt ? 0 : -1;
  }
  for (const kind of KINDS) {
    at(`tab-${kind}`).setAttribute("aria-selected", String(kind === look.kind));
    at(`tab-${kind}`).tabIndex = kind === look.kind ? 0 : -1;
  }
  at("stage").setAttribute("aria-labelledby", `tab-${look.kind}`);
  at("list").setAttribute("aria-label", `${ONE[look.kind]}s`);
}

function showState() {
  const state = at("state");
  const faults = briefing()?.faults.filter(isError).length ?? 0;
  const [kind, text] = hasEnded
    ? ["ended", "The preview has ended: start it anew"]
    : !look.list || isReading
      ? ["coming", look.list ? "Reading what was saved …" : "Reading …"]
      : faults
        ? ["stale", `${faults} ${faults === 1 ? "fault" : "faults"}${language() ? `: ${missing() || "the last good state is shown"}` : ""}`]
        : look.list.isWhole
          ? ["good", "As it is saved"]
          : ["coming", "Pages and pictures follow …"];
  state.dataset.state = kind;
  state.textContent = text;
}

/** What is said where a language cannot be shown, for it has had faults since the first. */
function missing() {
  const absent = briefing().codes.filter((code) => !briefing().languages.some((each) => each.code === code));
  return look.list.isWhole && absent.length ? `${absent.map((code) => names.of(code)).join(", ")} cannot be shown` : "";
}

function showHeading(entry, index, total) {
  const what = at("what");
  if (!entry) what.textContent = briefing()?.isStale ? "Nothing can be shown yet" : look.list ? "Nothing here" : "Reading …";
  else what.replaceChildren(make("span", {}, `${ONE[look.kind]} ${index + 1} of ${total}`), look.kind === "pages" ? "" : ` ${label(entry, index)}`);
  document.title = entry ? `${index + 1} · ${briefing().name} · Befund preview` : "Befund preview";
}

function showCanvas(entry, content, isNew) {
  const canvas = at("canvas");
  canvas.dataset.kind = at("stage").dataset.kind = look.kind;
  at("unseen").hidden = !(look.kind === "slides" && language()?.hasUnseen);
  if (!entry) return canvas.replaceChildren();
  if (canvas.dataset.key === entry.key && canvas.childElementCount) return mark();
  canvas.dataset.key = entry.key;
  if (look.kind === "slides") {
    const slide = drawn(content.svg);
    slide.setAttribute("role", "group");
    slide.setAttribute("aria-label", `Slide ${look.index.slides + 1}: ${entry.title}`);
    slide.classList.toggle("is-new", isNew);
    canvas.style.setProperty("--aspect", slide.viewBox.baseVal.width / slide.viewBox.baseVal.height);
    canvas.replaceChildren(slide);
    mark();
  } else {
    canvas.replaceChildren(content);
  }
}

function showEntries(all, index) {
  const list = at("entries");
  while (list.childElementCount > all.length) list.lastElementChild.remove();
  all.forEach((entry, number) => {
    let item = list.children[number];
    if (!item) {
      const button = make("button", { onclick: () => turnTo(number) }, make("span", { class: "number" }), make("span", { class: "small", "aria-hidden": "true" }), make("span", { class: "label" }));
      item = make("li", {}, button);
      list.append(item);
    }
    const button = item.firstElementChild;
    const faults = faultsOf(number);
    item.classList.toggle("is-hidden", Boolean(entry.isHidden));
    button.setAttribute("aria-label", [`${number + 1}, ${label(entry, number)}`, entry.isHidden ? "hidden in the show" : "", faults.length ? `${faults.length} told of` : ""].filter(Boolean).join(", "));
    // One stop for the Tab key; the arrows go through them.
    button.tabIndex = number === index ? 0 : -1;
    if (number === index) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.querySelector(".number").textContent = number + 1;
    button.querySelector(".label").textContent = entry.isHidden ? `${label(entry, number)} (hidden)` : label(entry, number);
    button.querySelector(".badge")?.remove();
    if (faults.length) {
      const hasErrors = faults.some(isError);
      button.append(make("span", { class: hasErrors ? "badge" : "badge quiet", "aria-hidden": "true" }, String(faults.length)));
    }
    if (number === index && list.contains(document.activeElement)) button.focus({ preventScroll: true });
    if (look.kind !== "slides") {
      const small = button.querySelector(".small");
      if (small.dataset.key !== entry.key) small.replaceChildren(make("img", { src: `part/${entry.key}`, alt: "", loading: "lazy" }));
      small.dataset.key = entry.key;
    }
  });
  if (isTurned(list)) list.children[index]?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Whether something else is looked at than when a part of the page was last asked: what was only saved scrolls nothing. */
function isTurned(part) {
  const what = `${look.kind} ${look.index[look.kind]}`;
  const before = part.dataset.what;
  part.dataset.what = what;
  return before !== what;
}

/** The small pictures of slides, those that changed alone. */
async function showSmall(all, mine) {
  const places = [...at("entries").querySelectorAll(".small")];
  await Promise.all(
    all.map(async (slide, number) => {
      if (places[number].dataset.key === slide.key) return;
      const { svg } = await part(slide.key);
      if (mine !== turn) return;
      places[number].dataset.key = slide.key;
      places[number].replaceChildren(drawn(svg));
    }),
  );
}

/** Faults of what is looked at below it; above it those that stand on nothing of its kind (warnings below). */
function showFaults(index) {
  const here = faultsOf(index);
  const others = (briefing()?.faults ?? []).filter((fault) => !numbersOf(fault).length);
  const one = ONE[look.kind].toLowerCase();
  at("stage").classList.toggle("is-to-blame", here.some(isError));
  for (const [id, what, told] of [
    ["faults", `${here.length && !here.some(isError) ? "Warnings" : "Faults"} on this ${one}`, here],
    ["general", `Faults that stand on no ${one}`, others.filter(isError)],
    ["notices", `Warnings that stand on no ${one}`, others.filter((fault) => !isError(fault))],
  ]) {
    at(id).hidden = !told.length;
    at(id).classList.toggle("is-faulty", told.some(isError));
    at(id).querySelector("summary").replaceChildren(...summary(what, told));
    at(id).querySelector(".cards").replaceChildren(...told.map(card));
  }
}

/** What faults are called while they are folded: the first of them in words. */
function summary(what, told) {
  const first = told[0] && `${told[0].place ?? briefing().file}: ${told[0].message}`;
  return [make("h3", {}, `${what}: ${told.length}`), make("span", { class: "first" }, first ?? ""), make("span", { class: "fold" }, "Esc folds")];
}

const FOLDS = ["general", "faults", "notices"];
function fold(isFolded = FOLDS.some((id) => !at(id).hidden && at(id).open)) {
  for (const id of FOLDS) at(id).open = !isFolded;
}

function showBeside(isShown) {
  document.body.classList.toggle("without-notes", !isShown);
  at("beside").setAttribute("aria-pressed", String(isShown));
}
const toggleBeside = () => showBeside(document.body.classList.contains("without-notes"));

function card(fault) {
  const { excerpt, column, length } = fault;
  const start = column - 1, stop = start + Math.max(1, length);
  const line = excerpt ? make("pre", {}, excerpt.slice(0, start).trimStart(), make("mark", {}, excerpt.slice(start, stop)), excerpt.slice(stop)) : null;
  return make(
    "article",
    { class: `fault ${fault.severity}` },
    make("p", { class: "where" }, `${fault.place ?? briefing().file} `, make("small", {}, fault.id), look.kind === "slides" ? null : toSlide(numbersOf(fault, "slides")[0])),
    make("p", { class: "cause" }, sentence(fault.message)),
    line,
    ...fault.notes.map((note) => make("p", { class: "note" }, note)),
    fault.hint ? make("p", { class: "cure" }, make("b", {}, "Cure: "), fault.hint) : null,
  );
}

/** Leads from beside a page to the slide that a fault stands on. */
function toSlide(number) {
  if (!number) return null;
  const act = () => {
    look.index.slides = number - 1;
    return turnKind("slides");
  };
  return make("button", { class: "to-slide", onclick: act }, `Slide ${number}`);
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// -------------------------------------------------------------------------------------------------------------- aside

async function showAside(entry, content, mine) {
  if (isTurned(at("about"))) at("about").scrollTop = 0;
  const isSlide = look.kind === "slides";
  at("notes-head").textContent = isSlide ? "Speaker notes" : look.kind === "pages" ? "Text of the page" : "Caption and alternative text";
  at("alternatives-section").hidden = at("texts-section").hidden = !isSlide;
  if (!entry) {
    at("notes").replaceChildren(make("p", { class: "none" }, "–"));
    at("alternatives-section").hidden = at("texts-section").hidden = true;
    delete at("texts").dataset.shown;
    return at("texts").replaceChildren();
  }
  if (look.kind === "pages") return at("notes").replaceChildren(...entry.text.split("\n").map((text) => make("p", {}, text)));
  if (!isSlide) return at("notes").replaceChildren(make("p", { class: "plain" }, entry.text.trim()));
  at("notes").replaceChildren(...(content.notes.length ? content.notes.map((text) => make("p", {}, text)) : [make("p", { class: "none" }, "This slide has none.")]));
  const told = content.alternatives.flatMap(({ name, text }) => [make("dt", {}, name), text === null ? make("dd", { class: "none" }, "Decorative: passed over when read aloud.") : make("dd", {}, text)]);
  at("alternatives").replaceChildren(told.length ? make("dl", {}, ...told) : make("p", { class: "none" }, "Nothing on this slide needs one."));
  const places = await part(entry.places);
  if (mine === turn && at("texts").dataset.shown !== shownTexts(entry)) showTexts(places, entry);
}

/** What the list of texts shows: it is made anew for nothing else, so that it keeps the focus. */
const shownTexts = (entry) => JSON.stringify([entry.places, look.chosen, look.cells]);

/** The texts of a slide as a list of its own: what a click on the slide opens, a keyboard finds here. */
function showTexts(places, entry) {
  at("texts").dataset.shown = shownTexts(entry);
  at("texts").replaceChildren(
    ...places.map((item) => {
      const isOpen = item.item === look.chosen;
      const button = make("button", { "aria-expanded": String(isOpen), onclick: () => choose(isOpen ? null : item.item, []) }, make("small", {}, item.name), make("span", {}, item.said || item.name));
      button.dataset.item = item.item;
      return make("li", {}, button, isOpen ? whereList(item) : null);
    }),
  );
  at("texts-advice").hidden = look.chosen !== null;
}

/** A place as people say it to each other; the folder stands in its title. */
const short = (place) => `${place.file.split("/").at(-1)}:${place.line}`;

function whereList(item) {
  const places = item.places.map((place) => [make("p", { class: "at", title: place.file }, short(place)), make("code", {}, place.text)]).flat();
  const figures = item.figures.filter((figure) => figure.expression);
  const isChosen = (cell) => look.cells.includes(cell.id);
  const rows = [...item.cells.filter(isChosen), ...item.cells.filter((cell) => !isChosen(cell))].map((cell) =>
    make(
      "tr",
      { class: isChosen(cell) ? "is-chosen" : null },
      make("td", {}, cell.value ?? "–"),
      make("td", {}, cell.answer, make("small", {}, `${cell.question} · ${cell.column}`), make("small", { title: cell.place?.file }, cell.place ? `${cell.name} · ${short(cell.place)}` : cell.name)),
    ),
  );
  return make(
    "div",
    { class: "where-list" },
    ...(places.length ? places : [make("p", { class: "none" }, "Put together by the program.")]),
    ...(figures.length ? [make("h3", {}, "Numbers as they are asked for"), ...figures.map((figure) => make("code", {}, `{{ ${figure.expression} }} → ${figure.text}`))] : []),
    ...(rows.length ? [make("h3", {}, "Cells of the survey"), make("table", {}, make("tbody", {}, ...rows))] : []),
  );
}

async function choose(item, cells) {
  look.chosen = item;
  look.cells = cells;
  mark();
  const entry = entries()[look.index.slides];
  const wasInside = at("texts").contains(document.activeElement);
  showTexts(await part(entry.places), entry);
  const button = at("texts").querySelector(`button[data-item="${item}"]`);
  if (wasInside) button?.focus();
  button?.parentElement.scrollIntoView({ block: "nearest" });
  at("texts").querySelector(".is-chosen")?.scrollIntoView({ block: "nearest" });
}

/** Frames around what was chosen on the slide: the text or chart, or of a chart what shows the chosen numbers. */
function mark() {
  const slide = at("canvas").querySelector("svg.slide");
  slide?.querySelectorAll(".chosen").forEach((frame) => frame.remove());
  const item = look.chosen === null ? null : slide?.querySelector(`[data-item="${look.chosen}"]`);
  if (!item) return;
  const cells = [...item.querySelectorAll("[data-cells]")].filter((each) => each.dataset.cells.split(" ").some((cell) => look.cells.includes(cell)));
  const marks = cells.filter((each) => !each.closest("text"));
  for (const found of marks.length ? marks : [item]) {
    const box = found.getBBox();
    const frame = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const place = { x: box.x - 3, y: box.y - 2, width: box.width + 6, height: box.height + 4 };
    for (const [name, value] of Object.entries({ class: "chosen", "aria-hidden": "true", ...place })) frame.setAttribute(name, value);
    (found === item ? slide : found.parentElement).append(frame);
  }
}

// --------------------------------------------------------------------------------------------------------------- place

/** Put what is looked at into the address, so that it is looked at again when the page is loaded anew. */
function remember() {
  const { briefing, language, kind, index } = look;
  const place = new URLSearchParams({ briefing: briefing ?? "", language: language ?? "", kind, number: index[kind] + 1, seen: at("vision").value });
  for (const [name, value] of [...place]) if (!value) place.delete(name);
  if (location.hash !== `#${place}`) history.replaceState(null, "", `#${place}`);
}

/** What of the page is folded, and what else its reader set, for when it is loaded anew in the same tab. */
const SET = {
  ...Object.fromEntries(FOLDS.map((id) => [id, [() => at(id).open, (isOpen) => (at(id).open = isOpen)]])),
  beside: [() => !document.body.classList.contains("without-notes"), (isShown) => showBeside(isShown)],
  room: [() => document.body.classList.contains("room-test"), (isOn) => showRoom(isOn)],
  letters: [() => at("letters").checked, (isOn) => (at("letters").checked = isOn)],
};

function rememberSet() {
  sessionStorage.setItem("set", JSON.stringify(Object.fromEntries(Object.entries(SET).map(([name, [get]]) => [name, get()]))));
}

function recallSet() {
  const kept = JSON.parse(sessionStorage.getItem("set") ?? "{}");
  for (const [name, value] of Object.entries(kept)) SET[name]?.[1](value);
}

/** What the address says; what it does not say, or not as it is meant, is as at the start. */
function recall() {
  const place = new URLSearchParams(location.hash.slice(1));
  look.briefing = place.get("briefing");
  look.language = place.get("language");
  if (KINDS.includes(place.get("kind"))) look.kind = place.get("kind");
  look.index[look.kind] = Math.max(0, (parseInt(place.get("number"), 10) || 1) - 1);
  see(VISIONS.includes(place.get("seen")) ? place.get("seen") : "");
}

// --------------------------------------------------------------------------------------------------------------- turns

function turnTo(index) {
  const total = entries().length;
  go(Math.max(0, total ? Math.min(index, total - 1) : index));  // pages are counted once they are drawn
  look.chosen = null;
  look.cells = [];
  return show();
}

function turnKind(kind) {
  look.kind = kind;
  look.chosen = null;
  at("entries").replaceChildren();
  at("canvas").replaceChildren();
  return show();
}

function speak(code) {
  look.language = code;
  look.chosen = null;
  listen();
  return show();
}

function see(vision) {
  at("vision").value = vision;
  document.body.dataset.vision = vision;
  if (look.list) remember();
}

function showRoom(isOn) {
  document.body.classList.toggle("room-test", isOn);
  at("room").setAttribute("aria-pressed", String(isOn));
}
const toggleRoom = () => showRoom(!document.body.classList.contains("room-test"));

function nextFault() {
  const found = (kind) => [...new Set((briefing()?.faults ?? []).flatMap((fault) => numbersOf(fault, kind)))].sort((a, b) => a - b);
  const kind = found(look.kind).length ? look.kind : "slides";
  const numbers = found(kind);
  if (!numbers.length) return say("No fault stands on a slide.");
  if (look.kind !== kind) turnKind(kind);
  return turnTo((numbers.find((number) => number > look.index[kind] + 1) ?? numbers[0]) - 1);
}

const STAGE = document.querySelector("main");
const LINE = 60;
const scroll = (lines) => STAGE.scrollBy({ top: lines * LINE });
const next = (all, one) => all[(all.indexOf(one) + 1) % all.length];
const KEYS = {
  ArrowLeft: () => turnTo(look.index[look.kind] - 1),
  ArrowRight: () => turnTo(look.index[look.kind] + 1),
  Home: () => turnTo(0),
  End: () => turnTo(Infinity),
  Escape: () => fold(),
};
/** What presenters' remotes send, what turns the pages of other programs, and scrolls: where no control has the focus. */
const FREE = { PageUp: KEYS.ArrowLeft, PageDown: KEYS.ArrowRight, " ": KEYS.ArrowRight, ArrowUp: () => scroll(-1), ArrowDown: () => scroll(1) };
const LETTERS = {
  1: () => turnKind("slides"),
  2: () => turnKind("pages"),
  3: () => turnKind("pictures"),
  l: () => briefing() && speak(next(briefing().languages.map((each) => each.code), language()?.code)),
  v: () => see(next(VISIONS, at("vision").value)),
  g: () => see(at("vision").value === "grey" ? "" : "grey"),
  n: toggleBeside,
  r: toggleRoom,
  f: nextFault,
  "?": () => at("shortcuts").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || at("shortcuts").open) return;
  if (event.target.closest("input, select")) return;
  const group = event.target.closest('[role="tablist"], [role="radiogroup"]');
  if (group && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const all = [...group.children].filter((each) => !each.disabled);
    const step = event.key === "ArrowRight" ? 1 : -1;
    const to = all[(all.indexOf(event.target) + step + all.length) % all.length];
    event.preventDefault();
    to.focus();
    to.click();
    return;
  }
  const step = event.target.closest("#entries") ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
  if (step) {
    event.preventDefault();
    turnTo(look.index[look.kind] + step);
    return;
  }
  const isFree = [document.body, STAGE].includes(event.target) && !event.shiftKey;
  const act = KEYS[event.key] ?? (isFree ? FREE[event.key] : undefined) ?? (at("letters").checked ? LETTERS[event.key.toLowerCase()] : undefined);
  if (act) {
    event.preventDefault();
    act();
  }
});

for (const kind of KINDS) at(`tab-${kind}`).addEventListener("click", () => turnKind(kind));
at("briefing").addEventListener("change", (event) => {
  look.briefing = event.target.value;
  look.language = language()?.code ?? null;
  look.chosen = null;
  look.index = { slides: 0, pages: 0, pictures: 0 };
  listen();
  show();
});
at("vision").addEventListener("change", (event) => see(event.target.value));
at("beside").addEventListener("click", toggleBeside);
at("room").addEventListener("click", toggleRoom);
at("help").addEventListener("click", () => at("shortcuts").showModal());
// It takes the focus of the keyboard, but a click on what it shows means that.
STAGE.addEventListener("click", () => document.activeElement === STAGE && STAGE.blur());
at("canvas").addEventListener("click", (event) => {
  if (look.kind !== "slides" || !entries().length) return undefined;
  const item = event.target.closest("[data-item]");
  if (!item) return choose(null, []);
  const cells = event.target.closest("[data-cells]")?.dataset.cells.split(" ") ?? [];
  return choose(Number(item.dataset.item), cells);
});

addEventListener("pagehide", rememberSet);

recallSet();
recall();
listen();
