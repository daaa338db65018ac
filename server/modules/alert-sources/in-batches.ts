interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Work on items of one key happens one after the other, and what arrives meanwhile is worked on
 * together: a storm of one key takes one connection to the database and not all of them. Whoever
 * brought an item gets its result once the work is done. When the work on several fails, each is
 * tried alone, so that nobody pays for another's.
 */
export function inBatches<Item, Result>(
  most: number,
  work: (items: Item[]) => Promise<Result[]>,
): (key: string, item: Item) => Promise<Result> {
  const lines = new Map<string, Waiting<Item, Result>[]>();

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error);
      for (const one of batch) await settle([one]);
    }
  }

  async function run(key: string, line: Waiting<Item, Result>[]): Promise<void> {
    while (line.length > 0) await settle(line.splice(0, most));
    lines.delete(key);
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const line = lines.get(key);
      if (line) line.push({ item, resolve, reject });
      else {
        const first = [{ item, resolve, reject }];
        lines.set(key, first);
        void run(key, first);
      }
    });
}
