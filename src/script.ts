import { everything } from './detect/everything.ts';
import { device } from './device.ts';
import { startTag } from './tag.ts';

/** `funnelwire.js`: every detector, the languages of words.ts. */
startTag([...everything(), device()]);
