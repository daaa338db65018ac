import { expect, test } from 'vitest';
import { peopleNamed } from './mention-source.ts';

const people = ['Zoë Łącka', 'Ben Ito', 'Ana-Lucía Pérez', 'Bernd Ähr'].map((name, id) => ({
  id,
  name,
  pictureUrl: null,
}));

test.each([
  ['', ['Zoë Łącka', 'Ben Ito', 'Ana-Lucía Pérez']],
  ['be', ['Ben Ito', 'Bernd Ähr']],
  ['zoe', ['Zoë Łącka']],
  ['ÄH', ['Bernd Ähr']],
  ['lucia', ['Ana-Lucía Pérez']],
  ['to', []],
])('what goes with "%s"', (typed, names) => {
  expect(peopleNamed(people, typed, 3).map(({ name }) => name)).toEqual(names);
});
