import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/clock.ts';
import type { Language } from '#shared/languages.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import type { Chance } from './chance.ts';
import { APPS, FOLDERS, PEOPLE } from './company.ts';
import { fillIn, type Story, type StoryMessage } from './stories.ts';

/** Who is in a story. */
export interface Cast {
  contact: {
    id: number;
    name: string;
    firstName: string;
    email: string;
    customerId: number | null;
  };
  /** `signatureId`: what stands under his replies. */
  technician: { id: number; name: string; email: string; signatureId: number | null };
  language: Language;
}

export interface ImaginedMessage extends StoryMessage {
  at: Date;
}

/** A ticket with everything that happened on it, made up but not yet written anywhere. */
export interface ImaginedTicket {
  cast: Cast;
  story: Story;
  subject: string;
  status: TicketStatus;
  source: 'email' | 'portal' | 'technician';
  hasAssignee: boolean;
  messages: ImaginedMessage[];
  createdAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
}

/** What becomes of the story: how far it has come follows from how long ago it began. */
export function imagineTicket(
  story: Story,
  cast: Cast,
  createdAt: Date,
  now: Date,
  chance: Chance,
): ImaginedTicket {
  const wanted = chooseStatus(now.getTime() - createdAt.getTime(), chance);
  const isOurs = story.messages[0]?.kind !== 'contact';
  const values = placeholders(cast, chance);
  const told = cutStory(story.messages, wanted, chance);
  const messages = timed(told, createdAt, now, chance).map((message) => ({
    ...message,
    text: fillIn(message.text, values),
  }));
  const lastAt = messages.at(-1)?.at ?? createdAt;
  const resolvedAt = wanted === 'resolved' || wanted === 'closed' ? lastAt : null;
  const closing = new Date(lastAt.getTime() + 4 * DAY_MS);
  const closedAt = wanted === 'closed' && closing < now ? closing : null;
  return {
    cast,
    story,
    subject: fillIn(story.subject, values),
    status: wanted === 'closed' && !closedAt ? 'resolved' : wanted,
    source: isOurs ? 'technician' : chance.next() < 0.75 ? 'email' : 'portal',
    hasAssignee: messages.some(({ kind }) => kind !== 'contact') || chance.next() < 0.3,
    messages,
    createdAt,
    resolvedAt,
    closedAt,
  };
}

function chooseStatus(ageMs: number, chance: Chance): TicketStatus {
  const luck = chance.next();
  if (ageMs < DAY_MS) return luck < 0.8 ? 'open' : 'pending';
  if (ageMs < 4 * DAY_MS) return luck < 0.35 ? 'open' : luck < 0.6 ? 'pending' : 'resolved';
  if (ageMs < 14 * DAY_MS)
    return luck < 0.05 ? 'open' : luck < 0.13 ? 'pending' : luck < 0.4 ? 'resolved' : 'closed';
  return luck < 0.01 ? 'open' : luck < 0.02 ? 'pending' : 'closed';
}

/** An open ticket waits for us after a contact's message, a pending one for the contact after ours. */
function cutStory(messages: StoryMessage[], status: TicketStatus, chance: Chance): StoryMessage[] {
  if (status === 'resolved' || status === 'closed') return messages;
  const awaited = status === 'open' ? 'contact' : 'reply';
  const ends = messages.flatMap(({ kind }, index) => (kind === awaited ? [index] : []));
  const end = chance.next() < 0.7 ? ends[0] : (ends[1] ?? ends[0]);
  return messages.slice(0, (end ?? 0) + 1);
}

/** Answers take minutes to hours; nothing happens in the future. */
function timed(
  messages: StoryMessage[],
  start: Date,
  now: Date,
  chance: Chance,
): ImaginedMessage[] {
  let offset = 0;
  const offsets = messages.map(({ kind }, index) => {
    if (index > 0)
      offset += kind === 'contact' ? spread(HOUR_MS, chance) : spread(25 * MINUTE_MS, chance);
    return offset;
  });
  const room = (now.getTime() - start.getTime()) * 0.9;
  const shrink = offset > room ? room / offset : 1;
  return messages.map((message, index) => ({
    ...message,
    at: new Date(Math.round(start.getTime() + (offsets[index] ?? 0) * shrink)),
  }));
}

const spread = (typicalMs: number, chance: Chance) => typicalMs * (0.2 + 3 * chance.next() ** 2);

function placeholders({ contact, language }: Cast, chance: Chance): Record<string, string> {
  const { first, last } = PEOPLE[language];
  return {
    contact: language === 'en' ? contact.firstName : contact.name,
    colleague: `${chance.pick(first)} ${chance.pick(last)}`,
    printer: `PRN-${chance.pick(['HP', 'CAN', 'BRO'])}-${10 + chance.below(40)}`,
    floor: String(1 + chance.below(5)),
    room: `${1 + chance.below(4)}.${String(1 + chance.below(20)).padStart(2, '0')}`,
    host: `${chance.pick(['LT', 'PC', 'WS'])}-${String(100 + chance.below(800))}`,
    share: chance.pick(FOLDERS[language]),
    app: chance.pick(APPS),
    reference: `${chance.pick(['A', 'F', 'R'])}${100_000 + chance.below(900_000)}`,
  };
}

/** Moments of the last days at which people write to their help desk: on workdays, by day. */
export function imagineTimes(count: number, days: number, now: Date, chance: Chance): Date[] {
  const times: Date[] = [];
  while (times.length < count) {
    const at = new Date(now.getTime() - chance.next() * days * DAY_MS - 10 * MINUTE_MS);
    const isWeekend = at.getUTCDay() % 6 === 0;
    const isNight = at.getUTCHours() < 6 || at.getUTCHours() > 17;
    const rarity = (isWeekend ? 0.1 : 1) * (isNight ? 0.08 : 1);
    if (chance.next() < rarity) times.push(at);
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
}
