/** 1 Monday to 7 Sunday, as the reader's language calls them. */
export function weekdayNames(language: string, style: 'short' | 'long'): string[] {
  const names = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => names.format(Date.UTC(2024, 0, day)));
}
