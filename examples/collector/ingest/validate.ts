import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../../src/event/envelope.schema.json' with { type: 'json' };
import type { Batch } from '../../../src/transport/transport.ts';
import type { WireEvent } from '../store/columns.ts';
import type { Rejection } from '../store/commit.ts';
import { Refusal } from './refusal.ts';

/** Deeper than any cart, shallower than what makes a JSON writer run out of stack. */
const MAX_DEPTH = 32;
const MAX_FIELD_CHARS = 200;

type Unread = Omit<Batch, 'streams'> & {
  streams: (Omit<Batch['streams'][number], 'events'> & { events: unknown[] })[];
};

const ajv = new Ajv2020({ schemas: [schema], allowUnionTypes: true });
// The same schema with its events left open: one bad event must not spoil the rest.
const { stream } = schema.$defs;
const openStream = { ...stream, properties: { ...stream.properties, events: { type: 'array' } } };
const isEnvelope = ajv.compile<Unread>({
  ...schema,
  $id: 'funnelwire/envelope-with-any-events',
  $defs: { ...schema.$defs, stream: openStream },
});
const isEvent = ajv.compile<WireEvent>({ $ref: 'funnelwire/envelope#/$defs/event' });
const isId = ajv.compile<string>({ $ref: 'funnelwire/envelope#/$defs/uuid' });

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((v) => isDeeper(v, levels - 1)));

const fieldOf = ({ instancePath, params }: ErrorObject) =>
  [...instancePath.split('/').slice(1), params.missingProperty ?? params.additionalProperty]
    .filter((part) => part !== undefined)
    .join('/')
    .slice(0, MAX_FIELD_CHARS);

const whatIsWrong = ({ errors }: ValidateFunction) => {
  const error = errors![0]!;
  return { field: fieldOf(error), reason: error.message ?? error.keyword };
};

const tooDeep = (event: WireEvent) => (['props', 'context'] as const).find((name) => isDeeper(event[name], MAX_DEPTH));

const flawOf = (event: unknown) => {
  if (!isEvent(event)) return whatIsWrong(isEvent);
  const field = tooDeep(event);
  return field && { field, reason: `must not be nested deeper than ${MAX_DEPTH} levels` };
};

const idOf = (event: unknown, position: string) => {
  const id = (event as { id?: unknown } | null)?.id;
  return isId(id) ? id : position;
};

/** The envelope with its good events alone, and what is wrong with the others. Throws when the envelope itself is. */
export const validate = (body: unknown): { batch: Batch; rejected: Rejection[] } => {
  if (!isEnvelope(body)) {
    const { field, reason } = whatIsWrong(isEnvelope);
    throw new Refusal(400, field || 'body', reason);
  }
  const rejected: Rejection[] = [];
  const isGood = (event: unknown, position: string): event is WireEvent => {
    const flaw = flawOf(event);
    if (flaw) rejected.push({ id: idOf(event, position), ...flaw });
    return !flaw;
  };
  const streams = body.streams.map((from, s) => ({
    ...from,
    events: from.events.filter((event, e): event is WireEvent => isGood(event, `streams/${s}/events/${e}`)),
  }));
  return { batch: { ...body, streams }, rejected };
};
