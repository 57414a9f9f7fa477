import { readPrice } from './price.ts';
import { fold } from './text.ts';

/** The sums that a cart, checkout or confirmation names. */
export interface Totals {
  total?: number;
  tax?: number;
  shipping?: number;
  discount?: number;
  currency?: string;
  /** The order number as shown to the customer. */
  order?: string;
}

const SUBTOTAL =
  /sub|zwischen|artikel|sous|items|products?\b|parcial|parziale|tussen|czesciow|mezi|resz|tetel|delsum|vali|ara ?toplam|alt toplam|под|промеж|проміж|υποσυν|μερικ|小計|小计|소계|فرعي|ביניים|save|excl|before|net\b|netto|\bht\b/;
const TOTAL =
  /\btotal\b|gesamt|^summe|endbetrag|bestellsumme|\btotale\b|totaal|razem|^suma|lacznie|do zaplaty|celkem|vegosszeg|osszesen|fizetendo|totalt|^summa|\bi alt\b|yhteensa|toplam|итого|всего|к оплате|разом|всього|до сплати|συνολο|合計|总[计价额]|總計|合计|합계|총 ?(액|계|주문|결제)|[إا]جمالي|مجموع|סה"כ|סך|tong/;
const GRAND =
  /grand|order total|total (paid|charged|due|order)|gesamt(summe|betrag)|endbetrag|bestellsumme|ttc|total (de la commande|general|del pedido|a pagar|a payer)|ordine|te betalen|do zaplaty|k uhrade|k platbe|vegosszeg|fizetendo|genel|к оплате|до сплати|总计|総/;
const TAX =
  /\b(tax(es)?|vat|gst|hst|tva|iva|btw|dph|dan|afa|ado|mva|alv|kdv)\b|steuer|mwst|impost|podat|moms|skatt|\bvero|vergi|налог|ндс|пдв|φπα|税|세금|ضريب|מע"מ/;
const SHIPPING =
  /shipping|delivery|versand|liefer|livraison|frais de port|envio|spedizion|consegna|frete|entrega|verzend|dostaw|wysylk|doprav|postovn|szallit|livrare|transport|frakt|levering|fragt|toimitus|kargo|teslimat|достав|αποστολ|μεταφορικ|送料|配送|运费|運費|배송|شحن|توصيل|משלוח/;
const DISCOUNT =
  /discount|rabat|remise|descuento|sconto|desconto|korting|slev|kedvezm|reducer|alennus|indirim|скидк|знижк|εκπτωσ|割引|优惠|折扣|할인|خصم|הנחה/;
const ORDER =
  /order|bestell|auftrag|commande|pedido|orden|ordine|encomenda|zamowien|objednav|rendeles|comen[zd]|comand|ordre|tilaus|siparis|заказ|замовл|παραγγελ|注文|订单|訂單|주문|طلب|הזמנ|don hang|pesanan/;
const NUMBER =
  /number|\bno\b|\bnr|num|#|№|\bid\b|\bref|code|nummer|n[°ºo.]|cislo|szam|номер|αριθμ|番号|号|號|번호|رقم|מספר|^[\p{L}]+ ?:?$/u;

/** The token behind an order label: with a digit, or all capitals (references), never a word or a date. */
const toOrderId = (text: string): string | undefined =>
  [...text.matchAll(/[A-Z0-9][A-Z0-9\-_/]{0,39}/gi)]
    .map(([token]) => token.replace(/[-_/]+$/, ''))
    .find((token) => (/\d/.test(token) && !/^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d/.test(token)) || /^[A-Z]{5,}$/.test(token));

/**
 * Reads labelled sums and the order number from a page. A label is a short text node; its amount is what follows it in
 * the closest ancestor that holds one, be that a table row, a list entry or two boxes side by side.
 */
export const readTotals = (root: Element, hint?: string): Totals => {
  const totals: Totals = {};
  let grand = false;
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < 4000 && texts.nextNode(); seen++) {
    const node = texts.currentNode;
    const raw = node.nodeValue ?? '';
    if (
      raw.length < 2 ||
      raw.length > 160 ||
      /^(SCRIPT|STYLE|OPTION|BUTTON|A)$/.test(node.parentElement?.tagName ?? '')
    )
      continue;
    const label = fold(raw);
    if (!/\p{L}/u.test(label)) continue;
    const behind = (read: (text: string) => boolean) => {
      let box: Element | null = node.parentElement;
      for (let up = 0; up < 4 && box; up++, box = box.parentElement) {
        const text = box.textContent ?? '';
        if (text.length > 400) return;
        if (read(text.slice(text.indexOf(raw) + (box === node.parentElement && text === raw ? 0 : raw.length)).trim()))
          return;
      }
    };
    const amount = (set: (value: number) => void) =>
      behind((text) => {
        const price = readPrice(text.replace(/^.*?[::]/, '').trim() || text, hint, true) ?? readPrice(text, hint, true);
        if (!price) return false;
        set(Math.abs(price.value));
        totals.currency ??= price.currency;
        return true;
      });
    if (!totals.order && ORDER.test(label) && NUMBER.test(label) && !/total|date|status/.test(label)) {
      totals.order = toOrderId(raw.replace(/^.*?(?=[#№:：]|\d)/s, ''));
      if (!totals.order) {
        behind((text) => {
          totals.order = toOrderId(text.slice(0, 80));
          return Boolean(totals.order);
        });
      }
    }
    if (label.length > 60) continue;
    if (TOTAL.test(label) && !SUBTOTAL.test(label) && !SHIPPING.test(label) && !DISCOUNT.test(label)) {
      const stronger = GRAND.test(label);
      if (TAX.test(label) && !/inc|inkl|ttc|with/.test(label)) amount((value) => (totals.tax ??= value));
      else if (stronger || !grand) amount((value) => (totals.total = value));
      grand ||= stronger;
    } else if (SHIPPING.test(label)) amount((value) => (totals.shipping ??= value));
    else if (DISCOUNT.test(label)) amount((value) => (totals.discount ??= value));
    else if (TAX.test(label)) amount((value) => (totals.tax ??= value));
  }
  return totals;
};
