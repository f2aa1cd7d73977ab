  // ---- What has changed since the year before ----

  /** Show the changes that `plan diff --dept` tells of those asked for, by default all. */
  const showChanges = () => {
    const box = find(".changes");
    if (!box) return;
    const { parties } = resolved();
    const names = parties.map((party) => data.parties[party].name).join("、");
    for (const row of all("[data-for]", box)) showChange(row, parties);
    let count = 0;
    for (const group of all(".group", box)) {
      const shown = all("li:not([hidden])", group).length;
      find(".figure", group).textContent = `（${shown}）`;
      group.hidden = !shown;
      count += shown;
    }
    find(".whole", box).hidden = parties.length > 0;
    const own = count ? `涉及${names}的变化共 ${count} 项。` : `没有涉及${names}的变化。`;
    find(".own", box).textContent = parties.length ? own : "";
  };

  const showChange = (row, parties) => {
    const whom = row.dataset.for.split(" ");
    const concerned = parties.some((party) => whom.includes(String(party)));
    row.hidden = parties.length ? !concerned : row.matches(".moved *");
    const why = find(".why", row);
    why.hidden = parties.length !== 1;
    if (why.hidden) return;
    const [party] = parties;
    const roles = [row.dataset.before, row.dataset.now].map((digits) => data.roles[digits[party]]);
    const names = new Set(roles.map((role) => role.name));
    why.textContent = `${data.parties[party].name}：${[...names].join(" → ")}`;
  };
