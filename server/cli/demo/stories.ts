import { readFileSync } from 'node:fs';
import type { Language } from '#shared/languages.ts';
import type { TicketImpact, TicketPriority, TicketType } from '#shared/tickets.ts';

/** What hangs on a message; made by files.ts. */
export type StoryFile = 'screenshot' | 'offer' | 'guide' | 'log';

export interface StoryMessage {
  kind: 'contact' | 'reply' | 'note';
  text: string;
  file: StoryFile | null;
}

/** A conversation as it may happen at any customer, with `{placeholders}` for what differs. */
export interface Story {
  type: TicketType;
  priority: TicketPriority;
  impact: TicketImpact;
  subject: string;
  messages: StoryMessage[];
}

const KINDS = { C: 'contact', T: 'reply', N: 'note' } as const;

/**
 * The stories of a language, from stories/<language>.txt: `# type priority impact | subject`, then
 * the messages of contact (C:), technician (T:) and internal notes (N:); `+ name` hangs a file on
 * the message before it.
 */
export function readStories(language: Language): Story[] {
  const text = readFileSync(new URL(`stories/${language}.txt`, import.meta.url), 'utf8');
  return text
    .split(/^# /m)
    .filter((part) => part.trim() !== '')
    .map(parseStory);
}

function parseStory(part: string): Story {
  const [head = '', ...lines] = part.split('\n');
  const [, type, priority, impact, subject] = /^(\w+) (\w+) (\w+) \| (.+)$/.exec(head) ?? [];
  if (!subject) throw new Error(`not the head of a story: ${head}`);
  const messages: StoryMessage[] = [];
  for (const line of lines) {
    const start = /^([CTN]): (.*)$/.exec(line);
    const file = /^\+ (screenshot|offer|guide|log)$/.exec(line);
    const last = messages.at(-1);
    if (start?.[1]) {
      const kind = KINDS[start[1] as keyof typeof KINDS];
      messages.push({ kind, text: start[2] ?? '', file: null });
    } else if (file?.[1] && last) last.file = file[1] as StoryFile;
    else if (last) last.text += `\n${line}`;
  }
  return {
    type: type as TicketType,
    priority: priority as TicketPriority,
    impact: impact as TicketImpact,
    subject,
    messages: messages.map((message) => ({ ...message, text: message.text.trim() })),
  };
}

/** Puts the values into a text; an unknown placeholder is a mistake in the story. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a story uses {${name}}, which nobody fills in`);
    return value;
  });
}
