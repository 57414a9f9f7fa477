import type { Language } from '../catalogue.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export type ShopWords = typeof en;

export const shopWords: Record<Language, ShopWords> = { en, de };
