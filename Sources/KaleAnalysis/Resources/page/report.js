"use strict";
// Lights the path of a variable and finds steps. Without it the page is links and tables.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const light = document.getElementById("light");
  const field = document.getElementById("find");
  const words = (element, key) => (element.dataset[key] || "").split(" ");

  function clear() {
    all(".lit").forEach((element) => element.classList.remove("lit"));
    light.replaceChildren();
  }

  // Marks every edge, step and name that has to do with the variable.
  function show(name) {
    clear();
    const steps = new Set();
    for (const edge of all(".edge")) {
      if (!words(edge, "names").includes(name)) continue;
      edge.classList.add("lit");
      steps.add(edge.dataset.from).add(edge.dataset.to);
    }
    for (const step of all("g.step")) {
      if (steps.has(step.dataset.step)) step.classList.add("lit");
    }
    for (const link of all("a[data-var]")) {
      if (link.dataset.var === name) link.classList.add("lit");
    }
    const row = document.getElementById("var-" + name);
    const path = row ? row.dataset.path : "";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Clear";
    close.addEventListener("click", clear);
    light.append(name + (path ? ": " + path : ""), close);
  }

  // A step that the filter hides must be there to be gone to.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    const section = target && target.closest("section.step");
    if (section && section.hidden) { field.value = ""; filter(); }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-var]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.dataset.var);
    history.replaceState(null, "", "#var-" + encodeURIComponent(link.dataset.var));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      clear();
      if (field && field.value) { field.value = ""; filter(); }
    } else if (event.key === "/" && field && event.target !== field) {
      event.preventDefault();
      field.focus();
    }
  });

  // Leaves the steps whose name or variables have the text in them.
  function filter() {
    const text = field.value.trim().toLowerCase();
    const kept = new Set();
    for (const section of all("section.step")) {
      const fits = !text || section.dataset.words.toLowerCase().includes(text);
      section.hidden = !fits;
      if (fits) kept.add(section.dataset.step);
    }
    for (const step of all("g.step")) step.classList.toggle("faded", !kept.has(step.dataset.step));
    for (const edge of all(".edge")) {
      edge.classList.toggle("faded", !kept.has(edge.dataset.from) || !kept.has(edge.dataset.to));
    }
  }

  if (field) field.addEventListener("input", filter);
  const first = decodeURIComponent(location.hash);
  if (first.startsWith("#var-")) show(first.slice(5));
})();
