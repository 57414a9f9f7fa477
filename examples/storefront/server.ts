import { parseArgs } from 'node:util';
import { createStorefront } from './storefront.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '8082' },
    endpoint: { type: 'string', default: 'http://127.0.0.1:8080/e' },
  },
});

const { url } = await createStorefront({ endpoint: values.endpoint, port: Number(values.port) });
console.log(`Storefront: ${url}  (events go to ${values.endpoint})`);
