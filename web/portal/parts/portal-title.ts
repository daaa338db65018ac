import { useEffect } from 'react';
import { useSite } from '../data/site.ts';

/** The title in the browser's tab: the page, then whose portal it is. */
export function usePortalTitle(page: string): void {
  const { data: site } = useSite();
  useEffect(() => {
    document.title = site ? `${page} · ${site.name}` : page;
  }, [page, site]);
}
