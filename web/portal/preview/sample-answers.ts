import i18next from 'i18next';
import { CONTACT_MAIL_KINDS } from '#shared/contact-mails.ts';
import { api } from '#web/api/client.ts';
import type { PortalDevice } from '../data/devices.ts';
import type { PortalSession } from '../data/session.ts';
import type { PortalTicket } from '../data/tickets.ts';

const HOUR_MS = 3_600_000;
const OPEN_PATHS = ['/portal/v1/site'];

/** Answers every question but how the portal looks with samples: nobody's data is in a preview. */
export function answerWithSamples(reader: () => PortalSession | null): void {
  api.use({
    onRequest({ schemaPath }) {
      if (OPEN_PATHS.includes(schemaPath)) return undefined;
      if (schemaPath === '/portal/v1/session') {
        const session = reader();
        return Response.json(session ?? { code: 'unauthenticated' }, {
          status: session ? 200 : 401,
        });
      }
      const items = SAMPLES[schemaPath]?.() ?? [];
      return Response.json({ items, nextCursor: null });
    },
  });
}

const SAMPLES: Record<string, () => unknown[]> = {
  '/portal/v1/tickets': sampleTickets,
  '/portal/v1/devices': sampleDevices,
};

/** Who is greeted where contacts would be. */
export const sampleSession = (
  names: { firstName: string; lastName: string },
  company: string,
): PortalSession => ({
  contact: {
    id: 0,
    ...names,
    email: '',
    phone: null,
    language: 'en',
    isMainContact: false,
    username: '',
  },
  customerName: null,
  mails: Object.fromEntries(
    CONTACT_MAIL_KINDS.map((kind) => [kind, true]),
  ) as PortalSession['mails'],
  hasOwnPassword: true,
  mustChangePassword: false,
  companyName: company,
});

function sampleTickets(): PortalTicket[] {
  const ticket = (number: number, subject: string, more: Partial<PortalTicket>): PortalTicket => ({
    number,
    subject,
    status: 'open',
    priority: 'medium',
    contact: null,
    assignee: null,
    createdAt: new Date(Date.now() - 30 * HOUR_MS).toISOString(),
    updatedAt: new Date(Date.now() - 2 * HOUR_MS).toISOString(),
    isOwn: true,
    isUnread: false,
    ...more,
  });
  return [
    ticket(1042, i18next.t('portal-settings:preview.sampleOne'), {}),
    ticket(1037, i18next.t('portal-settings:preview.sampleTwo'), { status: 'pending' }),
  ];
}

function sampleDevices(): PortalDevice[] {
  const name = i18next.t('portal-settings:preview.sampleDevice');
  const lastSeenAt = new Date().toISOString();
  return [{ id: 1, name, type: 'laptop', os: '', state: 'online', lastSeenAt, openTicketCount: 0 }];
}
