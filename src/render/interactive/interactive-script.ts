/**
 * Lets a reader point at the values of a picture, step through them with the keyboard, and choose a stretch of time. It
 * reads the data block beside each picture, loads nothing, and without it the page is complete.
 */
export const INTERACTIVE_SCRIPT: string = `
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const make = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const drawn = (tag, attributes) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const REACH = 18;
  const explore = (block) => {
    const figure = block.closest("figure");
    const svg = figure.querySelector("svg");
    const frame = svg.parentElement;
    const spots = JSON.parse(block.textContent);
    const ring = drawn("circle", { r: 9, class: "ring", visibility: "hidden" });
    const brush = drawn("rect", { class: "brush", visibility: "hidden" });
    svg.append(brush, ring);
    const tip = make("div", { className: "tip", hidden: true });
    figure.append(tip);
    let current = -1;
    const hide = () => { tip.hidden = true; ring.setAttribute("visibility", "hidden"); };
    const inPicture = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    const onScreen = ({ x, y }) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
    const show = (i) => {
      current = i;
      const spot = spots[i];
      ring.setAttribute("cx", spot.x);
      ring.setAttribute("cy", spot.y);
      ring.setAttribute("visibility", "visible");
      tip.textContent = spot.words;
      tip.hidden = false;
      place();
    };
    const place = () => {
      const at = onScreen(spots[current]);
      const box = figure.getBoundingClientRect();
      const left = Math.min(Math.max(0, at.x - box.left - tip.offsetWidth / 2), box.width - tip.offsetWidth);
      const above = at.y - box.top - tip.offsetHeight - 14;
      tip.style.left = Math.max(0, left) + "px";
      tip.style.top = (above < 0 ? at.y - box.top + 16 : above) + "px";
    };
    const nearest = ({ x, y }) => {
      let [best, least] = [-1, REACH * REACH];
      spots.forEach((spot, i) => {
        const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
        if (distance < least) [best, least] = [i, distance];
      });
      return best;
    };
    const bring = (i) => {
      const { x } = onScreen(spots[i]);
      const { left, right } = frame.getBoundingClientRect();
      if (x < left + 24 || x > right - 24) frame.scrollLeft += x - (left + right) / 2;
    };
    frame.addEventListener("scroll", () => { if (!tip.hidden) place(); });
    const said = make("output", {});
    const step = (by) => {
      const i = current < 0 ? (by > 0 ? 0 : spots.length - 1) : (current + by + spots.length) % spots.length;
      bring(i);
      show(i);
      said.textContent = "Value " + (i + 1) + " of " + spots.length + ". " + spots[i].words;
    };
    const button = (words, onclick) => make("button", { type: "button", textContent: words, onclick });
    const controls = make("div", { className: "controls", role: "group", ariaLabel: "Values of the picture above" },
      button("Previous value", () => step(-1)), button("Next value", () => step(1)), said);
    frame.after(controls);
    figure.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
    const timed = spots.filter(({ time }) => time !== null);
    const times = timed.map(({ time }) => time);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    let choose = null;
    if (last > first) {
      const at = (time) => timed.find((spot) => spot.time === time).x;
      const scale = (at(last) - at(first)) / (last - first);
      const pixels = (time) => at(first) + (time - first) * scale;
      const timeAt = (x) => first + (x - at(first)) / scale;
      const field = (value) => make("input", { type: "number", step: "any", value: String(Math.round(value)) });
      const [from, to] = [field(Math.floor(first)), field(Math.ceil(last))];
      const list = make("ul", {});
      const count = make("output", {});
      const within = (box) => (box.value.trim() === "" ? null : Number(box.value));
      const update = () => {
        const ends = [within(from) ?? first, within(to) ?? last];
        const [low, high] = [Math.min(...ends), Math.max(...ends)];
        const found = timed.filter(({ time }) => time >= low && time <= high);
        count.textContent = found.length + " of " + timed.length + " values from " + low + " to " + high;
        list.replaceChildren(...found.map(({ words }) => make("li", { textContent: words })));
        const heights = timed.map(({ y }) => y);
        const top = Math.min(...heights) - 16;
        const height = Math.max(...heights) + 16 - top;
        const left = Math.max(0, pixels(low));
        for (const [name, value] of Object.entries({ x: left, y: top, height, width: Math.max(0, pixels(high) - left) }))
          brush.setAttribute(name, value);
        brush.setAttribute("visibility", "visible");
      };
      const reset = () => {
        from.value = Math.floor(first);
        to.value = Math.ceil(last);
        count.textContent = "";
        list.replaceChildren();
        brush.setAttribute("visibility", "hidden");
      };
      for (const box of [from, to]) box.addEventListener("input", update);
      const labelled = (words, box) => make("label", {}, words + " ", box);
      controls.after(make("div", { className: "controls", role: "group", ariaLabel: "A stretch of time" },
        labelled("From", from), labelled("to", to), button("Whole time", reset), count), list);
      choose = (a, b) => {
        const ends = [timeAt(a), timeAt(b)].map(Math.round).sort((one, other) => one - other);
        [from.value, to.value] = ends;
        update();
      };
    }
    const scrolls = () => frame.scrollWidth > frame.clientWidth;
    let start = null;
    svg.addEventListener("pointerdown", (event) => { start = inPicture(event).x; });
    svg.addEventListener("pointermove", (event) => {
      const place = inPicture(event);
      const drags = event.pointerType === "mouse" || !scrolls();
      if (choose && drags && start !== null && event.buttons === 1 && Math.abs(place.x - start) > 6) {
        hide();
        event.preventDefault();
        choose(start, place.x);
        return;
      }
      const i = nearest(place);
      if (i < 0) hide();
      else show(i);
    });
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { start = null; });
    svg.addEventListener("pointerleave", hide);
  };
  for (const block of document.querySelectorAll("script.spots")) explore(block);
})();
`;
