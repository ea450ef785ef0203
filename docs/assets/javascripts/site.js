// Small helps on top of pages that work without them.
(function () {
  "use strict";

  // A link to a closed block, or into one, opens it.
  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    if (target && target.closest("details")) target.scrollIntoView();
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();

  // The theme's search dialog has no name for screen readers.
  var search = document.querySelector("[data-md-component=search]");
  if (search) search.setAttribute("aria-label", "Search");
})();
