// Filters and sorts a list that reads without it. The choice stands in the address, so it can be sent.
//
// <form data-finds="list">     hidden until this runs
//   <fieldset data-key="goal" data-mode="any">  any: one of the ticked · none: leave out what has a ticked one
//     <label><input type="checkbox" value="strengthen"> … <span class="count"></span></label>
//   <select data-sort> <option value="longest" data-by="length" data-order="-1"> …   numbers in data-length
// <span data-found>            says how many are shown
// <span data-none>             shown when nothing is left
// <ul id="list"><li data-goal="strengthen" data-level="2">…   values separated by |
//                              or a table: its rows, but those of the class “heading”
(function () {
  "use strict";

  document.querySelectorAll("form[data-finds]").forEach(function (form) {
    var list = document.getElementById(form.dataset.finds);
    var rows = Array.from(list.tagName === "TABLE" ? list.querySelectorAll("tbody > tr:not(.heading)") : list.children);
    var parents = Array.from(new Set(rows.map(function (row) { return row.parentNode; })));
    var sort = form.querySelector("[data-sort]");
    var said = form.querySelector("[data-found]");
    var none = form.querySelector("[data-none]");
    var all = form.querySelector("[type=reset]");
    var order = "";

    // Each choice with the rows that it fits: worked out once, as the rows don't change.
    var sets = Array.from(form.querySelectorAll("fieldset"), function (set) {
      var values = rows.map(function (row) { return (row.dataset[set.dataset.key] || "").split("|"); });
      return {
        key: set.dataset.key,
        leavesOut: set.dataset.mode === "none",
        choices: Array.from(set.querySelectorAll("input[type=checkbox]"), function (box) {
          return {
            box: box,
            count: box.parentNode.querySelector(".count"),
            has: values.map(function (one) { return one.includes(box.value); })
          };
        })
      };
    });

    function ticked(set) { return set.choices.filter(function (choice) { return choice.box.checked; }); }

    function fits(set, chosen, at) {
      if (!chosen.length) return true;
      return chosen.some(function (choice) { return choice.has[at]; }) !== set.leavesOut;
    }

    function show() {
      var chosen = sets.map(ticked);
      // For each row: how many groups of choices hide it, and the last of them.
      var hiders = rows.map(function () { return 0; });
      var last = [];
      sets.forEach(function (set, one) {
        rows.forEach(function (row, at) {
          if (fits(set, chosen[one], at)) return;
          hiders[at] += 1;
          last[at] = set;
        });
      });
      rows.forEach(function (row, at) {
        if (row.hidden !== hiders[at] > 0) row.hidden = hiders[at] > 0;
      });
      // What each choice would leave: the rows that only its own group of choices could hide.
      sets.forEach(function (set, one) {
        set.choices.forEach(function (choice) {
          var tried = set.leavesOut ? chosen[one].concat(choice) : [choice];
          var left = rows.filter(function (row, at) {
            return (!hiders[at] || (hiders[at] === 1 && last[at] === set)) && fits(set, tried, at);
          }).length;
          if (choice.count.textContent !== String(left)) choice.count.textContent = left;
          choice.box.disabled = !left && !choice.box.checked;
        });
      });
      var shown = hiders.filter(function (many) { return !many; }).length;
      said.textContent = shown + " of " + rows.length;
      none.hidden = shown > 0;
      all.hidden = !chosen.some(function (some) { return some.length; });
    }

    function arrange() {
      if (sort.value === order) return;
      order = sort.value;
      var option = sort.selectedOptions[0];
      var sorted = rows;
      if (option.dataset.by) {
        var sign = Number(option.dataset.order);
        sorted = rows.map(function (row) { return [row, sign * Number(row.dataset[option.dataset.by])]; })
          .sort(function (a, b) { return a[1] - b[1]; })
          .map(function (pair) { return pair[0]; });
      }
      parents.forEach(function (parent) { // in a table: inside its group
        parent.append.apply(parent, sorted.filter(function (row) { return row.parentNode === parent; }));
      });
    }

    function remember() {
      var parts = new URLSearchParams();
      sets.forEach(function (set) {
        var chosen = ticked(set).map(function (choice) { return choice.box.value; });
        if (chosen.length) parts.set(set.key, chosen.join("|"));
      });
      if (sort.value) parts.set("sort", sort.value);
      history.replaceState(null, "", "#" + parts);
    }

    function recall() {
      var parts = new URLSearchParams(location.hash.slice(1));
      sets.forEach(function (set) {
        var wanted = (parts.get(set.key) || "").split("|");
        set.choices.forEach(function (choice) { choice.box.checked = wanted.includes(choice.box.value); });
      });
      var known = Array.from(sort.options).some(function (option) { return option.value === parts.get("sort"); });
      sort.value = known ? parts.get("sort") : "";
      arrange();
      show();
    }

    form.addEventListener("change", function (event) {
      if (event.target === sort) arrange();
      else show();
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
