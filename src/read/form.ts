import { labelOf, meaningOf } from './label.ts';
import { fold, toWords } from './text.ts';
import { ASIDE } from './words.ts';

/** What a form is for. `undefined`: no lead and no registration (login, search, coupon, address, quantity, review ...). */
export type FormKind = 'newsletter' | 'contact' | 'quote' | 'demo' | 'trial' | 'registration' | 'other';

// In the large languages: elsewhere the fields tell a newsletter or a message, and the rest is "other".
const KINDS: [FormKind, RegExp][] = [
  [
    'quote',
    /quot|angebot|devis|presup|cotiz|preventiv|orcament|offert|ofert|wycen|nabidk|ajanlat|tarjous|teklif|見積|见积|报价|견적/,
  ],
  ['demo', /\bdemo|termin|appoint|rendez-vous|\bcita\b|appunt|afspraak|schuzk|idopont|randevu|デモ|데모/],
  ['trial', /trial|\btest(en|version)|essa[iy]|prueba|prova|proef|prober|prob[aon]|zkus|kokeil|dene|试用|試|체험/],
  [
    'newsletter',
    /newsletter|mail ?mag|subscri|abonn|suscri|iscriv|nieuwsbrief|odber|novin|hirlevel|feliratk|nyhe[td]sb|uutiskirje|bulten|подпис|підпис|メルマガ|订阅|구독/,
  ],
];
const CONTACT =
  /conta[ckt]t|message|call ?(me ?)?back|ruckruf|звонок|дзвінок|\bnachricht|[ie]nquir|anfrage|mensa[jg]|kapcsol|сообщ|повідом|問い合わせ|联系|문의/;
const REGISTRATION =
  /regist|sign ?-?up|(create|new|crea\w*|erstell\w*|anleg\w*) (\w+ )?(account|customer|compte|cuenta|conto|conta|konto)|konto (erst|anleg)|kayit|uye ol|регистр|реєстр|会員登録|注册|회원가입/;
// Said beside a password, where it is this or a login.
const JOINS =
  /inscri|cri[ae]r?\b|cadastr|aanma|maak |\bcre[ae]|anleg|erstell|utworz|stworz|zaloz|vytvor|rejestr|regi[sz]|letrehoz|skapa|opp?ret|tilmeld|rekister|\bluo\b|olustur|созда|створ|εγγραφ|δημιουργ|登録|作成|[创創]建|建立|[注註][册冊]|가입|생성|انشا|تسج(?!يل (ال)?دخول)/;
const NOT_A_LEAD =
  /sign ?in|log ?in|passw|passe|wachtw|hasl|forgot|reset|recover|recup|promo|discount|review|bewertung|\bavis\b|opini|recens|rating|comment|checkout|billing|shipping|address|payment|cart|basket|currency|language|filter|sort|quantity|track|stock|gift|vote|poll|unsubscribe|consent|cookie|friend|price ?alert|\b(returns?|edit|profile)\b/;

interface Reading {
  kind: FormKind | undefined;
  /** A GET form or a search field: what follows is a list of results. */
  search: boolean;
}

/** Where a form goes. By attribute, since a field named `action` hides the property. */
export const actionOf = (form: HTMLFormElement): string =>
  new URL(form.getAttribute('action') ?? '', location.href).href;

const fieldsOf = (form: HTMLFormElement) =>
  // Where fields stand in no form, a box around them is taken for one.
  [...(form.elements ?? form.querySelectorAll('input,textarea,select'))]
    .slice(0, 80)
    .filter((field): field is HTMLInputElement => /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName));

/** The names of a form's own fields, to know it again in a request or on the next page. Never their values. */
export const fieldNames = (form: HTMLFormElement): string[] =>
  fieldsOf(form)
    .filter(({ type, name }) => name && type !== 'hidden')
    .map(({ name }) => name.slice(0, 80));

/** What a form is for, by its fields and its author's names; never by what was typed. */
export const readForm = (form: HTMLFormElement, submitter?: Element | null): Reading => {
  const fields = fieldsOf(form).filter(({ type }) => !/^(hidden|submit|button|image|reset)$/.test(type));
  const attribute = (name: string) => form.getAttribute(name) ?? '';
  const path = attribute('action').replace(/^https?:\/\/[^/]+|\?.*/g, '');
  const own = toWords(
    `${['id', 'class', 'name', 'role', 'aria-label'].map(attribute).join(' ')} ${path} ${submitter?.getAttribute('name')}`,
  );
  const names = fields.map(({ name, id, autocomplete, type }) =>
    toWords(`${name} ${id} ${autocomplete ?? ''}`).replace(type === 'email' ? /address/g : /mail address/g, 'mail'),
  );
  const isOf = (type: string, pattern: RegExp) =>
    fields.filter((field, at) => field.type === type || pattern.test(names[at]!)).length;
  const search = /\bsearch\b/.test(own) || isOf('search', /^(q|s|query|search|keywords?) /) > 0;
  const email = isOf('email', /mail|correo|posta/);
  const reachable = email + isOf('tel', /phone|telefon|\btel\b/);
  const heading = form.querySelector('h1,h2,h3,h4,legend')?.textContent ?? '';
  const marked = form.querySelector('[type="hidden"][value*="newsletter" i]') && 'newsletter';
  const said = `${submitter ? labelOf(submitter) : ''} ${fold(heading)}`;
  const words = [own, marked, said].join(' ');
  const registers = REGISTRATION.test(words);
  const passwords = fields.filter(({ type }) => type === 'password');

  const kindOf = (): FormKind | undefined => {
    if (search || (!reachable && /get/i.test(attribute('method')))) return;
    // A checkout may offer to open an account on the way.
    if (passwords.length && /checkout/.test(own)) return;
    if (passwords.length)
      return registers ||
        JOINS.test(said) ||
        passwords[1] ||
        // Where a login says so, a browser shall fill in nothing.
        (passwords[0]!.autocomplete === 'new-password' && !/log ?in|sign ?in/.test(own))
        ? 'registration'
        : undefined;
    const isAddress = isOf('', /address|street|postcode|postal|\bzip\b|\bcity\b|strasse|\bplz\b/) > 1;
    if (
      !reachable ||
      (isAddress && !CONTACT.test(own)) ||
      (submitter && /^(add|remove|checkout)$/.test(`${meaningOf(submitter)}`))
    )
      return;
    const [known] = /unsubscri/.test(words) ? [] : (KINDS.find(([, pattern]) => pattern.test(words)) ?? []);
    if (known) return known;
    if (/regist|account|new ?customer/.test(own) && !NOT_A_LEAD.test(own)) return 'registration';
    if ([ASIDE, NOT_A_LEAD].some((pattern) => pattern.test(`${own} ${names.join(' ').replace(/comments?/g, '')}`)))
      return;
    if (CONTACT.test(words) || form.querySelector('textarea')) return 'contact';
    if (registers && reachable === email && fields.length > 1) return 'registration';
    return email && fields.length < 4 ? 'newsletter' : 'other';
  };
  return { kind: kindOf(), search };
};
