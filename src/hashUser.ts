/**
 * What `identify` may take instead of an e-mail address or a customer number: the SHA-256 of the site's `salt` and `user`,
 * trimmed and in small letters, as 64 hex digits. `identify(await hashUser('ida@example.com', 'our-salt'))`. The same salt on
 * every page joins the visits of one customer, and a salt of its own keeps the sites of a shop apart. Resolves to
 * undefined where the browser has no digests, as on pages without https.
 */
export const hashUser = async (user: string, salt: string): Promise<string | undefined> => {
  try {
    const text = new TextEncoder().encode(`${salt}\n${user.trim().toLowerCase()}`);
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined; // no crypto.subtle
  }
};
