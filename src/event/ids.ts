/** 0 inclusive to 1 exclusive. */
export type Random = () => number;

/** Not used yet. */
const drawn: number[] = [];

/** From the browser's generator, many at a time: ids must not collide across the visitors of a shop. */
export const cryptoRandom: Random = () => {
  if (!drawn.length) drawn.push(...crypto.getRandomValues(new Uint32Array(64)));
  return drawn.pop()! / 2 ** 32;
};

const format = (hex: string, version: number): string => {
  const variant = '89ab'[parseInt(hex[16]!, 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const pad = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** A UUIDv7: 48 bits of epoch ms, 74 random bits. https://www.rfc-editor.org/rfc/rfc9562#section-5.7 */
export const uuid7 = (time: number, random: Random): string => {
  const word = () => pad(Math.floor(random() * 2 ** 32), 8);
  return format(pad(time, 12) + word() + word() + word(), 7);
};

/**
 * The id of a stream's event: a UUIDv7 with the stream's own 62 random bits behind 12 that count; after 4096 events its
 * time is one ms ahead, so that none is told twice. To draw and format others takes a page far longer.
 * https://www.rfc-editor.org/rfc/rfc9562#section-6.2 (fixed bit-length dedicated counter)
 */
export const eventId = (stream: string, seq: number, time: number): string => {
  const hex = pad(time + (seq >> 12), 12);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${pad(seq % 4096, 3)}${stream.slice(18)}`;
};

/**
 * FNV-1a, 128 bits, over the text's UTF-8 bytes, as 32 hex digits. Synchronous, unlike the browser's digests, and a
 * few lines in any language. https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export const hash = (text: string): string => {
  let sum = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text))
    sum = BigInt.asUintN(128, (sum ^ BigInt(byte)) * 0x1000000000000000000013bn);
  return sum.toString(16).padStart(32, '0');
};

/**
 * The id of an order's `purchase`: a UUIDv8 whose 122 free bits come from `hash(site + '\n' + order)`, so that one
 * order told twice, by two pages, devices or a server, is one event everywhere. Test vectors: test/event/ids.test.ts
 */
export const orderEventId = (site: string, order: string): string => format(hash(`${site}\n${order}`), 8);
