import { expect, test } from 'vitest';
import { chooseSquare, type Measures } from './picture.rules.ts';

const upright: Measures = { width: 400, height: 200, turned: { width: 400, height: 200 } };
const lying: Measures = { width: 400, height: 200, turned: { width: 200, height: 400 } };

test.each([
  ['the middle of a wide one', upright, null, { isTurned: true, left: 100, top: 0, edge: 200 }],
  ['the middle of a turned one', lying, null, { isTurned: true, left: 0, top: 100, edge: 200 }],
  [
    'what was chosen',
    upright,
    { x: 200, y: 0, size: 200 },
    { isTurned: true, left: 200, top: 0, edge: 200 },
  ],
  [
    'what was chosen on a picture that was seen turned',
    lying,
    { x: 0, y: 200, size: 200, width: 200, height: 400 },
    { isTurned: true, left: 0, top: 200, edge: 200 },
  ],
  [
    'what was chosen on a picture that was seen lying',
    lying,
    { x: 200, y: 0, size: 200, width: 400, height: 200 },
    { isTurned: false, left: 200, top: 0, edge: 200 },
  ],
  ['nothing that sticks out at the right', upright, { x: 201, y: 0, size: 200 }, null],
  ['nothing that sticks out at the bottom', upright, { x: 0, y: 1, size: 200 }, null],
  ['nothing without a size', upright, { x: 0, y: 0, size: 0 }, null],
  ['nothing where only the lying one is', lying, { x: 200, y: 0, size: 200 }, null],
])('%s', (_, picture, crop, square) => {
  expect(chooseSquare(picture, crop)).toEqual(square);
});
