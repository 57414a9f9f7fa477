import { measure, SIZES } from './sizes.ts';

/** Prints what each part costs a page. `npm run size` */
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

console.log('| part | brotli | goal |\n|---|---|---|');
for (const size of SIZES) console.log(`| ${size.name} | ${kB(await measure(size))} | ${kB(size.goalBytes)} |`);
