import { z } from 'zod';
import { requiredLine, text } from '#platform/http/fields.ts';
import { LIMITS } from '#shared/limits.ts';

export const Html = text(LIMITS.messageHtmlChars);
export const Subject = requiredLine(LIMITS.subjectChars);
export const AttachmentIds = z.array(z.number().int().positive()).max(LIMITS.attachmentsPerMessage);

/** What a message is made of, whoever writes it. */
export const Written = z.strictObject({ html: Html, attachmentIds: AttachmentIds.optional() });
