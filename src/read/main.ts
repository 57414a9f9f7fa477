/** Where a page keeps what it is about, apart from drawers and frames. */
export const mainOf = (doc: Document): Element => doc.querySelector('main,[role="main"]') ?? doc.body;

/** The heading of what a page is about: the shop's own name may be one too. */
export const headOf = (doc: Document): Element | undefined => {
  const heads = [...doc.querySelectorAll('h1')];
  return heads.find((head) => !head.closest('header,nav,[id*="logo" i],[class*="logo" i]')) ?? heads.pop();
};
