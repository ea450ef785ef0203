// What the page knows of exercises, and doses in words as macros/exercises.py says them.
window.Plan = window.Plan || {};
window.Plan.records = (function () {
  "use strict";
  var PARTS = ["sets", "reps", "hold", "rest", "week"];
  var data = JSON.parse(document.getElementById("plan-data").textContent);
  var byCode = Object.create(null); // no names but those put in: ids come from links
  var byId = Object.create(null);
  data.exercises.forEach(function (one) {
    one.own = named(one.dose);
    one.linked = one.linked ? named(one.linked) : one.own;
    byCode[one.code] = byId[one.id] = one;
  });
  var gone = Object.create(null);
  data.gone.forEach(function (pair) { gone[pair[0]] = pair[1]; });

  function named(numbers) {
    var dose = {};
    PARTS.forEach(function (part, at) { dose[part] = numbers[at]; });
    return dose;
  }

  // The whole dose of an item of a plan: what links are counted from, with what differs.
  function dose(item) {
    var one = byCode[item.code];
    return Object.assign({}, one && one.linked, item.dose);
  }

  // The other way: what of a whole dose has to stand in the link.
  function differing(one, whole) {
    var found = {};
    PARTS.forEach(function (part) { if (whole[part] !== one.linked[part]) found[part] = whole[part]; });
    return found;
  }

  function same(first, second) { return PARTS.every(function (part) { return first[part] === second[part]; }); }

  function duration(seconds) {
    var minutes = Math.floor(seconds / 60);
    var rest = seconds % 60;
    return [minutes ? minutes + " min" : "", rest ? rest + " s" : ""].filter(Boolean).join(" ");
  }

  // “3 sets of 10 on each side”
  function amount(one, whole) {
    var side = one.sides ? " on each side" : "";
    var what;
    if (one.lasts) what = duration(whole.hold);
    else if (whole.reps && whole.hold) what = whole.reps + ", held " + duration(whole.hold) + " each";
    else if (whole.reps) what = String(whole.reps);
    else what = duration(whole.hold) + " held";
    if (whole.sets === 1) return what + side;
    return whole.sets + (one.lasts || !whole.reps ? " times " : " sets of ") + what + side;
  }

  function often(whole) { return whole.week + (whole.week === 1 ? " time" : " times") + " a week"; }

  function rests(one, whole) { return whole.rest > 0 && (whole.sets > 1 || one.sides); }

  // All in one line, for the builder and the calendar.
  function line(one, whole) {
    var words = amount(one, whole);
    return words[0].toUpperCase() + words.slice(1) + ", " + often(whole);
  }

  // Whole minutes a session takes, as macros/models/exercise.py reckons.
  function minutes(one, whole) {
    var work = one.lasts ? whole.hold : (whole.reps || 1) * ((one.rep || 0) + whole.hold);
    return Math.max(1, Math.ceil((whole.sets * (one.sides ? 2 : 1) * work + (whole.sets - 1) * whole.rest) / 60));
  }

  function total(plan) {
    return plan.items.reduce(function (sum, item) {
      var one = byCode[item.code];
      return sum + (one ? minutes(one, dose(item)) : 0);
    }, 0);
  }

  // { concern, advice, text } each, strictest first.
  function cautions(one) {
    var order = ["leave out", "ask first", "adapt"];
    return (one.cautions || []).map(function (row) {
      var found = typeof row === "number" ? data.cautions[row] : row;
      return { concern: found[0], advice: found[1], text: found[2] };
    }).sort(function (a, b) { return order.indexOf(a.advice) - order.indexOf(b.advice); });
  }

  // The same in a few words for paper: { advice: [who], … } and whole sentences that name nobody.
  function cautionsInShort(one) {
    var found = { "leave out": [], "ask first": [], adapt: [], said: [] };
    cautions(one).forEach(function (row) {
      var end = row.text.indexOf(":");
      var list = end > 0 ? found[row.advice] : found.said;
      var words = end > 0 ? row.text.slice(0, end) : row.text;
      if (list.indexOf(words) < 0) list.push(words);
    });
    return found;
  }

  // [address from the root of the site, caption] of each picture.
  function frames(one) {
    return (one.frames || []).map(function (frame, at) {
      var caption = (frame[0] ? "Step " + frame[0] : "Start") + (frame[1] ? ". " + frame[1] : "");
      return ["assets/figures/" + (frame[2] || "exercises/" + one.id + "-" + (at + 1) + ".webp"), caption];
    });
  }

  return {
    PARTS: PARTS, data: data, byCode: byCode, byId: byId, gone: gone, dose: dose, differing: differing, same: same,
    duration: duration, amount: amount, often: often, rests: rests, line: line, minutes: minutes, total: total,
    cautions: cautions, cautionsInShort: cautionsInShort, frames: frames,
  };
})();
