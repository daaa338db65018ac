import type { SendMailOptions } from 'nodemailer';
import { createThreadTokens } from '#modules/outbox/index.ts';
import type { Platform } from '#platform/platform.ts';
import type { Company } from './fill/people.ts';
import type { Sample } from './sample.ts';

const PICTURE = Buffer.alloc(20 * 1024, 7);

/**
 * Mail as it comes in on a working day: three of ten answer on their ticket with the whole history
 * quoted below, one of ten brings a file.
 */
export function makeMails(
  platform: Platform,
  company: Company,
  { mailThreads }: Sample,
  count: number,
): SendMailOptions[] {
  const { mailDomain } = platform.config;
  const tokens = createThreadTokens(platform.secrets);
  const run = Date.now().toString(36);
  return Array.from({ length: count }, (_, index): SendMailOptions => {
    const thread = mailThreads[index % mailThreads.length];
    if (!thread) throw new Error('there are no tickets to answer on');
    const { number, email } = thread;
    const isAnswer = index % 10 < 3;
    const ticket = { tenantId: company.tenantId, number };
    const address = isAnswer
      ? tokens.replyAddress(ticket, company.slug, mailDomain)
      : `${company.slug}@${mailDomain}`;
    const words = `The printer in room ${index} prints nothing since the update (${run}-${index}).`;
    return {
      envelope: { from: email, to: address },
      from: { name: 'Someone of the customer', address: email },
      to: address,
      messageId: `<${run}.${index}@${email.slice(email.indexOf('@') + 1)}>`,
      subject: isAnswer ? `Re: [#${number}] Printer` : `Printer in room ${index}`,
      text: `Hello,\n\n${words}\n\nKind regards${isAnswer ? `\n\n${QUOTED_TEXT}` : ''}`,
      html: `<p>Hello,</p><p>${words}</p><p>Kind regards</p>${isAnswer ? QUOTED_HTML : ''}`,
      ...(index % 10 === 5 && {
        attachments: [{ filename: 'screen.bin', content: PICTURE }],
      }),
    };
  });
}

const HISTORY = Array.from({ length: 30 }, (_, line) => `Line ${line} of what was said before.`);
const QUOTED_TEXT = `On Monday, Tech wrote:\n${HISTORY.map((line) => `> ${line}`).join('\n')}`;
const QUOTED_HTML = `<div class="gmail_quote"><div>On Monday, Tech wrote:</div>
<blockquote class="gmail_quote">${HISTORY.map((line) => `<p>${line}</p>`).join('')}</blockquote></div>`;
