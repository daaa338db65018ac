import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

/** The numbering plans of all countries are heavy and seldom needed: a chunk of their own. */
const plansQuery = {
  queryKey: ['phonePlans'],
  queryFn: () => import('libphonenumber-js/min'),
  staleTime: Number.POSITIVE_INFINITY,
};

/** The country that the reader dials in, as far as his browser tells; ISO 3166. */
export function readersRegion(): string | undefined {
  for (const tag of navigator.languages) {
    const region = new Intl.Locale(tag).region;
    if (region) return region;
  }
  return navigator.languages[0]
    ? new Intl.Locale(navigator.languages[0]).maximize().region
    : undefined;
}

/** As the reader dials it: the national form for numbers of his country, else the international one. */
export function useReadersPhone(number: string | null): string {
  const { data: plans } = useQuery({ ...plansQuery, enabled: number !== null });
  if (!number) return '';
  const parsed = plans?.parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === readersRegion()
    ? parsed.formatNational()
    : parsed.formatInternational();
}

export function PhoneNumber({ number }: { number: string }) {
  return <Anchor href={`tel:${number}`}>{useReadersPhone(number)}</Anchor>;
}
