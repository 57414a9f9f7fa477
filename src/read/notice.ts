import { CART } from './label.ts';
import { saysThanks } from './place.ts';
import { fold, textOf } from './text.ts';

const NOTICE =
  '[role="alert"],[role="status"],[aria-live],[class*="alert"],[class*="notice"],[class*="notif"],[class*="message"],[class*="error"],[class*="success"],[class*="toast"],[class*="flash"],[class*="snackbar"]';
const DONE =
  /added|hinzugefugt|gelegt|ajoute|anadid|agregad|aggiunt|adicionad|toegevoegd|dodan|pridan|vlozen|hozzaad|kerult|adaugat|lagts|lagd|tilfojet|lagt|lisatty|eklendi|добавлен|додан|προστεθ|追加しま|已加入|已添加|추가되|담겼|تمت|נוסף|telah/;
const SENT =
  /success|sent\b|submitted|received|subscribed|subscription|registered|erfolgreich|gesendet|versendet|angemeldet|eingegangen|envoye|succes|inscri|enviad|suscri|exito|inviat|iscri|recebid|verzonden|aangemeld|wyslan|zapisan|odeslan|prihlasen|elkuld|feliratkoz|sikeres|trimis|abonat|skickat|sendt|tilmeldt|lahetetty|tilattu|gonderildi|отправлен|подписан|надіслан|підписан|στάλθηκε|εγγραφ|送信しま|登録|已提交|发送成功|订阅成功|전송|등록|تم /;
const ERROR = /error|danger|invalid|fail|warn|negative|destructive/;

/** A word of the shop to the shopper: good, bad, or nothing that decides. */
export interface Notice {
  good: boolean;
  bad: boolean;
  text: string;
}

/** What the page's notices say, at most 30 looked at. Static and hidden ones are told apart by the caller, by `text`. */
export const readNotices = (doc: Document): Notice[] =>
  [...doc.querySelectorAll(NOTICE)]
    .slice(0, 60)
    .filter(
      (element) =>
        !element.closest('[hidden],template,[aria-hidden="true"]') &&
        !/^(BODY|HTML|FORM|MAIN|INPUT|BUTTON|A|SCRIPT)$/.test(element.tagName),
    )
    .map((element) => ({ element, text: fold(textOf(element)) }))
    .filter(({ text }) => text.length > 2)
    .slice(0, 30)
    .map(({ element, text }) => {
      const names =
        `${element.className} ${element.firstElementChild?.className ?? ''} ${element.getAttribute('role')}`.toLowerCase();
      const bad = ERROR.test(names) && !/success|no-error/.test(names);
      return {
        bad,
        good:
          !bad &&
          (/success/.test(names) || (DONE.test(text) && CART.test(text)) || SENT.test(text) || saysThanks(text)),
        text,
      };
    });
