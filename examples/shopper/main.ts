/** `npx tsx examples/shopper/main.ts --shop http://127.0.0.1:4010 [--storefront URL] [--count 50] [--seed 1] [--concurrency 2]` */
import { parseArgs } from 'node:util';
import { needBrowser } from '../../test/browser/browser.mjs';
import { progressLine, sendShoppers } from './send.ts';

const { values } = parseArgs({
  options: {
    shop: { type: 'string', default: 'http://127.0.0.1:4010' },
    storefront: { type: 'string' },
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    concurrency: { type: 'string', default: '2' },
  },
});

console.log(`Seed ${values.seed}`);
const walks = await sendShoppers({
  browserPath: needBrowser(),
  shopUrl: values.shop,
  ...(values.storefront && { storefrontUrl: values.storefront }),
  count: Number(values.count),
  seed: Number(values.seed),
  concurrency: Number(values.concurrency),
  onProgress: (progress) => console.log(progressLine(progress)),
});

const share = (label: string, reached: number) => console.log(`${label.padEnd(18)}${String(reached).padStart(5)}`);
share('viewed a product', walks.filter(({ viewed }) => viewed.length).length);
share('added to cart', walks.filter(({ added }) => added.length).length);
share('began checkout', walks.filter(({ checkout }) => checkout).length);
share('bought', walks.filter(({ order }) => order).length);
share('left a lead', walks.filter(({ lead }) => lead).length);
