"use strict";
const by = (id) => document.getElementById(id);
const form = by("form"), story = by("story"), status_ = by("status"), report = by("report");
const worker = new Worker("worker.js");
const waiting = new Map();
let last = 0;

// ask sends a story to the worker and returns what it answers.
const ask = (verb, text) => new Promise((answer) => {
  waiting.set(++last, answer);
  worker.postMessage({ id: last, verb, story: text });
});

worker.onmessage = ({ data }) => {
  if (data.error) {
    status_.textContent = `The program could not be loaded: ${data.error}`;
  } else if (data.ready) {
    status_.textContent = "Ready.";
    document.body.dataset.loaded = Math.round(data.ms);
    for (const b of form.querySelectorAll("button")) b.disabled = false;
  } else {
    waiting.get(data.id)(data);
    waiting.delete(data.id);
  }
};
worker.onerror = () => (status_.textContent = "The program could not be loaded.");

const read = async () => {
  if (!story.value.trim()) {
    status_.textContent = "There is no text to read.";
    story.focus();
    return;
  }
  status_.textContent = "Reading …";
  const { text, ms } = await ask("report", story.value);
  report.innerHTML = text; // made by html/template: nothing of the story is markup
  by("after").hidden = false;
  status_.textContent = `Read in ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms.`;
  document.body.dataset.read = ms.toFixed(1);
  by("headline").tabIndex = -1;
  by("headline").focus();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
by("sample").addEventListener("click", async () => {
  story.value = (await ask("seed", "")).text;
  read();
});
const save = async (verb, name, type) => {
  const { text } = await ask(verb, story.value);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
by("page").addEventListener("click", () => save("document", "report.html", "text/html"));
by("json").addEventListener("click", () => save("json", "analysis.json", "application/json"));
