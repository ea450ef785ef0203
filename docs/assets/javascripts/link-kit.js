// Copies the address of a page or of a section, its citation, a text for a message; keeps closed blocks off paper.
(function () {
  "use strict";

  // The theme opens every block before it prints, and closes it afterward. The style of paper leaves out those that are
  // closed on the screen: marked before the theme hears of it (capture). A check opens its own blocks.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (block) {
      if (!block.closest(".check")) block.classList.add("closed");
    });
  }, true);
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details.closed").forEach(function (block) { block.classList.remove("closed"); });
  });

  var kit = document.querySelector(".kit");
  if (!kit) return;
  var address = kit.querySelector("[data-copy]").textContent;

  var said = document.createElement("div");
  said.setAttribute("role", "status");
  said.className = "copied";
  var silence = 0;
  function say(words, place) {
    clearTimeout(silence);
    place.after(said);
    said.textContent = words;
    silence = setTimeout(function () { said.textContent = ""; }, 4000);
  }

  // Older browsers, and pages that the browser doesn't trust with the clipboard.
  function copyOldWay(text) {
    var field = document.createElement("textarea");
    var before = document.activeElement;
    field.value = text;
    field.className = "copying";
    document.body.append(field);
    field.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (refused) {
      // the text stays selectable
    }
    field.remove();
    if (before) before.focus({ preventScroll: true });
    return done;
  }
  function copy(text, words, place) {
    function otherwise() {
      say(copyOldWay(text) ? words : "This browser doesn’t let us copy: select the text.", place);
    }
    if (!navigator.clipboard) return otherwise();
    navigator.clipboard.writeText(text).then(function () { say(words, place); }, otherwise);
  }

  function button(name, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    made.addEventListener("click", act);
    return made;
  }

  // The sign beside a heading goes to the section, as ever, and takes its address along.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.headerlink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    copy(address + link.hash, "Link to this section copied.", link);
  });

  // Whoever opens the block gets buttons, and the sections to choose from.
  function equip() {
    kit.querySelectorAll("[data-copy]").forEach(function (text) {
      var name = text.previousElementSibling.textContent;
      var made = button("Copy", function () { copy(text.textContent, "Copied.", made); });
      made.setAttribute("aria-label", "Copy: " + name);
      text.after(made);
    });

    // The section that the reader came to or is at, among those with an address.
    var headings = document.querySelectorAll("article h2[id], article h3[id]");
    if (headings.length) {
      var choice = document.createElement("select");
      choice.setAttribute("aria-label", "Section");
      headings.forEach(function (heading) {
        var option = document.createElement("option");
        option.value = heading.id;
        option.textContent = (heading.tagName === "H3" ? "– " : "") + heading.firstChild.textContent.trim();
        option.selected = location.hash === "#" + heading.id;
        choice.append(option);
      });
      var row = document.createElement("div");
      var name = document.createElement("b");
      name.textContent = "One section";
      var made = button("Copy", function () { copy(address + "#" + choice.value, "Copied.", made); });
      made.setAttribute("aria-label", "Copy: link to this section");
      row.append(name, choice, made);
      kit.querySelector("[data-copy]").parentElement.after(row);
    }
    kit.append(button("Print this page", function () { window.print(); }));
  }
  kit.querySelector("summary").addEventListener("click", equip, { once: true });
})();
