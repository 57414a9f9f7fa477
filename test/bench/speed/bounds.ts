import type { Figures } from './measureAll.ts';

export interface Bound {
  name: string;
  most: number;
  of(figures: Figures): number;
}

const FREE = 'CPU as it is';
const PRODUCT = 'Product page';
const WAITING = 'Events of earlier pages, CPU as it is';

const ratio = (part: string, name: string, floor: string) => (figures: Figures) =>
  figures.of(part, name) / figures.of(part, name, floor);

/** What is promised: README and CHANGELOG rest on it. */
export const BOUNDS: Bound[] = [
  { name: 'track(), median, times the durable floor', most: 2, of: ratio(FREE, 'track(), median, wall', 'durable') },
  {
    name: 'CPU of 1000 events, times the durable floor',
    most: 1.2,
    of: ratio(FREE, 'CPU of 1000 events delivered', 'durable'),
  },
  { name: 'start, times the durable floor', most: 3, of: ratio(FREE, 'load, start and landing', 'durable') },
  {
    name: 'start on a product page at 4x, longest task, our part, ms',
    most: 10,
    of: (figures) => figures.of(PRODUCT, 'longest task, script part'),
  },
  {
    name: 'a press at 4x, with us and without, ms apart',
    most: 1,
    of: (figures) =>
      figures.of(PRODUCT, 'press on "Add to cart"') - figures.of(PRODUCT, 'press on "Add to cart"', 'nothing'),
  },
  { name: 'layouts forced', most: 0, of: (figures) => figures.of(PRODUCT, 'layouts forced') },
  { name: 'observers of changes left', most: 0, of: (figures) => figures.of(PRODUCT, 'observers of changes, left') },
  {
    name: '10,000 events of earlier pages: longest task after load, ms',
    most: 10,
    of: (figures) => figures.of(WAITING, 'longest task after load', '10000'),
  },
  {
    name: '10,000 events of earlier pages: own event later than without, ms',
    most: 100,
    of: (figures) =>
      figures.of(WAITING, 'from track() to the endpoint, wall', '10000') -
      figures.of(WAITING, 'from track() to the endpoint, wall', '0'),
  },
  {
    name: '10,000 events of earlier pages: requests',
    most: 25,
    of: (figures) => figures.of(WAITING, 'requests with events of earlier pages', '10000'),
  },
  {
    name: '10,000 events of earlier pages: in flight at once',
    most: 1,
    of: (figures) => figures.of(WAITING, 'requests in flight, at most', '10000'),
  },
  {
    name: '10,000 events of earlier pages: requests before load',
    most: 0,
    of: (figures) => figures.of(WAITING, 'of these before load', '10000'),
  },
];

export const holds = ({ of, most }: Bound, figures: Figures): { value: number; isHeld: boolean } => {
  const value = of(figures);
  return { value, isHeld: value <= most };
};
