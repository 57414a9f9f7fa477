import { parseArgs } from 'node:util';
import { createStorefront } from './createStorefront.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '8082' },
    endpoint: { type: 'string', default: 'http://localhost:8080/e' },
  },
});

const { url } = await createStorefront({ endpoint: values.endpoint, port: Number(values.port) });
console.log(`Storefront: ${url}  (events go to ${values.endpoint})`);
