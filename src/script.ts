import { everything } from './detect/everything.ts';
import { startTag } from './tag.ts';

/** `funnelwire.js`: every detector, the languages of words.ts. */
startTag(everything());
