// What makes the site smoother where scripts run; every page works without. Loaded with `defer`.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Busy buttons: a form that is on its way is not sent again. Coming back (also out of the browser's
  // memory of pages) makes it as it was.
  const longest = 30_000; // an answer that is a file leaves the page where it is
  const free = form => {
    delete form.dataset.busy;
    all("[aria-disabled]", form).forEach(button => button.removeAttribute("aria-disabled"));
  };
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.busy) return event.preventDefault();
    form.dataset.busy = "true";
    const button = event.submitter || form.querySelector("[type=submit]");
    if (button) button.setAttribute("aria-disabled", "true");
    setTimeout(free, longest, form);
  });
  addEventListener("pageshow", () => all("form[data-busy]").forEach(free));

  // Polling: <div id="x" data-poll="/path" data-every="15" data-times="15">. While somebody looks, the element
  // of that id in what the path answers takes its place when its ETag is another. An element that comes with
  // data-next leads there (a payment that has arrived); after data-times the element named by data-late shows.
  const poll = (id, path) => {
    let tag = "", tries = 0, failures = 0, waiting = 0;
    const element = () => document.getElementById(id);
    const every = () => (Number(element().dataset.every) || 15) * 1000;
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, Math.min(every() * 2 ** failures, 120_000));
    };
    const give_up = late => {
      const other = late && document.getElementById(late);
      if (other) other.hidden = false;
    };
    const take = async answer => {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(id);
      if (!fresh) return;
      if (fresh.dataset.next) return location.replace(fresh.dataset.next);
      if (element().contains(document.activeElement)) return; // not under somebody's hands
      tag = answer.headers.get("ETag") || "";
      element().replaceChildren(...fresh.childNodes);
    };
    const ask = async () => {
      if (!element() || document.hidden) return;
      const { times, late } = element().dataset;
      if (times && ++tries > Number(times)) return give_up(late);
      try {
        const answer = await fetch(path, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store", redirect: "error" });
        if ([401, 403, 404, 410].includes(answer.status)) return;
        failures = answer.status < 400 ? 0 : failures + 1;
        if (answer.status === 200) await take(answer);
      } catch {
        ++failures;
      }
      if (element()) later();
    };
    document.addEventListener("visibilitychange", () => { if (!document.hidden && element()) { clearTimeout(waiting); ask(); } });
    later();
  };

  // A picture before it is sent: drawn on a canvas, because the CSP lets no blob: be loaded.
  const preview = async input => {
    const canvas = input.closest("[data-preview]").querySelector("canvas");
    const file = input.files[0];
    canvas.hidden = true;
    if (!file || !file.type.startsWith("image/")) return;
    try {
      const picture = await createImageBitmap(file);
      const side = 320, scale = side / Math.max(picture.width, picture.height);
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.setAttribute("aria-label", file.name);
      canvas.hidden = false;
    } catch { /* no picture: the server says so */ }
  };
  document.addEventListener("change", event => {
    if (event.target.matches("[data-preview] [type=file]")) preview(event.target);
  });

  all("[data-poll][id]").forEach(element => poll(element.id, element.dataset.poll));
  const summary = document.querySelector(".summary[tabindex]");
  if (summary) summary.focus();
})();
