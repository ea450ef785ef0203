// Asks about warning signs one screen at a time. Texts come from the list on the page, rules from the table beside it
// (macros/triage.py): this script only looks up. The answers stand in the address and nowhere else.
//
// #where=back&who=adult&yes=fever&unsure=dvt&no=shingles,kidney&worse-no=fever&at=kidney&time=2026-11-21T10:36/2026-11-21T10:38
(function () {
  "use strict";

  var check = document.getElementById("red-flag-check");
  var list = document.getElementById("whole-list");
  var table = JSON.parse(check.querySelector("script").textContent);
  var title = document.getElementById("question");
  var body = check.querySelector("[data-body]");
  var progress = check.querySelector("[data-progress]");
  var back = check.querySelector("[data-back]");
  var trouble = check.querySelector(".trouble");
  var REPLIES = { yes: "Yes", no: "No", unsure: "Not sure" };
  var openedForPaper = [];
  var START = {
    where: { title: "Where does it hurt?", values: { back: "Back", hip: "Hip or groin", both: "Both" } },
    who: { title: "Who is it about?",
      values: { adult: "A grown-up", child: "Somebody under 18", pregnant: "Somebody pregnant, or who gave birth in the last 6 weeks" } }
  };
  var state;

  // What the list on the page says

  function entry(flag) { return list.querySelector('[data-flag="' + flag + '"]'); }
  function nameOf(flag) { return entry(flag).dataset.name; }
  function section(level) { return list.querySelector('[data-urgency="' + table.levels[level].id + '"]'); }

  // A copy for a second place on the page: without ids and, in questions, without marks of sources.
  function copy(node, plain) {
    var made = node.cloneNode(true);
    made.querySelectorAll("[id]").forEach(function (one) { one.removeAttribute("id"); });
    if (plain) {
      made.querySelectorAll("sup").forEach(function (one) { one.remove(); });
      made.querySelectorAll("a").forEach(function (one) { one.replaceWith(one.textContent); });
    }
    return made;
  }

  function points(flag) {
    return Array.from(entry(flag).querySelectorAll(".asked li"), function (one) {
      var words = one.textContent.trim();
      return words.charAt(0).toLowerCase() + words.slice(1);
    }).join("; ");
  }

  function say(which) { return copy(list.querySelector('[data-say="' + which + '"]')); }

  function make(tag, text, kind) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function button(text, act, kind) {
    var made = make("button", text, kind);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // Rules: looked up. A word from the address counts only if the table itself has it (“constructor” is no answer).
  function has(words, word) { return Object.prototype.hasOwnProperty.call(words, word); }

  function counts(flag) { return table.counts[table.flags.indexOf(flag)]; }
  function hasWorse(flag) { return Object.keys(counts(flag)).some(function (way) { return way.includes("+"); }); }

  function level(flag) {
    var reply = state.replies[flag];
    var way = state.worse[flag] ? reply + "+" + state.worse[flag] : reply;
    return counts(flag)[way];
  }

  function screens() {
    return table.screens[state.where + " " + state.who].map(function (row) {
      return { title: table.titles[row[0]], full: row[1], flags: row.slice(2).map(function (at) { return table.flags[at]; }) };
    });
  }

  // Signs that count, most urgent first
  function found() {
    var all = [];
    screens().forEach(function (screen) {
      screen.flags.forEach(function (flag) {
        if (level(flag) !== undefined) all.push({ flag: flag, level: level(flag) });
      });
    });
    return all.map(function (one, at) { return [one, at]; })
      .sort(function (a, b) { return a[0].level - b[0].level || a[1] - b[1]; })
      .map(function (pair) { return pair[0]; });
  }

  // The address

  function empty() { return { where: "", who: "", replies: {}, worse: {}, at: "", time: [] }; }

  function now() {
    var date = new Date();
    return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  }

  function address() {
    var parts = [];
    ["where", "who"].forEach(function (key) { if (state[key]) parts.push(key + "=" + state[key]); });
    [["", state.replies], ["worse-", state.worse]].forEach(function (kind) {
      Object.keys(REPLIES).forEach(function (reply) {
        var flags = Object.keys(kind[1]).filter(function (flag) { return kind[1][flag] === reply; });
        if (flags.length) parts.push(kind[0] + reply + "=" + flags.join(","));
      });
    });
    if (state.at) parts.push("at=" + state.at);
    if (state.time.length) parts.push("time=" + state.time.join("/"));
    return "#" + parts.join("&");
  }

  // Reads the address; what can't be read is left out, and said.
  function recall() {
    var hash = location.hash.slice(1);
    if (hash && !hash.includes("=") && document.getElementById(hash)) {
      if (!state) state = empty();
      return;
    }
    state = empty();
    var broken = hash !== "" && !hash.includes("=");
    new URLSearchParams(hash).forEach(function (value, key) {
      var kind = key.startsWith("worse-") ? "worse" : "replies";
      var reply = key.replace("worse-", "");
      if (has(START, key) && has(START[key].values, value) && !state[key]) state[key] = value;
      else if (key === "at" && table.flags.includes(value)) state.at = value;
      else if (key === "time" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(\/\d{4}-\d\d-\d\dT\d\d:\d\d)?$/.test(value)) state.time = value.split("/");
      else if (has(REPLIES, reply)) {
        value.split(",").forEach(function (flag) {
          if (!table.flags.includes(flag)) broken = true;
          else if (state[kind][flag] && state[kind][flag] !== reply) {
            broken = true;
            state[kind][flag] = "yes"; // two answers to one question: the careful one
          } else state[kind][flag] = reply;
        });
      } else broken = true;
    });
    Object.keys(state.worse).forEach(function (flag) {
      if (!hasWorse(flag) || !["yes", "unsure"].includes(state.replies[flag])) {
        delete state.worse[flag];
        broken = true;
      }
    });
    if (state.where && state.who) {
      var asked = screens().reduce(function (all, screen) { return all.concat(screen.flags); }, []);
      Object.keys(state.replies).forEach(function (flag) {
        if (!asked.includes(flag)) {
          delete state.replies[flag];
          delete state.worse[flag];
          broken = true;
        }
      });
      if (state.at && !asked.includes(state.at)) state.at = "";
    }
    var kept = state.where || state.who || Object.keys(state.replies).length;
    trouble.textContent = !broken ? ""
      : kept ? "Part of the address could not be read. What could be read is kept; please look whether it is right."
        : "The answers in the address could not be read. The check starts anew.";
    trouble.hidden = !broken;
  }

  function change(act) {
    act();
    if (state.where && state.who) {
      if (Object.keys(state.replies).length) state.time = [state.time[0] || now(), now()];
    }
    history.pushState(null, "", address());
    trouble.hidden = true;
    show();
    title.focus();
  }

  function answer(flag, reply) {
    change(function () {
      state.replies[flag] = reply;
      delete state.worse[flag];
      state.at = "";
    });
  }

  function forget(flag) {
    delete state.replies[flag];
    delete state.worse[flag];
  }

  // Screens

  function show() {
    body.replaceChildren();
    progress.textContent = "";
    check.classList.remove("done");
    back.hidden = !state.where;
    back.parentNode.hidden = back.hidden;
    document.querySelectorAll(".needs-script").forEach(function (one) { one.hidden = Boolean(state.where); });
    if (!state.where) return ask("where");
    if (!state.who) return ask("who");
    var all = screens();
    var signs = found();
    if (signs.length && signs[0].level === 0) return result(signs);
    var at = all.findIndex(function (screen) { return screen.flags.some(open); });
    if (at < 0) return result(signs);
    progress.textContent = (at + 1) + " of " + all.length;
    var unsaid = all[at].flags.find(function (flag) { return state.replies[flag] && open(flag); });
    if (unsaid) return worse(unsaid);
    if (all[at].flags.includes(state.at)) return single(state.at);
    if (all[at].flags.length === 1) return single(all[at].flags[0]);
    return several(all[at]);
  }

  // Whether a sign still needs an answer
  function open(flag) {
    var reply = state.replies[flag];
    return !reply || (reply !== "no" && hasWorse(flag) && !state.worse[flag]);
  }

  function ask(key) {
    title.textContent = START[key].title;
    var row = make("div", "", "answers");
    Object.keys(START[key].values).forEach(function (value) {
      row.append(button(START[key].values[value], function () { change(function () { state[key] = value; }); }));
    });
    body.append(row);
  }

  function replies(act) {
    var row = make("div", "", "answers");
    ["yes", "no", "unsure"].forEach(function (reply) {
      row.append(button(REPLIES[reply], function () { act(reply); }));
    });
    body.append(row);
  }

  function hint(text) {
    var all = state.who === "child" ? text + " “You” means the child or teenager." : text;
    if (all) body.append(make("p", all.trim(), "meta"));
  }

  function single(flag) {
    title.textContent = nameOf(flag);
    body.append(copy(entry(flag).querySelector(".asked"), true));
    hint(counts(flag).unsure === undefined ? "" : "“Not sure” counts as yes here, because waiting could do harm.");
    replies(function (reply) { answer(flag, reply); });
  }

  function several(screen) {
    title.textContent = screen.title;
    hint("Tap each line that fits or might fit.");
    var rows = make("ul", "", "signs");
    screen.flags.forEach(function (flag) {
      var row = make("li");
      var tap = button(nameOf(flag), function () { change(function () { forget(flag); state.at = flag; }); });
      if (state.replies[flag]) tap.append(" ", make("b", REPLIES[state.replies[flag]]));
      row.append(tap);
      if (screen.full) row.append(make("p", points(flag), "meta"));
      rows.append(row);
    });
    body.append(rows);
    var some = screen.flags.some(function (flag) { return state.replies[flag]; });
    var rest = button(some ? "None of the others" : "None of these", function () {
      change(function () {
        screen.flags.forEach(function (flag) { if (!state.replies[flag]) state.replies[flag] = "no"; });
      });
    }, "main");
    body.append(rest);
  }

  function worse(flag) {
    title.textContent = "Is one of these true too?";
    var words = copy(entry(flag).querySelector(".worse span"), true).textContent;
    body.append(make("p", words.charAt(0).toUpperCase() + words.slice(1) + "."));
    body.append(make("p", "About: " + nameOf(flag), "meta"));
    replies(function (reply) { change(function () { state.worse[flag] = reply; }); });
  }

  function stepBack() {
    change(function () {
      if (!state.who) { state.where = ""; return; }
      if (state.at) { state.at = ""; return; }
      var answered = screens().filter(function (screen) {
        return screen.flags.some(function (flag) { return state.replies[flag]; });
      });
      var last = answered[answered.length - 1];
      if (!last) { state.who = ""; return; }
      var counting = last.flags.filter(function (flag) { return state.replies[flag] && state.replies[flag] !== "no"; });
      var said = last.flags.find(function (flag) { return state.worse[flag] && level(flag) === 0; });
      if (said) delete state.worse[said];
      else if (counting.length && last.flags.some(open)) forget(counting[counting.length - 1]);
      else if (found().length && found()[0].level === 0) forget(found()[0].flag);
      else last.flags.forEach(forget);
    });
  }

  // The result

  // What to do: as the list says, in an emergency without what it may be (that stands in the summary); when a second
  // sign makes it more urgent, what that level asks for, and why.
  function doThis(one) {
    var box = make("div");
    var parts = Array.from(copy(entry(one.flag).querySelector(".do")).children);
    if (one.level === 0) parts.splice(1);
    if (!(one.level < usual(one.flag))) {
      box.append.apply(box, parts);
      return box;
    }
    var why = copy(entry(one.flag).querySelector(".worse"));
    why.querySelector("strong").textContent = "Why so soon:";
    why.querySelector("span").prepend(state.worse[one.flag] === "yes" ? "you said yes to this too: " : "you said “not sure” to this: ");
    why.append(".");
    box.append(copy(section(one.level).querySelector(".level")), why);
    if (parts[1]) {
      parts[1].querySelector("strong").textContent = "What it may be without that:";
      box.append(parts[1]);
    }
    return box;
  }

  function usual(flag) { return counts(flag).yes; }

  function how(flag) {
    var said = REPLIES[state.replies[flag]].toLowerCase();
    return state.worse[flag] && state.worse[flag] !== "no" ? said + ", and worse: " + REPLIES[state.worse[flag]].toLowerCase() : said;
  }

  function doubt(one) {
    return state.replies[one.flag] === "unsure" || (state.worse[one.flag] === "unsure" && one.level < usual(one.flag));
  }

  function result(signs) {
    check.classList.add("done");
    var top = signs[0];
    var unsure = screens().reduce(function (all, screen) { return all.concat(screen.flags); }, []).filter(function (flag) {
      return state.replies[flag] === "unsure" && level(flag) === undefined;
    });
    if (top) {
      title.textContent = table.levels[top.level].name;
      var box = make("section", "", "urgent");
      box.dataset.urgency = table.levels[top.level].id;
      box.setAttribute("aria-labelledby", title.id);
      box.append(make("h3", nameOf(top.flag)), doThis(top));
      body.append(box);
      if (doubt(top)) body.append(make("p", "You said “not sure”. Here that counts as yes, because waiting could do harm. Was it a slip? Go back and change it."));
    } else {
      title.textContent = unsure.length ? "No yes, but something to mention" : "None of these signs: that is good news";
      if (state.who === "adult" && state.where !== "hip") body.append(say("calm-back"));
      if (state.who === "adult" && state.where !== "back") body.append(say("calm-hip"));
      body.append(say("no-yes"));
      if (state.who === "adult") body.append(say("next"));
    }
    if (signs.length > 1) {
      body.append(make("h3", "Your other answers that count"));
      signs.slice(1).forEach(function (one) {
        var other = make("details");
        other.append(make("summary", table.levels[one.level].name + ": " + nameOf(one.flag)), doThis(one));
        body.append(other);
      });
    }
    if (unsure.length) {
      body.append(make("h3", "Not sure: mention it"));
      var points = make("ul");
      unsure.forEach(function (flag) { points.append(make("li", nameOf(flag))); });
      body.append(make("p", "These need no haste. Mention them at your next visit, and answer again when you know more."), points);
    }
    if (state.who !== "adult") body.append(say(state.who));
    if (top && top.level > 0) {
      if (table.levels[top.level].urgent) body.append(say("until-seen"));
      body.append(make("p", "If it gets worse, or if you feel that something is badly wrong, do not wait: get help now."));
    }
    summary(signs, unsure);
    body.append(button("Start anew", function () { change(function () { state = empty(); }); }));
  }

  function summary(signs, unsure) {
    var asked = screens().reduce(function (all, screen) { return all.concat(screen.flags); }, []);
    var no = asked.filter(function (flag) { return state.replies[flag] === "no"; });
    var left = asked.length - no.length - signs.length - unsure.length;
    function maybe(flag) { return copy(entry(flag).querySelector(".do").children[1], true).textContent.trim(); }
    function line(flag) { return "- " + nameOf(flag) + " (" + entry(flag).dataset.term + "): " + how(flag); }
    var lines = ["Warning signs, step by step – " + check.ownerDocument.title.split(" - ").pop(),
      "Answered: " + (state.time.length ? state.time.join(" to ").replace(/T/g, " ") : "time not known"),
      "Pain: " + START.where.values[state.where].toLowerCase() + ". About: " + START.who.values[state.who].toLowerCase() + ".",
      "Result: " + (signs.length ? table.levels[signs[0].level].name : (unsure.length ? "no yes, some not sure" : "all answers no") + "; a serious cause is not ruled out")];
    table.levels.forEach(function (one, at) {
      var here = signs.filter(function (sign) { return sign.level === at; });
      if (here.length) lines.push("", one.name.toUpperCase(), here.map(function (sign) { return line(sign.flag) + (at ? "" : "\n  " + maybe(sign.flag)); }).join("\n"));
    });
    if (unsure.length) lines.push("", "NOT SURE", unsure.map(line).join("\n"));
    if (no.length) lines.push("", "NO", no.map(nameOf).join("; "));
    if (left > 0) lines.push("", "Not asked, because the check ended early: " + left + " signs");
    lines.push("", "A reader’s own answers, not a diagnosis. This check has not been tested in a study.");
    var text = make("pre", lines.join("\n"), "summary");
    text.tabIndex = 0;
    text.setAttribute("aria-label", "Summary to print or copy");
    var said = make("span", "");
    said.setAttribute("role", "status");
    var row = make("p", "", "tools");
    row.append(button("Copy", function () { copyText(text, said); }), " ", button("Print", function () { window.print(); }), " ", said);
    body.append(make("h3", "For whoever sees you"), text, row);
  }

  function copyText(node, said) {
    function done(worked) { said.textContent = worked ? "Copied." : "Copying is not possible here: mark the text and copy it."; }
    function byHand() {
      var range = document.createRange();
      range.selectNodeContents(node);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      done(document.execCommand("copy"));
    }
    if (navigator.clipboard) navigator.clipboard.writeText(node.textContent).then(function () { done(true); }, byHand);
    else byHand();
  }

  // On paper the whole result (the styles leave out the rest), and afterward the screen as it was.
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
  back.addEventListener("click", stepBack);
  list.open = location.hash.length > 1 && !location.hash.includes("=") && list.contains(document.getElementById(location.hash.slice(1)));
  check.hidden = false;
  recall();
  show();
  if (state.where) title.scrollIntoView();
})();
