/** Ways to leak: a text of the built file, and what stands in its place. The search has to find each of them. */
export const LEAKS: { name: string; text: string; by: string }[] = [
  {
    name: 'e-mail addresses are told',
    text: String.raw`/[^\s@/?&=#:;,<>"'()]+(?:@|%(?:25)*40)[^\s@/?&=#:;,<>"'()]+\.[A-Za-z]{2,}/g`,
    by: '/$^/g',
  },
  { name: 'numbers are told', text: String.raw`/[+(]?\d(?:[ ()./+\u00a0-]{0,3}\d){8,}/g`, by: '/$^/g' },
  {
    name: 'every query value is told',
    text: '/^(utm_(source|medium|campaign|term|content|id)|page|sort|variant|sku|lang|locale|currency)$/',
    by: '/^/',
  },
  {
    name: "titles of a shopper's own pages are told",
    text: String.raw`/search|\bsuch|recherche|busca|busqueda|ricerca|zoek|szukaj|hledat|[?&](q|s|k|query|keywords?|term)=|account|konto|compte|cuenta|\bconta\b|profil|login|customer|kunde|client|member|user|\border|commande|pedido|ordin[ei]|bestell|zamow|check-?out|kasse|payment|thank|danke|merci|gracias|confirm|success/`,
    by: '/$^/',
  },
  {
    name: 'fields named after a person are told',
    text: '/mail|phone|mobile|^tel$|address|street|postal|zip|(first|last|full|given|family|sur|user|nick|customer)_?name|birth|passw|secret|card_?n|',
    by: '/',
  },
];

/** The built file with one leak in it. */
export const leak = (script: string, { name, text, by }: (typeof LEAKS)[number]): string => {
  if (script.split(text).length !== 2) throw new Error(`"${name}": its text is not once in the built file`);
  return script.replace(text, () => by);
};
