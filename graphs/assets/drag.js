// Pointer, fingers and wheel on the picture → how it is to be moved and scaled, and what is clicked.
"use strict";
(function (T) {
  const STILL = 5; // pixels that a click may wander
  // `scene.move(factor, x, y, fx, fy)` scales by a factor around a point and shifts; `scene.rest()` is told when all is let go.
  T.dragged = (box, scene) => {
    const down = new Map();
    let start = null, wandered = false;
    const where = (event) => {
      const frame = box.getBoundingClientRect();
      return [event.clientX - frame.left, event.clientY - frame.top];
    };
    const middle = () => {
      const all = [...down.values()], n = all.length;
      const x = all.reduce((sum, p) => sum + p[0], 0) / n, y = all.reduce((sum, p) => sum + p[1], 0) / n;
      return { x, y, wide: n > 1 ? Math.hypot(all[0][0] - all[1][0], all[0][1] - all[1][1]) : 0 };
    };
    box.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      box.setPointerCapture(event.pointerId);
      down.set(event.pointerId, where(event));
      wandered = wandered && down.size > 1;
      start = middle();
    });
    box.addEventListener("pointermove", (event) => {
      const at = where(event);
      if (!down.has(event.pointerId)) {
        if (event.pointerType === "mouse") scene.hover(...at);
        return;
      }
      if (!wandered && Math.hypot(at[0] - start.x, at[1] - start.y) < STILL && down.size === 1) return;
      wandered = true;
      down.set(event.pointerId, at);
      const now = middle();
      scene.move(start.wide && now.wide ? now.wide / start.wide : 1, now.x, now.y, now.x - start.x, now.y - start.y);
      start = now;
    });
    const up = (event) => {
      if (!down.delete(event.pointerId)) return;
      if (down.size) {
        start = middle();
        return;
      }
      if (!wandered && event.type === "pointerup") scene.click(...where(event));
      wandered = false;
      scene.rest();
    };
    box.addEventListener("pointerup", up);
    box.addEventListener("pointercancel", up);
    box.addEventListener("pointerleave", () => scene.hover(-1, -1));
    box.addEventListener("dblclick", (event) => scene.open(...where(event)));
    box.addEventListener("wheel", (event) => {
      event.preventDefault();
      scene.move(Math.exp(-event.deltaY * (event.deltaMode ? 0.03 : 0.0015)), ...where(event), 0, 0);
    }, { passive: false });
  };
})(thidua);
