import { seek } from './box.ts';
import { textOf } from './text.ts';

/** Where a page keeps what it is about, apart from drawers and frames. */
export const mainOf = (doc: Document): Element => doc.querySelector('main,[role="main"]') ?? doc.body;

/** The heading of what a page is about: the shop's own name may be one too. */
export const headOf = (doc: Document): Element | undefined => {
  const heads = [...doc.querySelectorAll('h1')].filter((head) => textOf(head));
  return (
    heads.find((head) => !head.closest('header,nav,[id*="logo" i],[class*="logo" i]')) ??
    heads.pop() ??
    // Where there is none, one that the page's title begins with; in a drawer it would be a link.
    seek(mainOf(doc), 'h2,h3').find((head) => doc.title.startsWith(textOf(head) || ' ') && !head.querySelector('a'))
  );
};
