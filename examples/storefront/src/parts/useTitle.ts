import { useEffect } from 'react';
import { BRAND } from '../brand.ts';

/** Names the page in the tab, in the history, and to whoever reads it aloud. */
export const useTitle = (title?: string): void => {
  useEffect(() => {
    document.title = title ? `${title} · ${BRAND}` : BRAND;
  }, [title]);
};
