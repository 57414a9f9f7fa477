import type { Page } from 'playwright-core';
import type { Chance } from './chance.ts';
import type { Landing } from './walk.ts';

/** Each as often as it stands here. */
const landings: readonly Landing[] = [
  { kind: 'campaign', utm: { source: 'google', medium: 'cpc', campaign: 'slow-coffee' } },
  { kind: 'campaign', utm: { source: 'google', medium: 'cpc', campaign: 'slow-coffee' } },
  { kind: 'campaign', utm: { source: 'newsletter', medium: 'email', campaign: 'october-letter' } },
  { kind: 'campaign', utm: { source: 'newsletter', medium: 'email', campaign: 'october-letter' } },
  { kind: 'campaign', utm: { source: 'tablemagazine', medium: 'referral', campaign: 'autumn-table' } },
  { kind: 'referrer', referrer: 'https://www.google.com/' },
  { kind: 'referrer', referrer: 'https://www.google.com/' },
  { kind: 'referrer', referrer: 'https://www.instagram.com/' },
  { kind: 'direct' },
  { kind: 'direct' },
];

export const chooseLanding = ({ pick }: Chance): Landing => pick(landings);

/** Opens the shop's page as one who comes from there. */
export const arrive = async (page: Page, url: string, landing: Landing): Promise<void> => {
  const address = new URL(url);
  if (landing.kind === 'campaign') {
    for (const [name, value] of Object.entries(landing.utm)) address.searchParams.set(`utm_${name}`, value);
  }
  await page.goto(address.href, landing.kind === 'referrer' ? { referer: landing.referrer } : {});
};
