import { describe, expect, test } from 'vitest';

/** What the receiver does with a batch. 'one refused': takes all but the event named `demo`. */
export type Conduct = 'takes' | 'refuses' | 'one refused' | 'busy for 7 s' | 'down';

/** What became of a batch: names of events. */
export interface Became {
  arrived: string[];
  done: string[];
  refused: string[];
  /** To be sent again. */
  later: string[];
  /** How long the receiver wants to be left alone, in ms, where it says. */
  restMs?: number | undefined;
}

/** The batch that is sent. */
export const NAMES = ['view_item', 'demo', 'add_to_cart'];

/** What every transport has to make of its receiver's answers. `deliver` sends one batch of `NAMES`, by any road. */
export const behavesLikeATransport = (name: string, deliver: (conduct: Conduct) => Promise<Became>) =>
  describe(`${name} behaves like a transport:`, () => {
    test('what the receiver has taken is done, and arrived whole and in order', async () => {
      expect(await deliver('takes')).toMatchObject({ arrived: NAMES, done: NAMES, refused: [], later: [] });
    });

    test('what the receiver refuses is refused, and the rest done', async () => {
      expect(await deliver('one refused')).toMatchObject({
        done: ['view_item', 'add_to_cart'],
        refused: ['demo'],
        later: [],
      });
    });

    test('what the receiver refuses whole is refused', async () => {
      expect(await deliver('refuses')).toMatchObject({ done: [], refused: NAMES, later: [] });
    });

    test('a busy receiver is asked again, when it says', async () => {
      expect(await deliver('busy for 7 s')).toMatchObject({ done: [], refused: [], later: NAMES, restMs: 7000 });
    });

    test('a receiver that is down costs nothing but time: no rejection, all is sent again', async () => {
      expect(await deliver('down')).toMatchObject({ arrived: [], done: [], refused: [], later: NAMES });
    });
  });
