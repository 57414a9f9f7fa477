/** `npx tsx examples/shop/server.ts [--port 4010] [--endpoint http://127.0.0.1:4000/e] [--consent granted]` */
import { parseArgs } from 'node:util';
import { createShop, type ShopOptions } from './shop.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    endpoint: { type: 'string', default: 'http://127.0.0.1:4000/e' },
    consent: { type: 'string', default: 'granted' },
  },
});

const { url } = await createShop({
  port: Number(values.port),
  endpoint: values.endpoint,
  consent: values.consent as ShopOptions['consent'],
});
console.log(`Shop: ${url}`);
