/** More names than events have: a hostile page makes up others without end. */
const MAX_NAMES = 200;

/** Whether a name is meant by `pattern`, asked once for each: the same few dozen come with every event. */
export const verdict = (pattern: RegExp): ((name: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (name) => {
    const isMeant = known.get(name) ?? pattern.test(name);
    if (known.size < MAX_NAMES) known.set(name, isMeant);
    return isMeant;
  };
};
