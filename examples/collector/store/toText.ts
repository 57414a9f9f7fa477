/** An escaped backslash (so that what follows it is not taken for an escape), half a surrogate pair, or NUL. */
const UNSTORABLE_ESCAPE = /\\\\|\\u(?:d[89a-f][0-9a-f]{2}|0000)/g;
const REPLACEMENT = '\ufffd';

/**
 * JSON that the database accepts. JavaScript strings may hold half a surrogate pair, which JSON carries as an escape and
 * DuckDB refuses; NUL would end the text in tools written in C. Both become U+FFFD.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNSTORABLE_ESCAPE, (found) => (found === '\\\\' ? found : REPLACEMENT));

/** The same for plain text. Half pairs become U+FFFD on the way to UTF-8 by themselves. */
export const toText = (value: string): string => value.replaceAll('\0', REPLACEMENT);
