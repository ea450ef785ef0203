// What the person sees who was sent a plan: exercises, timer, ticks for today, reminders, a handout to print.
window.Plan = window.Plan || {};
window.Plan.follow = (function () {
  "use strict";
  var records = window.Plan.records;
  var page = window.Plan.page;
  var element = page.element;
  var KEY = "plan-done";
  var LARGE = "plan-large";

  function today() {
    var now = new Date();
    now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
    return now.toISOString().slice(0, 10);
  }

  // Ticks of today, by plan; those of other days are forgotten.
  function ticks() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY));
      if (found && found.day === today() && found.plans) return { day: found.day, plans: Object.assign(Object.create(null), found.plans) };
    } catch (refused) { /* none */ }
    return { day: today(), plans: Object.create(null) };
  }

  function keep(found) {
    try {
      if (Object.keys(found.plans).length) localStorage.setItem(KEY, JSON.stringify(found));
      else localStorage.removeItem(KEY);
      return true;
    } catch (refused) {
      return false;
    }
  }

  function show(code, decoded) {
    var plan = decoded.plan;
    var known = plan.items.filter(function (item) { return records.byCode[item.code]; });
    var mark = code.slice(-3) + code.length;
    var boxes = [];
    page.app.replaceChildren();
    var view = element("div", page.app, "", { class: "plan-follow" });
    troubles(view, decoded);
    if (!plan.items.length) {
      if (decoded.whole) element("p", view, "This plan holds no exercises. Ask for the link again.", { class: "plan-warning", role: "alert" });
      return;
    }
    safety(view);
    lines(view);
    if (plan.greeting) element("p", view, plan.greeting, { class: "lead plan-said", dir: "auto" });
    element("p", view, known.length + (known.length === 1 ? " exercise" : " exercises") + ", about " + records.total(plan) + " minutes in all.", { class: "meta" });
    if (known.length) tools(view, plan, code, known, finished);
    var list = element("ol", view, "", { class: "plan-list" });
    plan.items.forEach(function (item, at) {
      var row = element("li", list, "", { class: "plan-item" });
      if (records.byCode[item.code]) exercise(row, item, at, plan);
      else unknown(row, item, at);
    });
    var status = element("p", view, "", { class: "plan-today", role: "status" });
    var forget = page.button(view, "Forget today’s ticks", function () {
      var found = ticks();
      delete found.plans[mark];
      keep(found);
      boxes.forEach(function (box) { if (box) box.checked = false; });
      count("Today’s ticks are forgotten.");
    }, { class: "plan-forget" });
    var change = element("p", view, "", { class: "plan-change" });
    page.button(change, "Change this plan", function () { window.Plan.change(plan); }, { class: "plan-quiet" });
    var paper = element("div", view, "", { class: "plan-paper-only plan-end" });
    var notes = element("div", paper, "", { class: "plan-lines" });
    element("p", notes, "My notes: what went well, what hurt, the next morning");
    for (var line = 0; line < 4; line += 1) element("span", notes, "", { class: "write" });
    picture(element("div", paper, "", { class: "plan-code" }), code);
    if (large()) view.classList.add("plan-large");
    restore();

    function exercise(row, item, at) {
      var one = records.byCode[item.code];
      var dose = records.dose(item);
      element("h2", row, at + 1 + ". " + one.name, { id: "exercise-" + (at + 1) });
      var frames = records.frames(one);
      if (frames.length) {
        var shown = element("div", row, "", { class: "plan-frames", role: "group", "aria-label": "Pictures" });
        frames.forEach(function (frame) {
          var figure = element("figure", shown);
          element("img", figure, "", { src: page.root + frame[0], alt: frame[1], width: 640, height: 480, decoding: "async" });
          element("figcaption", figure, frame[1], { "aria-hidden": "true" });
        });
      }
      var body = element("div", row, "", { class: "plan-words" });
      var much = element("p", body, "", { class: "plan-dose" });
      element("strong", much, records.line(one, dose) + ".");
      if (records.rests(one, dose)) much.append(" Rest " + dose.rest + " seconds between sets.");
      if (records.same(dose, one.own)) much.append(" Pace: " + one.tempo + ".");
      if (item.note) element("p", body, item.note, { class: "plan-said", dir: "auto" });
      begin(body, one);
      var steps = element("ol", body, "", { class: "plan-steps" });
      one.steps.forEach(function (step) { element("li", steps, step); });
      var feel = element("p", body, "", { class: "plan-feel" });
      element("strong", feel, "Feel it. ");
      feel.append(one.feel + " ");
      if (one.stop) {
        var stop = element("p", body, "", { class: "plan-stop" });
        element("strong", stop, "Stop if: ");
        stop.append(one.stop.join(" "));
      }
      warnings(body, one);
      warningsOnPaper(body, one);
      var act = element("p", body, "", { class: "plan-act" });
      page.button(act, "Timer", function () { window.Plan.timer.open([item], function () { finished(at); }); }, { "aria-label": "Timer for " + one.name });
      var label = element("label", act);
      boxes[at] = element("input", label, "", { type: "checkbox", "aria-label": "Done today: " + one.name });
      label.append(" Done today");
      boxes[at].addEventListener("change", function () { tick(); });
      element("a", act, "All about it", { href: page.root + "exercises/" + one.id + ".html", "aria-label": "All about " + one.name });
    }

    function finished(at) {
      if (!boxes[at]) return;
      boxes[at].checked = true;
      tick();
    }

    function tick() {
      var found = ticks();
      var done = boxes.map(function (box, at) { return box && box.checked ? at : -1; }).filter(function (at) { return at >= 0; });
      if (done.length) found.plans[mark] = done;
      else delete found.plans[mark];
      count(keep(found) ? "" : "This browser keeps nothing, so the ticks go when you leave.");
    }

    function restore() {
      [].concat(ticks().plans[mark] || []).forEach(function (at) { if (boxes[at]) boxes[at].checked = true; });
      count("");
    }

    function count(said) {
      var done = boxes.filter(function (box) { return box && box.checked; }).length;
      status.textContent = [said, done + " of " + known.length + " done today. Ticks stay in this browser on this device, for today only."].filter(Boolean).join(" ");
      forget.hidden = !done;
    }
  }

  function troubles(view, decoded) {
    if (!decoded.whole) {
      element("p", view, "Part of this link got lost or changed on its way. " + (decoded.plan.items.length ? "What could be read is below, but it may be wrong or incomplete. Ask for the link again before you follow it." : "Nothing of it can be read. Ask for it again."), { class: "plan-warning", role: "alert" });
    }
    var strange = decoded.plan.items.filter(function (item) { return !records.byCode[item.code]; });
    if (strange.length) {
      element("p", view, strange.length + (strange.length === 1 ? " exercise" : " exercises") + " of this plan can’t be shown here: this copy of the site is probably older than the plan. Open the link on the newest site.", { class: "plan-warning", role: "alert" });
    }
  }

  function unknown(row, item, at) {
    var named = records.gone[item.code];
    element("h2", row, at + 1 + ". Exercise number " + item.code + (named ? " (" + named + ")" : ""), { id: "exercise-" + (at + 1) });
    var dose = Object.keys(item.dose).map(function (part) {
      return { sets: "sets: ", reps: "repetitions: ", hold: "seconds: ", rest: "seconds of rest: ", week: "times a week: " }[part] + item.dose[part];
    });
    element("p", row, "This copy of the site doesn’t know it." + (dose.length ? " The plan says " + dose.join(", ") + "." : ""));
    if (item.note) element("p", row, item.note, { class: "plan-said", dir: "auto" });
  }

  function begin(body, one) {
    var set = element("p", body);
    element("strong", set, "Begin. ");
    set.append(one.setup);
  }

  var ADVICE = { "leave out": "Leave it out", "ask first": "Ask a clinician first", adapt: "Change it" };

  function warnings(body, one) {
    var rows = records.cautions(one);
    if (!rows.length) return;
    var block = element("details", body, "", { class: "plan-not-for" });
    element("summary", block, "Not for you if");
    var list = element("ul", block);
    rows.forEach(function (row) {
      var line = element("li", list);
      element("strong", line, ADVICE[row.advice] + ". ");
      line.append(row.text);
    });
  }

  // The same in one line for paper; what to do about each stands on the page of the exercise.
  function warningsOnPaper(body, one) {
    var found = records.cautionsInShort(one);
    var line = element("p", body, "", { class: "plan-paper-only plan-careful" });
    [["leave out", "Not for you with: "], ["ask first", "Ask a clinician first with: "], ["adapt", "Change it with: "]].forEach(function (row) {
      if (!found[row[0]].length) return;
      element("strong", line, row[1]);
      line.append(found[row[0]].join("; ") + ". ");
    });
    line.append(found.said.join(" "));
    if (!line.textContent) line.remove();
  }

  // On paper the emergency signs and the stop rule come first, each as one paragraph.
  function safety(view) {
    var rules = document.querySelectorAll("#plan-safety > .urgent, #plan-safety > p + ul");
    Array.from(rules).forEach(function (rule) {
      var urgent = rule.classList.contains("urgent");
      var head = urgent ? rule.querySelector("p") : rule.previousElementSibling;
      var made = element("p", view, "", { class: "plan-paper-only plan-rule" + (urgent ? " plan-urgent" : "") });
      element("strong", made, head.textContent.trim().replace(/:$/, "") + ": ");
      made.append(Array.from(rule.querySelectorAll("li")).map(function (one) {
        var copy = one.cloneNode(true);
        copy.querySelectorAll("sup").forEach(function (note) { note.remove(); });
        return copy.textContent.trim();
      }).join(" • "));
    });
  }

  function lines(view) {
    var row = element("p", view, "", { class: "plan-paper-only plan-for" });
    ["For", "From", "We look at it again on"].forEach(function (name) { element("span", row, name); });
  }

  function large(on) {
    try {
      if (on === true) sessionStorage.setItem(LARGE, "1");
      else if (on === false) sessionStorage.removeItem(LARGE);
      return sessionStorage.getItem(LARGE) === "1";
    } catch (refused) {
      return on;
    }
  }

  function tools(view, plan, code, known, finished) {
    var row = element("p", view, "", { class: "plan-tools" });
    page.button(row, known.length > 1 ? "Start with the timer" : "Start the timer", function () {
      window.Plan.timer.open(plan.items, finished);
    }, { class: "plan-main" });
    page.button(row, "Print", function () { window.print(); });
    var label = element("label", row);
    var box = element("input", label, "", { type: "checkbox" });
    label.append(" Large print (stays on in this tab)");
    box.checked = large();
    box.addEventListener("change", function () {
      view.classList.toggle("plan-large", box.checked);
      large(box.checked);
    });
    calendar(view, plan, code);
  }

  function calendar(view, plan, code) {
    var block = element("details", view, "", { class: "plan-calendar" });
    element("summary", block, "Reminders for my calendar");
    element("p", block, "Saves a file that calendars on phones and computers can open. The days are spread over the week; move them as you like. Exercises of the same day come as one reminder.");
    var row = element("p", block, "", { class: "plan-row" });
    var time = element("input", element("label", row, "At "), "", { type: "time", value: "18:00", required: "", "aria-label": "At what time" });
    var weeks = element("select", element("label", row, "For "), "", { "aria-label": "For how long" });
    [2, 4, 6, 12].forEach(function (number) {
      var option = element("option", weeks, number + " weeks", { value: number });
      if (number === 6) option.selected = true;
    });
    page.button(row, "Save the calendar file", function () {
      var choice = { time: time.value || "18:00", weeks: Number(weeks.value), now: new Date() };
      page.save("plan.ics", "text/calendar", window.Plan.calendar.file(plan, code, page.link(code), choice));
    });
  }

  // For paper: the code to scan, and where it leads.
  function picture(paper, code) {
    var text;
    try {
      text = page.qr(paper, code);
    } catch (tooLong) {
      return;
    }
    element("p", paper, "Printed " + new Date().toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" }) + ". " + (text[0] === "#" ? "Scan it, copy the text, and paste it on the page “Plan” of your copy." : "Scan it to open this plan: " + text.replace(/^https?:\/\//, "").replace(/#.*/, "")) + " More on each exercise stands there.");
  }

  return { show: show };
})();
