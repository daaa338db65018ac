/** Somebody who can be mentioned. */
export interface Mentioned {
  id: number;
  name: string;
  pictureUrl: string | null;
}

/** Who can be mentioned, and what the list of them says. */
export interface MentionSource {
  /** Those whose name goes with what was typed behind the @; all of them for nothing. */
  find(typed: string): Promise<Mentioned[]>;
  label: string;
  none: string;
  /** Said to those who hear the list. */
  found(count: number): string;
}

const MARKS = /\p{M}/gu;
const fold = (text: string) => text.normalize('NFD').replace(MARKS, '').toLowerCase();

/** People of whose names one begins with what was typed, accents or not. */
export function peopleNamed(people: readonly Mentioned[], typed: string, max: number): Mentioned[] {
  const wanted = fold(typed);
  const fits = (name: string) =>
    [fold(name), ...fold(name).split(/[\s-]+/)].some((part) => part.startsWith(wanted));
  return people.filter(({ name }) => fits(name)).slice(0, max);
}
