"use strict";
(() => {
  // Each plan has a page that knows nothing of the others. It begins when its plan is first
  // chosen, and stands in the document while it is.
  const sections = [...document.querySelectorAll("[data-plan]")];
  const pages = new Map();
  let chosen;

  const begun = (section) => {
    for (const shut of section.querySelectorAll("template")) shut.replaceWith(shut.content);
    section.querySelector("main > [tabindex]").id = "tasks";
    section.querySelector(".skip").hash = "tasks";

  /* page.js */

  /* changes.js */

    // ---- The plan in the state of its page ----

    const label = section.dataset.plan;
    const choice = find("[name=plan]");

    const keepPlan = () => {
      const rest = [...asked].filter(([key]) => key !== "plan");
      asked = new URLSearchParams([["plan", choice.value], ...rest]);
    };

    const read = () => {
      choice.value = label;
      readAddress();
      const wanted = asked.get("plan") ?? label;
      keepPlan();
      if (wanted === label) return;
      const notice = find("#notice");
      notice.hidden = false;
      notice.textContent += `没有“${wanted}”这份文件。`;
    };

    choice.addEventListener("change", () => {
      keepPlan();
      commit();
      follow();
      scrollTo(0, 0);
      find("[name=plan]").focus();
    });
    find("#clear").addEventListener("click", () => {
      keepPlan();
      commit(true);
    });
    // Whenever the page shows anew what is asked for, it counts the tasks.
    new MutationObserver(() => {
      showChanges();
      find("#clear").hidden = [...asked.keys()].every((key) => key === "plan");
    }).observe(find("#count"), { childList: true });

    return { read, leave: () => clearTimeout(waiting) };
  };

  /** The plan that the address names, or that has the place which it names; else the first. */
  const meant = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const [place] = state.keys();
    return (
      sections.find((section) => section.dataset.plan === state.get("plan")) ??
      sections.find((section) => section.querySelector(`#${CSS.escape(place)}`)) ??
      sections[0]
    );
  };

  const follow = () => {
    const section = meant();
    if (section !== chosen) {
      pages.get(chosen)?.leave();
      for (const each of sections) each.remove();
      document.body.prepend(section);
      chosen = section;
      if (!pages.has(section)) pages.set(section, begun(section));
    }
    pages.get(section).read();
  };

  window.addEventListener("hashchange", follow);
  follow();
})();
