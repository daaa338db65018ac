export type Series = 'created' | 'solved';

/** The list of what was opened or solved from one day to another, whatever became of it. */
export function listOfDays(series: Series, from: string, to: string) {
  return series === 'created'
    ? { status: 'any', createdFrom: from, createdTo: to }
    : { status: 'any', solvedFrom: from, solvedTo: to };
}
