import { createRandom } from '../../../ledger/world.ts';
import { createDraw, drawPlace, type Traits } from '../traits.ts';

/** What differs from app to app: the page is drawn by a script, and says little about itself. */
export interface AppTraits extends Pick<Traits, 'locale' | 'currency' | 'words' | 'names'> {
  /** Where the route stands in the address, and in which words. */
  routes: 'path' | 'hash';
  paths: 'english' | 'own' | 'prefixed';
  /** How the app asks; `kept`: the cart never leaves the page, only orders do. */
  wire: 'rest' | 'graphql' | 'rpc' | 'action' | 'kept';
  /** Which names its server's addresses and fields have. */
  nouns: ['cart' | 'basket' | 'bag', 'items' | 'lines' | 'entries'];
  host: 'shop' | 'api';
  /** Where the goods come from: asked for, embedded in the page as state, or part of the script. */
  source: 'asked' | 'state' | 'bundle';
  delayMs: number;
  wait: 'skeleton' | 'spinner' | 'nothing';
  classes: 'utility' | 'hashed' | 'modules' | 'none';
  hasTestIds: boolean;
  control: 'button' | 'div' | 'icon' | 'form';
  heading: 'h1' | 'h2' | 'p' | 'div';
  told: 'nothing' | 'json-ld';
  ids: 'uuid' | 'gid' | 'base64' | 'number' | 'slug';
  money: 'minor' | 'decimal' | 'number' | 'object' | 'cents';
  shape: 'flat' | 'nested' | 'edges';
  /** What a change of the cart is answered with, and what it is wrapped in. */
  answer: 'cart' | 'line' | 'word';
  wrap: 'bare' | 'cart' | 'data';
  refusal: 'status' | 'body';
  /** Changes are drawn before they are answered, and taken back where they are refused. */
  isOptimistic: boolean;
  feedback: 'drawer' | 'toast' | 'badge' | 'label';
  variants: 'none' | 'buttons' | 'radios' | 'select';
  stepper: 'text' | 'field' | 'none';
  price: 'plain' | 'sale' | 'parts';
  /** The cart has a page of its own, or only a drawer. */
  cart: 'page' | 'drawer';
  /** What a line of the cart tells: what one piece costs, what all do, or both. */
  row: 'each' | 'sum' | 'both';
  checkout: 'steps' | 'routes' | 'one form' | 'express';
  payment: 'taken' | 'failing first';
  /** What placing the order is answered with: the order, or only where to go. */
  placed: 'order' | 'word';
  done: 'order' | 'thanks';
  confirmation: 'row' | 'sentence' | 'heading' | 'address';
  isTotalTold: boolean;
  /** What an order in the account looks like: a page of its own, or that of the confirmation, thanks and all. */
  account: 'plain' | 'thanks';
}

/** The same app from the same seed, on every machine. */
export const drawAppTraits = (seed: number): AppTraits => {
  const draw = createDraw(createRandom(seed));
  return {
    ...drawPlace(draw),
    names: draw('plain', 'plain', 'numbers', 'own script'),
    routes: draw('path', 'path', 'path', 'hash'),
    paths: draw('english', 'english', 'own', 'prefixed'),
    wire: draw('rest', 'graphql', 'rpc', 'action', 'kept'),
    nouns: [draw('cart', 'cart', 'basket', 'bag'), draw('items', 'lines', 'entries')],
    host: draw('shop', 'api'),
    source: draw('asked', 'asked', 'state', 'bundle'),
    delayMs: draw(10, 120, 450),
    wait: draw('skeleton', 'spinner', 'nothing'),
    classes: draw('utility', 'hashed', 'modules', 'none'),
    hasTestIds: draw(true, false),
    control: draw('button', 'div', 'icon', 'form'),
    heading: draw('h1', 'h1', 'h2', 'p', 'div'),
    told: draw('nothing', 'nothing', 'json-ld'),
    ids: draw('uuid', 'gid', 'base64', 'number', 'slug'),
    money: draw('minor', 'decimal', 'number', 'object', 'cents'),
    shape: draw('flat', 'nested', 'edges'),
    answer: draw('cart', 'line', 'word'),
    wrap: draw('bare', 'cart', 'data'),
    refusal: draw('status', 'body'),
    isOptimistic: draw(true, false),
    feedback: draw('drawer', 'toast', 'badge', 'label'),
    variants: draw('none', 'buttons', 'radios', 'select'),
    stepper: draw('text', 'field', 'none'),
    price: draw('plain', 'sale', 'parts'),
    cart: draw('page', 'page', 'drawer'),
    row: draw('each', 'sum', 'both'),
    checkout: draw('steps', 'routes', 'one form', 'express'),
    payment: draw('taken', 'failing first'),
    placed: draw('order', 'word'),
    done: draw('order', 'thanks'),
    confirmation: draw('row', 'sentence', 'heading', 'address'),
    isTotalTold: draw(true, true, false),
    account: draw('plain', 'thanks'),
  };
};
