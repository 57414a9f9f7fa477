/** `tsx server.ts [--port 4300] [--host 127.0.0.1] [--database file.duckdb] ...`: the README says them all. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCollector } from './collector.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '4300' },
    host: { type: 'string' },
    database: { type: 'string', default: fileURLToPath(new URL('data/funnel.duckdb', import.meta.url)) },
    origin: { type: 'string', multiple: true },
    'address-header': { type: 'string' },
    'per-visitor': { type: 'string' },
    'per-address': { type: 'string' },
    'retention-days': { type: 'string' },
    exports: { type: 'boolean' },
  },
});

const numberOf = (name: 'port' | 'per-visitor' | 'per-address' | 'retention-days') => {
  const given = values[name];
  if (given === undefined) return undefined;
  // Days that are no number would keep everything, or nothing.
  if (given.trim() && Number(given) >= 0) return Number(given);
  throw new Error(`--${name} takes a number, not '${given}'`);
};

const { database, host, origin: origins, exports } = values;
const collector = await createCollector({
  ...{ database, host, origins, exports },
  port: numberOf('port'),
  addressHeader: values['address-header'],
  perVisitor: numberOf('per-visitor'),
  perAddress: numberOf('per-address'),
  retentionDays: numberOf('retention-days'),
});
console.log(`Funnel    ${collector.url}/\nEndpoint  ${collector.url}/e\nDatabase  ${database}`);

const stop = () => void collector.close().then(() => process.exit(0));
process.once('SIGINT', stop).once('SIGTERM', stop);
