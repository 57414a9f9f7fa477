import { measure, rowOf, SIZES } from './sizes.ts';

/** Prints what each part costs a page. `npm run size` */
console.log('| part | brotli | goal |\n|---|---|---|');
for (const size of SIZES) console.log(rowOf(size, await measure(size)));
