import { textOf } from './text.ts';

/** Where a page keeps what it is about, apart from drawers and frames. */
export const mainOf = (doc: Document): Element => doc.querySelector('main,[role="main"]') ?? doc.body;

/** The heading of what a page is about, else the shop's own name. */
export const headOf = (doc: Document): Element | undefined => {
  const heads = [...doc.querySelectorAll('h1,h2,h3')].slice(0, 40).filter((head) => textOf(head));
  // What leads to another page is the shop's name or a line of a drawer.
  const own = heads.filter(
    (head) => !head.closest('header,nav,[id*="logo" i],[class*="logo" i]') && !head.querySelector('a'),
  );
  const isFirst = ({ tagName }: Element) => tagName === 'H1';
  return (
    own.find(isFirst) ??
    // Where there is none, one that the page's title begins or ends with.
    own.find((head) => doc.title.startsWith(textOf(head)) || doc.title.endsWith(textOf(head))) ??
    heads.filter(isFirst).pop()
  );
};
