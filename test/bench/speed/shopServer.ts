import { Worker } from 'node:worker_threads';

/** Answers as a shop's own server does, from a thread of its own: what the endpoint is busy with must not slow it down. */
const serve = `
  const { parentPort } = require('node:worker_threads');
  const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const server = require('node:http').createServer((request, response) => {
    const isSlow = request.url.startsWith('/slow');
    setTimeout(() => response.writeHead(isSlow ? 404 : 200, headers).end('{"stock":3}'.repeat(200)), isSlow ? 500 : 0);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** `/slow` keeps a page's `load` waiting for half a second; all else answers at once. */
export const createShopServer = async () => {
  const worker = new Worker(serve, { eval: true });
  const port = await new Promise<number>((done) => worker.once('message', done));
  return { url: `http://127.0.0.1:${port}`, close: () => worker.terminate() };
};
