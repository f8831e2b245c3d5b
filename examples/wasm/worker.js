"use strict";
// The program runs here, so that the page never freezes. A message {id, verb, story} is
// answered by {id, text, ms}; {ready, ms} comes first, or {error}.
importScripts("wasm_exec.js");

const began = performance.now();
const go = new Go();
const ready = WebAssembly.instantiateStreaming(fetch("newstext.wasm"), go.importObject).then(({ instance }) => {
  go.run(instance);
  postMessage({ ready: true, ms: performance.now() - began });
  setTimeout(() => newstext.report(newstext.seed()), 0); // the first run is the slow one: let it be this
});
ready.catch((error) => postMessage({ error: String(error) }));

onmessage = async ({ data }) => {
  await ready;
  const start = performance.now();
  const text = newstext[data.verb](data.story);
  postMessage({ id: data.id, text, ms: performance.now() - start });
};
