import { labelOf, meaningOf } from './label.ts';
import { fold, toWords } from './text.ts';

/** What a form is for. `undefined`: no lead and no registration (login, search, coupon, address, quantity, review ...). */
export type FormKind = 'newsletter' | 'contact' | 'quote' | 'demo' | 'trial' | 'registration' | 'other';

const NOT_A_LEAD =
  /search|suche|log ?-?in|sign ?-?in|anmelden|lost ?password|forgot|reset|coupon|voucher|gutschein|promo|discount|wish ?list|compare|review|rating|comment|bewert|checkout|billing|shipping|address|adresse|payment|cart|basket|currency|language|locale|filter|sort|order ?by|quantity|track|notify|stock|gift|calc|vote|poll|unsubscribe|consent|cookie/;
const KINDS: [FormKind, RegExp][] = [
  [
    'quote',
    /quot|angebot|devis|presupuesto|cotiza|preventiv|orcament|offert|wycen|poptav|nabidk|ajanlat|oferta|tarjous|teklif|предложен|пропозиц|προσφορ|見積|报价|询价|견적|عرض سعر|pricing/,
  ],
  [
    'demo',
    /\bdemo|termin|appointment|rendez-vous|\bcita\b|appuntamento|afspraak|schuzk|idopont|bemutato|randevu|演示|デモ|데모|schedule|book a/,
  ],
  [
    'trial',
    /trial|testversion|kostenlos testen|essai|essayer|prueba|prova gra|periodo experimental|proefperiode|proberen|probn|wyprobuj|vyzkous|probaverzi|kiprob|provperiod|proveperiode|kokeil|dene|пробн|試|试用|체험/,
  ],
  [
    'newsletter',
    /newsletter|subscri|abonn|inscri.*(lettre|news)|boletin|suscri|iscriviti|nieuwsbrief|odber|novink|hirlevel|feliratk|buletin|nyhetsbrev|nyhedsbrev|uutiskirje|bulten|рассылк|подпис|розсил|підпис|ενημερωτικ|メルマガ|ニュースレター|订阅|뉴스레터|구독|mailing|updates|mc4wp|klaviyo/,
  ],
  [
    'contact',
    /contact|kontakt|contatt|message|nachricht|inquir|enquir|anfrage|mensaje|messagg|mensagem|bericht|wiadomosc|zprav|uzenet|kapcsolat|mesaj|viesti|сообщ|повідом|μηνυμ|επικοινων|問い合わせ|联系|留言|문의|اتصل|רו קשר|support|callback|help/,
  ],
];
const REGISTRATION =
  /regist|create ?-?(an? )?account|new ?-?(account|customer|user)|sign ?-?up|konto (erstellen|anlegen)|creer (un |mon )?compte|crear (una )?cuenta|crea (un )?account|criar conta|zaloz konto|regiszt|rekister|kayit|uye ol|регистр|реєстр|εγγραφη|会員登録|注册|註冊|회원가입|إنشاء حساب/;

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
  for (const [kind, pattern] of KINDS) if (pattern.test(words) && kind !== 'contact') return { kind, search };
  if (/regist|account|new ?customer/.test(own)) return { kind: 'registration', search };
  if (NOT_A_LEAD.test(`${own} ${asked}`)) return none;
  const text = visible.some(({ tagName }) => tagName === 'TEXTAREA');
  if (text || KINDS[4]![1].test(words)) return { kind: 'contact', search };
  if (registers && !phone && visible.length > 1) return { kind: 'registration', search };
  return { kind: email && visible.length < 4 ? 'newsletter' : 'other', search };
};
