/** A note of another page, as far as it is not older than this many ms. What lies in storage may be anything. */
export const readFresh = <T extends object>(
  note: unknown,
  now: number,
  ms: number,
): (T & { at: number }) | undefined => {
  const known = Object(note);
  return typeof known.at === 'number' && now - known.at < ms ? known : undefined;
};
