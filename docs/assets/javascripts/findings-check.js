// The self-check, one question at a time. Texts come from the lists on the page; the tree of questions beside them says
// what to ask next and which pattern fits (macros/selfcheck.py): this script only looks up. The answers stand in the address.
//
// #warning-sign=no&new-weakness=no&joint=yes
(function () {
  "use strict";

  var check = document.getElementById("findings-check");
  var list = document.getElementById("whole-list");
  var tree = JSON.parse(check.querySelector("script").textContent);
  var title = document.getElementById("question");
  var body = check.querySelector("[data-body]");
  var progress = check.querySelector("[data-progress]");
  var back = check.querySelector("[data-back]");
  var trouble = check.querySelector(".trouble");
  var most = list.querySelectorAll("[data-finding]").length;
  var answers = Object.create(null); // words from the address: nothing here but what was answered
  var openedForPaper = [];

  function make(tag, text, kind) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function button(text, act) {
    var made = make("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // A copy for a second place on the page, without ids.
  function copy(node) {
    var made = node.cloneNode(true);
    made.querySelectorAll("[id]").forEach(function (one) { one.removeAttribute("id"); });
    return made;
  }

  function finding(id) { return list.querySelector('[data-finding="' + CSS.escape(id) + '"]'); }
  function choices(id) { return Array.from(finding(id).querySelectorAll("[data-answer]")); }

  function said(id, answer) {
    return choices(id).find(function (one) { return one.dataset.answer === answer; }).textContent;
  }

  // Through the tree as far as the answers lead: the questions asked, and the next question or the pattern.
  function walk(given) {
    var at = 0;
    var asked = [];
    while (typeof at === "number" && Object.prototype.hasOwnProperty.call(tree[at].to, given[tree[at].ask])) {
      asked.push(tree[at].ask);
      at = tree[at].to[given[tree[at].ask]];
    }
    return typeof at === "number" ? { asked: asked, ask: tree[at].ask } : { asked: asked, pattern: at };
  }
  check.walk = walk; // for tests

  function address() {
    return "#" + walk(answers).asked.map(function (id) { return id + "=" + answers[id]; }).join("&");
  }

  // Reads the address; what can't be read is left out, and said.
  function recall() {
    var hash = location.hash.slice(1);
    if (hash && !hash.includes("=") && document.getElementById(hash)) return;
    var broken = hash !== "" && !hash.includes("=");
    answers = Object.create(null);
    new URLSearchParams(hash).forEach(function (value, id) {
      var known = finding(id) && choices(id).some(function (one) { return one.dataset.answer === value; });
      if (!known || (answers[id] && answers[id] !== value)) broken = true;
      else answers[id] = value;
    });
    var asked = walk(answers).asked;
    Object.keys(answers).forEach(function (id) {
      if (!asked.includes(id)) broken = true; // an answer behind a gap in the way: asked again
    });
    trouble.textContent = !broken ? ""
      : asked.length ? "Part of the address could not be read. What could be read is kept; please look whether it is right."
        : "The answers in the address could not be read. The check starts anew.";
    trouble.hidden = !broken;
  }

  function change(act) {
    act();
    history.pushState(null, "", address());
    trouble.hidden = true;
    show();
    title.focus();
  }

  function show() {
    var at = walk(answers);
    body.replaceChildren();
    back.hidden = !at.asked.length;
    back.parentNode.hidden = back.hidden;
    progress.textContent = at.pattern ? "" : at.asked.length ? "Question " + (at.asked.length + 1) + " of at most " + most : "";
    check.classList.toggle("done", Boolean(at.pattern));
    if (at.pattern) result(at);
    else ask(at.ask, !at.asked.length);
  }

  function ask(id, first) {
    var record = finding(id);
    title.textContent = first ? "First: warning signs" : record.querySelector(".question").textContent;
    var row = make("div", "", "answers");
    var gate = list.querySelector('[data-say="gate"]');
    choices(id).forEach(function (one) {
      var words = (first && gate.dataset[one.dataset.answer]) || one.textContent;
      row.append(button(words, function () { change(function () { answers[id] = one.dataset.answer; }); }));
    });
    if (first) {
      body.append(copy(gate), copy(list.querySelector('[data-say="before"]')), row);
      return;
    }
    var how = copy(record.querySelector(".how"));
    how.querySelectorAll("img").forEach(function (image) { image.loading = "eager"; });
    body.append(how, row);
  }

  function result(at) {
    var record = list.querySelector('[data-pattern="' + at.pattern + '"]');
    title.textContent = record.dataset.name;
    body.append(copy(record));
    var given = make("details");
    var points = make("ul");
    at.asked.forEach(function (id) {
      points.append(make("li", finding(id).dataset.name + ": " + said(id, answers[id])));
    });
    given.append(make("summary", "Your answers"), points);
    var tools = make("p", "", "tools");
    var done = make("span");
    done.setAttribute("role", "status");
    tools.append(button("Copy the address of this result", function () { copyText(location.href, done); }), " ",
      button("Print", function () { window.print(); }), " ",
      button("Start anew", function () { change(function () { answers = Object.create(null); }); }), " ", done);
    body.append(given, tools);
  }

  function copyText(text, done) {
    function tell(worked) { done.textContent = worked ? "Copied." : "Copying is not possible here: take it from the address bar."; }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(function () { tell(true); }, function () { tell(false); });
    else tell(false);
  }

  back.addEventListener("click", function () {
    change(function () { delete answers[walk(answers).asked.pop()]; });
  });
  // On paper the answers too, and afterward the screen as it was.
  window.addEventListener("beforeprint", function () {
    openedForPaper = Array.from(body.querySelectorAll("details:not([open])"));
    openedForPaper.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    openedForPaper.forEach(function (one) { one.open = false; });
  });
  window.addEventListener("hashchange", function () {
    recall();
    show();
  });
  list.open = location.hash.length > 1 && !location.hash.includes("=") && list.contains(document.getElementById(location.hash.slice(1)));
  check.hidden = false;
  recall();
  show();
  if (walk(answers).asked.length) title.scrollIntoView();
})();
