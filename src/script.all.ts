import { everything } from './detect/everything.ts';
import { MORE } from './read/languages.ts';
import { learn } from './read/words.ts';
import { startTag } from './tag.ts';
import { vitals } from './vitals.ts';

/** `funnelwire.all.js`: every detector, every language, and vitals. */
learn(MORE);
startTag([...everything(), vitals()]);
