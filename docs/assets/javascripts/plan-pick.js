// “Add to plan” on each card of the exercise finder, and a link in sight that takes all that is chosen along.
// What is chosen stays in this tab, so that it is still there on the way back from the plan.
(function () {
  "use strict";
  var KEY = "plan-picked";
  var list = document.getElementById("exercises-found");
  if (!list) return;
  var cards = Array.from(list.querySelectorAll("li[data-id]"));
  var picked = recalled();

  function recalled() {
    try {
      var found = JSON.parse(sessionStorage.getItem(KEY));
      var here = cards.map(function (card) { return card.dataset.id; });
      return Array.isArray(found) ? found.filter(function (id) { return here.indexOf(id) >= 0; }) : [];
    } catch (refused) {
      return [];
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(picked));
    } catch (refused) { /* it lasts until the page is left */ }
  }

  function made(name, parent, text) {
    var one = document.createElement(name);
    if (text) one.textContent = text;
    parent.append(one);
    return one;
  }

  var bar = document.createElement("div");
  bar.className = "picked";
  var link = made("a", bar);
  var none = made("button", bar, "Untick all");
  none.type = "button";
  var said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  list.after(bar, said);

  var boxes = cards.map(function (card) {
    var name = card.querySelector("a").textContent;
    var label = document.createElement("label");
    label.className = "pick";
    var box = made("input", label);
    box.type = "checkbox";
    box.setAttribute("aria-label", "Add to plan: " + name);
    label.append(" Add to plan");
    card.append(label);
    box.addEventListener("change", function () {
      picked = picked.filter(function (id) { return id !== card.dataset.id; });
      if (box.checked) picked.push(card.dataset.id);
      keep();
      show(name + (box.checked ? " chosen." : " taken out."));
    });
    return box;
  });

  none.addEventListener("click", function () {
    picked = [];
    keep();
    show("Nothing is chosen.");
    boxes[0].focus({ preventScroll: true });
  });

  function show(words) {
    boxes.forEach(function (box, at) { box.checked = picked.indexOf(cards[at].dataset.id) >= 0; });
    link.textContent = "Plan (" + picked.length + ") →";
    link.href = list.dataset.plan + "#add=" + picked.join("|");
    bar.hidden = !picked.length;
    said.textContent = words || "";
  }

  show();
})();
