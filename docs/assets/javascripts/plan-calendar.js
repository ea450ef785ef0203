// Reminders as a calendar file (RFC 5545). What falls on the same day is one event, so that no two overlap.
window.Plan = window.Plan || {};
window.Plan.calendar = (function () {
  "use strict";
  var records = window.Plan.records;
  var NAMES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  // Days spread over the week (our judgment), by how many there are.
  var DAYS = [[], [1], [1, 4], [1, 3, 5], [1, 2, 4, 6], [1, 2, 3, 5, 6], [1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6]];

  function escaped(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }

  // Lines of at most 75 octets; a character is never cut.
  function folded(line) {
    var bytes = new TextEncoder();
    var rows = [];
    var row = "";
    var size = 0;
    Array.from(line).forEach(function (sign) {
      var length = bytes.encode(sign).length;
      if (size + length > 75) {
        rows.push(row);
        row = " ";
        size = 1;
      }
      row += sign;
      size += length;
    });
    return rows.concat(row).join("\r\n");
  }

  function two(number) { return String(number).padStart(2, "0"); }

  function day(date) { return date.getFullYear() + two(date.getMonth() + 1) + two(date.getDate()); }

  function stamp(date) { return date.toISOString().replace(/[-:]|\.\d+/g, ""); }

  // choice: { time: "18:00", weeks: 6, now: Date }. Times float: the phone's own time, wherever it is.
  function file(plan, code, link, choice) {
    var known = plan.items.filter(function (item) { return records.byCode[item.code]; });
    var groups = Object.create(null); // by the places of what is due: { days, items }
    NAMES.forEach(function (_name, day) {
      var due = known.filter(function (item) { return DAYS[Math.min(records.dose(item).week, 7)].indexOf(day) >= 0; });
      if (!due.length) return;
      var key = due.map(function (item) { return known.indexOf(item); }).join();
      (groups[key] = groups[key] || { days: [], items: due }).days.push(day);
    });
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Iliopsoas & Back Pain//Plan//EN", "CALSCALE:GREGORIAN"];
    Object.keys(groups).forEach(function (key) {
      lines = lines.concat(event(groups[key].items, groups[key].days, plan, code, link, choice));
    });
    return lines.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n";
  }

  function event(items, days, plan, code, link, choice) {
    var first = new Date(choice.now.getFullYear(), choice.now.getMonth(), choice.now.getDate() + 1);
    while (days.indexOf(first.getDay()) < 0) first.setDate(first.getDate() + 1);
    var names = items.map(function (item) { return records.byCode[item.code].name; });
    var text = items.map(function (item) {
      var one = records.byCode[item.code];
      return one.name + ": " + records.line(one, records.dose(item)) + (item.note ? ". " + item.note : "");
    });
    return [
      "BEGIN:VEVENT",
      "UID:plan-" + code.slice(-3) + code.length + "-" + days.join("") + "-" + day(first) + "@iliopsoas",
      "DTSTAMP:" + stamp(choice.now),
      "DTSTART:" + day(first) + "T" + choice.time.replace(":", "") + "00",
      "DURATION:PT" + Math.max(5, records.total({ items: items })) + "M",
      "RRULE:FREQ=WEEKLY;BYDAY=" + days.map(function (one) { return NAMES[one]; }).join(",") + ";COUNT=" + days.length * choice.weeks,
      "SUMMARY:" + escaped((plan.title ? plan.title + ": " : "") + names.join(", ")),
      "DESCRIPTION:" + escaped(text.concat(link).join("\n")),
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:" + escaped(plan.title || "Exercises"),
      "TRIGGER:PT0M",
      "END:VALARM",
      "END:VEVENT",
    ];
  }

  return { file: file, folded: folded, DAYS: DAYS };
})();
