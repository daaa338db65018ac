import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FILE_MAX_BYTES = 500_000;

/** Lines with their time, to the standard error or, where nobody reads that, to a file that stays small. */
export function agentLog(folder: string | null): (line: string) => void {
  const path = folder && join(folder, 'agent.log');
  return (line) => {
    const text = `${new Date().toISOString()} ${line}\n`;
    process.stderr.write(text);
    if (!path) return;
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > FILE_MAX_BYTES)
        renameSync(path, `${path}.old`);
      appendFileSync(path, text, { mode: 0o600 });
    } catch {
      // A full disk: what is to be said about it goes to the server.
    }
  };
}
