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

  function building(said) {
    face(false);
    Plan.build.show(said);
  }

  // The address forgets what has been done, so that loading again doesn't do it twice.
  function settle() {
    try {
      history.replaceState(history.state, "", location.pathname + location.search + "#your-plan");
    } catch (refused) { /* the address stays */ }
  }

  function route() {
    var hash = location.hash.slice(1);
    var asked = /^(add|program)=([a-z0-9-]+)$/.exec(hash);
    var found = Plan.code.decode("#" + hash);
    if (asked) {
      building();
      settle();
      if (asked[1] === "add") Plan.build.add(asked[2]);
      else Plan.build.offer(asked[2]);
    } else if (found && found.plan) {
      face(true, found.plan.title || "My exercise plan");
      Plan.follow.show(found.whole ? Plan.code.encode(found.plan) : hash, found);
      scrollTo(0, 0);
    } else if (found) {
      building("This link was made by a newer version of the site. Open it on the newest site, or ask for it again.");
    } else if (!document.querySelector(".plan-build")) {
      building();
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
