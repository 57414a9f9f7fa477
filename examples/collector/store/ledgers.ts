import type { StreamBatch } from '../../../src/transport/transport.ts';
import { NOT_FORGOTTEN } from './forget.ts';
import { fromJson } from './fromJson.ts';

const counts = ['created', 'acknowledged', 'waiting', 'in_doubt', 'refused', 'overflow', 'expired', 'consent'];

// These only ever grow, so their sum tells which of a stream's ledgers is the latest, in whatever order they come.
const growing = ['created', 'acknowledged', 'refused', 'overflow', 'expired', 'consent'];
const progress = (of: string) => growing.map((name) => `${of}.${name}`).join(' + ');

const shape = {
  ...{ stream: 'UUID', visitor: 'VARCHAR', told_at: 'BIGINT' },
  ...Object.fromEntries(counts.map((name) => [name, 'BIGINT'])),
};

/** Takes a JSON list of `ledgerRow`s. */
export const UPSERT_LEDGERS = `
  INSERT INTO ledgers BY NAME
  SELECT DISTINCT ON (stream) stream, visitor, epoch_ms(told_at) AS told_at, ${counts.join(', ')}
  FROM ${fromJson(shape)} AS told
  WHERE ${NOT_FORGOTTEN}
  ORDER BY stream, ${progress('told')} DESC, told_at DESC
  ON CONFLICT (stream) DO UPDATE SET
    told_at = excluded.told_at, ${counts.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE ${progress('excluded')} >= ${progress('ledgers')}`;

export const ledgerRow = ({ stream, visitor, ledger }: Omit<StreamBatch, 'events'>, receivedAt: number) => {
  const { dropped, ...rest } = ledger;
  return {
    ...{ stream, visitor, told_at: receivedAt },
    ...{ refused: 0, overflow: 0, expired: 0, consent: 0 },
    ...rest,
    ...dropped,
  };
};
