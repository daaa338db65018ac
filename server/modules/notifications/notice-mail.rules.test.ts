import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/languages.ts';
import { NOTIFICATION_KINDS } from '#shared/notifications.ts';
import { MESSAGE_KINDS } from '#shared/tickets.ts';
import { type Notice, newsOf, overviewOf, titleOf } from './notice-mail.rules.ts';

const notice = (fields: Partial<Notice> = {}): Notice => ({
  kind: 'reply',
  message_id: 1,
  message_kind: 'contact',
  actor_name: 'Jane Doe',
  excerpt: 'It burns.',
  ...fields,
});

test('a mail is called by the strongest of what it tells', () => {
  const mention = notice({ kind: 'mention', message_kind: 'note', actor_name: 'Ada' });
  expect(titleOf([notice(), mention, notice({ kind: 'assigned' })], 'en')).toBe(
    'Ada mentioned you',
  );
  expect(titleOf([notice()], 'de')).toBe('Neue Nachricht');
});

test('news are a line and a quote, harmless in HTML and readable as text', () => {
  const evil = notice({ actor_name: '<b>Eve</b>', excerpt: '<img src=x onerror=alert(1)>' });
  const { html, text } = newsOf([notice(), evil], 'en');
  expect(html).toContain('<p>Jane Doe wrote</p><blockquote');
  expect(html).toContain('&lt;b&gt;Eve&lt;/b&gt; wrote');
  expect(html).not.toContain('<img');
  expect(text).toBe(
    'Jane Doe wrote\n> It burns.\n\n<b>Eve</b> wrote\n> <img src=x onerror=alert(1)>',
  );
  expect(newsOf([notice({ excerpt: '' })], 'en')).toEqual({
    html: '<p>Jane Doe wrote</p>',
    text: 'Jane Doe wrote',
  });
});

test('of very many only the last', () => {
  const many = Array.from({ length: 30 }, (_, index) => notice({ excerpt: `word${index}` }));
  const { text } = newsOf(many, 'en');
  expect(text).not.toContain('word19');
  expect(text).toContain('word20');
  expect(text).toContain('word29');
});

test('many tickets are one line each, with a link', () => {
  const tickets = [{ number: 7, subject: 'A & <B>', notices: [notice()] }];
  const { html, text } = overviewOf(tickets, () => 'https://desk.test/tickets/7', 'en');
  expect(html).toBe(
    '<ul><li><a href="https://desk.test/tickets/7">#7 A &amp; &lt;B&gt;</a><br>New message</li></ul>',
  );
  expect(text).toBe('- #7 A & <B>\n  New message\n  https://desk.test/tickets/7');
});

/** Alerts have a mail of their own. */
const OF_TICKETS = NOTIFICATION_KINDS.filter((kind) => kind !== 'alert');

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(OF_TICKETS)('%s has words, for people without a name too', (kind) => {
    for (const message_kind of [...MESSAGE_KINDS, null])
      for (const actor_name of ['Jane', '']) {
        const some = [notice({ kind, message_kind, actor_name })];
        const words = `${titleOf(some, language)} ${newsOf(some, language).text}`;
        expect(words).not.toMatch(/notices\.|\{\{|undefined/);
        if (actor_name) expect(words).toContain('Jane');
      }
  });
});
