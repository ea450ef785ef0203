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

  function chance(node, percent) {
    var data = node.dataset;
    var text = shown(after(percent, data.ratio));
    if (!data.low) return text;
    return text + " (" + shown(after(percent, data.low)) + " to " + shown(after(percent, data.high)) + ")";
  }

  function redraw(svg, percent) {
    var left = svg.dataset.left;
    var right = svg.dataset.right;
    function height(one) {
      var kept = Math.min(Math.max(one, 0.05), 99.95);
      return (svg.dataset.middle - svg.dataset.unit * Math.log(kept / (100 - kept))).toFixed(1);
    }
    svg.querySelectorAll("[data-ratio]").forEach(function (line) {
      line.setAttribute("d", "M" + left + " " + height(percent) + "L" + right + " " + height(after(percent, line.dataset.ratio)));
    });
    svg.querySelectorAll(".between").forEach(function (wedge) {
      var low = height(after(percent, wedge.dataset.low));
      var high = height(after(percent, wedge.dataset.high));
      wedge.setAttribute("d", "M" + left + " " + height(percent) + "L" + right + " " + low + "V" + high + "Z");
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
    var all = results.map(function (node) { return after(percent, node.dataset.ratio); });
    var low = shown(Math.min.apply(null, all));
    var high = shown(Math.max.apply(null, all));
    return percent + " of 100 before, " + (low === high ? high : low + " to " + high) + " of 100 after";
  }

  document.querySelectorAll("div.odds").forEach(function (box) {
    var whole = box.classList.contains("all");
    var own = Number(box.dataset.percent) || 10;
    var chances = CHANCES.concat(CHANCES.indexOf(own) < 0 ? [own] : []).sort(function (a, b) { return a - b; });
    var starts = Array.from(box.querySelectorAll("[data-before]"));
    var results = Array.from(box.querySelectorAll("b[data-ratio]"));
    var written = starts.concat(results).map(function (node) { return node.textContent; });

    var stage = document.createElement("div");
    stage.className = "stage";
    var label = element("label", stage, "Chance before: ");
    var output = element("span", label); // an output would take the label for itself
    var slider = element("input", label);
    slider.type = "range";
    slider.min = 0;
    slider.max = chances.length - 1;
    var back = element("button", stage, whole ? "Each row’s own again" : "Back to " + own + " of 100");
    back.type = "button";
    back.className = "play";

    function rest() {
      slider.value = chances.indexOf(own);
      starts.concat(results).forEach(function (node, at) { node.textContent = written[at]; });
      box.querySelectorAll("figure.fagan svg").forEach(function (svg) { redraw(svg, own); });
      box.classList.remove("moved");
      output.textContent = whole ? "each row’s own" : own + " of 100";
      slider.setAttribute("aria-valuetext", whole ? "each row’s own chance before" : spoken(own, results));
      back.hidden = true;
    }

    function show() {
      var percent = chances[slider.value];
      starts.forEach(function (node) { node.textContent = percent; });
      results.forEach(function (node) { node.textContent = chance(node, percent); });
      box.querySelectorAll("figure.fagan svg").forEach(function (svg) { redraw(svg, percent); });
      box.classList.add("moved");
      output.textContent = percent + " of 100" + (whole ? " in every row" : "");
      slider.setAttribute("aria-valuetext", spoken(percent, results));
      back.hidden = false;
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
