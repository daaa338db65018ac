/**
 * Words by which mail programs introduce what they quote, in our five languages. Every pattern
 * is for one line (or a few joined ones) of bounded length, so none of them can become slow.
 */

/** "On 24 Nov 2026, Jane wrote:" and its like; the line may be wrapped over three. */
const ATTRIBUTIONS = [
  /^on\b.{4,250}\bwrote\s?:$/i,
  /^.{2,200}\bon\b.{4,200}\bwrote\s?:$/i,
  /^am\b.{4,250}\bschrieb\b.{0,200}:$/i,
  /^.{2,200}<.{3,150}>\s?schrieb\b.{0,100}:$/i,
  /^.{2,200}\bschrieb\s(?:am|um)\b.{4,150}:$/i,
  /^le\b.{4,250}\ba\s(?:é|e\u0301)crit\s?:$/i,
  /^il\b.{4,250}\bha\sscritto\s?:$/i,
  /^in\sdata\b.{4,250}\bha\sscritto\s?:$/i,
  /^el\b.{4,250}\bescribi(?:ó|o\u0301)\s?:$/i,
  // "2026-11-24 10:00 GMT+01:00 Jane <jane@globex.test>:"
  /^\d{4}[-./]\d{1,2}[-./]\d{1,2}\b.{0,100}<[^<>\s]{3,150}@[^<>\s]{3,150}>\s?:$/,
];

/** Lines of dashes or underscores around "original message". */
const ORIGINAL_MESSAGE =
  /^[-_\s]{2,40}(?:original message|urspr(?:ü|ue)ngliche nachricht|message d['’]origine|message original|messaggio originale|mensaje original)[-_\s]{0,40}$/i;

export const FORWARDED_MESSAGE =
  /(?:forwarded message|weitergeleitete nachricht|message transf(?:é|e)r(?:é|e)|messaggio inoltrato|mensaje reenviado|begin forwarded message|anfang der weitergeleiteten)/i;

const SENDER_LABEL = /^[*_\s]{0,3}(?:from|von|de|da|d[ae] parte di)\s?:[*_]{0,2}\s?\S/i;
const OTHER_LABEL =
  /^[*_\s]{0,3}(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoy(?:é|e)|objet|(?:à|a)|inviato|data|oggetto|a|enviado(?: el)?|fecha|para|asunto)\s?:[*_]{0,2}/i;

export function isAttribution(text: string): boolean {
  const line = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  return line.length <= 400 && ATTRIBUTIONS.some((pattern) => pattern.test(line));
}

export function isOriginalMessageLine(line: string): boolean {
  return line.length <= 120 && ORIGINAL_MESSAGE.test(line.trim());
}

/** "From: … / Sent: … / To: …" as Outlook puts above what it quotes. */
export function startsHeaderBlock(lines: readonly string[]): boolean {
  const [first = '', ...rest] = lines.map((line) => line.trim().slice(0, 300));
  if (!SENDER_LABEL.test(first)) return false;
  return rest.slice(0, 6).filter((line) => OTHER_LABEL.test(line)).length >= 2;
}
