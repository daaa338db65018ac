import { PassThrough, type Readable } from 'node:stream';
import { systemActor } from '#platform/actor.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { StoredFile } from '#platform/files/file-store.ts';
import { enqueue } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { fileMail } from './mailroom.jobs.ts';
import { insertInboundMessage, isFirstInbound } from './mailroom.queries.ts';
import type { Recipient } from './resolve-recipient.ts';

export interface ReceivedEnvelope {
  remoteIp: string;
  helo: string;
  /** '' for the null reverse-path. */
  from: string;
  recipients: Recipient[];
  /** Our own Received field, with line end. */
  trace: string;
}

const MAILROOM = systemActor('mailroom');

/**
 * Stores a message for every tenant that it is for, each with the job that will file it. Once
 * this returns the message is ours: on disk, and committed. Throws when it is not; the sender's
 * server then tries again, and duplicates are recognised when filed.
 */
export async function receiveMail(
  platform: Platform,
  envelope: ReceivedEnvelope,
  content: Readable,
): Promise<void> {
  const stored = await storeRaw(platform, envelope.trace, content);
  const tenantIds = [...new Set(envelope.recipients.map(({ tenantId }) => tenantId))];
  for (const [index, tenantId] of tenantIds.entries()) {
    // Each company has a copy of its own: one may delete it, the other keep it.
    const copy =
      index === 0 ? stored : await platform.files.put(await platform.files.stream(stored.key));
    await platform.db.withTenant({ tenantId, actor: MAILROOM }, async (tx) => {
      const id = await insertInboundMessage(tx, {
        raw_key: copy.key,
        raw_sha256: copy.sha256,
        size_bytes: copy.sizeBytes,
        envelope_from: envelope.from,
        envelope_to: envelope.recipients
          .filter((recipient) => recipient.tenantId === tenantId)
          .map(({ address }) => address),
        remote_ip: envelope.remoteIp,
        helo: envelope.helo,
      });
      await enqueue(tx, fileMail, { inboundMessageId: id });
      // A new company waits for it: whatever becomes of it, it has arrived.
      if (await isFirstInbound(tx, id)) await publish(tx, { kind: 'firstMail', ids: {} });
    });
  }
}

/** Streams to disk; the whole message is never in memory. Reads to its end even when that fails. */
async function storeRaw(platform: Platform, trace: string, content: Readable): Promise<StoredFile> {
  const body = new PassThrough();
  body.write(trace);
  content.on('error', (error) => body.destroy(error));
  content.on('close', () => {
    // The client went away in the middle: half a message is none.
    if (!content.readableEnded) body.destroy(new Error('the connection was lost during DATA'));
  });
  content.pipe(body);
  try {
    const maxBytes = platform.config.mailMaxBytes + trace.length;
    return await platform.files.put(body, { maxBytes });
  } catch (error) {
    content.unpipe(body);
    await drain(content);
    throw error;
  }
}

/** SMTP has no way to interrupt a message: the answer can be given after its end only. */
async function drain(content: Readable): Promise<void> {
  if (content.destroyed || content.readableEnded) return;
  content.resume();
  await new Promise<void>((resolve) => {
    content.once('end', resolve);
    content.once('close', resolve);
  });
}
