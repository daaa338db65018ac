import type { DashboardCardName } from '#shared/dashboard.ts';

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}
/** Where each card is laid out in the grid, whatever it is moved by at the moment. */
export type TilePlaces = ReadonlyMap<DashboardCardName, Place>;

const GLIDE_MS = 160;

const tilesOf = (grid: HTMLElement) => grid.querySelectorAll<HTMLElement>('[data-tile]');
const nameOf = (tile: HTMLElement) => tile.dataset.tile as DashboardCardName;

export function placesOf(grid: HTMLElement): TilePlaces {
  const places = new Map<DashboardCardName, Place>();
  for (const tile of tilesOf(grid))
    places.set(nameOf(tile), {
      left: tile.offsetLeft,
      top: tile.offsetTop,
      width: tile.offsetWidth,
      height: tile.offsetHeight,
    });
  return places;
}

/** The card that the pointer is over, without the one that is being dragged. */
export function tileAt(
  grid: HTMLElement,
  places: TilePlaces,
  { card, pointer }: { card: DashboardCardName; pointer: { x: number; y: number } },
): DashboardCardName | null {
  const origin = grid.getBoundingClientRect();
  const [x, y] = [pointer.x - origin.left, pointer.y - origin.top];
  for (const [name, { left, top, width, height }] of places) {
    const isOver = x >= left && x <= left + width && y >= top && y <= top + height;
    if (isOver && name !== card) return name;
  }
  return null;
}

/** Cards that have another place go there, instead of being there all at once. */
export function glide(
  grid: HTMLElement,
  before: TilePlaces,
  after: TilePlaces,
  except: HTMLElement | undefined,
): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const tile of tilesOf(grid)) {
    const [from, to] = [before.get(nameOf(tile)), after.get(nameOf(tile))];
    if (!from || !to || tile === except) continue;
    const [x, y] = [from.left - to.left, from.top - to.top];
    if (x === 0 && y === 0) continue;
    tile.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
      duration: GLIDE_MS,
      easing: 'ease-out',
    });
  }
}
