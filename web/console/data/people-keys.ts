import type { QueryKey } from '@tanstack/react-query';

/** Whatever shows people: colleagues, oneself, and tickets with who works on them and wrote there. */
export const PEOPLE_KEYS: readonly QueryKey[] = [['technician'], ['session'], ['ticket']];
