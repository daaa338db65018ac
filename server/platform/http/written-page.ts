import type { Language } from '#shared/languages.ts';
import type { Platform } from '../platform.ts';

/** Who asks for which address of a portal, before anybody has said who he is. */
export interface Visit {
  platform: Platform;
  tenantId: number;
  /** As in the address, still percent-encoded. */
  path: string;
  query: URLSearchParams;
  /** What the reader chose or his browser asks for; null: nothing is known. */
  language: Language | null;
}

/** What stands at a public address: a page to read, a file for machines, or the way to it. */
export type Written = WrittenPage | WrittenFile | { kind: 'moved'; to: string };

export interface WrittenPage {
  kind: 'page';
  language: Language;
  title: string;
  /** HTML for the head: descriptions, canonical address, alternates. */
  head: string;
  /** HTML of the page itself, shown until the app takes over. */
  body: string;
  /** What the app would ask for first, so that it need not. */
  data: unknown;
}

export interface WrittenFile {
  kind: 'file';
  mediaType: string;
  content: string;
}

/**
 * Writes what is public at an address; null when nothing is, and the app alone says what is there.
 * The platform knows no module, so a module hands this in.
 */
export type WritePage = (visit: Visit) => Promise<Written | null>;
