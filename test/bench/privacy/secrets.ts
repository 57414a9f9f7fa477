import { seededRandom } from '../../../examples/shopper/chance.ts';

/** What no pattern can find: it must never be read. */
const FREE = ['name', 'address', 'password', 'words'] as const;
/** What is found by its shape even where a page says it of itself. */
const SHAPED = ['email', 'phone', 'card', 'token'] as const;

export type Kind = (typeof FREE)[number] | (typeof SHAPED)[number];

/** Something that must not leave, and where it was put. */
export interface Secret {
  text: string;
  kind: Kind;
  place: string;
}

export type Secrets = ReturnType<typeof createSecrets>;

/** Makes secrets of every kind from a seed, no two alike, and remembers them. */
export const createSecrets = (seed: number) => {
  const random = seededRandom(seed);
  const now = String(Date.now()).slice(0, 6);
  const known = new Set<string>();
  const list: Secret[] = [];

  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(from: ArrayLike<T>): T => from[below(from.length)]!;
  const digits = (count: number, first = '0123456789') =>
    Array.from({ length: count }, (_, at) => pick(at ? '0123456789' : first)).join('');
  /** Ten letters that no language has. */
  const word = (): string => {
    const text = Array.from({ length: 5 }, () => pick('bdfgjkpqvwxz') + pick('aeiou')).join('');
    if (known.has(text)) return word();
    known.add(text);
    return text;
  };
  const capital = () => word().replace(/^./, (letter) => letter.toUpperCase());
  const withCheckDigit = (body: string) => {
    const sum = [...body].reverse().reduce((total, digit, at) => {
      const value = +digit * (at % 2 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return body + ((10 - (sum % 10)) % 10);
  };
  const card = () => {
    const gap = pick(['', ' ', '-']);
    if (below(4))
      return withCheckDigit(pick(['4', '51', '55', '60']).padEnd(2, digits(1)) + digits(13)).replace(
        /.{4}(?!$)/g,
        `$&${gap}`,
      );
    return withCheckDigit(pick(['34', '37']) + digits(12)).replace(/^(.{4})(.{6})/, `$1${gap}$2${gap}`);
  };
  const phone = () =>
    pick([
      () => `+49 ${digits(3, '1')} ${digits(8, '2')}`,
      () => `+1 (${digits(3, '2345')}) ${digits(3, '5')}-${digits(4)}`,
      () => `0${digits(3, '1')}/${digits(8, '23')}`,
      () => `0${digits(3, '7')} ${digits(3)} ${digits(4)}`,
      () => `${digits(3, '2345')}-${digits(3, '5')}-${digits(4)}`,
      () => `00${digits(2, '3')}${digits(9, '6')}`,
    ])();
  const token = () =>
    pick([
      () => Array.from({ length: 32 }, () => pick('0123456789abcdef')).join(''),
      () =>
        Array.from({ length: 32 }, () => pick('0123456789abcdef'))
          .join('')
          .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      () =>
        Array.from({ length: 30 }, () => pick('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789')).join(''),
      () => Buffer.from(`${word()}@${word()}.example`).toString('base64url'),
    ])();
  const makers: Record<Kind, () => string> = {
    name: () => `${capital()} ${capital()}`,
    address: () => `${capital()} Lane ${digits(2)}, ${capital()}`,
    password: () => `${word()}-${digits(3)}!`,
    words: () => `a gift for ${word()}`,
    email: () => {
      const address = `${word()}.${pick(['', 'x+'])}${word()}@${word()}.example`;
      return pick([address, address, address.toUpperCase(), encodeURIComponent(address)]);
    },
    phone,
    card,
    token,
  };

  const make = (kinds: readonly Kind[], place: string): string => {
    const kind = pick(kinds);
    const text = makers[kind]();
    // Times in ms are stored and sent; the last ten digits of a number could stand in one by chance.
    const isTime = kind === 'phone' && now.includes(text.replace(/\D/g, '').slice(-10, -7));
    if (isTime || known.has(text)) return make(kinds, place);
    known.add(text);
    list.push({ text, kind, place });
    return text;
  };
  return {
    list,
    pick,
    /** Of any kind, for a place that is never read. */
    any: (place: string) => make([...FREE, ...SHAPED], place),
    /** Of a kind that has a shape, for a place that the page tells of itself. */
    shaped: (place: string) => make(SHAPED, place),
    of: (kind: Kind, place: string) => make([kind], place),
  };
};
