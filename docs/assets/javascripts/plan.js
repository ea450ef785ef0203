// Which face the page shows: what stands after “#” decides.
(function () {
  "use strict";
  var Plan = window.Plan;
  var article = Plan.page.app.closest("article");
  var heading = article.querySelector("h1");
  var own = { heading: heading.firstChild.textContent, title: document.title };

  function face(following, title) {
    article.classList.toggle("plan-followed", following);
    heading.firstChild.textContent = title || own.heading;
    document.title = title ? title + " - " + own.title : own.title;
  }

  function building(said, wrong) {
    face(false);
    Plan.build.show(said, wrong);
  }

  // A part of a link, as it was before a browser or a mail program escaped it.
  function unescaped(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  // The address forgets what has been done, so that loading again doesn't do it twice.
  function settle(code) {
    try {
      history.replaceState(history.state, "", location.pathname + location.search + "#" + (code || "your-plan"));
    } catch (refused) { /* the address stays */ }
  }

  function place(hash) { return document.getElementById(hash) || document.getElementById(unescaped(hash)); }

  function route() {
    var hash = location.hash.slice(1);
    var asked = /^(add|program)=([^]*)$/.exec(unescaped(hash));
    var found = asked ? null : Plan.code.decode("#" + hash);
    if (asked) {
      building();
      settle();
      if (asked[1] === "add") Plan.build.add(asked[2].split(/[|,]/));
      else Plan.build.offer(asked[2]);
    } else if (found && found.plan) {
      face(true, found.plan.title || "My exercise plan");
      var code = found.whole ? Plan.code.encode(found.plan) : hash;
      if (code !== hash) settle(code); // mended
      Plan.follow.show(code, found);
      scrollTo(0, 0);
    } else if (found) {
      building("This link was made by a newer version of the site. Open it on the newest site, or ask for it again.", true);
      scrollTo(0, 0);
    } else {
      if (document.querySelector(".plan-follow") && hash && place(hash)) return;
      if (!document.querySelector(".plan-build")) building();
      if (!hash || place(hash)) return; // a part of this page
      building("This link can’t be read. Ask for it again.", true);
      scrollTo(0, 0);
    }
  }

  Plan.change = function (plan) {
    Plan.build.open(plan);
    building("Change what you like: the link at the end is a new one. The old link stays as it was.");
    settle();
    scrollTo(0, 0);
  };

  var list = document.getElementById("all-exercises");
  if (list) list.remove(); // the search does it better
  Plan.build.draft();
  window.addEventListener("hashchange", route);
  route();
})();
