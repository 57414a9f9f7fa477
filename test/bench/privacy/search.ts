import type { Secret } from './secrets.ts';

/** Whatever separates the letters and digits of a secret, or raises them, is no hiding place. */
const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9@]+/g, '');

const decode = (text: string) =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A text as base64 tells it, wherever it begins within what was encoded. */
const inBase64 = (text: string) =>
  [0, 1, 2].map((shift) => {
    const whole = Buffer.from('\0'.repeat(shift) + text)
      .toString('base64')
      .replace(/=+$/, '');
    // The first letters hold what came before, the last what came after.
    return whole.slice(shift ? 4 : 0, -2);
  });

/** A secret in the forms in which it may be found: whole, by its words, by its last ten digits, in base64, in hex. */
const formsOf = ({ text, kind }: Secret): string[] => {
  const plain = decode(text);
  const isNumber = kind === 'phone' || kind === 'card';
  const words = isNumber ? [bare(plain).slice(-10)] : plain.split(/[^A-Za-z]+/).filter((word) => word.length > 9);
  const coded = [plain, plain.toLowerCase()].flatMap((each) => [...inBase64(each), Buffer.from(each).toString('hex')]);
  return [...new Set([plain, ...words, ...coded].map(bare))].filter((form) => form.length > 9);
};

const STEM = 8;

export interface Hit {
  secret: Secret;
  where: string;
  /** What stands around it. */
  around: string;
}

/** Looks for every secret of a growing list in whatever it is given. */
export const createSearch = (secrets: Secret[]) => {
  const byStem = new Map<string, { form: string; secret: Secret }[]>();
  const hits: Hit[] = [];
  let known = 0;
  let bytes = 0;

  const learn = () => {
    for (const secret of secrets.slice(known))
      for (const form of formsOf(secret)) {
        const stem = form.slice(0, STEM);
        byStem.set(stem, [...(byStem.get(stem) ?? []), { form, secret }]);
      }
    known = secrets.length;
  };
  const scan = (text: string, where: string) => {
    for (let at = 0; at + STEM <= text.length; at++)
      for (const { form, secret } of byStem.get(text.slice(at, at + STEM)) ?? [])
        if (text.startsWith(form, at))
          hits.push({ secret, where, around: text.slice(Math.max(0, at - 40), at + form.length + 20) });
  };
  return {
    hits,
    bytes: () => bytes,
    /** Forms of all secrets so far. */
    forms: () => [...byStem.values()].reduce((sum, { length }) => sum + length, 0),
    look: (found: string | Buffer, where: string) => {
      learn();
      const text = typeof found === 'string' ? found : found.toString('latin1');
      bytes += text.length;
      const once = decode(text);
      for (const form of new Set([text, once, decode(once)].map(bare))) scan(form, where);
    },
  };
};
