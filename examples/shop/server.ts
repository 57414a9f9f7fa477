/** `npx tsx examples/shop/server.ts [--port 4010] [--endpoint http://127.0.0.1:4000/e] [--consent granted]` */
import { parseArgs } from 'node:util';
import { consents, createShop } from './shop.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    endpoint: { type: 'string', default: 'http://127.0.0.1:4000/e' },
    consent: { type: 'string', default: 'granted' },
  },
});

const consent = consents.find((mode) => mode === values.consent);
if (!consent) throw new Error(`--consent is one of ${consents.join(', ')}`);

const { url } = await createShop({ port: Number(values.port), endpoint: values.endpoint, consent });
console.log(`Shop: ${url}`);
