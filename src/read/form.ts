import { labelOf, meaningOf } from './label.ts';
import { fold, toWords } from './text.ts';

/** What a form is for. `undefined`: no lead and no registration (login, search, coupon, address, quantity, review ...). */
export type FormKind = 'newsletter' | 'contact' | 'quote' | 'demo' | 'trial' | 'registration' | 'other';

const NOT_A_LEAD =
  /log ?-?in|sign ?-?in|password|forgot|reset|coupon|voucher|promo|discount|wish|compare|review|rating|comment|checkout|billing|shipping|address|payment|cart|basket|currency|language|filter|sort|quantity|track|notify|stock|gift|vote|poll|unsubscribe|consent|cookie/;
const KINDS: [FormKind, RegExp][] = [
  [
    'quote',
    /quot|angebot|devis|presup|cotiz|preventiv|orcament|offert|wycen|nabidk|ajanlat|ofert|tarjous|teklif|见积|見積|报价|견적/,
  ],
  ['demo', /\bdemo|termin|appoint|rendez-vous|\bcita\b|appunt|afspraak|schuzk|idopont|randevu|デモ|데모/],
  ['trial', /trial|\btest(en|version)|essa[iy]|prueba|prova|proef|prober|prob[aon]|zkus|kokeil|dene|试用|試|체험/],
  [
    'newsletter',
    /newsletter|subscri|abonn|suscri|iscriv|nieuwsbrief|odber|novin|hirlevel|feliratk|nyhetsbrev|nyhedsbrev|uutiskirje|bulten|подпис|підпис|メルマガ|订阅|구독/,
  ],
];
const CONTACT =
  /conta[ckt]t|message|nachricht|inquir|enquir|anfrage|mensa[jg]|messag|kapcsol|сообщ|повідом|問い合わせ|联系|문의/;
const REGISTRATION =
  /regist|sign ?-?up|(create|new|crea\w*|erstell\w*|anleg\w*) (\w+ )?(account|customer|compte|cuenta|conto|conta|konto)|konto (erst|anleg)|kayit|uye ol|регистр|реєстр|会員登録|注册|회원가입/;

interface Reading {
  kind: FormKind | undefined;
  /** A GET form or a search field: what follows is a list of results. */
  search: boolean;
}

/** Where a form goes. By attribute, since a field named `action` hides the property. */
export const actionOf = (form: HTMLFormElement): string =>
  new URL(form.getAttribute('action') ?? '', location.href).href;

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements]
    .slice(0, 80)
    .filter((field): field is HTMLInputElement => /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName));

/** The names of a form's own fields, to know it again in a request or on the next page. Never their values. */
export const fieldNames = (form: HTMLFormElement): string[] =>
  fieldsOf(form)
    .filter(({ type, name }) => name && type !== 'hidden')
    .map(({ name }) => name.slice(0, 80));

/** What a form is for, by its fields and its author's names; never by what was typed. */
export const readForm = (form: HTMLFormElement, submitter?: Element | null): Reading => {
  const fields = fieldsOf(form);
  const visible = fields.filter(({ type }) => !/^(hidden|submit|button|image|reset)$/.test(type));
  const nameOfField = (field: HTMLInputElement) => toWords(`${field.name} ${field.id} ${field.autocomplete ?? ''}`);
  const has = (test: RegExp) => visible.some((field) => test.test(nameOfField(field)));
  const attribute = (name: string) => form.getAttribute(name) ?? '';
  const own = toWords(
    [
      attribute('id'),
      attribute('class'),
      attribute('name'),
      attribute('action')
        .replace(/^https?:\/\/[^/]+/, '')
        .split('?')[0],
      attribute('role'),
      attribute('aria-label'),
      submitter?.getAttribute('name') ?? '',
    ].join(' '),
  );
  const said = `${submitter ? labelOf(submitter) : ''} ${fold(form.querySelector('h1,h2,h3,h4,legend')?.textContent ?? '')}`;
  const search =
    /\bsearch\b/.test(own) ||
    visible.some((field) => field.type === 'search' || /^(q|s|query|search|keywords?)$/.test(field.name));
  const none: Reading = { kind: undefined, search };
  const passwords = visible.filter(({ type }) => type === 'password');
  const email = visible.some(({ type }) => type === 'email') || has(/e ?-?mail|correo|posta/);
  const phone = visible.some(({ type }) => type === 'tel') || has(/phone|telefon|\btel\b/);
  const words = `${own} ${said}`;
  if (search || (attribute('method').toLowerCase() === 'get' && !email && !phone)) return none;
  const registers = REGISTRATION.test(words);
  const isNewPassword = passwords.length > 1 || passwords.some((field) => field.autocomplete === 'new-password');
  if (passwords.length) return { kind: registers || isNewPassword ? 'registration' : undefined, search };
  if (
    visible.filter((field) =>
      /address|street|postcode|postal|\bzip\b|\bcity\b|strasse|\bplz\b/.test(nameOfField(field)),
    ).length > 1
  )
    return none;
  if (submitter && /^(add|remove|checkout)$/.test(meaningOf(submitter) ?? '')) return none;
  if (!email && !phone) return none;
  const asked = visible.map(nameOfField).join(' ');
  for (const [kind, pattern] of KINDS) if (pattern.test(words)) return { kind, search };
  if (/regist|account|new ?customer/.test(own)) return { kind: 'registration', search };
  if (NOT_A_LEAD.test(`${own} ${asked}`)) return none;
  const text = visible.some(({ tagName }) => tagName === 'TEXTAREA');
  if (text || CONTACT.test(words)) return { kind: 'contact', search };
  if (registers && !phone && visible.length > 1) return { kind: 'registration', search };
  return { kind: email && visible.length < 4 ? 'newsletter' : 'other', search };
};
