/** Codes of authenticator apps. */
export const CODE_DIGITS = 6;

/** The digits of what was typed or pasted: apps show spaces between them. */
export const cleanCode = (typed: string): string => typed.replace(/\D/g, '').slice(0, CODE_DIGITS);
