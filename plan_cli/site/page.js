  // Everything here is looked up in the data; who is responsible, and why, was decided before.
  const data = JSON.parse(document.getElementById("data").textContent);
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, text = "", attributes = {}) => {
    const made = Object.assign(document.createElement(name), { textContent: text });
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const NONE = data.roles.length - 1;
  const PARTY_KEYS = ["dept", "kind"];
  const form = find("#filters");
  const container = find("#tasks");
  const parts = [...container.children];
  const cards = new Map(all("[data-id]").map((card) => [card.dataset.id, card]));
  const tasks = data.tasks.map((task) => ({ ...task, card: cards.get(task.id) }));
  const taskOf = new Map(tasks.map((task) => [task.id, task]));

  // ---- Text as it is compared: width, case and white space do not count ----

  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
  const folded = (char) =>
    (data.radicals[char] ?? char).normalize("NFKC").toUpperCase().toLowerCase().replace(SPACE, "");
  const fold = (text) => Array.from(text, folded).join("");

  /** The text of some elements folded, and for each of its characters where it comes from. */
  const indexed = (elements) => {
    const letters = [];
    const origins = [];
    elements.forEach((element, place) => {
      let offset = 0;
      for (const char of element.textContent) {
        for (const letter of folded(char)) {
          letters.push(letter);
          origins.push({ place, start: offset, end: offset + char.length });
        }
        offset += char.length;
      }
    });
    return { letters, origins, texts: elements.map((each) => each.textContent) };
  };

  for (const task of tasks) {
    task.elements = all(".text", task.card);
    task.index = indexed(task.elements);
  }

  /** Where a word stands, as lists of pieces: element, start, end. */
  const hitsOf = ({ letters, origins }, word) => {
    const wanted = Array.from(word);
    const hits = [];
    for (let start = 0; start + wanted.length <= letters.length; ) {
      if (!wanted.every((letter, i) => letters[start + i] === letter)) {
        start += 1;
        continue;
      }
      hits.push(origins.slice(start, start + wanted.length));
      start += wanted.length;
    }
    return hits;
  };

  /** Show an element's text with the characters from start to end of each range marked. */
  const marked = (element, text, ranges) => {
    const pieces = [];
    let done = 0;
    for (const { start, end } of ranges) {
      if (start > done) pieces.push(text.slice(done, start));
      if (end > done) pieces.push(make("mark", text.slice(Math.max(start, done), end)));
      done = Math.max(done, end);
    }
    element.replaceChildren(...pieces, text.slice(done));
  };

  const mark = (task, hits) => {
    if (!hits.length && !task.marked) return;
    task.marked = hits.length > 0;
    task.elements.forEach((element, place) => {
      const ranges = [];
      for (const hit of hits) {
        const own = hit.filter((origin) => origin.place === place);
        if (own.length) ranges.push({ start: own[0].start, end: own[own.length - 1].end });
      }
      marked(element, task.index.texts[place], ranges);
    });
  };

  // ---- The state: what stands in the address ----

  let asked = new URLSearchParams();
  let typing = false;
  let waiting = 0;

  const address = (params) => {
    const plain = (text) => text.replace(/[%&=+#\s]/g, encodeURIComponent);
    const pairs = [...params].filter(([, value]) => value !== "");
    return "#" + pairs.map(([key, value]) => `${plain(key)}=${plain(value)}`).join("&");
  };

  const anchor = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // half an address is no place in the page
    }
  };

  const commit = (replace = false) => {
    const here = new URL(address(asked), location.href);
    if (here.hash === location.hash) return;
    if (!here.hash) here.href = here.href.split("#")[0];
    history[replace ? "replaceState" : "pushState"](null, "", here);
  };

  /** Change some keys of the state; an empty value takes one away. */
  const change = (values) => {
    for (const [key, value] of Object.entries(values)) {
      asked.delete(key);
      for (const each of [value].flat()) if (each !== "") asked.append(key, each);
    }
    clearTimeout(waiting);
    typing = false;
    commit();
    render();
  };

  const type = (word) => {
    asked.delete("s");
    if (word) asked.append("s", word);
    render();
    clearTimeout(waiting);
    // Browsers allow only so many changes of the address; the first of a word can be gone back on.
    waiting = setTimeout(() => {
      commit(typing);
      typing = true;
    }, 250);
  };

  const readAddress = () => {
    clearTimeout(waiting);
    typing = false;
    const place = anchor();
    const target = place.includes("=") ? null : document.getElementById(place);
    asked = new URLSearchParams(target ? "" : location.hash.slice(1));
    render();
    if (target) {
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  };

  // ---- What is asked for ----

  const named = (things, word, names) => {
    const wanted = fold(word);
    return things.findIndex((thing) => names(thing).some((name) => fold(name) === wanted));
  };

  /** The state with every word looked up; words that name nothing are told and do not count. */
  const resolved = () => {
    const unknown = [];
    const lookUp = (key, things, names) => {
      const found = asked.getAll(key).map((word) => {
        const index = named(things, word, names);
        if (index < 0) unknown.push(word);
        return index;
      });
      return [...new Set(found.filter((index) => index >= 0))];
    };
    const partyNames = (party) => [party.name, ...party.aliases];
    const roles = lookUp("role", data.roles, (role) => [role.code, role.name]);
    const axes = data.axes.map((axis) => ({
      name: axis.name,
      groups: lookUp(axis.name, axis.groups, (group) => [group]).map((i) => axis.groups[i]),
    }));
    return {
      parties: PARTY_KEYS.flatMap((key) => lookUp(key, data.parties, partyNames)),
      roles: roles.length ? roles : data.binding,
      axes: axes.filter((axis) => axis.groups.length),
      words: asked.getAll("s").map(fold).filter(Boolean),
      lights: lookUp("light", data.lights, (light) => [light.code, light.name]),
      statuses: lookUp("status", data.statuses, (status) => [status]),
      unknown,
    };
  };

  const roleIn = (reading, party) => Number(data.readings[reading].roles[party]);
  const concerns = (query, reading) =>
    !query.parties.length ||
    query.parties.some((party) => query.roles.includes(roleIn(reading, party)));

  const whyOf = (reading, party) =>
    data.readings[reading].why[party].map((phrase) => `“${data.phrases[phrase]}”`).join("");

  /** Light and status of a task for those asked for: that of one, or else of all who answer. */
  const stateOf = (task, query) =>
    task.states && task.states[query.parties.length === 1 ? query.parties[0] + 1 : 0];

  const passes = (task, query) => {
    const state = stateOf(task, query);
    return (
      query.axes.every((axis) => axis.groups.includes(task.groups[axis.name])) &&
      (!query.lights.length || (state && query.lights.includes(state[0]))) &&
      (!query.statuses.length || (state && query.statuses.includes(state[1])))
    );
  };

  // ---- Showing it ----

  const subjectOf = (query) => {
    const names = query.parties.map((party) => data.parties[party].name);
    const groups = query.axes.flatMap((axis) => axis.groups);
    return [...names, ...groups].join(" · ") || "全部任务";
  };

  const render = () => {
    const query = resolved();
    const scope = tasks.filter((task) => {
      const hits = query.words.flatMap((word) => hitsOf(task.index, word));
      hits.sort((a, b) => a[0].place - b[0].place || a[0].start - b[0].start);
      mark(task, hits);
      task.hits = hits.length;
      return (!query.words.length || hits.length) && passes(task, query);
    });
    const shown = new Set(scope.filter((task) => concerns(query, task.reading)));
    for (const task of tasks) showTask(task, query, shown.has(task));
    arrange(query, shown);
    showSummary(query, scope, shown);
    showDates(query, shown);
    showMatrix(query);
    showControls(query);
  };

  const showTask = (task, query, visible) => {
    task.card.hidden = !visible;
    if (!visible) return;
    const [party] = query.parties;
    const why = find(".why", task.card);
    why.hidden = query.parties.length !== 1;
    if (!why.hidden) {
      const role = data.roles[roleIn(task.reading, party)];
      why.replaceChildren(make("b", role.name), ` ${whyOf(task.reading, party)}`);
    }
    if (task.states) showState(find(".state", task.card), stateOf(task, query));
    for (const item of all("[data-measure]", task.card)) {
      const aside = find(".aside", item);
      if (!aside) continue;
      aside.hidden = concerns(query, task.measures[item.dataset.measure]);
      aside.textContent = aside.hidden ? "" : `（不涉及${subjectOf({ ...query, axes: [] })}）`;
    }
    for (const each of all("[data-for]", task.card)) {
      const whom = each.dataset.for.split(" ").map(Number);
      each.hidden = query.parties.length > 0 && !query.parties.some((one) => whom.includes(one));
    }
  };

  const showState = (place, state) => {
    if (!state) return place.replaceChildren();
    const light = data.lights[state[0]];
    const names = new Set([data.statuses[state[1]], light.name]);
    place.replaceChildren(make("span", [...names].join(" "), { class: `light ${light.code}` }));
  };

  /** For one party tasks stand by role, else as in the document, under the headings that have any. */
  const arrange = (query, shown) => {
    const [party] = query.parties;
    if (query.parties.length === 1) {
      const order = query.roles.slice().sort((a, b) => a - b);
      const arranged = order.flatMap((role) => {
        const own = tasks.filter((task) => shown.has(task) && roleIn(task.reading, party) === role);
        if (!own.length) return [];
        const heading = make("h2", data.roles[role].name, { class: "part" });
        heading.append(make("small", `${own.length} 项，${data.roles[role].meaning}`));
        return [heading, ...own.map((task) => task.card)];
      });
      const others = tasks.filter((task) => !shown.has(task)).map((task) => task.card);
      container.replaceChildren(...arranged, ...others);
      return;
    }
    if (parts.some((part, place) => container.children[place] !== part)) {
      container.replaceChildren(...parts);
    }
    showHeadings(shown.size === tasks.length);
  };

  const showHeadings = (whole) => {
    let used = { list: whole, section: whole };
    for (const part of parts.slice().reverse()) {
      if (part.matches("article")) {
        if (!part.hidden) used = { list: true, section: true };
      } else if (part.matches("h2.list")) {
        part.hidden = !used.list;
        used = { list: whole, section: whole };
      } else if (part.matches("h2")) {
        part.hidden = !used.section;
        used.section = whole;
      } else {
        part.hidden = !whole;
      }
    }
  };

  /** How many tasks have each light, where a ledger tells. */
  const lightsOf = (shown, query) => {
    const counts = data.lights.map(({ name }, light) => {
      const count = shown.filter((task) => stateOf(task, query)?.[0] === light).length;
      return count ? `${name} ${count} 项` : "";
    });
    return ["", ...counts.filter(Boolean)].join("，");
  };

  const showSummary = (query, scope, shown) => {
    const subject = subjectOf(query);
    find("#subject").textContent = subject;
    document.body.classList.toggle("one-party", query.parties.length === 1);
    document.title = subject === "全部任务" ? data.title : `${subject}　${data.title}`;
    const hits = [...shown].reduce((sum, task) => sum + task.hits, 0);
    const found = query.words.length ? `，“${asked.getAll("s").join("”“")}” ${hits} 处` : "";
    const none = "没有符合条件的任务。";
    const lit = lightsOf([...shown], query);
    find("#count").textContent = shown.size ? `共 ${shown.size} 项任务${found}${lit}` : none;
    const notice = find("#notice");
    notice.hidden = !query.unknown.length;
    notice.textContent = notice.hidden ? "" : `没有“${query.unknown.join("”“")}”，这个条件没有用上。`;
    const roles = find("#roles");
    roles.hidden = query.parties.length !== 1;
    if (roles.hidden) return;
    const counts = data.roles.map(
      (_, role) => scope.filter((task) => roleIn(task.reading, query.parties[0]) === role).length
    );
    all("input", roles).forEach((box, role) => {
      box.checked = query.roles.includes(role);
      find(".figure", box.parentElement).textContent = counts[role];
    });
    find(".rest", roles).textContent =
      `${data.roles[NONE].name} ${counts[NONE]}，合计 ${scope.length}`;
  };

  const DAY = 24 * 60 * 60 * 1000;
  const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
  const today = () => {
    const now = new Date();
    const local = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
    return data.today ?? local.toISOString().slice(0, 10);
  };

  const showDaysLeft = () => {
    for (const left of all(".left")) {
      const due = find("time", left.parentElement).dateTime;
      const days = dayNumber(due) - dayNumber(today());
      const wording = days < 0 ? data.days.past : days ? data.days.left : data.days.today;
      left.textContent = wording.replace("{}", Math.abs(days));
      left.classList.toggle("past", days < 0);
    }
    find("#today").textContent = today();
    const now = find(`[data-month="${today().slice(0, 7)}"]`);
    if (now) now.setAttribute("aria-current", "date");
  };

  const showDates = (query, shown) => {
    let visible = 0;
    for (const each of all("[data-duty]")) {
      const task = taskOf.get(each.dataset.task);
      const reading = task.measures[each.dataset.duty] ?? task.reading;
      each.hidden = !(shown.has(task) && concerns(query, reading));
      visible += each.hidden ? 0 : 1;
    }
    find(".calendar").classList.toggle("empty", !visible);
  };

  // ---- The matrix: units and kinds down, groups across ----

  const HEATS = 5;
  const countIn = (query, party, axis, group) =>
    tasks.filter(
      (task) =>
        task.groups[axis.name] === group && query.roles.includes(roleIn(task.reading, party))
    ).length;

  const showMatrix = (query) => {
    if (!find("#matrix").open) return;
    const axis = data.axes[find("#axis").selectedIndex];
    const counts = data.parties.map((_, party) =>
      axis.groups.map((group) => countIn(query, party, axis, group))
    );
    const most = Math.max(1, ...counts.flat());
    const head = make("tr");
    const titles = ["部门（单位）", ...axis.groups, "合计"];
    head.append(...titles.map((title) => make("th", title, { scope: "col" })));
    const rows = counts.map((line, party) => matrixRow(query, axis, party, line, most));
    const thead = make("thead");
    const tbody = make("tbody");
    thead.append(head);
    tbody.append(...rows);
    const names = query.roles.map((role) => data.roles[role].name).join("、");
    find("#matrix table").replaceChildren(make("caption", `责任方式：${names}`), thead, tbody);
  };

  const matrixRow = (query, axis, party, counts, most) => {
    const { name, kind } = data.parties[party];
    const row = make("tr", "", kind ? {} : { class: "kind" });
    const whole = make("th", "", { scope: "row" });
    whole.append(cellButton(query, party, name, name, {}));
    const cells = counts.map((count, place) => {
      const heat = Math.ceil((count / most) * HEATS);
      const cell = make("td", count ? "" : "0", { class: `heat-${heat}` });
      const group = axis.groups[place];
      const label = `${name}，${group}，${count} 项`;
      if (count) cell.append(cellButton(query, party, count, label, { [axis.name]: group }));
      return cell;
    });
    const sum = counts.reduce((one, other) => one + other, 0);
    row.append(whole, ...cells, make("td", sum, { class: "sum" }));
    return row;
  };

  const cellButton = (query, party, text, label, filter) => {
    const { name, kind } = data.parties[party];
    const chosen =
      query.parties.includes(party) &&
      query.axes.length === Object.keys(filter).length &&
      query.axes.every((axis) => axis.groups.includes(filter[axis.name]));
    const pressed = { type: "button", "aria-label": label, "aria-pressed": chosen };
    const button = make("button", text, pressed);
    const others = Object.fromEntries(data.axes.map((axis) => [axis.name, ""]));
    const values = { dept: kind ? name : "", kind: kind ? "" : name, ...others, ...filter };
    button.addEventListener("click", () => {
      change(values);
      const again = find(`#matrix button[aria-label="${CSS.escape(label)}"]`);
      if (again) again.focus();
    });
    return button;
  };

  // ---- The controls ----

  const showControls = (query) => {
    const names = (kind) =>
      query.parties.map((one) => data.parties[one]).filter((one) => Boolean(one.kind) === kind);
    const values = { dept: names(true)[0]?.name, kind: names(false)[0]?.name };
    for (const axis of query.axes) values[axis.name] = axis.groups[0];
    if (query.lights.length) values.light = data.lights[query.lights[0]].code;
    if (query.statuses.length) values.status = data.statuses[query.statuses[0]];
    for (const select of all("select", form)) select.value = values[select.name] ?? "";
    const word = asked.get("s") ?? "";
    if (form.s.value !== word) form.s.value = word;
    find("#clear").hidden = ![...asked].length;
    if (all("#more select").some((select) => select.value)) find("#more").open = true;
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.s.addEventListener("input", (event) => {
    if (!event.isComposing) type(form.s.value);
  });
  form.s.addEventListener("compositionend", () => type(form.s.value));
  for (const select of all("select", form)) {
    select.addEventListener("change", () => {
      const other = { dept: "kind", kind: "dept" }[select.name];
      const without = other ? { [other]: "" } : {};
      change({ ...without, [select.name]: select.value });
    });
  }
  find("#roles").addEventListener("change", () => {
    const ticked = all("#roles input").flatMap((box, role) => (box.checked ? [role] : []));
    const usual = !ticked.length || ticked.join() === data.binding.join();
    change({ role: usual ? "" : ticked.map((role) => data.roles[role].code) });
  });
  find("#clear").addEventListener("click", () => {
    asked = new URLSearchParams();
    change({});
    form.s.focus();
  });
  find(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // as a link it would take the place of the state in the address
    container.focus();
    container.scrollIntoView();
  });
  find("#print").addEventListener("click", () => window.print());
  find("#axis").addEventListener("change", () => showMatrix(resolved()));
  find("#matrix").addEventListener("toggle", () => showMatrix(resolved()));

  // ---- What is shown, as a table for spreadsheets ----

  const WIDE = { ".": "．", "-": "－" };
  const FORMULA = /^[=+\-@\t\r]/;

  const csvCell = (value, column) => {
    let text = value ?? "";
    if (column.ids) text = text.replace(/[.-]/g, (sign) => WIDE[sign]);
    if (FORMULA.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  const csv = () => {
    const query = resolved();
    const shown = all("[data-id]:not([hidden])").map((card) => taskOf.get(card.dataset.id));
    const lines = shown.map((task) =>
      data.columns.map((column, place) => {
        const alone = query.parties.length === 1 && column.role;
        const role = alone ? data.roles[roleIn(task.reading, query.parties[0])].name : "";
        return csvCell(column.role ? role : task.row[place], column);
      })
    );
    const head = data.columns.map((column) => csvCell(column.heading, {}));
    return "\ufeff" + [head, ...lines].map((line) => line.join(",") + "\n").join("");
  };

  find("#csv").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    const name = subjectOf(resolved()).replace(/[\\/:*?"<>|]/g, "_");
    make("a", "", { href: url, download: `${name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  });

  // ---- At the start ----

  document.documentElement.classList.add("scripted");
  const roomy = matchMedia("(min-width: 62em)").matches;
  find("#more").open = roomy;
  find(".calendar").open = roomy;
  showDaysLeft();
