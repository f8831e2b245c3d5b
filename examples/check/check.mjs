// Opens the pages of the examples in headless Chromium: the report of several stories, wide and narrow, light and
// dark, with and without script; the page about an archive; and the page that reads stories in the browser. Fails on messages in the console,
// on anything asked of the network, on faults that axe-core finds, on pages wider than their window, and where a card
// does not open or close.
//
//   npm ci --ignore-scripts && node check.mjs [-shots FOLDER]
//
// CHROMIUM names the browser, /usr/bin/chromium by default. With -shots, pictures of the pages are put into a folder.
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const dir = dirname(fileURLToPath(import.meta.url));
const root = join(dir, "../..");
const wasm = join(dir, "../wasm");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const shots = process.argv[2] === "-shots" ? process.argv[3] : "";
const folder = mkdtempSync(join(tmpdir(), "newstext-"));
const faults = [];
const fault = (where, what) => {
  faults.push(`${where}: ${what}`);
  console.log(`FAIL ${where}: ${what}`);
};
const expect = (ok, where, what) => ok || fault(where, what);

// The pages: a report is a file, the page in the browser is built by the lines of its README and served.
const stories = { seed: [], hostile: [join(dir, "hostile.txt")] };
execFileSync("go", ["build", "-o", join(folder, "report"), "./examples/report"], { cwd: root, stdio: "inherit" });
for (const [name, story] of Object.entries(stories)) {
  execFileSync(join(folder, "report"), ["-o", join(folder, `${name}.html`), ...story], { cwd: root });
}
// The page about an archive is made of analyses: here of some that nobody has written.
execFileSync("go", ["build", "-o", join(folder, "corpus"), "."], { cwd: join(dir, "../corpus"), stdio: "inherit" });
const named = ["Ann Lee", "Bob <b>Stone</b>", "<script>window.hacked = 1</script>", "The Ministry of Very Long Names and Their Abbreviations", "Lee"];
const analyses = Array.from({ length: 400 }, (_, i) => ({
  id: `${i}`,
  meta: { published: `20${10 + (i % 9)}-0${1 + (i % 7)}-05T00:00:00Z`, source: ["gazette.example", 'The "Daily" & Sunday <i>Post</i>', "x".repeat(60)][i % 3] },
  entities: named.map((name) => ({ type: "person", name })),
  quotes: named.slice(i % 4).map((_, j) => ({ kind: ["direct", "mixed", "indirect"][(i + j) % 3], speaker: { entities: [j] } })),
  stances: [{ holder: { entity: i % 4 }, target: { entity: (i + 1) % 4 }, polarity: i % 3 ? "against" : "for" }],
}));
writeFileSync(join(folder, "analyses.jsonl"), analyses.map((a) => JSON.stringify(a)).join("\n"));
execFileSync(join(folder, "corpus"), ["-summarize", "-report", join(folder, "archive"), join(folder, "analyses.jsonl")]);
const build = readFileSync(join(wasm, "README.md"), "utf8").match(/```sh\n([^`]*)```/)[1];
rmSync(join(wasm, "site"), { recursive: true, force: true });
execFileSync("sh", ["-ec", build], { cwd: wasm, stdio: "inherit" });
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const server = createServer((request, answer) => {
  const path = normalize(new URL(request.url, "http://host").pathname).replace(/\/$/, "/index.html");
  try {
    const body = readFileSync(join(wasm, "site", path));
    answer.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(body);
  } catch {
    answer.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const site = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// open opens a page and takes down all that it complains of and asks for.
async function open(where, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (m) => fault(where, `console: ${m.text()}`));
  page.on("pageerror", (e) => fault(where, `error: ${e}`));
  page.on("dialog", (d) => (fault(where, `dialog: ${d.message()}`), d.dismiss()));
  page.on("request", (r) => expect(r.url().startsWith(url) || /^(data|blob):/.test(r.url()), where, `asks for ${r.url()}`));
  await page.goto(url);
  return page;
}

// look checks a page as it stands.
async function look(where, page) {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width[0] <= width[1], where, `page ${width[0]} pixels wide in a window of ${width[1]}`);
  expect((await page.evaluate(() => window.hacked)) === undefined, where, "a script of the story ran");
  await page.evaluate(axe); // not as a script of the page: its policy lets none in
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  for (const v of violations) {
    fault(where, `axe, ${v.impact}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" | ")}`);
  }
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${where.replaceAll(/\W+/g, "-")}.png`), fullPage: true });
  }
}

for (const name of Object.keys(stories)) {
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [800, "light"], [360, "light"], [360, "dark"]]) {
    const where = `report of ${name}, ${width}, ${colorScheme}`;
    const page = await open(where, `file://${folder}/${name}.html`, { viewport: { width, height: 900 }, colorScheme });
    await look(where, page);
    await page.context().close();
  }
}

for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]]) {
  const where = `archive, ${width}, ${colorScheme}`;
  const page = await open(where, `file://${folder}/archive/report.html`, { viewport: { width, height: 900 }, colorScheme });
  expect((await page.locator(".pairs figure").count()) > 3, where, "no pairs");
  await page.locator("summary").click();
  await look(where, page);
  await page.context().close();
}

// Cards open for the pointer and for the keyboard, and Escape closes them.
{
  const where = "cards";
  const page = await open(where, `file://${folder}/seed.html`);
  const putin = page.locator(".story p .m", { hasText: "Vladimir Putin" }).first();
  const card = putin.locator("xpath=following-sibling::*[1]");
  expect(!(await card.isVisible()), where, "open before anything is pointed at");
  await putin.hover();
  expect(await card.isVisible(), where, "closed under the pointer");
  for (const words of ["Vladimir Putin", "person", "Russian", "mentions"]) {
    expect((await card.innerText()).includes(words), where, `does not say “${words}”: ${await card.innerText()}`);
  }
  expect((await page.locator(".m.lit").count()) > 3, where, "other places that name him are not lit");
  await page.keyboard.press("Escape");
  expect(!(await card.isVisible()), where, "Escape does not close it");
  await page.mouse.move(0, 0);
  await page.locator(".story p .ref").first().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  const quote = page.locator(".story p .ref").first().locator("xpath=following-sibling::*[1]");
  expect(await quote.isVisible(), where, "the card of a quote is closed under the keyboard");
  expect((await quote.innerText()).includes("Barack Obama"), where, "the card of a quote does not name the speaker");
  await page.locator(".stancelist a").first().click();
  expect(await page.locator(".story :target").isVisible(), where, "the evidence of a stance does not lead into the story");
  await page.setViewportSize({ width: 360, height: 800 });
  await putin.scrollIntoViewIfNeeded();
  await putin.hover();
  const box = await card.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 360, where, "does not fit a narrow window");
  await page.context().close();
}

// Without script, and on paper.
{
  const page = await open("without script", `file://${folder}/seed.html`, { javaScriptEnabled: false });
  const text = await page.locator("body").innerText();
  for (const words of ["Barack Obama", "of the words said", "Who stands where", "In what tone"]) {
    expect(text.includes(words), "without script", `“${words}” is not there to read`);
  }
  await page.locator(".story p .m").first().hover();
  expect(await page.locator(".card:visible").count(), "without script", "no card under the pointer");
  if (shots) await page.pdf({ path: join(shots, "report.pdf"), format: "A4", printBackground: true });
  await page.context().close();
}

// The page that reads stories in the browser.
{
  const where = "wasm";
  const page = await open(where, site);
  await page.waitForSelector("body[data-loaded]", { timeout: 60000 });
  await look(`${where}, empty`, page);
  await page.fill("#story", readFileSync(join(root, "examples/seed/story.txt"), "utf8"));
  await page.click("button[type=submit]");
  await page.waitForSelector("body[data-read]");
  const text = await page.locator("#report").innerText();
  for (const words of ["Sergey Lavrov", "Russian foreign minister", "Obama, Putin, agree", "of the words said", "Who stands where"]) {
    expect(text.includes(words), where, `does not show “${words}”`);
  }
  const report = await browser.newPage();
  await report.goto(`file://${folder}/seed.html`);
  const same = (html) => html.replace(' tabindex="-1"', "").replaceAll(/\s+/g, " ").trim();
  const [here, there] = [same(await page.locator("#report").innerHTML()), same(await report.locator("main").innerHTML())];
  const differ = [...here].findIndex((c, i) => c !== there[i]);
  expect(here === there, where, `finds something else than the program does: ${here.slice(differ - 80, differ + 80)} / ${there.slice(differ - 80, differ + 80)}`);
  const { loaded, read } = await page.evaluate(() => ({ ...document.body.dataset }));
  await page.click("button[type=submit]");
  await page.waitForFunction((first) => document.body.dataset.read !== first, read);
  console.log(`wasm: loaded in ${loaded} ms, the seed article read in ${read} ms, again in ${await page.evaluate(() => document.body.dataset.read)} ms`);
  await look(`${where}, seed`, page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#json")]);
  expect(JSON.parse(readFileSync(await download.path(), "utf8")).entities.length > 5, where, "saves no analysis");
  await page.fill("#story", readFileSync(join(dir, "hostile.txt"), "utf8"));
  await page.click("button[type=submit]");
  await page.waitForFunction(() => document.getElementById("headline").innerText.includes("Minister"));
  await page.setViewportSize({ width: 360, height: 800 });
  await look(`${where}, hostile, 360`, page);
  await page.context().close();
}

await browser.close();
server.close();
rmSync(folder, { recursive: true });
console.log(faults.length ? `${faults.length} faults` : "pages are as they should be");
process.exit(faults.length ? 1 : 0);
