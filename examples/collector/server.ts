/** `tsx server.ts [--port 4300] [--host 127.0.0.1] [--database file.duckdb] [--origin https://shop.example]...` */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCollector } from './collector.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '4300' },
    host: { type: 'string' },
    database: { type: 'string', default: fileURLToPath(new URL('data/funnel.duckdb', import.meta.url)) },
    origin: { type: 'string', multiple: true },
  },
});

const { origin: origins, ...options } = values;
const collector = await createCollector({ ...options, port: Number(options.port), origins });
console.log(`Funnel    ${collector.url}/\nEndpoint  ${collector.url}/e\nDatabase  ${options.database}`);

const stop = () => void collector.close().then(() => process.exit(0));
process.once('SIGINT', stop).once('SIGTERM', stop);
