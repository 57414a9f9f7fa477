/** An amount as a page shows it. `currency` is absent when neither the text nor the page tells it. */
export interface Money {
  value: number;
  currency?: string | undefined;
}

// Codes, each with its signs. A sign under several codes means the one that the page is known to sell in.
const TABLE =
  'aed,د.إ ars,$ aud,$,a$,au$ bdt,৳ bgn,лв bhd brl,r$,r cad,$,c$,ca$ chf,fr clp,$ cny,¥,元,rmb cop,$ czk,kč dkk,kr egp,e£,ج.م eur,€,¢,¤ gbp,£ hkd,$,hk$ huf,ft idr,rp ils,₪,ש"ח inr,₹,rs irr,ریال isk,kr jod jpy,¥,円 krw,₩,원 kwd,kd,د.ك kzt,₸ lkr,rs lyd mad mdl,lei mkd,дин mur,rs mxn,$,mx$ myr,rm ngn,₦ nio,c$ nok,kr npr,rs nzd,$,nz$ omr pen php,₱ pkr,rs pln,zł qar ron,lei rsd,дин rub,₽,руб,р. sar,ر.س sek,kr sgd,$,s$ thb,฿,บาท tnd try,₺,tl twd,$,nt$,元 uah,₴,грн usd,$,us$,¢,¤ uyu,$ vnd,₫,đ xof,fr zar,r';
const THREE_DECIMALS = /BHD|JOD|KWD|LYD|OMR|TND/;
const LARGE: Record<string, number> = { 만: 1e4, 万: 1e4, lakh: 1e5 };
const FREE =
  /^(free|gratis|gratuit[oe]?|kostenlos|ingyenes|zdarma|bezpłatnie|бесплатно|ücretsiz|무료|無料|免费|مجاني)$/;
const NUMBER = "(?:\\d+(?: (?=\\d{3}(?!\\d))\\d+)*(?:[.,'’٬٫·]\\d+)*|[.,]\\d{1,2})";

// Built at first use: a page without a price does not pay for it.
const codes = new Map<string, string[]>();
let amounts: RegExp | undefined;

// Sign and number, number (or a range of two) and sign, or a number alone. No lookbehind: Safari has it since 16.4 only.
const toPattern = () => {
  for (const entry of TABLE.split(' '))
    for (const sign of entry.split(',')) codes.set(sign, [...(codes.get(sign) ?? []), entry.slice(0, 3).toUpperCase()]);
  const signs = [...codes.keys()].sort((a, b) => b.length - a.length);
  // A sign of letters is no part of a word.
  const sign = `(${signs
    .join('|')
    .replace(/[.$]/g, '\\$&')
    .replace(/[a-z](?=\||$)/g, '$&(?![a-z])')})`;
  return new RegExp(
    `(^|[^a-z]|(?=[^a-z]))${sign}\\.? ?[-−]?(${NUMBER})|(${NUMBER})(?: ?[-–~〜] ?${NUMBER})? ?(?!r?[$£¥₹₩₱] ?\\d|[₺₽₴₪₫฿]\\d)${sign}|(${NUMBER})`,
    'gu',
  );
};

/** Digits of every script to 0-9, every space to one kind, dashes for "no cents" dropped, `12€50` to `12,50€`. */
const plain = (text: string, limit = 300) =>
  text
    .slice(0, limit)
    .normalize('NFKC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u2060-\u2069\ufeff]/g, '')
    // Blocks of digits start at a multiple of 16, those of the Indic scripts 6 later.
    .replace(/\P{ASCII}/gu, (c) =>
      /\p{Nd}/u.test(c) ? String((c.charCodeAt(0) & 15) - (c > '\u08ff' && c < '\u0e00' ? 6 : 0)) : c,
    )
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/ (?=[.,]\d)/g, '')
    // Each piece in a box of its own: `12 , 90 kr`.
    .replace(/(\d) ([.,]) (?=\d\d\d?(?!\d))/g, '$1$2')
    .replace(/(\d),[-–—]+(?! ?[€\p{L}])/gu, '$1 kr')
    .replace(/(\d)([.,:] ?[-–—]+|\/-)/g, '$1')
    .replace(/\bus \$/, 'us$')
    // Cents in a box of their own.
    .replace(/^(\D{0,4}[\d., ]*\d[.,]) (?=\d\d\D{0,5}$)/, '$1')
    .replace(/^(\D{0,4}\d{1,3}) (\d\d\D{0,5})$/, '$1.$2')
    .replace(/([\d.,]+) ?(만|万|lakh|jt\b|juta)(?: ?([\d,]+))?/, (_, many, unit, rest = '0') =>
      String(toNumber(many, '') * (LARGE[unit] ?? 1e6) + toNumber(rest, '')),
    )
    .replace(/(\d)[€:](\d\d)(?!\d)/g, '$1,$2€');

/** Which sign is the decimal one: the last of two kinds; a lone one unless three digits follow or it comes again. */
const toNumber = (digits: string, currency: string | undefined) => {
  const signs = digits.replace(/[\d ]/g, '');
  const last = signs.slice(-1);
  const tail = digits.slice(digits.lastIndexOf(last) + 1);
  const group =
    !last ||
    /['’٬]/.test(last) ||
    signs.indexOf(last) < signs.length - 1 ||
    (signs.length === 1 &&
      tail.length === 3 &&
      !/^0?[.,]/.test(digits) &&
      last !== '٫' &&
      !THREE_DECIMALS.test(currency ?? ''));
  const cut = group ? digits.length : digits.lastIndexOf(last);
  return Number(`${digits.slice(0, cut).replace(/\D/g, '') || 0}.${digits.slice(cut).replace(/\D/g, '') || 0}`);
};

/** What a sign next to a number stands for, given what the page is known to sell in. */
const toCurrency = (sign: string, hint: string | undefined): string | undefined => {
  const [code, other] = codes.get(sign) ?? [hint];
  return other && hint !== code ? codes.get(sign)!.find((known) => known === hint) : code;
};

/** Every amount in a text with where it stands; beside another old prices, unit prices, surcharges and what stands in brackets are left out. */
const readAmounts = (clean: string, hint: string | undefined, bare: boolean) => {
  amounts ??= toPattern();
  const found: (Money & { from: number; to: number })[] = [];
  for (const [all, edge = '', before, front, back, after, alone] of clean.matchAll(amounts)) {
    const digits = (front ?? back ?? alone)!;
    const sign = before ?? after ?? '';
    const from = clean.indexOf(all, found[found.length - 1]?.to) + edge.length;
    const to = from + all.length - edge.length;
    if (!sign && !(bare && from === 0 && to === clean.length)) continue;
    const currency = toCurrency(sign, hint);
    const size = toNumber(digits, currency) / (sign === '¢' ? 100 : 1);
    if (/^0\d/.test(digits) || size >= 1e10) continue; // a telephone or card number beside a price
    const lead = clean.slice(0, from);
    const minus = /(^|: ?)[-−] ?$/.test(lead) || (lead === '(' && clean[to] === ')');
    found.push({ value: minus ? -size : size, currency, from, to });
  }
  return found.filter(({ from, to }, at) => {
    const lead = clean.slice(0, from);
    const isAlone = found.length === 1;
    // What says so in a box of its own stands beside another.
    const isOld =
      /\b(^de|was|statt|uvp|old|list|regular price|retail|drive|dříve|helyett|instead|ex(cl\w*)?\.? (tax|vat|gst|btw|mwst))[:. ]*$/.test(
        lead,
      );
    return (
      !(isOld && (bare || !isAlone)) &&
      (isAlone ||
        !(
          /\+[:. ]*$/.test(lead) ||
          /^ ?(\/ ?(\d+ ?)?\p{L}|per |pro )/u.test(clean.slice(to)) ||
          // What is saved, unless the word names the amount behind it.
          (at === found.length - 1 && /^ ?(off\b|rabat|remise|korting|scont)/.test(clean.slice(to))) ||
          ((at > 0 || /\).*\d/.test(clean.slice(to))) && /\([^)]*$|\/ ?$/.test(lead))
        ))
    );
  });
};

/** Every amount in the first `limit` characters that tells its currency by code or sign, in the order they stand. */
export const readPrices = (text: string, hint?: string, limit?: number): Money[] =>
  readAmounts(plain(text, limit), hint, false);

/**
 * The price in a text, as a shopper would read it: without old prices, unit prices, instalments and savings; the lower
 * end of a range. A bare number counts only with `bare`, where the element itself says that it is a price.
 * @param hint ISO 4217 code that the page is known to use; decides what `$`, `kr`, `¥` and no sign at all stand for.
 */
export const readPrice = (text: string, hint?: string, bare = false): Money | undefined => {
  if (!(bare ? text : /\p{N}/u.test(text))) return; // most texts of a page: not worth the work below
  // What comes before `3x de R$ 16,63` is what all instalments are.
  const clean = plain(text).replace(/\d+ ?x de .*/, '');
  if (bare && FREE.test(clean.trim())) return { value: 0 };
  if (!/\d/.test(clean) || /\bsave |\bover /.test(clean)) return;
  const [first, next] = readAmounts(clean, hint, bare);
  if (!first) return;
  const sale = next && !/[-–~〜]/.test(clean.slice(first.to, next.from)) && next.value < first.value ? next : first;
  return { value: sale.value, currency: sale.currency };
};

/** Multiplied and summed without the dust of binary fractions: no currency in use has more than three decimals. */
export const exact = (amount: number): number => Math.round(amount * 1000) / 1000;
