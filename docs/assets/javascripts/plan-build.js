// Put a plan together: find exercises, set doses, order them, see what clashes, get the link.
window.Plan = window.Plan || {};
window.Plan.build = (function () {
  "use strict";
  var records = window.Plan.records;
  var page = window.Plan.page;
  var coder = window.Plan.code;
  var element = page.element;
  var button = page.button;
  var KEY = "plan-draft";
  var ADVICE = { "leave out": "Leave it out", "ask first": "Ask a clinician first", adapt: "Change it" };
  var LABELS = { sets: "Sets", reps: "Reps", hold: "Hold (s)", rest: "Rest (s)", week: "A week" };
  var plan = { title: "", greeting: "", items: [] };
  var concerns = [];
  var before = []; // earlier plans, for “Undo”
  var ui = {};

  function draft() {
    try {
      var found = JSON.parse(sessionStorage.getItem(KEY));
      if (!found || !found.plan) return;
      plan = coder.clean(found.plan);
      concerns = Array.isArray(found.concerns) ? found.concerns : [];
    } catch (refused) { /* begin with an empty plan */ }
  }

  function keep() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ plan: plan, concerns: concerns }));
    } catch (refused) { /* it lasts until the page is left */ }
  }

  function remember() {
    before.push(JSON.stringify(plan));
    if (before.length > 50) before.shift();
  }

  function say(text) { ui.status.textContent = text; }

  // A change of the plan that can be undone; then all is drawn again.
  function change(act, said) {
    remember();
    act();
    draw();
    say(said);
  }

  function listed(names) {
    return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " and " + names[names.length - 1];
  }

  function are(names) { return listed(names) + (names.length === 1 ? " is " : " are "); }

  // What is new goes to the end of the plan; the rest is said.
  function add(ids) {
    var added = [];
    var there = [];
    var full = [];
    var unknown = [];
    ids.filter(Boolean).forEach(function (id) {
      var one = records.byId[id];
      if (!one) unknown.push("“" + id.slice(0, 60) + "”");
      else if (added.concat(full).indexOf(one) >= 0) return;
      else if (plan.items.some(function (item) { return item.code === one.code; })) there.push(one.name);
      else if (plan.items.length + added.length >= coder.MOST) full.push(one);
      else added.push(one);
    });
    var said = [];
    if (added.length) said.push(are(added.map(nameOf)) + "added. The plan has " + number(plan.items.length + added.length) + ".");
    if (there.length) said.push(are(there) + "in the plan already.");
    if (full.length) said.push("A plan holds at most " + coder.MOST + " exercises: " + are(full.map(nameOf)) + "left out.");
    if (unknown.length) said.push(are(unknown) + "not in the list of exercises here.");
    if (!added.length) return say(said.join(" "));
    change(function () {
      added.forEach(function (one) { plan.items.push({ code: one.code, dose: records.differing(one, one.own), note: "" }); });
    }, said.join(" "));
  }

  function nameOf(one) { return one.name; }

  function number(count) { return count === 1 ? "1 exercise" : count + " exercises"; }

  function take(program, session) {
    change(function () {
      plan = {
        title: session.name.replace(/^.*: /, "") + (program.sessions.length > 1 ? ", " + session.name.replace(/: [^:]*$/, "").toLowerCase() : ""),
        greeting: program.name + ". How often: " + session.often + ".",
        items: session.items.filter(function (row) { return records.byId[row[0]]; }).map(function (row) {
          var one = records.byId[row[0]];
          var whole = Object.assign({}, one.own, row[1]);
          return { code: one.code, dose: records.differing(one, whole), note: row[2] };
        }),
      };
      plan = coder.clean(plan);
    }, "The plan is now “" + session.name + "” of " + program.name + ". Check the doses. “Undo” brings back what was there.");
  }

  // The page of the builder

  // said: a line at the top; wrong: it is a trouble, so it is told as one.
  function show(said, wrong) {
    page.app.replaceChildren();
    ui = {};
    var view = element("div", page.app, "", { class: "plan-build" });
    if (said) element("p", view, said, wrong ? { class: "plan-warning", role: "alert" } : { class: "plan-told", role: "status" });
    finder(view);
    starter(view);
    health(view);
    element("h2", view, "Your plan", { id: "your-plan" });
    var told = element("div", view, "", { class: "plan-said-row" });
    ui.status = element("p", told, "", { role: "status", class: "plan-status", tabindex: "-1" });
    ui.undo = button(told, "Undo", undo, { class: "plan-undo" });
    ui.empty = element("p", view, "Nothing chosen yet. Search above, or press “Add to a plan” on the page of an exercise.", { class: "plan-empty" });
    ui.many = element("p", view, "", { class: "plan-warning" });
    ui.list = element("ol", view, "", { class: "plan-list" });
    ui.rest = element("div", view);
    words(ui.rest);
    sharing(ui.rest);
    opener(view);
    draw();
  }

  // The plan comes into sight, where it is told what was added. While the page is still opening, the browser
  // goes to the top, or to an anchor, once more.
  function toPlan() {
    function go() { document.getElementById("your-plan").scrollIntoView(); }
    if (document.readyState === "complete") return go();
    window.addEventListener("load", function () { setTimeout(go); });
  }

  function finder(view) {
    element("h2", view, "Add an exercise", { id: "add" });
    var label = element("label", view, "Name, or part of it", { class: "plan-field" });
    var field = element("input", label, "", { type: "search", autocomplete: "off", placeholder: "bridge" });
    var found = element("ul", view, "", { class: "plan-found", "aria-label": "Found" });
    var count = element("p", view, "", { role: "status", class: "plan-spoken" });
    var more = element("p", view, "Not sure which? ", { class: "meta" });
    element("a", more, "Find one by goal, level, position or what you can’t do", { href: page.root + "exercising/find.html" });
    more.append(", tick what you want there, and bring it here.");
    field.addEventListener("input", function () { list(field.value); });
    field.addEventListener("keydown", function (event) {
      var first = found.querySelector("button");
      if (event.key === "Enter" && first) {
        event.preventDefault();
        first.click();
      }
    });

    function list(text) {
      var hits = matching(text);
      found.replaceChildren();
      hits.slice(0, 7).forEach(function (hit) {
        var made = button(element("li", found), "", function () {
          add([hit.one.id]);
          field.value = "";
          list("");
          field.focus();
        });
        element("b", made, hit.one.name);
        if (hit.also) made.append(" also " + hit.also);
        element("span", made, "Add", { class: "plan-plus" });
      });
      count.textContent = text.trim() ? hits.length + " found" + (hits.length > 7 ? ", the first 7 are shown" : "") : "";
    }
  }

  // Exercises whose name or alias holds every word; names that begin with the text come first.
  function matching(text) {
    var asked = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (!asked.length) return [];
    function fits(name) {
      return asked.every(function (word) { return name.toLowerCase().indexOf(word) >= 0; });
    }
    var hits = [];
    records.data.exercises.forEach(function (one) {
      var also = (one.also || []).find(fits);
      if (fits(one.name)) hits.push({ one: one, rank: one.name.toLowerCase().indexOf(asked[0]) ? 1 : 0 });
      else if (also) hits.push({ one: one, also: also, rank: 2 });
    });
    return hits.sort(function (a, b) { return a.rank - b.rank || a.one.name.localeCompare(b.one.name); });
  }

  function starter(view) {
    var block = element("details", view, "", { class: "plan-more" });
    ui.starter = block;
    element("summary", block, "Or start from a program");
    var row = element("p", block, "", { class: "plan-row" });
    var choice = element("select", element("label", row, "Part of a program "));
    ui.programs = choice;
    records.data.programs.forEach(function (program, at) {
      var group = element("optgroup", choice, "", { label: program.name });
      program.sessions.forEach(function (session, part) {
        element("option", group, session.name + " (" + session.items.length + ")", { value: at + "/" + part });
      });
    });
    button(row, "Take it", function () {
      var chosen = choice.value.split("/").map(Number);
      take(records.data.programs[chosen[0]], records.data.programs[chosen[0]].sessions[chosen[1]]);
    });
  }

  function health(view) {
    var block = element("details", view, "", { class: "plan-more" });
    element("summary", block, "Anything to be careful with?");
    if (concerns.length) block.open = true;
    element("p", block, "Tick what applies, and the plan shows what clashes. Ticks are kept in this tab only. They are not put into the link.");
    var set = element("fieldset", block, "", { class: "plan-ticks" });
    element("legend", set, "Be careful with", { class: "plan-spoken" });
    records.data.concerns.forEach(function (concern) {
      var label = element("label", set);
      var box = element("input", label, "", { type: "checkbox", value: concern.id });
      box.checked = concerns.indexOf(concern.id) >= 0;
      label.append(" " + concern.name);
      box.addEventListener("change", function () {
        concerns = concerns.filter(function (one) { return one !== concern.id; }).concat(box.checked ? concern.id : []);
        draw();
        var clashing = ui.list.querySelectorAll(".plan-clash").length;
        say(clashing ? clashing + (clashing === 1 ? " warning" : " warnings") + " in the plan below." : "Nothing in the plan clashes with what you ticked.");
      });
    });
  }

  function words(view) {
    element("h2", view, "Title and greeting", { id: "words" });
    [["title", "Title", "input", "Hip plan for November"], ["greeting", "A line to the person who gets it", "textarea", "Start gently. Skip a day if you are sore."]].forEach(function (row) {
      var label = element("label", view, row[1], { class: "plan-field" });
      var field = element(row[2], label, "", { maxlength: coder.LONGEST[row[0]], placeholder: row[3], dir: "auto" });
      if (row[2] === "textarea") field.rows = 2;
      ui[row[0]] = field;
      field.addEventListener("focus", remember);
      field.addEventListener("input", function () {
        plan[row[0]] = field.value;
        refresh();
      });
    });
    element("p", view, "The link shows what you write to anybody who has it. Leave out names and illnesses that others shouldn’t read.", { class: "meta" });
  }

  function sharing(view) {
    element("h2", view, "The link", { id: "link" });
    var label = element("label", view, "The whole plan is in this link", { class: "plan-field" });
    ui.link = element("input", label, "", { type: "text", readonly: "" });
    ui.link.addEventListener("focus", function () { ui.link.select(); });
    var row = element("p", view, "", { class: "plan-row" });
    ui.copy = button(row, "Copy the link", copy, { class: "plan-main" });
    ui.copied = element("span", row, "", { role: "status", class: "plan-copied" });
    if (navigator.share) {
      button(row, "Share", function () {
        navigator.share({ title: plan.title || "Exercise plan", url: ui.link.value }).catch(function () { /* changed their mind */ });
      });
    }
    ui.see = element("a", row, "See it as the person who gets it, and print it", { href: "#" });
    ui.length = element("p", view, "", { class: "meta" });
    var block = element("details", view, "", { class: "plan-more" });
    element("summary", block, "Show a QR code");
    ui.qr = element("div", block, "", { class: "plan-code" });
    block.addEventListener("toggle", refresh);
    ui.codeBlock = block;
    button(view, "Empty the plan", function () {
      change(function () { plan = { title: "", greeting: "", items: [] }; }, "The plan is empty. “Undo” brings it back.");
    }, { class: "plan-quiet" });
  }

  function copy() {
    function done() {
      ui.copied.textContent = "The link is copied.";
      clearTimeout(ui.silence);
      ui.silence = setTimeout(function () { ui.copied.textContent = ""; }, 6000);
    }
    // Older browsers, and pages that the browser doesn't trust with the clipboard.
    function oldWay() {
      var copied = false;
      ui.link.focus({ preventScroll: true });
      ui.link.select();
      try {
        copied = document.execCommand("copy");
      } catch (refused) { /* the link stays selected */ }
      if (!copied) {
        clearTimeout(ui.silence);
        ui.copied.textContent = "This browser doesn’t let us copy. The link above is selected: copy it yourself.";
        return;
      }
      ui.copy.focus({ preventScroll: true });
      done();
    }
    if (!navigator.clipboard) return oldWay();
    navigator.clipboard.writeText(ui.link.value).then(done, oldWay);
  }

  function opener(view) {
    var block = element("details", view, "", { class: "plan-more" });
    element("summary", block, "You got a link or a code?");
    element("p", block, "Paste it here to open it in this copy of the site, also without a network.");
    var form = element("form", block, "", { class: "plan-row" });
    var field = element("input", element("label", form, "Link or code "), "", { type: "text", required: "", autocomplete: "off" });
    var trouble = element("p", block, "", { role: "status" });
    element("button", form, "Open it", { type: "submit" });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var text = field.value.trim();
      var code = text.indexOf("#") >= 0 ? text.slice(text.indexOf("#") + 1) : text;
      var found = coder.decode("#" + code);
      if (!found) trouble.textContent = "That isn’t a plan. A plan’s code begins with 1, after the sign # in the link.";
      else location.hash = found.whole ? coder.encode(found.plan) : code;
    });
  }

  // Drawing what changes

  function draw() {
    ui.list.replaceChildren();
    ui.rows = plan.items.map(row);
    ui.empty.hidden = plan.items.length > 0;
    ui.rest.hidden = plan.items.length === 0;
    ui.title.value = plan.title;
    ui.greeting.value = plan.greeting;
    ui.many.hidden = plan.items.length <= Number(page.app.dataset.many);
    ui.many.textContent = "That is " + number(plan.items.length) + ". Two to four that get done are worth more than " + plan.items.length + " that don’t. (Our judgment; nobody has tested this page.)";
    refresh();
  }

  function refresh() {
    keep();
    ui.undo.hidden = before.length === 0;
    if (!plan.items.length) return;
    var code = coder.encode(plan);
    ui.link.value = page.link(code);
    ui.see.setAttribute("href", "#" + code);
    ui.length.textContent = "About " + records.total(plan) + " minutes a session. " + code.length + " characters after the sign #." +
      (page.published() ? "" : " You use a copy on a disk: the link opens on this device. To open the plan on another copy, send the part from # on, and paste it there under “You got a link or a code?”.");
    if (!ui.codeBlock.open) return;
    ui.qr.replaceChildren();
    try {
      page.qr(ui.qr, code);
    } catch (tooLong) {
      element("p", ui.qr, "This plan is too long for a QR code. Shorten the notes.");
    }
  }

  function row(item, at) {
    var one = records.byCode[item.code];
    var name = one ? one.name : "Exercise number " + item.code;
    var made = element("li", ui.list, "", { class: "plan-row-item" });
    var head = element("div", made, "", { class: "plan-row-head" });
    var handle = element("span", head, "⠿", { class: "plan-handle", "aria-hidden": "true", title: "Drag to move" });
    dragged(handle, made);
    var title = element("h3", head, at + 1 + ". ");
    if (one) element("a", title, name, { href: page.root + "exercises/" + one.id + ".html" });
    else title.append(name);
    var acts = element("span", head, "", { class: "plan-row-acts" });
    var up = button(acts, "↑", function () { move(at, at - 1, "up"); }, { "aria-label": "Move up: " + name, "data-act": "up" });
    var down = button(acts, "↓", function () { move(at, at + 1, "down"); }, { "aria-label": "Move down: " + name, "data-act": "down" });
    up.disabled = at === 0;
    down.disabled = at === plan.items.length - 1;
    button(acts, "Remove", function () {
      change(function () { plan.items.splice(at, 1); }, name + " is removed. “Undo” brings it back.");
      ui.undo.focus();
    }, { "aria-label": "Remove " + name });
    if (one) {
      clashes(made, one);
      dose(made, one, item);
    } else {
      element("p", made, "This copy of the site doesn’t know it. It stays in the link as it is.", { class: "plan-warning" });
    }
    var label = element("label", made, "Note", { class: "plan-field plan-note" });
    var note = element("input", label, "", { type: "text", maxlength: coder.LONGEST.note, value: item.note, placeholder: "only as far as it feels easy", "aria-label": "Note for " + name, dir: "auto" });
    note.addEventListener("focus", remember);
    note.addEventListener("input", function () {
      item.note = note.value;
      refresh();
    });
    return made;
  }

  function dose(made, one, item) {
    var whole = records.dose(item);
    var box = element("div", made, "", { class: "plan-numbers", role: "group", "aria-label": "How much: " + one.name });
    var parts = records.PARTS.filter(function (part) { return part !== "reps" || one.own.reps; })
      .filter(function (part) { return part !== "hold" || one.own.hold || whole.hold || one.own.reps; });
    var fields = {};
    parts.forEach(function (part) {
      var limits = coder.DOSE[part];
      var least = (part === "reps" && !one.own.hold) || (part === "hold" && !one.own.reps) ? 1 : limits[1];
      var label = element("label", box, part === "hold" && one.lasts ? "Seconds" : LABELS[part]);
      fields[part] = element("input", label, "", { type: "number", inputmode: "numeric", min: least, max: limits[2], step: 1, value: whole[part], "aria-label": label.textContent + ": " + one.name });
      limit(fields[part], part, least, limits[2], label.textContent);
    });
    var wrong = element("p", made, "", { role: "status", class: "plan-wrong" });
    var words = element("p", made, "", { class: "plan-dose meta" });
    var text = element("span", words);
    var back = button(words, "Back to the dose of its page", function () {
      change(function () { item.dose = records.differing(one, one.own); }, one.name + ": the dose of its page.");
    }, { class: "plan-quiet" });
    told();

    function set(part, value) {
      whole[part] = value;
      if (!whole.reps && !whole.hold) {
        whole[part === "reps" ? "hold" : "reps"] = 1;
        if (fields[part === "reps" ? "hold" : "reps"]) fields[part === "reps" ? "hold" : "reps"].value = 1;
      }
      item.dose = records.differing(one, whole);
      told();
      refresh();
    }

    // Whoever comes to a number types over it. One that can't be is said and marked; the plan then keeps the
    // number that was there before.
    function limit(field, part, least, most, name) {
      var good = whole[part];
      var fresh = false;
      field.addEventListener("focus", function () {
        remember();
        good = whole[part];
        fresh = true;
        field.select();
      });
      // The click that led here would put the caret between the digits.
      field.addEventListener("click", function () {
        if (fresh) field.select();
        fresh = false;
      });
      field.addEventListener("keydown", function () { fresh = false; });
      field.addEventListener("input", function () {
        fresh = false;
        var value = field.value === "" ? NaN : Number(field.value);
        var fits = Number.isInteger(value) && value >= least && value <= most;
        set(part, fits ? value : good);
        if (fits || field.value === "" && !field.validity.badInput) clear(field);
        else mark(field, name, least, most, good);
      });
      field.addEventListener("change", function () {
        if (field.validity.valid && field.value !== "") good = whole[part];
        else mark(field, name, least, most, good);
      });
    }

    function mark(field, name, least, most, good) {
      field.setAttribute("aria-invalid", "true");
      field.dataset.wrong = name + ": " + least + " to " + most + ". The plan keeps " + good + ".";
      complain();
    }

    function complain() {
      var all = Array.from(box.querySelectorAll("[aria-invalid]"));
      wrong.textContent = all.map(function (field) { return field.dataset.wrong; }).join(" ");
    }

    function clear(field) {
      if (!field.hasAttribute("aria-invalid")) return;
      field.removeAttribute("aria-invalid");
      complain();
    }

    function told() {
      text.textContent = records.line(one, whole) + ". ";
      back.hidden = records.same(whole, one.own);
    }
  }

  function clashes(made, one) {
    records.cautions(one).filter(function (row) { return concerns.indexOf(row.concern) >= 0; }).forEach(function (row) {
      var line = element("p", made, "", { class: "plan-warning plan-clash", "data-advice": row.advice });
      element("strong", line, ADVICE[row.advice] + ". ");
      line.append(row.text);
    });
  }

  function move(from, to, act) {
    var name = records.byCode[plan.items[from].code] ? records.byCode[plan.items[from].code].name : "It";
    change(function () { plan.items.splice(to, 0, plan.items.splice(from, 1)[0]); }, name + " is now number " + (to + 1) + " of " + plan.items.length + ".");
    if (!act) return;
    var same = ui.rows[to].querySelector("[data-act=" + act + "]");
    (same.disabled ? ui.rows[to].querySelector("[data-act]:not(:disabled)") : same).focus();
  }

  // With a mouse or a finger on the handle; the buttons do the same for keys.
  function dragged(handle, made) {
    handle.addEventListener("pointerdown", function (event) {
      if (event.button) return;
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      made.classList.add("plan-dragged");
      var from = ui.rows.indexOf(made);
      // The neighbors move round the row: a row that leaves its place would lose the pointer.
      function follow(moved) {
        if (moved.clientY > innerHeight - 60) scrollBy(0, 15);
        if (moved.clientY < 110) scrollBy(0, -15);
        for (var next = made.nextElementSibling; next && moved.clientY > middle(next); next = made.nextElementSibling) ui.list.insertBefore(next, made);
        for (var last = made.previousElementSibling; last && moved.clientY < middle(last); last = made.previousElementSibling) made.after(last);
      }
      function middle(one) {
        var box = one.getBoundingClientRect();
        return box.top + box.height / 2;
      }
      function drop() {
        handle.removeEventListener("pointermove", follow);
        made.classList.remove("plan-dragged");
        var to = Array.from(ui.list.children).indexOf(made);
        if (to !== from) move(from, to);
      }
      handle.addEventListener("pointermove", follow);
      handle.addEventListener("lostpointercapture", drop, { once: true });
    });
  }

  function undo() {
    if (!before.length) return;
    var now = JSON.stringify(plan);
    var last = before.pop();
    while (last === now && before.length) last = before.pop();
    plan = JSON.parse(last);
    draw();
    say(last === now ? "There is nothing more to undo." : "Undone. The plan has " + number(plan.items.length) + ".");
    if (ui.undo.hidden) ui.status.focus();
  }

  return {
    draft: draft,
    show: show,
    add: function (ids) {
      add(ids);
      toPlan();
    },
    // Take over a plan, to change it.
    open: function (found) {
      remember();
      plan = coder.clean(found);
      keep();
    },
    offer: function (id) {
      var at = records.data.programs.findIndex(function (one) { return one.id === id; });
      ui.starter.open = true;
      if (at < 0) say("“" + id.slice(0, 60) + "” is not in the list of programs here.");
      else ui.programs.value = at + "/0";
      // A page that has just been opened takes the focus away once more, for its anchor.
      if (document.readyState === "complete") ui.programs.focus();
      else window.addEventListener("load", function () { setTimeout(function () { ui.programs.focus(); }); });
    },
  };
})();
