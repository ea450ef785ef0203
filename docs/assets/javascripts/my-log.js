// A log that never leaves the device: one entry a day in localStorage, a chart, files in and out.
(function () {
  "use strict";
  var KEY = "my-log";
  var SCALES = [["pain", "Pain"], ["stiffness", "Stiffness"], ["task", "My task"]];
  var box = document.getElementById("log");
  var log = { version: 1, task: "", days: {} };

  function read() {
    var text;
    try {
      text = localStorage.getItem(KEY);
    } catch (refused) {
      return say("This browser keeps nothing from this page, so the log can’t stay. Save it as a file before you leave.");
    }
    if (!text) return;
    try {
      log = checked(JSON.parse(text));
    } catch (broken) {
      localStorage.setItem(KEY + "-unreadable", text);
      say("The log on this device could not be read (" + broken.message + "). It is kept aside; a new one begins.");
    }
  }

  // What went wrong, or nothing.
  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(log));
    } catch (full) {
      return "This browser could not keep the change. Save the log as a file before you leave.";
    }
    return "";
  }

  // A log from storage or a file; throws an error that says what is wrong.
  function checked(found) {
    if (!found || found.version !== 1 || typeof found.days !== "object" || !found.days) throw new Error("not a log of this page");
    var days = Object.create(null); // a day can’t be taken for something that every object has
    Object.keys(found.days).forEach(function (day) {
      if (!isDay(day)) throw new Error("“" + day + "” is not a day");
      days[day] = checkedEntry(found.days[day], day);
    });
    return { version: 1, task: String(found.task || "").slice(0, 80), days: days };
  }

  function isDay(text) {
    var date = new Date(text + "T12:00");
    return /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(date) && date.getDate() === Number(text.slice(8));
  }

  function checkedEntry(found, day) {
    var entry = { done: String((found && found.done) || "").slice(0, 300) };
    SCALES.forEach(function (scale) {
      var value = found && found[scale[0]];
      if (value === null || value === undefined || value === "") return;
      if (!/^(10|[0-9])$/.test(String(value))) throw new Error(day + ": " + scale[1].toLowerCase() + " is “" + value + "”, expected 0 to 10");
      entry[scale[0]] = Number(value);
    });
    return entry;
  }

  function element(name, parent, text, attributes) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    parent.append(made);
    return made;
  }

  function labeled(parent, text, name, attributes) {
    var label = element("label", parent, text + " ");
    return element(name || "input", label, "", attributes);
  }

  function today() {
    var now = new Date();
    now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
    return now.toISOString().slice(0, 10);
  }

  function sorted() { return Object.keys(log.days).sort(); }

  box.replaceChildren();
  var form = element("form", box, "", { "aria-label": "Entry" });
  var task = labeled(form, "My task (what you want to be able to do)", "input", { type: "text", maxlength: 80, placeholder: "walk to the shop" });
  var day = labeled(form, "Day", "input", { type: "date", required: "" });
  var scales = {};
  SCALES.forEach(function (scale) {
    var name = scale[1] + (scale[0] === "task" ? ", 0 can’t, 10 as before" : ", 0 none, 10 worst");
    scales[scale[0]] = labeled(form, name, "input", { type: "number", min: 0, max: 10, step: 1, inputmode: "numeric" });
  });
  var done = labeled(form, "What I did", "input", { type: "text", maxlength: 300 });
  element("button", form, "Keep this day", { type: "submit" });
  var said = element("div", box, "", { class: "log-said" });
  var status = element("p", said, "", { role: "status" });
  var undo = element("button", said, "Undo", { type: "button" });
  undo.hidden = true;
  var chart = element("figure", box, "", { class: "plot" });
  var table = element("div", box);
  var files = element("div", box, "", { class: "log-files" });

  // `back`: what takes it back, for the button beside it.
  function say(text, back) {
    status.textContent = text;
    undo.hidden = !back;
    undo.onclick = back || null;
  }

  // The row of a day, or without one the heading of the page.
  function goTo(one) {
    var place = one ? table.querySelector('[data-day="' + one + '"]') : document.querySelector("article h1");
    place.tabIndex = -1;
    place.focus();
  }

  function remove(one) {
    var entry = log.days[one];
    var days = sorted().reverse();
    var at = days.indexOf(one);
    delete log.days[one];
    var trouble = keep();
    show();
    goTo(days[at + 1] || days[at - 1]);
    say(trouble || one + " is deleted.", function () {
      log.days[one] = entry;
      var trouble = keep();
      show();
      goTo(one);
      say(trouble || one + " is back.");
    });
  }

  function fill() {
    var entry = log.days[day.value] || { done: "" };
    SCALES.forEach(function (scale) { scales[scale[0]].value = entry[scale[0]] === undefined ? "" : entry[scale[0]]; });
    done.value = entry.done;
  }

  function show() {
    task.value = log.task;
    fill();
    showChart();
    showTable();
    files.hidden = false;
  }

  function showTable() {
    table.replaceChildren();
    var days = sorted().reverse();
    if (!days.length) {
      element("p", table, "Nothing yet. The first line is the hardest.");
      return;
    }
    var rows = element("table", table);
    var head = element("tr", element("thead", rows));
    ["Day"].concat(SCALES.map(function (scale) { return scale[1]; }), "What I did", "").forEach(function (name) { element("th", head, name, { scope: "col" }); });
    var body = element("tbody", rows);
    days.forEach(function (one) {
      var row = element("tr", body, "", { "data-day": one });
      element("th", row, one, { scope: "row" });
      SCALES.forEach(function (scale) { element("td", row, log.days[one][scale[0]] === undefined ? "–" : String(log.days[one][scale[0]]), { "data-name": scale[1] }); });
      element("td", row, log.days[one].done, { "data-name": "Did" });
      element("button", element("td", row), "Delete", { type: "button", "aria-label": "Delete " + one })
        .addEventListener("click", function () { remove(one); });
    });
  }

  function showChart() {
    chart.replaceChildren();
    var days = sorted().slice(-60);
    if (days.length < 2) return;
    var first = Date.parse(days[0]);
    var span = Math.max(Date.parse(days[days.length - 1]) - first, 1);
    var lines = SCALES.map(function (scale) {
      var points = days.filter(function (one) { return log.days[one][scale[0]] !== undefined; }).map(function (one) {
        return (30 + (Date.parse(one) - first) / span * 470).toFixed(1) + " " + (200 - log.days[one][scale[0]] * 18).toFixed(1);
      });
      return { key: scale[0], name: scale[1], points: points };
    });
    element("figcaption", chart, "Last " + days.length + " days written down, 0 to 10");
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "chart");
    svg.setAttribute("viewBox", "0 0 640 230");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Lines of pain, stiffness and task over time; the table below has the numbers.");
    function draw(name, attributes, parent, text) {
      var made = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
      if (text) made.textContent = text;
      (parent || svg).append(made);
      return made;
    }
    [0, 5, 10].forEach(function (value) {
      var y = 200 - value * 18;
      draw("path", { class: "grid", d: "M30 " + y + "H500" });
      draw("text", { x: 22, y: y + 7, "text-anchor": "end" }, svg, String(value));
    });
    var taken = [];
    lines.forEach(function (line) {
      if (!line.points.length) return;
      var group = draw("g", { class: "series log-" + line.key });
      draw("path", { d: "M" + line.points.join("L") + (line.points.length === 1 ? "h0.1" : "") }, group);
      var y = Number(line.points[line.points.length - 1].split(" ")[1]);
      while (taken.some(function (other) { return Math.abs(other - y) < 24; })) y += 24;
      taken.push(y);
      draw("text", { x: 508, y: y + 7 }, group, line.name);
    });
    chart.append(svg);
  }

  function download(name, type, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function csv() {
    var cell = function (value) {
      var text = value === undefined ? "" : String(value);
      return /[",\r\n]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
    };
    var rows = [["day"].concat(SCALES.map(function (scale) { return scale[0]; }), "done")];
    sorted().forEach(function (one) {
      var entry = log.days[one];
      rows.push([one].concat(SCALES.map(function (scale) { return entry[scale[0]]; }), entry.done));
    });
    return rows.map(function (row) { return row.map(cell).join(","); }).join("\r\n") + "\r\n";
  }

  function fromCsv(text) {
    var rest = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    var cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
    var rows = [[]];
    while (cell.lastIndex < rest.length) {
      var at = cell.lastIndex;
      var match = cell.exec(rest);
      if (!match) throw new Error("line " + rest.slice(0, at).split("\n").length + " has a stray quotation mark");
      rows[rows.length - 1].push(match[1] === undefined ? match[2] : match[1].replace(/""/g, "\""));
      if (match[3] === "\n") rows.push([]);
    }
    var head = rows.shift();
    if (head[0] !== "day") throw new Error("the first line must begin with “day”");
    var found = { version: 1, task: log.task, days: Object.create(null) };
    rows.filter(function (row) { return row.join(""); }).forEach(function (row) {
      var entry = Object.create(null);
      head.forEach(function (name, place) { entry[name] = row[place]; });
      found.days[row[0]] = entry;
    });
    return found;
  }

  function take(file) {
    file.text().then(function (text) {
      var found = checked(/\.csv$/i.test(file.name) ? fromCsv(text) : JSON.parse(text));
      var fresh = Object.keys(found.days).filter(function (one) { return !log.days[one]; });
      fresh.forEach(function (one) { log.days[one] = found.days[one]; });
      log.task = log.task || found.task;
      var trouble = keep();
      show();
      say(trouble || fresh.length + " days taken in, " + (Object.keys(found.days).length - fresh.length) + " left as they were here.");
    }).catch(function (wrong) {
      say("“" + file.name + "” could not be read: " + wrong.message + ". Nothing was changed.");
    });
  }

  element("button", files, "Save as a file", { type: "button" }).addEventListener("click", function () {
    download("my-log.json", "application/json", JSON.stringify(log, null, 1));
  });
  element("button", files, "Save as a table (CSV)", { type: "button" }).addEventListener("click", function () {
    download("my-log.csv", "text/csv", csv());
  });
  var load = labeled(files, "Load a file", "input", { type: "file", accept: ".json,.csv" });
  load.addEventListener("change", function () {
    if (load.files.length) take(load.files[0]);
    load.value = "";
  });
  var removing = element("button", files, "Delete everything", { type: "button" });
  removing.addEventListener("click", function () {
    if (removing.textContent === "Delete everything") {
      removing.textContent = "Really delete everything?";
      setTimeout(function () { removing.textContent = "Delete everything"; }, 6000);
      return;
    }
    log = { version: 1, task: "", days: {} };
    try {
      localStorage.removeItem(KEY);
      localStorage.removeItem(KEY + "-unreadable");
    } catch (refused) { /* nothing was kept */ }
    removing.textContent = "Delete everything";
    show();
    say("All is deleted.");
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var entry = { done: done.value };
    SCALES.forEach(function (scale) { entry[scale[0]] = scales[scale[0]].value; });
    log.task = task.value;
    log.days[day.value] = checkedEntry(entry, day.value);
    var trouble = keep();
    show();
    say(trouble || day.value + " is kept on this device.");
  });
  task.addEventListener("change", function () {
    log.task = task.value;
    var trouble = keep();
    if (trouble) say(trouble);
  });
  day.addEventListener("change", fill);

  day.value = today();
  read();
  show();
})();
