import { textOf } from './text.ts';

/** Where a page keeps what it is about, apart from drawers and frames; a drawer may have a main part of its own. */
export const mainOf = (doc: Document): Element =>
  doc.querySelector(':is(main,[role="main"]):not(:is(aside,dialog,[role="dialog"]) *)') ?? doc.body;

/** The heading of what a page is about, else the shop's own name. */
export const headOf = (doc: Document): Element | undefined => {
  const heads = [...doc.querySelectorAll('h1')].filter((head) => textOf(head));
  // What leads to another page is the shop's name or a line of a drawer.
  const isOwn = (head: Element) =>
    !head.closest('header,nav,footer,a,[id*="logo" i],[class*="logo" i]') && !head.querySelector('a');
  // Where there is none, one that the page's title begins or ends with, whatever it is marked as.
  const isTitle = (head: Element) => {
    const text = textOf(head);
    return text[1] && (doc.title.startsWith(text) || doc.title.endsWith(text)) && isOwn(head);
  };
  const alone = () => [...mainOf(doc).querySelectorAll('p,div,span')].filter((box) => !box.firstElementChild);
  const others = () => [...doc.querySelectorAll('h2,h3'), ...alone()].slice(0, 200);
  return heads.find(isOwn) ?? others().find(isTitle) ?? heads.pop();
};
