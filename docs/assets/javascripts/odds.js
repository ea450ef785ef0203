// What a result does to the odds: a slider for the chance before moves lines, words and tables.
// Odds after = odds before × likelihood ratio; macros/odds.py reckons and rounds the same way.
(function () {
  "use strict";
  var CHANCES = [0.1, 0.2, 0.5, 1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90];

  function after(percent, ratio) {
    return (100 * percent * ratio) / (percent * ratio + 100 - percent);
  }

  function shown(percent) {
    if (percent < 0.1) return "under 0.1";
    if (percent > 99) return "over 99";
    return percent < 1 ? percent.toFixed(1).replace(".0", "") : percent.toFixed(0);
  }

  // Without an interval nobody knows how sure the ratio is: tens say enough.
  function rough(percent) {
    if (percent < 5) return "under 10";
    if (percent >= 95) return "over 90";
    return "about " + 10 * Math.floor(percent / 10 + 0.5);
  }

  function point(node, percent) {
    var chance = after(percent, node.dataset.ratio);
    return node.dataset.low ? shown(chance) : rough(chance);
  }

  function chance(node, percent) {
    var data = node.dataset;
    var text = point(node, percent);
    if (!data.low) return text;
    return text + " (" + shown(after(percent, data.low)) + " to " + shown(after(percent, data.high)) + ")";
  }

  // Lines from a chance before; without one there are only the thin lines of the examples.
  function redraw(svg, percent) {
    var left = svg.dataset.left;
    var right = svg.dataset.right;
    function height(one) {
      var kept = Math.min(Math.max(one, 0.05), 99.95);
      return (svg.dataset.middle - svg.dataset.unit * Math.log(kept / (100 - kept))).toFixed(1);
    }
    svg.querySelectorAll("[data-ratio]").forEach(function (line) {
      var end = height(after(percent, line.dataset.ratio));
      line.setAttribute("d", percent ? "M" + left + " " + height(percent) + "L" + right + " " + end : "");
    });
    svg.querySelectorAll(".between").forEach(function (wedge) {
      var low = height(after(percent, wedge.dataset.low));
      var high = height(after(percent, wedge.dataset.high));
      wedge.setAttribute("d", percent ? "M" + left + " " + height(percent) + "L" + right + " " + low + "V" + high + "Z" : "");
    });
  }

  function element(name, parent, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  }

  // “5 of 100 before, 24 of 100 after”, or the lowest and the highest where there are several.
  function spoken(percent, results) {
    var all = results.slice().sort(function (a, b) { return a.dataset.ratio - b.dataset.ratio; });
    var low = point(all[0], percent);
    var high = point(all[all.length - 1], percent);
    return percent + " of 100 before, " + (low === high ? high : low + " to " + high) + " of 100 after";
  }

  document.querySelectorAll("div.odds").forEach(function (box) {
    var whole = box.classList.contains("all");
    var own = Number(box.dataset.percent) || null; // null: no chance before, or each row has its own
    var chances = CHANCES.concat(own && CHANCES.indexOf(own) < 0 ? [own] : []).sort(function (a, b) { return a - b; });
    if (!own) chances.unshift(null); // the first stop of the slider: nothing set
    var starts = Array.from(box.querySelectorAll("[data-before]"));
    var results = Array.from(box.querySelectorAll("b[data-ratio]"));
    var written = starts.concat(results).map(function (node) { return node.textContent; });
    var resting = own ? own + " of 100" : whole ? "each row’s own" : "not set";

    var stage = document.createElement("div");
    stage.className = "stage";
    var label = element("label", stage, "Chance before: ");
    var output = element("span", label); // an output would take the label for itself
    var slider = element("input", label);
    slider.type = "range";
    slider.min = 0;
    slider.max = chances.length - 1;
    var back = element("button", stage, whole ? "Each row’s own again" : own ? "Back to " + resting : "Set nothing again");
    back.type = "button";
    back.className = "play";

    function show() {
      var percent = chances[slider.value];
      var set = percent !== own;
      starts.concat(results).forEach(function (node, at) {
        var before = at < starts.length;
        node.textContent = !set ? written[at] : before ? percent : chance(node, percent);
      });
      box.querySelectorAll(".reckoned").forEach(function (words) { words.hidden = !percent; });
      box.querySelectorAll(".fagan svg").forEach(function (svg) { redraw(svg, percent); });
      box.classList.toggle("moved", set);
      slider.classList.toggle("unset", !percent);
      output.textContent = percent ? percent + " of 100" + (whole ? " in every row; read one question at a time" : "") : resting;
      slider.setAttribute("aria-valuetext", percent ? spoken(percent, results) : whole ? "each row’s own chance before" : resting);
      back.hidden = !set;
    }

    function rest() {
      slider.value = chances.indexOf(own);
      show();
    }

    slider.addEventListener("input", show);
    back.addEventListener("click", function () {
      rest();
      slider.focus();
    });
    rest();
    if (whole) box.prepend(stage);
    else box.querySelector(".start").after(stage);
  });
})();
