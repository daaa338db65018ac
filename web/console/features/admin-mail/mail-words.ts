import { useTranslation } from 'react-i18next';

// Reasons and outcomes are stable words of the server. A newer server may know more of them than
// this page; the bare word is then better than nothing.

/** Why a mail was suspended or dropped, as a sentence. */
export function useReason(reason: string | null): string | null {
  const word = useWord();
  return reason && word(`incoming.reason.${reason}`, reason);
}

/** A text of the catalogue whose key is only known at run time. */
export function useWord(): (key: string, otherwise: string) => string {
  const { t } = useTranslation('admin');
  const find = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return (key, otherwise) => find(key, { defaultValue: otherwise });
}
