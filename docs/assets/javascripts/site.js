// Small helps on top of pages that work without them.
(function () {
  "use strict";

  // A link to a closed block, or into one, opens it.
  function openTarget() {
    var id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch (broken) {
      // a stray percent sign: taken as it is
    }
    var target = id && document.getElementById(id);
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    if (target && target.closest("details")) target.scrollIntoView();
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();

  // Blocks for clinicians: closed, unless this device or the address (?view=clinician) wants them open.
  var blocks = document.querySelectorAll("details.clinicians");
  var asked = new URLSearchParams(location.search).get("view");
  function remembered() {
    try {
      return localStorage.getItem("view");
    } catch (refused) {
      return null;
    }
  }
  function offer() {
    var open = remembered() === "clinician";
    document.querySelectorAll(".view").forEach(function (button) {
      button.textContent = open ? "Keep these blocks closed on this device" : "Open these blocks on every page";
    });
  }
  function choose() {
    try {
      localStorage.setItem("view", remembered() === "clinician" ? "plain" : "clinician");
    } catch (refused) {
      this.textContent = "This browser can’t remember it";
      return;
    }
    offer();
  }
  blocks.forEach(function (block) {
    if (asked === "clinician" || (asked !== "plain" && remembered() === "clinician")) block.open = true;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "view";
    button.addEventListener("click", choose);
    block.append(button);
  });
  offer();

  // Key frames as a movement: to the last one and back, in one place.
  document.querySelectorAll(".frames:not(.hip .frames)").forEach(function (row) {
    var figures = Array.from(row.querySelectorAll("figure"));
    if (figures.length < 2) return;
    var order = figures.concat(figures.slice(1, -1).reverse());
    var button = document.createElement("button");
    var at = 0;
    var timer = 0;
    function show() {
      figures.forEach(function (figure) { figure.classList.toggle("now", figure === order[at]); });
      at = (at + 1) % order.length;
    }
    function play(on) {
      clearInterval(timer);
      at = 0;
      if (on) {
        show();
        timer = setInterval(show, 1600);
      }
      row.classList.toggle("playing", on);
      button.textContent = on ? "Show side by side" : "Play as a movement";
    }
    button.type = "button";
    button.className = "play";
    button.addEventListener("click", function () { play(!row.classList.contains("playing")); });
    window.addEventListener("beforeprint", function () { play(false); });
    play(false);
    row.after(button);
  });

  // The theme's search dialog has no name for screen readers.
  var search = document.querySelector("[data-md-component=search]");
  if (search) search.setAttribute("aria-label", "Search");
})();
