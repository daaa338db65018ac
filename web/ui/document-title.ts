import { useEffect } from 'react';

/** What the tab is called: by its page, and before it how many things wait to be read. */
let page = 'Portico';
let unread = '';

function write(): void {
  document.title = unread ? `(${unread}) ${page}` : page;
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    page = `${title} · Portico`;
    write();
  }, [title]);
}

/** @param count as it is to be read, such as "3" or "99+"; empty for nothing */
export function useTitleCount(count: string): void {
  useEffect(() => {
    unread = count;
    write();
    return () => {
      unread = '';
      write();
    };
  }, [count]);
}
