// The moving hip: a slider instead of the row of still pictures. Pictures load when it is first touched.
(function () {
  "use strict";
  var box = document.getElementById("hip");
  var still = box.querySelector(".frames");
  var rows = Array.from(box.querySelectorAll("tr[data-angle]"));
  var charts = Array.from(box.querySelectorAll("svg.chart"));
  var names = Array.from(box.querySelectorAll("thead th")).slice(1).map(function (cell) { return cell.textContent; });
  var frames = null;

  function element(name, parent, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  }

  function degrees(angle) {
    return String(angle).replace("-", "−") + "°";
  }

  var stage = document.createElement("div");
  stage.className = "stage";
  var picture = element("div", stage);
  picture.append(still.querySelectorAll("img")[1].cloneNode());
  var label = element("label", stage, "Bend the hip");
  var slider = element("input", label);
  var output = element("output", stage);
  slider.type = "range";
  slider.min = rows[0].dataset.angle;
  slider.max = rows[rows.length - 1].dataset.angle;
  slider.step = 10;
  slider.value = 20;
  var values = element("ul", stage);
  values.className = "values";

  function load() {
    if (frames) return;
    frames = Array.from(document.importNode(box.querySelector("template").content, true).querySelectorAll("img"));
    frames.forEach(function (frame) { frame.className = "waiting"; });
    picture.replaceChildren.apply(picture, frames);
  }

  function show() {
    var angle = slider.value;
    output.textContent = degrees(angle);
    slider.setAttribute("aria-valuetext", angle < 0 ? degrees(-angle) + " behind" : degrees(angle) + " bent");
    if (frames) {
      frames.forEach(function (frame) { frame.className = frame.dataset.angle === angle ? "" : "waiting"; });
    }
    var row = rows.find(function (one) { return one.dataset.angle === angle; });
    values.replaceChildren();
    row.querySelectorAll("td").forEach(function (cell, at) {
      var line = element("li", values, names[at] + ": " + cell.textContent);
      line.className = cell.dataset.muscle;
    });
    var share = (angle - slider.min) / (slider.max - slider.min);
    charts.forEach(function (chart) {
      var x = Number(chart.dataset.start) + share * (chart.dataset.end - chart.dataset.start);
      chart.querySelector(".marker").setAttribute("transform", "translate(" + x + ")");
    });
  }

  ["pointerdown", "focus", "keydown"].forEach(function (event) { slider.addEventListener(event, load); });
  slider.addEventListener("input", function () { load(); show(); });
  still.replaceWith(stage);
  show();
})();
