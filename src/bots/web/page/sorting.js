// Dragging cards into another order with a mouse, a pen or a finger. The keyboard has the arrow buttons.

/** How far a pointer goes before it drags, in pixels; how long a finger rests, in milliseconds. */
const FAR = 8;
const REST = 220;

/** @param {HTMLElement} list @param {(key: string, to: number) => void} onMove */
export function makeSortable(list, onMove) {
  const cards = () => /** @type {HTMLElement[]} */ ([...list.children]);

  list.addEventListener('pointerdown', (event) => {
    const card = event.target instanceof Element ? event.target.closest('li') : null;
    const onTool = event.target instanceof Element && event.target.closest('.order, .tools');
    if (!card || onTool || event.button !== 0 || card.parentElement !== list) return;
    follow(card, event);
  });

  /** @param {HTMLElement} card @param {PointerEvent} down */
  function follow(card, down) {
    const { pointerId } = down;
    let isDragging = false;
    let isOver = false;
    const rest = down.pointerType === 'mouse' ? undefined : setTimeout(lift, REST);

    function lift() {
      isDragging = true;
      card.setPointerCapture(pointerId);
      card.classList.add('dragged');
      list.classList.add('sorting');
    }
    /** @param {PointerEvent} event */
    function move(event) {
      if (event.pointerId !== pointerId) return;
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!isDragging) {
        if (Math.hypot(x, y) < FAR) return;
        // A finger that moves at once scrolls.
        if (rest !== undefined) return end();
        lift();
      }
      card.style.transform = `translate(${x}px, ${y}px) rotate(1.5deg)`;
      mark(event);
    }
    /** @param {PointerEvent} event */
    function mark(event) {
      const to = placeAt(event);
      cards().forEach((other, index) => {
        other.classList.toggle('before', other !== card && index === to && to < cards().indexOf(card));
        other.classList.toggle('after', other !== card && index === to && to > cards().indexOf(card));
      });
    }
    /** @param {PointerEvent} event */
    function placeAt(event) {
      const distances = cards().map((other) => {
        const box = other === card ? card.getBoundingClientRect() : other.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        return other === card ? Number.POSITIVE_INFINITY : Math.hypot(event.clientX - x, event.clientY - y);
      });
      const nearest = distances.indexOf(Math.min(...distances));
      const width = card.offsetWidth;
      return (distances[nearest] ?? Number.POSITIVE_INFINITY) < width ? nearest : cards().indexOf(card);
    }
    /** @param {PointerEvent} event */
    function drop(event) {
      if (event.pointerId !== pointerId) return;
      const from = cards().indexOf(card);
      const to = isDragging ? placeAt(event) : from;
      if (isDragging) {
        // The release is no press.
        addEventListener('click', stopOnce, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', stopOnce, { capture: true }));
      }
      end();
      const key = card.dataset['scene'];
      if (to !== from && key) onMove(key, to);
    }
    /** @param {Event} event */
    function stopOnce(event) {
      event.stopPropagation();
      event.preventDefault();
    }
    /** A finger that drags does not scroll. @param {TouchEvent} event */
    function hold(event) {
      if (isDragging && event.cancelable) event.preventDefault();
    }
    function end() {
      if (isOver) return;
      isOver = true;
      clearTimeout(rest);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', end);
      list.removeEventListener('touchmove', hold);
      card.classList.remove('dragged');
      card.style.transform = '';
      list.classList.remove('sorting');
      for (const other of cards()) other.classList.remove('before', 'after');
    }
    addEventListener('pointermove', move);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', end);
    list.addEventListener('touchmove', hold, { passive: false });
  }
}
