import { readdirSync, readFileSync } from 'node:fs';

/** How a source would call a platform, were it to know one: by the makers' names, and not by what their shops have in common. */
const NAMES =
  /shopify|hydrogen|woo-?commerce|magento|luma\b|hyv[aä]|presta|hummingbird|bigcommerce|cornerstone|shopware|sfra|sfcc|demandware|salesforce|pwa-?kit|spartacus|hybris|spree|solidus|saleor|vercel|bagisto|drupal|easy-?digital|\bedd[_-]|snipcart|ecwid|lightspeed|commercetools|sunrise|squarespace|\bwix\b|swell|surecart|crystallize|alokai|opencart|medusa|odoo|vendure|nopcommerce|sylius|oscar|zen-?cart|ec-?cube|tiendanube|nuvemshop|faststore|vtex|oxid|big-?cartel|shopnex|abante-?cart|cube-?cart|lite-?cart|plenty-?(markets|one)|ceres|virtuemart|web-?flow|lunar|livewire|open-?mage|ce-?phoenix|os-?commerce|smart-?store|ever-?shop|thelia|aimeos/i;

const source = new URL('../../../src/', import.meta.url);

/**
 * Files of the SDK's source that name a platform. Consent adapters are left out: each is an import of its own, for who
 * asks for it, and detects nothing.
 */
export const filesThatName = (names = NAMES): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('consent'))
    .filter((file) => names.test(readFileSync(new URL(file, source), 'utf8')));

export const isNamed = (platform: string): boolean => NAMES.test(platform);
