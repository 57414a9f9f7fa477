import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { needBrowser } from '../test/browser/browser.mjs';
import { createCollector } from './collector/collector.ts';
import { createShop } from './shop/shop.ts';
import { progressLine, sendShoppers } from './shopper/send.ts';
import { buildStorefront } from './storefront/build.ts';
import { createStorefront } from './storefront/storefront.ts';

const HELP = `Starts two shops and the funnel that they fill.

  npm start -- [options]

  --shoppers N  send N simulated shoppers through both shops, in a real browser
  --seed N      repeat the walks of an earlier run
  --keep DIR    keep the events in DIR (default: a fresh folder, removed at the end)
  --help        this text`;

const FIRST_PORT = 8080;
const MAX_SHOPPERS = 10_000;
const MAX_SEED = 1_000_000;

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      shoppers: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % MAX_SEED) },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const numberOf = (name: 'shoppers' | 'seed', max: number) => {
    const given = Number(values[name]);
    if (/^\d+$/.test(values[name]) && given <= max) return given;
    throw new Error(`--${name} takes a whole number from 0 to ${max}, not '${values[name]}'`);
  };
  if (values.keep === '') throw new Error('--keep takes a folder');
  return { ...values, shoppers: numberOf('shoppers', MAX_SHOPPERS), seed: numberOf('seed', MAX_SEED) };
};

/** The first free port from `port` on. */
const freePort = async (port: number): Promise<number> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return freePort(port + 1);
    throw error;
  }
  server.close();
  await once(server, 'close');
  return port;
};

/** Where the events lie. Unless kept, the folder goes when the process does, however that ends. */
const openFolder = (keep: string | undefined): string => {
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    return keep;
  }
  const folder = mkdtempSync(join(tmpdir(), 'funnelwire-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** All that the call asks for, or one line about what is wrong with it. A missing browser is told now, not once the shops are open. */
const prepare = () => {
  try {
    const { help, keep, shoppers, seed } = readOptions();
    if (help) {
      console.log(HELP);
      return undefined;
    }
    return { keep, shoppers, seed, browserPath: shoppers ? needBrowser() : undefined, folder: openFolder(keep) };
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.(?: |$)/);
    console.error(`${sentence}. See npm start -- --help`);
    process.exitCode = 1;
    return undefined;
  }
};

interface Open {
  close(): Promise<void>;
}

/** Closes what was opened, last first: what a shop's pages send in their last moment is still taken. */
const closeOnSignal = (open: Open[]) => {
  const closing = { isClosing: false };
  const close = async () => {
    if (closing.isClosing) return;
    closing.isClosing = true;
    console.log('\nClosing ...');
    for (const { close } of open.reverse()) await close();
    process.exit();
  };
  process.on('SIGINT', close).on('SIGTERM', close);
  return closing;
};

const start = async ({ keep, shoppers, seed, browserPath, folder }: NonNullable<ReturnType<typeof prepare>>) => {
  const open: Open[] = [];
  const closing = closeOnSignal(open);
  const opened = <T extends Open>(started: T): T => {
    open.push(started);
    return started;
  };

  const site = await buildStorefront();
  const database = join(folder, 'events.duckdb');
  const collector = opened(await createCollector({ database, port: await freePort(FIRST_PORT) }));
  const endpoint = `${collector.url}/e`;
  const shop = opened(await createShop({ endpoint, port: await freePort(FIRST_PORT + 1) }));
  const storefront = opened(await createStorefront({ endpoint, site, port: await freePort(FIRST_PORT + 2) }));

  console.log(`
  Funnel      ${collector.url}
  Shop        ${shop.url}
  Storefront  ${storefront.url}

Buy something in either shop and watch it arrive on the funnel page. Ctrl-C ends it all.`);
  if (keep !== undefined) console.log(`Events are kept in ${database}`);
  if (!browserPath) return;

  console.log(`\nSending ${shoppers} shoppers through both shops (seed ${seed}):`);
  const tell = process.stdout.isTTY ? (line: string) => process.stdout.write(`\r${line}`) : console.log;
  try {
    await sendShoppers({
      browserPath,
      shopUrl: shop.url,
      storefrontUrl: storefront.url,
      count: shoppers,
      seed,
      onProgress: (progress) => tell(progressLine(progress)),
    });
    console.log('\nAll have left. Shops and funnel stay open.');
  } catch (error) {
    // The shops were closed under the shoppers.
    if (closing.isClosing) return;
    // What has arrived can still be looked at; that not all did is told by the exit code, too.
    console.error(error);
    process.exitCode = 1;
  }
};

const prepared = prepare();
if (prepared) await start(prepared);
