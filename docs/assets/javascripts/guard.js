// Without ResizeObserver (browsers before 2020) the theme would load a stand-in from a public server.
// Nothing here may leave the site, so such browsers get one that does nothing.
window.ResizeObserver = window.ResizeObserver || (function () {
  function Nothing() {}
  Nothing.prototype.observe = Nothing.prototype.unobserve = Nothing.prototype.disconnect = function () {};
  return Nothing;
})();

// Over http the theme would fetch its search index, the largest file of the site, and build it anew on every page.
// It waits until the reader goes to the search field, as from a disk.
(function () {
  "use strict";

  const { open, send } = XMLHttpRequest.prototype;
  const asked = new WeakMap();

  XMLHttpRequest.prototype.open = function (method, url) {
    asked.set(this, String(url));
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function () {
    if (!asked.get(this).endsWith("/search/search_index.json")) return send.apply(this, arguments);
    const begin = (event) => {
      if (event.target.name !== "query") return;
      document.removeEventListener("focusin", begin);
      send.apply(this, arguments);
    };
    document.addEventListener("focusin", begin);
  };
})();
