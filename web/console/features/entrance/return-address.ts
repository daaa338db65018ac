/** Where to go after signing in: only addresses of this console, never another site. */
export function safeReturnAddress(next: string | undefined): string | null {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next)) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them from addresses
  return /[\u0000-\u001f\\]/.test(next) ? null : next;
}
