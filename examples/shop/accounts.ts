import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export interface Account {
  name: string;
  email: string;
  /** The key of the carts and orders that belong to it. */
  customer: string;
}

interface Credentials {
  account: Account;
  salt: Buffer;
  hash: Buffer;
}

const KEY_BYTES = 32;

const derive = promisify(scrypt) as (password: string, salt: Buffer, keyBytes: number) => Promise<Buffer>;

export interface Accounts {
  /** The new account, or undefined where the address has one. */
  register(account: Account, password: string): Promise<Account | undefined>;
  /** The account that address and password belong to. */
  signIn(email: string, password: string): Promise<Account | undefined>;
}

/** Accounts in memory, by e-mail address. */
export const createAccounts = (): Accounts => {
  const known = new Map<string, Credentials>();
  return {
    register: async (account, password) => {
      const key = account.email.toLowerCase();
      const salt = randomBytes(16);
      const hash = await derive(password, salt, KEY_BYTES);
      if (known.has(key)) return undefined;
      known.set(key, { account, salt, hash });
      return account;
    },
    signIn: async (email, password) => {
      const found = known.get(email.toLowerCase());
      // An unknown address takes as long as a wrong password, so that time does not tell who has an account.
      const hash = await derive(password, found?.salt ?? Buffer.alloc(16), KEY_BYTES);
      return found && timingSafeEqual(hash, found.hash) ? found.account : undefined;
    },
  };
};
