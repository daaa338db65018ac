import {
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { DashboardCardName } from '#shared/dashboard.ts';
import { glide, placesOf, type TilePlaces, tileAt } from './tile-places.ts';

interface Drag {
  card: DashboardCardName;
  element: HTMLElement;
  /** Where in the card it was taken, and where the pointer is now, within the window. */
  grip: { x: number; y: number };
  pointer: { x: number; y: number };
  /** Whose place it has taken: not again before the pointer has left it, or the two would flicker. */
  over: DashboardCardName | null;
}

/** Near the edge of the window the page goes on by itself, so many pixels a frame. */
const EDGE_PX = 56;
const SCROLL_PX = 12;

/**
 * Dragging cards with a mouse, a pen or a finger, from a handle: the card follows the pointer and takes
 * the place of the one that the pointer comes over. Escape, or a gesture that the system takes over, puts
 * it back. No library: those for this bring lists along, while cards of different sizes in one grid are put
 * right by the grid itself.
 */
export function useCardDrag(props: {
  onBegin: () => void;
  onOver: (card: DashboardCardName, target: DashboardCardName) => void;
  onCancel: () => void;
}) {
  const grid = useRef<HTMLOListElement>(null);
  const drag = useRef<Drag>(null);
  const places = useRef<TilePlaces>(new Map());
  const [dragged, setDragged] = useState<DashboardCardName | null>(null);
  const cancel = useEffectEvent(() => {
    end();
    props.onCancel();
  });

  // After each change of order every card has another place, the dragged one to be away from.
  useLayoutEffect(() => {
    if (!grid.current) return;
    const before = places.current;
    places.current = placesOf(grid.current);
    glide(grid.current, before, places.current, drag.current?.element);
    if (!drag.current) return;
    drag.current.over = tileAt(grid.current, places.current, drag.current);
    follow(drag.current);
  });
  useEffect(() => {
    if (dragged === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // It ends the dragging, not the editing.
      event.stopPropagation();
      event.preventDefault();
      cancel();
    };
    window.addEventListener('keydown', onKey, true);
    let frame = requestAnimationFrame(function scroll() {
      const y = drag.current?.pointer.y ?? EDGE_PX;
      const step = y < EDGE_PX ? -SCROLL_PX : y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
      if (step !== 0) {
        window.scrollBy(0, step);
        follow(drag.current);
      }
      frame = requestAnimationFrame(scroll);
    });
    return () => {
      window.removeEventListener('keydown', onKey, true);
      cancelAnimationFrame(frame);
    };
  }, [dragged]);

  function end(): void {
    if (drag.current) drag.current.element.style.translate = '';
    drag.current = null;
    setDragged(null);
  }

  const handleFor = (card: DashboardCardName) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const element = event.currentTarget.closest<HTMLElement>('[data-tile]');
      if (!element || !event.isPrimary || event.button !== 0) return;
      const pointer = { x: event.clientX, y: event.clientY };
      const place = element.getBoundingClientRect();
      const grip = { x: pointer.x - place.left, y: pointer.y - place.top };
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { card, element, grip, pointer, over: null };
      setDragged(card);
      props.onBegin();
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!drag.current || !grid.current) return;
      drag.current.pointer = { x: event.clientX, y: event.clientY };
      follow(drag.current);
      const target = tileAt(grid.current, places.current, drag.current);
      if (target === drag.current.over) return;
      drag.current.over = target;
      if (target) props.onOver(drag.current.card, target);
    },
    onPointerUp: end,
    onPointerCancel: () => drag.current && cancel(),
  });
  return { grid, dragged, handleFor };
}

/** The card stays under the pointer, where it was taken, wherever its place in the grid is. */
function follow(drag: Drag | null): void {
  if (!drag) return;
  const { element, grip, pointer } = drag;
  element.style.translate = 'none';
  const place = element.getBoundingClientRect();
  const [x, y] = [pointer.x - grip.x - place.left, pointer.y - grip.y - place.top];
  element.style.translate = `${x}px ${y}px`;
}
