// Filters and sorts a list that reads without it. The choice stands in the address, so it can be sent.
//
// <form data-finds="list">     hidden until this runs
//   <fieldset data-key="goal" data-mode="any">  any: one of the ticked · none: leave out what has a ticked one
//     <label><input type="checkbox" value="strengthen"> … <span class="count"></span></label>
//   <select data-sort> <option value="longest" data-by="length" data-order="-1"> …   numbers in data-length
// <p data-found>               says how many are shown
// <ul id="list"><li data-goal="strengthen" data-level="2">…   values separated by |
//                              or a table: its rows, but those of the class “heading”
(function () {
  "use strict";

  document.querySelectorAll("form[data-finds]").forEach(function (form) {
    var list = document.getElementById(form.dataset.finds);
    var rows = Array.from(list.tagName === "TABLE" ? list.querySelectorAll("tbody > tr:not(.heading)") : list.children);
    var sets = Array.from(form.querySelectorAll("fieldset"));
    var boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
    var sort = form.querySelector("[data-sort]");
    var said = form.querySelector("[data-found]");
    var values = new Map(rows.map(function (row) {
      var found = {};
      sets.forEach(function (set) { found[set.dataset.key] = (row.dataset[set.dataset.key] || "").split("|"); });
      return [row, found];
    }));

    function ticked(set) {
      return boxes.filter(function (box) { return box.closest("fieldset") === set && box.checked; })
        .map(function (box) { return box.value; });
    }

    function fits(row, set, chosen) {
      if (!chosen.length) return true;
      var has = chosen.some(function (value) { return values.get(row)[set.dataset.key].includes(value); });
      return set.dataset.mode === "none" ? !has : has;
    }

    function show() {
      var chosen = new Map(sets.map(function (set) { return [set, ticked(set)]; }));
      var failing = new Map(rows.map(function (row) {
        return [row, sets.filter(function (set) { return !fits(row, set, chosen.get(set)); })];
      }));
      var shown = rows.filter(function (row) { return !failing.get(row).length; });
      rows.forEach(function (row) { row.hidden = failing.get(row).length > 0; });
      // What each choice would leave: the rows that only its own group of choices could hide.
      boxes.forEach(function (box) {
        var set = box.closest("fieldset");
        var left = rows.filter(function (row) {
          var others = failing.get(row).filter(function (one) { return one !== set; });
          var with_ = set.dataset.mode === "none" ? chosen.get(set).concat(box.value) : [box.value];
          return !others.length && fits(row, set, with_);
        }).length;
        box.parentNode.querySelector(".count").textContent = left;
        box.disabled = !left && !box.checked;
      });
      said.textContent = shown.length + " of " + rows.length;
      form.querySelector("[type=reset]").hidden = !boxes.some(function (box) { return box.checked; });
    }

    function arrange() {
      var option = sort.selectedOptions[0];
      var key = option.dataset.by;
      var order = Number(option.dataset.order);
      var sorted = rows.slice();
      if (key) sorted.sort(function (a, b) { return order * (Number(a.dataset[key]) - Number(b.dataset[key])); });
      sorted.forEach(function (row) { row.parentNode.append(row); }); // in a table: inside its group
    }

    function remember() {
      var parts = new URLSearchParams();
      sets.forEach(function (set) {
        var chosen = ticked(set);
        if (chosen.length) parts.set(set.dataset.key, chosen.join("|"));
      });
      if (sort.value) parts.set("sort", sort.value);
      history.replaceState(null, "", "#" + parts);
    }

    function recall() {
      var parts = new URLSearchParams(location.hash.slice(1));
      boxes.forEach(function (box) {
        box.checked = (parts.get(box.closest("fieldset").dataset.key) || "").split("|").includes(box.value);
      });
      var known = Array.from(sort.options).some(function (option) { return option.value === parts.get("sort"); });
      sort.value = known ? parts.get("sort") : "";
      arrange();
      show();
    }

    form.addEventListener("change", function (event) {
      if (event.target === sort) arrange();
      show();
      remember();
    });
    form.addEventListener("reset", function () {
      setTimeout(function () { arrange(); show(); remember(); });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("hashchange", recall);
    form.hidden = false;
    recall();
    if (innerWidth < 480) form.querySelectorAll("details").forEach(function (one, at) { one.open = at === 0; });
  });
})();
