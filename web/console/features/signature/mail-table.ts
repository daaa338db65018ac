import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { harmlessStyle } from './harmless-style.ts';

/** How mail programs say what a table looks like. */
const TABLE_ATTRIBUTES = ['align', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'width'];
const ROW_ATTRIBUTES = ['align', 'bgcolor', 'height', 'valign'];
const CELL_ATTRIBUTES = ['bgcolor', 'height', 'nowrap', 'valign', 'width'];

function lookOf(names: readonly string[]) {
  const kept = names.map((name) => [
    name,
    {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute(name),
      renderHTML: ({ [name]: value }: Record<string, unknown>) =>
        value === null ? {} : { [name]: value },
    },
  ]);
  const style = {
    default: null,
    parseHTML: (element: HTMLElement) => harmlessStyle(element.getAttribute('style') ?? '') || null,
  };
  return { ...Object.fromEntries(kept), style };
}

/** Tables that keep borders, colours and measures, as signatures from mail programs have them. */
export const mailTable = [
  Table.extend({
    addAttributes() {
      return { ...this.parent?.(), ...lookOf(TABLE_ATTRIBUTES) };
    },
    // The editor's own adds widths of columns, which nobody has set.
    renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  }).configure({ resizable: false, View: null }),
  TableRow.extend({
    addAttributes() {
      return { ...this.parent?.(), ...lookOf(ROW_ATTRIBUTES) };
    },
  }),
  TableCell.extend({
    addAttributes() {
      return { ...this.parent?.(), ...lookOf(CELL_ATTRIBUTES) };
    },
  }),
  TableHeader.extend({
    addAttributes() {
      return { ...this.parent?.(), ...lookOf(CELL_ATTRIBUTES) };
    },
  }),
];
