import { CART } from './label.ts';
import { fold, textOf } from './text.ts';

/** Which station of the way to the order a page is. */
export type Place = 'cart' | 'checkout' | 'confirmation';

const CART_PATH =
  /[/#](cart|basket|bag|shopping-?(cart|bag)|warenkorb|panier|carrito|carro|cesta|carrello|carrinho|cesto|winkelwagen|winkelmand(je)?|koszyk|kosik|nakupni-kosik|kosar|cos|cos-de-cumparaturi|varukorg|kundvagn|(indkobs|handle)?kurv|ostoskori|sepet(im)?|korzina|koshik|keranjang)(\.\w+)?\/?(index)?$/;
const CHECKOUT_PATH =
  /check-?out|kasse|kassa|commande|caisse|finalizar|tramitar|cassa|afrekenen|bestellen|pokladna|objednavk|penztar|zamowieni|(^|\/)orders?\/?(new|address|delivery|payment)?$|onepage|oformlen|odeme|bestellung|tilaus|kassan|betaling/;
const CONFIRMED_PATH =
  /order[-_/]?(received|confirm|complete|success|placed|thank)|confirm|success|thank|danke|merci|gracias|grazie|obrigad|bedankt|dziekuj|dekuj|koszonj|tack|tak-for|complete\b|completed|\bfinish|receipt|bestaetig|potvrz|potwierdz/;
const THANKS =
  /thank|order (received|confirm|complete|placed)|danke|dank (fur|voor)|bestell(ung)?(bestatigung| (erhalten|eingegangen))|merci|commande (recue|confirm)|confirmation de commande|gracias|pedido (recibido|completado|confirmado)|grazie|ordine (ricevuto|confermato)|obrigad|bedankt|dziek|zamowienie (otrzymane|zlozone)|dekuj|koszon|megrendeles(et)? (megkap|fogad)|multumi|tack|tak for|takk|kiitos|tesekkur|siparis(iniz)? alin|спасибо|дяку|ευχαριστ|ありがとう|感谢|感謝|谢谢|감사|شكر|תודה/;
const NOT_CONFIRMED =
  /order-pay|track|account|konto|compte|cuenta|customer\/|history|cancel|fail|declin|abbruch|newsletter|subscri|contact|kontakt|register|login|wishlist|review/;

/** Path and hash, folded: single-page shops keep their stations in either. */
const pathOf = (url: string) => {
  const { pathname, hash } = new URL(url);
  let path = pathname + hash;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A percent sign that encodes nothing: compared as it stands.
  }
  return fold(path);
};

/** The page's main heading, folded. */
export const headingOf = (doc: Document): string => fold(textOf(doc.querySelector('h1')) || doc.title);

/** Says thanks for an order, or that one was received: in the heading, in many languages. */
export const saysThanks = (text: string): boolean => THANKS.test(text);

export const readPlace = (url: string, doc: Document): Place | undefined => {
  const path = pathOf(url);
  const heading = headingOf(doc);
  const body = fold(`${doc.body?.id} ${doc.body?.className}`);
  const inOrder = CHECKOUT_PATH.test(path) || /order|bestell|confirm/.test(path) || /confirm|order.received/.test(body);
  if (!NOT_CONFIRMED.test(path)) {
    if (CONFIRMED_PATH.test(path) && (inOrder || saysThanks(heading))) return 'confirmation';
    if (inOrder && saysThanks(heading)) return 'confirmation';
  }
  if (CART_PATH.test(path)) return 'cart';
  if (NOT_CONFIRMED.test(path)) return;
  if (CHECKOUT_PATH.test(path)) return 'checkout';
  return heading.length < 30 && CART.test(heading) ? 'cart' : undefined;
};

/** Says that an order failed, was cancelled or waits: the same address can be any of these. */
export const saysFailed = (text: string): boolean =>
  /fail|declin|cancel|unsuccess|not (been )?(complete|process)|fehlgeschlagen|abgelehnt|abgebrochen|echou|refus|rechaz|cancelad|rifiutat|annullat|mislukt|geweiger|odrzuc|anulow|zamitnut|zrusen|sikertelen|elutasit|esuat|misslyck|avbrut|mislyk|afvist|avvist|epaonnist|basarisiz|отклон|не удалось|отмен|失敗|失败|실패|فشل/.test(
    text,
  );
