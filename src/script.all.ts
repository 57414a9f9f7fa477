import { everything } from './detect/everything.ts';
import { device } from './device.ts';
import { MORE } from './read/languages.ts';
import { learn } from './read/words.ts';
import { startTag } from './tag.ts';
import { taxes } from './taxes.ts';
import { vitals } from './vitals.ts';

/** `funnelwire.all.js`: every detector, every language, vitals, and whether prices hold the tax. */
learn(MORE);
startTag([...everything(), device(), taxes(), vitals()]);
