"use strict";
(() => {
  /* page.js */
  window.addEventListener("hashchange", readAddress);
  readAddress();
})();
