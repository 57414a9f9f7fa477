/**
 * The words of shops, as stems to be found in folded text (see `fold`), one pattern per meaning: English first, then the
 * languages of Europe, then one run per other script. Stems and no dictionary: shops write their own labels. `learn` adds
 * to them, which is why they can be reassigned.
 */
export let CART =
  /\b(cart|basket|bag)\b|warenkorb|einkaufswag|panier|carr(it|o\b|el)|cesta|carrinh|winkel(wag|mand)|kos(z|i|ar)|\bcos(ul)?\b|varukorg|kundvagn|kurv|ostoskor|korii|sepet|корзин|кошик|καλαθ|カート|バスケット|购物|購物|장바구니|카트|سل[ةه]|عرب[ةه]/;
export let ADD =
  /\badd|hinzu|\bin (de[nm] )?[we]|ajout|anad|agreg|aggiung|adicion|voeg|dodaj|pridat|vloz|hozzaad|kosarba|adaug|lagg|laeg|tilfoj|legg|lisaa|ekle|доба|дода|^[ву] к|προσθ|追加|入れ|加入|添加|加到|放[进進]|추가|담기|اضا?ف/;
export let BUY =
  /^(pre-?order|buy|(jetzt |sofort )?kauf|achet|compra|acquist|(nu )?kop(en|a)?\b|koup|kup(i|uj|\b)|kob|kjop|osta|megvesz|vasarlas$|cumpar|(simdi )?satin al|hemen al|купит|αγορ|(今すぐ)?購入|(立即)?购买|(바로 )?구매|اشتر( |$))/;
export let REMOVE =
  /remov|delet|trash|entfern|losch|suppr|retir|elimin|quitar|borrar|rimuov|verwijd|usun|odstran|odebr|vyjm|eltavol|toro?l|sterg|ta bort|fjern|\bslet|poist|kaldir|\bsil\b|удал|убра|видал|αφαιρ|διαγ|削除|移[除出]|删除|삭제|제거|حذف|ازال/;
export let CHECKOUT =
  /check ?-?out|kass[ae]|caisse|finali[sz]|\bpagar|cassa|afreken|kasy|pokladn|penztar|odeme|оформ|ταμει|ολοκληρ|レジ|チェックアウト|手続|[结結][算账帳帐]|결제|체크아웃/;
export let ORDER =
  /order|\borden\b|bestel|auftrag|commande|pedido|ordine|encomend|zamow|objedn|rendeles|comand|comenz|ordre|tilau|siparis|заказ|замовл|παραγγ|注文|[订訂]单|주문|طلب/;
export let THANKS =
  /thank|received|confirm|danke?\b|merci|gracia|grazie|obrigad|bedankt|dziek|dekuj|koszon|multum|\btakk?\b|kiito|tesekkur|спасиб|дяку|ευχαρ|ありがと|[感谢]谢|感謝|감사|شكر/;
export const FAILED =
  /fail|declin|cancel|fehlg|abge(lehn|broch)|echou|refus|rechaz|rifiut|annul|mislukt|odrzuc|zamit|sikertelen|отклон|失[敗败]|실패/;
export let TOTAL =
  /\btotal|gesamt|summ[ea]|razem|\bsuma|celkem|osszeg|osszesen|\bi alt|yhteensa|toplam|итого|всего|разом|συνολ|合[計计]|[总總][计額額价]|합계|مجموع|جمالي/;
export let PARTIAL =
  /sub|zwischen|artikel|sous|items|par[cz]i|tussen|mezi|resz|del(sum|total)|vali|\bara|под|промеж|проміж|υποσ|小|소계|ex[ck]l|\bnet(to)?\b|\b(ohne|without|hors|sin)\b/;
export const GRAND = /grand|order total|gesamt(summ|betr)|\bttc\b|vegossz|genel|总计|總計|総/;
export let TAX =
  /\b(tax(es)?|vat|gst|tva|iva|btw|dph|afa|moms|mva|alv|kdv)\b|steuer|mwst|impost|podat|налог|ндс|пдв|φπα|税|세금/;
export let SHIPPING =
  /shipping|delivery|consignment|postage|flat rate|versand|liefer|livrai|envio|spediz|frete|verzend|dostaw|doprav|szallit|livrare|frakt|fragt|lever|toimit|kargo|достав|αποστ|送料|配送([费費]|$)|[运運]费|배송/;
export const SENT =
  /\bsent\b|submitted|subscribed|registered|erfolg|gesendet|angemeldet|succes|envoye|inscri|exito|enviad|inviat|verzonden|wyslan|odeslan|sikeres|elkuld|trimis|skickat|sendt|lahetet|gonderil|отправ|надісл|送信|提交|완료|تم /;
/** What looks like a step to an order and is none. */
export let ASIDE = /wish|wunsch|compar|favo|notif|coupon|voucher|quick ?view/;

/** More languages, by the meaning they add to. */
export type Words = Partial<
  Record<
    | 'CART'
    | 'ADD'
    | 'BUY'
    | 'REMOVE'
    | 'CHECKOUT'
    | 'ORDER'
    | 'THANKS'
    | 'TOTAL'
    | 'PARTIAL'
    | 'TAX'
    | 'SHIPPING'
    | 'ASIDE',
    string
  >
>;

/** Adds the stems of further languages, each a part of a pattern. To be called before anything is looked at. */
export const learn = (more: Words): void => {
  const join = (known: RegExp, name: keyof Words) =>
    more[name] ? new RegExp(`${known.source}|${more[name]}`, known.flags) : known;
  CART = join(CART, 'CART');
  ADD = join(ADD, 'ADD');
  BUY = join(BUY, 'BUY');
  REMOVE = join(REMOVE, 'REMOVE');
  CHECKOUT = join(CHECKOUT, 'CHECKOUT');
  ORDER = join(ORDER, 'ORDER');
  THANKS = join(THANKS, 'THANKS');
  TOTAL = join(TOTAL, 'TOTAL');
  PARTIAL = join(PARTIAL, 'PARTIAL');
  TAX = join(TAX, 'TAX');
  SHIPPING = join(SHIPPING, 'SHIPPING');
  ASIDE = join(ASIDE, 'ASIDE');
};
