import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Refusal } from './refusal.ts';

const MAX_BYTES = 1024 * 1024;
/** A few kilobytes of gzip can hold gigabytes of zeros: inflating stops here. */
const MAX_INFLATED_BYTES = 8 * MAX_BYTES;

const inflate = promisify(gunzip);

const tooLarge = () => new Refusal(413, 'body', 'larger than 1 MiB');

const collect = async (request: Request): Promise<Buffer> => {
  if (Number(request.headers.get('content-length')) > MAX_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > MAX_BYTES) throw tooLarge();
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
};

/** `gzip=1` in the address says what the header says elsewhere: a header of its own would cost browsers a preflight. */
const isGzip = (request: Request) =>
  new URL(request.url).searchParams.get('gzip') === '1' || request.headers.get('content-encoding') === 'gzip';

const inflated = async (bytes: Buffer): Promise<Buffer> => {
  try {
    return await inflate(bytes, { maxOutputLength: MAX_INFLATED_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Refusal(413, 'body', 'inflates to more than 8 MiB');
    }
    throw new Refusal(400, 'body', 'is not gzip');
  }
};

/** The request's JSON, whatever content type it came under: beacons can only say text/plain. */
export const readBody = async (request: Request): Promise<unknown> => {
  const raw = await collect(request);
  const bytes = isGzip(request) ? await inflated(raw) : raw;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'body', 'is not JSON in UTF-8');
  }
};
