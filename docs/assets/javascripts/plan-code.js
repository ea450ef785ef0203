// A plan as a short text, and back: the part of a link after “#”. Nothing here may change once it is published:
// links live for ever. A better way to write would be version 2, beside this one.
//
// “1”, then bits in groups of six as letters, then three letters as a check on the rest.
// Bits: title? text, greeting? text, number of exercises, for each: its number in macros/plan-codes.txt,
// whether (and which) parts of the dose differ from that file, their values; note? text.
window.Plan = window.Plan || {};
window.Plan.code = (function () {
  "use strict";
  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var CHECK = "abcdefghijkmnpqrstuvwxyz23456789";
  // Parts of a dose in their order: how many bits a piece of the number has, least and most.
  var DOSE = { sets: [3, 1, 10], reps: [5, 0, 60], hold: [5, 0, 7200], rest: [5, 0, 600], week: [3, 1, 21] };
  var LONGEST = { title: 60, greeting: 240, note: 140 };
  var MOST = 24;

  // Pieces of words with their codes: the n-th string holds the codes of n bits, in order (a canonical Huffman
  // code). E ends a text, C makes the next letter a capital, U goes before the number of any other character.
  var PIECES = [
    "",
    "",
    "",
    "C|E",
    " ",
    ", |.|c|d|e|l|t",
    " the | your | × |. |0|1|2|3|a|a |and |b|d |e |each side|er|f|g|h|i|in|it |m|n|o|on|p|s|s |st|th|the ",
    " s |5|; |an|ar|as |at |back |be|ch|e.|eas|ee|el|en|er |es |for|for |ight|in |ing|ing |is |k|" +
      "k |keep |knee |l |ll|ll |lo|low|o |on |r|ra|re|ri|right |ro|s.|se|sh|t |t.|ti|to|to |v|wa|" +
      "week|with|y|y |you |your ",
    " min| s|!|, then |4|6|8|a l|ab|after |aga|an |are |back.|band|ben|breathe |cha|ck|d. |day|" +
      "day. |do |down|e. |ea|each |es|ex|fa|fee|fir|front |hand|hea|hi|hip|hip |ho|hold|igh|ight |" +
      "in the |ir|it|la|le|le |left |leg|leg |let |li|lift |ly |ly.|m |ma|me |more|not |of|of the |" +
      "on a |on the |one |only |or|or |ou|out |ov|p |pain |pl|pu|r |s, |s. |side|slow|ss |st |stop |" +
      "ta|that |tu|u|un|up|up |ur|us|use |ut|w|we|when |wi|without |your p|–",
    "-|:|ay|ba|both|br|breath|change |e the |en |foot |for the |g |ge|gh|go|gr|ha|hold |if|if |" +
      "if you |j|knee|knees |lan |lif|on your |oth|ow|ow |pa|put |qu|rest |rou|ses |side |tw|under |" +
      "unti|use the |war|we |wor|x|y.|you|z",
    " m| side| st|'|(|)|, th|7|9|U|and|back|brea|fo|ge |id|n |q|ter ",
    "\"|%|&|+|,|/|;|=|?|der |eep |floor|ide|ide |lef|ron|top |wh|×|’",
    "each",
    "chan|hol",
    "af|ag|dow|kn|kne|thing|weeks|× ",
  ];
  var codes = {};
  var pieces = {};
  (function () {
    var next = 0;
    PIECES.forEach(function (row, at) {
      next *= 2;
      if (row) row.split("|").forEach(function (piece) {
        codes[piece] = [next, at + 1];
        pieces[(at + 1) + ":" + next] = piece;
        next += 1;
      });
    });
  })();

  function Writer() { this.bits = []; }
  Writer.prototype.write = function (number, count) {
    for (var at = count - 1; at >= 0; at -= 1) this.bits.push(Math.floor(number / Math.pow(2, at)) % 2);
  };
  // Pieces of so many bits, lowest first, each after a bit that says whether another follows.
  Writer.prototype.number = function (number, size) {
    var unit = Math.pow(2, size);
    for (;;) {
      this.write(number >= unit ? 1 : 0, 1);
      this.write(number % unit, size);
      if (number < unit) return;
      number = Math.floor(number / unit);
    }
  };
  Writer.prototype.text = function (text) {
    this.write(text ? 1 : 0, 1);
    if (!text) return;
    var signs = spelled(text);
    // The shortest way to put the text together, from its end.
    var ways = [];
    ways[signs.length] = [codes.E[1], null];
    for (var at = signs.length - 1; at >= 0; at -= 1) {
      var best = null;
      for (var length = 1; length <= 9 && at + length <= signs.length; length += 1) {
        var piece = signs.slice(at, at + length).join("");
        var cost = has(piece) ? codes[piece][1] : length === 1 ? codes.U[1] + 24 : Infinity;
        if (!best || cost + ways[at + length][0] < best[0]) best = [cost + ways[at + length][0], length];
      }
      ways[at] = best;
    }
    for (var from = 0; from < signs.length; from += ways[from][1]) {
      var chosen = signs.slice(from, from + ways[from][1]).join("");
      if (has(chosen)) {
        this.write(codes[chosen][0], codes[chosen][1]);
      } else {
        this.write(codes.U[0], codes.U[1]);
        this.number(chosen.codePointAt(0), 7);
      }
    }
    this.write(codes.E[0], codes.E[1]);
  };
  Writer.prototype.letters = function () {
    var text = "";
    for (var at = 0; at < this.bits.length; at += 6) {
      var six = 0;
      for (var bit = 0; bit < 6; bit += 1) six = six * 2 + (this.bits[at + bit] || 0);
      text += LETTERS[six];
    }
    return text;
  };

  // Codes are for small letters; E, C and U are no characters of a text.
  function has(piece) { return Object.prototype.hasOwnProperty.call(codes, piece) && !/[EU]/.test(piece); }

  // A text as signs: C before a letter that has a small form with a code, other characters as they are.
  function spelled(text) {
    var signs = [];
    Array.from(text).forEach(function (sign) {
      if (/[A-Z]/.test(sign)) signs.push("C", sign.toLowerCase());
      else signs.push(sign);
    });
    return signs;
  }

  function Reader(text) {
    this.text = text;
    this.at = 0;
  }
  Reader.prototype.read = function (count) {
    var number = 0;
    for (; count > 0; count -= 1) {
      var letter = this.text[Math.floor(this.at / 6)];
      if (letter === undefined) throw new Error("the end is missing");
      number = number * 2 + (Math.floor(LETTERS.indexOf(letter) / Math.pow(2, 5 - (this.at % 6))) % 2);
      this.at += 1;
    }
    return number;
  };
  Reader.prototype.number = function (size) {
    var number = 0;
    for (var unit = 1; unit < 4194304; unit *= Math.pow(2, size)) {
      var more = this.read(1);
      number += this.read(size) * unit;
      if (!more) return number;
    }
    throw new Error("a number is too long");
  };
  // Hands each character on as it is read, so that the beginning of a broken text is kept.
  Reader.prototype.words = function (longest, keep) {
    if (!this.read(1)) return;
    var capital = false;
    for (var length = 0; length <= longest;) {
      var code = 0;
      var piece;
      for (var bits = 1; piece === undefined; bits += 1) {
        if (bits > PIECES.length) throw new Error("no such piece of a word");
        code = code * 2 + this.read(1);
        piece = pieces[bits + ":" + code];
      }
      if (piece === "E") return;
      if (piece === "C") {
        capital = true;
        piece = undefined;
        continue;
      }
      if (piece === "U") {
        var number = this.number(7);
        if (number > 0x10ffff) throw new Error("no such character");
        piece = String.fromCodePoint(number);
      }
      if (capital) piece = piece[0].toUpperCase() + piece.slice(1);
      capital = false;
      length += Array.from(piece).length;
      keep(piece);
      piece = undefined;
    }
    throw new Error("a text is too long");
  };

  function check(text) {
    var sum = 7;
    for (var at = 0; at < text.length; at += 1) sum = (sum * 61 + text.charCodeAt(at)) % 32749;
    return CHECK[sum >> 10] + CHECK[(sum >> 5) & 31] + CHECK[sum & 31];
  }

  // A text in one line, without what can't be seen or would turn the direction of its neighbors.
  function cleanText(text, longest) {
    var seen = String(text === undefined || text === null ? "" : text).normalize("NFC");
    seen = seen.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\s]+/g, " ").trim();
    var signs = Array.from(seen).filter(function (sign) { return !/^[\ud800-\udfff]$/.test(sign); });
    return signs.slice(0, longest).join("").trim();
  }

  // The plan as links can carry it: texts cut to length, numbers inside their limits.
  function clean(plan) {
    return {
      title: cleanText(plan.title, LONGEST.title),
      greeting: cleanText(plan.greeting, LONGEST.greeting),
      items: (plan.items || []).slice(0, MOST).map(function (item) {
        var dose = {};
        Object.keys(DOSE).forEach(function (part) {
          var value = item.dose && item.dose[part];
          if (value === undefined || value === null || value === "" || isNaN(value)) return;
          dose[part] = Math.min(Math.max(Math.round(value), DOSE[part][1]), DOSE[part][2]);
        });
        return { code: item.code, dose: dose, note: cleanText(item.note, LONGEST.note) };
      }),
    };
  }

  function encode(plan) {
    var kept = clean(plan);
    var to = new Writer();
    to.text(kept.title);
    to.text(kept.greeting);
    to.number(kept.items.length, 4);
    kept.items.forEach(function (item) {
      var parts = Object.keys(DOSE);
      var differs = parts.some(function (part) { return part in item.dose; });
      to.number(item.code, 7);
      to.write(differs ? 1 : 0, 1);
      if (differs) parts.forEach(function (part) { to.write(part in item.dose ? 1 : 0, 1); });
      parts.forEach(function (part) { if (part in item.dose) to.number(item.dose[part], DOSE[part][0]); });
      to.text(item.note);
    });
    var text = "1" + to.letters();
    return text + check(text);
  }

  function checked(text) {
    var body = text.slice(0, -3);
    return text[0] === "1" && body.length > 1 && check(body) === text.slice(-3);
  }

  function unescaped(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  // What a message puts after a link doesn't belong to it; a plan ends in a letter or a number.
  function bare(text) { return text.replace(/[^A-Za-z0-9_-][^]*$/, "").replace(/[_-]+$/, ""); }

  // What mail programs do to a long link: break it, escape it, put words before and after it. Each way to mend
  // that is tried, and only one whose check fits is taken.
  function mended(link) {
    var texts = [link, unescaped(link), unescaped(unescaped(link))];
    for (var at = 0; at < texts.length; at += 1) {
      var text = texts[at].replace(/^[^#]*#/, "");
      // Pieces between breaks; “=” at the end of a line is how mail breaks it.
      var parts = text.replace(/=?(%0D|%0A|[\r\n])+/gi, " ").split(/(?:%20|%C2%A0|[\s\u00ad\u200b-\u200d\u2060\ufeff])+/i).filter(Boolean);
      // A word before the code (“plan: 1…”) is left out.
      for (var from = 0; from < Math.min(parts.length, 10); from += 1) {
        var start = parts[from].replace(/^[^]*[^A-Za-z0-9_-](?=1)/, "");
        if (start[0] !== "1") continue;
        var joined = "";
        for (var to = from; to < Math.min(parts.length, from + 60); to += 1) {
          joined += to === from ? start : parts[to];
          if (checked(bare(joined))) return bare(joined);
        }
      }
    }
    return null;
  }

  // { plan, whole }: whole is false where a letter was lost or changed; the plan then holds what could be read.
  // { newer: true } for a version that this page doesn't know; null for what isn't a plan.
  function decode(link) {
    var given = String(link).slice(0, 20000);
    var text = bare(given.replace(/^[^#]*#/, ""));
    var whole = checked(text);
    if (!whole) {
      var found = mended(given);
      if (found) {
        text = found;
        whole = true;
      }
    }
    if (/^[2-9][A-Za-z0-9_-]{4}/.test(text)) return { newer: true };
    if (text[0] !== "1" || text.length < 5) return null;
    var body = text.slice(0, -3);
    var plan = { title: "", greeting: "", items: [] };
    var from = new Reader(whole ? body.slice(1) : text.slice(1));
    try {
      from.words(LONGEST.title, function (piece) { plan.title += piece; });
      from.words(LONGEST.greeting, function (piece) { plan.greeting += piece; });
      var count = from.number(4);
      if (count > MOST) throw new Error("too many exercises");
      for (; count > 0; count -= 1) {
        var item = { code: from.number(7), dose: {}, note: "" };
        if (from.read(1)) readDose(from, item.dose);
        plan.items.push(item);
        from.words(LONGEST.note, function (piece) { item.note += piece; });
      }
    } catch (broken) {
      whole = false;
    }
    return { plan: clean(plan), whole: whole };
  }

  function readDose(from, dose) {
    var parts = Object.keys(DOSE).filter(function () { return from.read(1); });
    parts.forEach(function (part) {
      var value = from.number(DOSE[part][0]);
      if (value < DOSE[part][1] || value > DOSE[part][2]) throw new Error(part + " out of range");
      dose[part] = value;
    });
  }

  return { encode: encode, decode: decode, clean: clean, LONGEST: LONGEST, DOSE: DOSE, MOST: MOST };
})();
