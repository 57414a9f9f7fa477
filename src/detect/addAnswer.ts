import type { EventFields, Item } from '../event/event.ts';
import type { Answer } from '../listen/page.ts';
import { type Cart, isAlike, readThing } from '../read/cart.ts';
import { flatten, pick } from '../read/flatten.ts';
import { readRefusal } from '../read/refusal.ts';
import type { Act } from './attempts.ts';

/**
 * Why an answer to an add means no, or undefined. A server that added none of it may say that no other way: none, or as many
 * `pieces` in the cart as there were `before`.
 */
export const readAddRefusal = ({ status, body, text }: Answer, pieces: unknown, before: unknown): string | undefined =>
  readRefusal(status, body) ??
  readHtmlRefusal(text) ??
  (pieces === before || pick(flatten(body), /^(\w+\.)?quantity$/)?.[1] === 0 ? 'nothing' : undefined);

/** How many pieces the cart holds, as an answer tells. */
export const readPieces = (body: unknown): unknown => pick(flatten(body), /(cart|basket)\.total_?quantity$/i)?.[1];

/** HTML answers carry their refusal as a notice. */
const readHtmlRefusal = (text: string): string | undefined =>
  /^\s*</.test(text) &&
  /class=["'][^"']*\b(alert-(danger|warning)|[\w-]+-error)\b|error[_-]?list[^>]*>\s*<li/.test(text) &&
  !/alert-success/.test(text)
    ? 'notice'
    : undefined;

/** An answer that only says where to go next decides nothing: the page it leads to does. */
export const leadsAway = (body: unknown): boolean => {
  const keys = Object.keys(Object(body));
  return keys.length < 3 && keys.some((key) => /^(back_?url|product_url|redirect(_?url)?)$/i.test(key));
};

/** By how many pieces a line of the cart has grown; 0 where nothing is known of what was there. */
export const grownBy = (line: Item, before: Cart | undefined) => {
  const old = before?.items.find((item) => item.item_id === line.item_id && item.item_name === line.item_name);
  return before && line.quantity ? line.quantity - (old?.quantity ?? 0) : 0;
};

/** What the request and its answer tell of what was added: the growth of its lines, their ids, names and prices. */
export const readAddAnswer = (
  { url, fields, body }: Answer,
  act: Act,
  before: Cart | undefined,
  after: Cart | undefined,
): EventFields => {
  const [wanted = {}] = act.fields.items ?? [];
  const sent = fields
    .filter(([key]) => /id|sku|product|variant/i.test(key) && !/(cart|basket)_?id$/i.test(key))
    // An `id` beside that of a product may be the line's own.
    .sort(([one], [other]) => +(one === 'id') - +(other === 'id'))
    .map(([, id]) => String(id));
  // `/cart/addproduct/21`
  const [, named] = /\/add\w*\/(\d+)/i.exec(url) ?? [];
  const ids = [wanted.item_id, ...((act.note?.ids as string[]) ?? []), ...sent, named].filter((id) => id !== undefined);
  // A set, or all that a page offers: the request names several.
  const several =
    after?.items.filter((line) => line.item_id && sent.includes(line.item_id) && grownBy(line, before) > 0) ?? [];
  if (several.length > 1)
    return { items: several.map((line) => ({ ...line, quantity: grownBy(line, before) })), currency: after?.currency };
  // A request may send the whole cart along: of the lines that it names, what was added is the one that has grown.
  const isNamed = (item: Item) => wanted.item_name && item.item_name === wanted.item_name;
  const lines = after?.items.filter((item) => isNamed(item) || (item.item_id && ids.includes(item.item_id))) ?? [];
  const line = lines.find((item) => grownBy(item, before) > 0) ?? lines.find(isNamed) ?? lines[0];
  // What was chosen last may be called otherwise than the page it was chosen on; so may a part of a set, by which it stands.
  const thing = line ? (line.item_name === act.note?.beside ? line : undefined) : readThing(body, sent);
  const other = thing && !isAlike({ item_name: thing.item_name }, { item_name: wanted.item_name }) ? thing : undefined;
  // A double click may have added twice: what an answer before this one has shown counts as well.
  const grown = (line ? grownBy(line, before) : 0) + Number(act.note?.grown ?? 0);
  act.note = { ...act.note, grown };
  const asked = Number(pick(fields, /(^|[.[_]|product|item)(quantity|qty)(_wanted)?\]?(\[\])?$/i)?.[1]);
  const item = {
    item_id: (line ?? other)?.item_id ?? wanted.item_id ?? ids[0],
    item_name: other?.item_name ?? wanted.item_name ?? (line ?? thing)?.item_name,
    price: other?.price ?? wanted.price ?? (line ?? thing)?.price,
    quantity: grown > 0 ? grown : asked || wanted.quantity,
  };
  // A cart may be kept in another currency than the page shows until the shop has changed it.
  const isOther = wanted.price !== undefined && line?.price !== undefined && item.price !== line.price;
  return { items: [item], currency: isOther ? undefined : after?.currency };
};
