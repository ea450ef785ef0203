// Without ResizeObserver (browsers before 2020) the theme would load a stand-in from a public server.
// Nothing here may leave the site, so such browsers get one that does nothing.
window.ResizeObserver = window.ResizeObserver || (function () {
  function Nothing() {}
  Nothing.prototype.observe = Nothing.prototype.unobserve = Nothing.prototype.disconnect = function () {};
  return Nothing;
})();
