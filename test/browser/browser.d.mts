/** The path of a browser that is on disk, or undefined. Throws when CHROME_PATH names a missing file. */
export const findBrowser: () => string | undefined;
/** The path of a browser, installing one if need be. Throws with what to do when neither is possible. */
export const needBrowser: () => string;
