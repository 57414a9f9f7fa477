/**
 * The words of shops, as stems to be found in folded text (see `fold`), one pattern per meaning: English first, then the
 * languages of Europe, then one run per other script. Stems and no dictionary: shops write their own labels. `learn` adds
 * to them, which is why they can be reassigned.
 */
export let CART =
  /\b(cart|basket|bag)\b|warenkorb|einkaufswag|panier|carr(it|o\b|el)|cesta|carrinh|winkel(wag|mand)|kos(zyk|ik|ar(?!lab))|\bcos(ul)?\b|varukorg|kundvagn|kurv|ostoskor|korii|sepet|корзин|кошик|καλαθ|カート|バスケット|カゴ|かご|购物|購物|장바구니|카트|سل[ةه]|عرب[ةه]/;
export let ADD =
  /\badd|hinzu|\bin (de[nm] )?[we]|ajout|anad|agreg|aggiung|adicion|voeg|doda[jn]|prida[nt]|vloz|hozzaad|kosarba|adaug|lag[gdt]|laeg|tilfoj|legg|lisaa|ekle|доба|дода|^[ву] к|προσθ|追加|入れ|新增|加入|添加|加到|放[进進]|추가|담[기겼]|اضا?ف/;
/** Speaks of an add that was not made, or not yet. */
export const UNDONE =
  /\.{3}|adding|\b(no([nt]| [shp].*)|nao|ni(ch|e)?t|nie|pas|inte|ikke|unable|impos.*)\b|n['’]t|fail|\b(err|nelz|nepo)|(^| )не |emedi|ませ|[不无無未失]|실패/;
export let BUY =
  /^(pre-?order|quick ?add|buy|(jetzt |sofort )?kauf|achet|compra|acquist|(nu )?kop(en|a)?\b|koup|kup(i|uj|\b)|kob|kjop|osta|megvesz|vasarlas$|cumpar|(simdi )?satin al|hemen al|купит|αγορ|(今すぐ)?購入|(立即)?购买|(바로 )?구매|اشتر( |$))/;
export let REMOVE =
  /remov|delet|trash|entfern|losch|suppr|retir|elimin|quitar|borrar|rimuov|verwijd|usun|odstran|odebr|vyjm|eltavol|toro?l|sterg|ta bort|fjern|\bslet|poist|kaldir|\bsil\b|удал|убра|видал|αφαιρ|διαγ|削除|移[除出]|删除|삭제|제거|حذف|ازال/;
export let CHECKOUT =
  /check ?-?out|kass(a|e|an|en|alle)\b|caisse|finali[sz]|\bpagar|cassa|afreken|kasy|pokladn|penztar|odeme|оформ|ταμει|ολοκληρ|レジ|チェックアウト|手続|[结結][算账帳帐]|결제|체크아웃|^ ?الدفع/;
export let ORDER =
  /order|\borden\b|bestel|bestil|bestall|auftrag|commande|pedido|ordine|encomend|zamow|objedn|rendeles|comand|comenz|ordre|tilau|siparis|заказ|замовл|παραγγ|注文|[订訂][单單]|주문|طلب/;
export let THANKS =
  /thank|received|confirm|danke?\b|vielen dan|merci|gracia|agradec|grazie|obrigad|bedankt|dziek|dekuj|\bdiky|koszon|multum|\bta(ck|kk?)\b|kiito|tesekkur|спасиб|благодар|дяку|ευχαρ|ありがと|[感谢謝][谢謝]|감사|شكر/;
/** What is said of an order that has come in, as participles: `Confirm your order` still asks for one. */
export const RECEIVED =
  /\b(is|been|purchase) (complete|placed)|\border placed\W*$|success|erhalten|bestatigung|abgeschl|erfolgreich|\brecue|terminee|recibid|completad|exito|ricevut|completat|effettuat|recebid|conclui|realizad|suces|ontvang|bevestigi|afgerond|geplaatst|otrzyman|potwierdzen|zlozone|zakoncz|pomysln|prijat|potvrzen|vyrizen|uspesn|erkezett|igazol|teljesitv|sikeres|primit|plasat|trimis|mott?ag|modtag|mottatt|bekr[ae]f|nomford|nnemfort|fullfort|lyckad|vastaanot|on valmis|vahvist|alindi|onaylan|tamamlan|basariyl|принят|сформир|получен|заверш|выполнен|подтвержд|успешн|отриман|виконан|підтвердж|успішн|ληφθ|επιβεβαι|ολοκληρωθ|受付|完了|收到|成功|完成|완료|접수|استلام/;
export const FAILED =
  /fail|declin|cancel|fehlg|abge(lehn|broch)|echou|refus|rechaz|rifiut|annul|mislukt|odrzuc|zamit|sikertelen|отклон|失[敗败]|실패/;
export let TOTAL =
  /tota+l|gesamt|summ[ea]|sum\b|razem|\bsuma|\blacz|calkowit|\bwartosc zam|celkem|soucet|osszeg|osszesen|\bi ?alt|samlet|yhteensa|kokonaish|toplam|итог|[вус]сего|[ву]сього|общая|загал|разом|сум|συνολ|[合总總総共][计計額额价價金數共]|합계|총|مجموع|جمالي|^(amount (due|to pay)|to pay|zu zahl|(montant )?a payer|(importe |valor )?a pagar|importe$|da pagare|te betalen|(kwota )?do zaplaty|k (uhrade|zaplaceni)|celkova|fizetend|de plata|at?t? betal|maksettav|odenecek|к оплате|до сплати|πληρωτε)|zahl(ungs)?betrag|rechnungsbetrag|endbetrag|支払い?金|請求額|[应應实實]付|결제 ?금액|مستحق/;
export let PARTIAL =
  /sub|zwischen|artik|sous|\bite[mn]|oggett|produ[ck]?t|polozek|tetel|\bvarer|par[cz]i|cz[ea]stk|czesc|tussen|mezi|resz|del(sum|total)|vali|\bara|\balt top|под(?!ат)|промеж|проміж|попер|^підсум|товар|υποσ|μερικ|小|부분|중간|فرعي|소계/;
/** Without tax, or without something else. */
export const NET = /e[kx]s?[ck]l|\bnet(to)?\b|\b(ohne|without|hors|sin|bez|sem|uden|utan|ht)\b|esclus|(^| )без /;
export const GRAND = /grand|order total|gesamt(summ|betr)|\bttc\b|vegossz|genel|总计|總計|総/;
export let TAX =
  /\b(tax[ea]?s?|vat|gst|tva|iva|btw|dph|dane?|afa|adok?|moms|mva|alv|verot?|kdv)\b|steuer|mwst|imp(ue|o)st|tass[aei]|belasting|\bskat|avgift|afgift|vergi|podat|налог|ндс|пдв|подат|φπα|φορο|[税稅]|세금|ضر[يا][بئي]/;
export let SHIPPING =
  /shipping|delivery|consignment|postage|flat rate|versand|liefer|livrai|envio|spediz|frete|\bde port\b|exped|entrega|verzend|dostaw|wysyl|przesyl|doprav|postovn|szallit|livrare|transport|frakt|fragt|forsend|lever|toimit|kargo|teslim|nakli|достав|αποστ|μεταφ|送料|配送([费費合]|$)|邮费|[运運][费費输輸送]|送[货貨]|배송|شحن|توصيل/;
export const SENT =
  /\bsent\b|submitted|subscribed|registered|erfolg|gesendet|angemeldet|succes|envoye|inscri|exito|enviad|inviat|verzonden|wyslan|odeslan|sikeres|elkuld|trimis|skickat|sendt|lahetet|gonderil|отправ|надісл|送信|提交|완료|تم /;
/** What looks like a step to an order and is none. */
export let ASIDE = /wish|wunsch|envie|compar|favo|notif|coupon|voucher|quick ?view/;

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
