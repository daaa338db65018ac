import type { QueryKey } from '@tanstack/react-query';

/** Whatever shows people: colleagues, oneself, tickets with who works and wrote there, and news. */
export const PEOPLE_KEYS: readonly QueryKey[] = [
  ['technician'],
  ['session'],
  ['ticket'],
  ['notification'],
];
