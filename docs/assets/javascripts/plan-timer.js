// A timer for one exercise or for the whole plan: holds and rests count down, repetitions wait for a tap.
window.Plan = window.Plan || {};
window.Plan.timer = (function () {
  "use strict";
  var records = window.Plan.records;
  var page = window.Plan.page;
  var READY = 5;
  var CHANGE = 5;

  function seconds(number) { return number === 1 ? "1 second" : number + " seconds"; }

  // What comes one after the other: { kind, label, detail, seconds } each; without seconds it waits for the reader.
  function phases(items) {
    var all = [];
    items.forEach(function (item, at) {
      var one = records.byCode[item.code];
      if (!one) return;
      var dose = records.dose(item);
      var mine = [{ kind: "intro", label: one.name, detail: records.line(one, dose), note: item.note }];
      var counted = dose.reps && !dose.hold && !one.lasts;
      if (!counted) mine.push({ kind: "ready", label: "Get ready", detail: "", seconds: READY });
      for (var set = 1; set <= dose.sets; set += 1) {
        var place = dose.sets > 1 ? "Set " + set + " of " + dose.sets : "";
        if (counted) {
          var times = dose.reps + (dose.reps === 1 ? " repetition" : " repetitions") + (one.sides ? " on each side" : "");
          mine.push({ kind: "count", label: times, detail: place });
        } else {
          holds(mine, one, dose, place);
        }
        if (set < dose.sets && dose.rest) mine.push({ kind: "rest", label: "Rest", detail: "Then set " + (set + 1) + " of " + dose.sets, seconds: dose.rest });
      }
      mine[mine.length - 1].last = true;
      mine.forEach(function (phase) { phase.at = at; });
      all = all.concat(mine);
    });
    return all;
  }

  function holds(mine, one, dose, place) {
    var times = one.lasts ? 1 : dose.reps || 1;
    (one.sides ? ["first side", "other side"] : [""]).forEach(function (side, turn) {
      if (turn) mine.push({ kind: "change", label: "Change sides", detail: place, seconds: CHANGE });
      for (var time = 1; time <= times; time += 1) {
        if (time > 1) mine.push({ kind: "change", label: "Let go", detail: "Then hold " + time + " of " + times, seconds: Math.max(2, Math.round(one.rep || 3)) });
        var words = [times > 1 ? time + " of " + times : "", place, side].filter(Boolean).join(" · ");
        mine.push({ kind: "work", label: one.lasts ? "Go" : "Hold", detail: words, seconds: dose.hold });
      }
    });
  }

  // items: of a plan. done(at): told when an exercise has been gone through.
  function open(items, done) {
    var all = phases(items);
    if (!all.length) return;
    var at = 0;
    var left = 0; // milliseconds
    var until = 0; // when the countdown ends; 0 while it stands still
    var shown = null;
    var sound = null;
    var lock = null;
    var opener = document.activeElement;
    var dialog = page.element("dialog", document.body, "", { class: "plan-timer md-typeset", "aria-labelledby": "plan-timer-name" });
    var top = page.element("p", dialog, "", { class: "plan-timer-top" });
    var name = page.element("span", top, "", { id: "plan-timer-name" });
    page.button(top, "Close", close);
    var see = page.element("div", dialog, "", { class: "plan-timer-see" });
    var picture = page.element("div", see, "", { class: "plan-timer-picture" });
    var steps = page.element("ol", see, "", { class: "plan-timer-steps", tabindex: "0", "aria-label": "Steps" });
    var act = page.element("div", dialog, "", { class: "plan-timer-act" });
    var label = page.element("p", act, "", { class: "plan-timer-label" });
    var digits = page.element("p", act, "", { class: "plan-timer-digits", role: "timer", "aria-live": "off" });
    var bar = page.element("progress", act, "", { max: 1, value: 0, "aria-hidden": "true" });
    var detail = page.element("p", act, "", { class: "plan-timer-detail" });
    var main = page.button(act, "", go, { class: "plan-main" });
    var row = page.element("p", act, "", { class: "plan-timer-row" });
    page.button(row, "Back", function () { to(Math.max(0, at - 1)); });
    page.button(row, "Next", next);
    var worked = {}; // exercises (by their place) of which a hold ran out, or that somebody said were done
    var noise = page.button(row, "Sound is off", toggle, { "aria-pressed": "false" });
    var spoken = page.element("p", dialog, "", { class: "plan-spoken", "aria-live": "assertive" });
    var ticking = setInterval(tick, 200);
    dialog.addEventListener("close", leave);
    document.addEventListener("visibilitychange", stayAwake);
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    stayAwake();
    to(0);
    main.focus();

    function stayAwake() {
      if (document.visibilityState !== "visible" || !navigator.wakeLock || !dialog.isConnected) return;
      navigator.wakeLock.request("screen").then(function (got) {
        lock = got;
        if (!dialog.isConnected) lock.release();
      }, function () { /* the screen may go dark */ });
    }

    function to(place) {
      at = place;
      var phase = all[at];
      var item = items[phase.at];
      var one = records.byCode[item.code];
      name.textContent = (items.length > 1 ? "Exercise " + (phase.at + 1) + " of " + items.length + ": " : "") + one.name;
      show(one, phase.kind);
      dialog.dataset.kind = phase.kind;
      label.textContent = phase.kind === "intro" ? "Ready when you are" : phase.label;
      detail.textContent = [phase.detail, phase.note].filter(Boolean).join(" · ");
      left = (phase.seconds || 0) * 1000;
      until = left ? Date.now() + left : 0;
      bar.hidden = digits.hidden = !left;
      speak([phase.kind === "intro" ? one.name : phase.label, left ? seconds(phase.seconds) : "", phase.detail, phase.note]);
      beep(phase.kind === "work" ? 880 : 520, 0.25);
      buttons();
      draw();
    }

    // One picture, large: the last one while something is held or repeated, else how it begins.
    function show(one, kind) {
      var frames = records.frames(one);
      var frame = frames[kind === "work" || kind === "count" ? frames.length - 1 : 0];
      picture.replaceChildren();
      if (frame) page.element("img", picture, "", { src: page.root + frame[0], alt: frame[1], width: 640, height: 480 });
      if (shown === one) return;
      shown = one;
      steps.replaceChildren();
      one.steps.forEach(function (step) { page.element("li", steps, step); });
      steps.scrollTop = 0;
    }

    function speak(parts) { spoken.textContent = parts.filter(Boolean).join(". "); }

    function buttons() {
      var phase = all[at];
      if (!phase) main.textContent = "Close";
      else if (!phase.seconds) main.textContent = phase.kind === "intro" ? "Begin" : "Done";
      else main.textContent = until ? "Pause" : "Go on";
    }

    function go() {
      var phase = all[at];
      if (!phase) return close();
      if (!phase.seconds) {
        if (phase.kind === "count") worked[phase.at] = true;
        return next();
      }
      if (until) {
        left = Math.max(0, until - Date.now());
        until = 0;
        speak(["Paused"]);
      } else {
        until = Date.now() + left;
        speak(["Going on"]);
      }
      buttons();
    }

    function next() {
      if (!all[at]) return;
      if (all[at].last && worked[all[at].at]) done(all[at].at);
      if (at + 1 < all.length) return to(at + 1);
      at = all.length;
      until = 0;
      dialog.dataset.kind = "end";
      label.textContent = "That’s all for now";
      detail.textContent = "How was it? What counts is how you feel tomorrow morning.";
      bar.hidden = digits.hidden = true;
      row.hidden = see.hidden = true;
      speak([label.textContent, detail.textContent]);
      beep(660, 0.6);
      buttons();
    }

    function tick() {
      if (!until) return;
      var before = Math.ceil(left / 1000);
      left = until - Date.now();
      if (left <= 0) {
        if (all[at].kind === "work") worked[all[at].at] = true;
        return next();
      }
      var now = Math.ceil(left / 1000);
      if (now !== before) {
        draw();
        if (now <= 3) beep(440, 0.08);
      }
    }

    function draw() {
      var phase = all[at];
      if (!phase || !phase.seconds) return;
      var whole = Math.ceil(left / 1000);
      digits.textContent = whole < 60 ? String(whole) : Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
      bar.value = 1 - left / (phase.seconds * 1000);
    }

    function toggle() {
      if (sound) {
        sound.close();
        sound = null;
      } else {
        var Audio = window.AudioContext || window.webkitAudioContext;
        if (Audio) sound = new Audio();
      }
      noise.textContent = sound ? "Sound is on" : "Sound is off";
      noise.setAttribute("aria-pressed", String(Boolean(sound)));
      beep(880, 0.15);
    }

    function beep(pitch, length) {
      if (!sound) return;
      var tone = sound.createOscillator();
      var volume = sound.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.2, sound.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + length);
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + length);
    }

    function close() {
      if (dialog.close && dialog.open) dialog.close();
      else leave();
    }

    function leave() {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", stayAwake);
      if (lock) lock.release();
      if (sound) sound.close();
      dialog.remove();
      if (opener && opener.isConnected) opener.focus();
    }
  }

  return { phases: phases, open: open };
})();
