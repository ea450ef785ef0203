// Small things that the scripts of the plan page share: elements, the link, its QR code.
window.Plan = window.Plan || {};
window.exports = window.exports || {}; // where the vendored lean-qr, loaded next, puts what it offers
window.Plan.page = (function () {
  "use strict";
  var app = document.getElementById("plan-app");

  // Texts go in as text, never as HTML: titles and notes come from links.
  function element(name, parent, text, attributes) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (parent) parent.append(made);
    return made;
  }

  function button(parent, text, act, attributes) {
    var made = element("button", parent, text, Object.assign({ type: "button" }, attributes));
    made.addEventListener("click", act);
    return made;
  }

  function here() { return location.href.replace(/#.*$/, ""); }

  // Where this page is on the web; nothing where only a copy on a disk is known.
  function published() {
    if (/^https?:$/.test(location.protocol)) return here();
    var canonical = document.querySelector("link[rel=canonical]");
    return canonical && !/^https?:\/\/[^/]*\.example\//.test(canonical.href) ? canonical.href : null;
  }

  function link(code) { return (published() || here()) + "#" + code; }

  // A QR code as an SVG; the link, or the code alone where there is no address that another device could open.
  function qr(parent, code) {
    var text = published() ? link(code) : "#" + code;
    var dots = window.exports.generate(text);
    var path = "";
    for (var y = 0; y < dots.size; y += 1) {
      for (var x = 0; x < dots.size; x += 1) if (dots.get(x, y)) path += "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z";
    }
    var size = dots.size + 8;
    var name = "http://www.w3.org/2000/svg";
    var svg = document.createElementNS(name, "svg");
    svg.setAttribute("viewBox", "0 0 " + size + " " + size);
    svg.setAttribute("class", "plan-qr");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "QR code of this plan");
    var ground = svg.appendChild(document.createElementNS(name, "rect"));
    ground.setAttribute("width", size);
    ground.setAttribute("height", size);
    ground.setAttribute("fill", "#fff");
    svg.appendChild(document.createElementNS(name, "path")).setAttribute("d", path);
    parent.append(svg);
    return text;
  }

  function save(name, type, text) {
    var address = URL.createObjectURL(new Blob([text], { type: type }));
    var made = element("a", document.body, "", { href: address, download: name, hidden: "" });
    made.click();
    made.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  }

  return {
    app: app, root: app.dataset.root, element: element, button: button, published: published, here: here, link: link,
    qr: qr, save: save,
  };
})();
