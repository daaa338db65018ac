import type { DnsResolver } from '#platform/mail/dns-resolver.ts';
import { until } from './smtp-client.ts';
import type { TestTenant } from './tenant.ts';
import type { TestServer } from './test-server.ts';

/** The DNS of a test: what it was told, and for certain nothing else. */
export interface TestDns {
  resolve: DnsResolver;
  /** Makes a record; several of one name and type stand side by side. */
  add(type: string, name: string, value: string): void;
  /** Takes all records of that name and type away. */
  remove(type: string, name: string): void;
  /** No name server answers for as long as this is true. */
  isSilent: boolean;
}

export function makeDns(): TestDns {
  const zone = new Map<string, string[]>();
  const keyOf = (type: string, name: string) => `${type} ${name.toLowerCase()}`;
  const dns: TestDns = {
    isSilent: false,
    async resolve(name, type) {
      if (dns.isSilent) throw Object.assign(new Error('silent'), { code: 'ETIMEOUT' });
      const values = zone.get(keyOf(type, name));
      if (!values) throw Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' });
      return type === 'TXT' ? values.map((value) => [value]) : values;
    },
    add(type, name, value) {
      const key = keyOf(type, name);
      zone.set(key, [...(zone.get(key) ?? []), value]);
    },
    remove: (type, name) => void zone.delete(keyOf(type, name)),
  };
  return dns;
}

interface ShownMailbox {
  id: number;
  waitsForProof: boolean;
  records: { purpose: string; type: string; host: string; value: string }[];
}

/** Makes the record that a mailbox asks for, if it does, and waits until it gets mail. */
export async function proveMailDomain(
  server: TestServer,
  tenant: TestTenant,
  mailbox: ShownMailbox,
): Promise<void> {
  const record = mailbox.records.find(({ purpose }) => purpose === 'proof');
  if (!mailbox.waitsForProof || !record) return;
  const dns = makeDns();
  dns.add(record.type, record.host, record.value);
  server.platform.dns = dns.resolve;
  await tenant.admin.post(`/api/v1/mailboxes/${mailbox.id}/proof-checks`);
  await until(async () => {
    const { items } = (await tenant.admin.get('/api/v1/mailboxes')).body;
    const now = items.find(({ id }: ShownMailbox) => id === mailbox.id);
    return now.waitsForProof ? undefined : true;
  }, 'the proof of the mail domain');
}
