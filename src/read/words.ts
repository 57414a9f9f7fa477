/**
 * The words of shops, as stems to be found in folded text (see `fold`), one pattern per meaning: English first, then the
 * languages of Europe, then one run per other script. Stems and no dictionary: shops write their own labels.
 */
export const CART =
  /\b(cart|basket|bag)\b|warenkorb|einkaufswag|panier|carrit|cesta|carrel|carrinh|winkel(wag|mand)|kos(z|i|ar)|\bcos\b|varukorg|kundvagn|kurv|ostoskor|sepet|корзин|кошик|καλαθ|カート|购物|購物|장바구니|카트|سل[ةه]/;
export const ADD =
  /\badd|hinzu|\bin (de[nm] )?[we]|ajout|anad|agreg|aggiung|adicion|voeg|dodaj|pridat|vloz|hozzaad|kosarba|adaug|lagg|laeg|tilfoj|legg|lisaa|ekle|доба|дода|^[ву] к|προσθ|追加|入れ|加入|添加|추가|담기|[أا]ضف/;
export const BUY =
  /^(pre-?order|buy|(jetzt |sofort )?kauf|achet|compra|acquist|(nu )?kop|kup|kob|kjop|osta|megvesz|cumpar|satin al|купит|αγορ|購入|购买|구매)/;
export const REMOVE =
  /remov|delet|trash|entfern|losch|suppr|retir|elimin|quitar|borrar|rimuov|verwijd|usun|odstran|odebr|eltavol|torl|torol|sterg|ta bort|fjern|\bslet|poist|kaldir|\bsil\b|удал|убра|видал|αφαιρ|διαγ|削除|移除|删除|삭제|제거|حذف/;
export const CHECKOUT =
  /check ?-?out|kass[ae]|caisse|finali[sz]|\bpagar|cassa|afreken|kasy|pokladn|penztar|odeme|оформ|ταμει|レジ|[结結][算账帳]|결제/;
export const ORDER =
  /order|bestell|commande|pedido|ordine|encomend|zamow|objedn|rendeles|comand|comenz|ordre|tilau|siparis|заказ|замовл|παραγγ|注文|[订訂]单|주문|طلب/;
export const THANKS =
  /thank|received|confirm|danke?\b|merci|gracia|grazie|obrigad|bedankt|dziek|dekuj|koszon|multum|\btakk?\b|kiito|tesekkur|спасиб|дяку|ευχαρ|ありがと|[感谢]谢|感謝|감사|شكر/;
export const FAILED =
  /fail|declin|cancel|fehlg|abge(lehn|broch)|echou|refus|rechaz|rifiut|annul|mislukt|odrzuc|zamit|sikertelen|отклон|失[敗败]|실패/;
export const TOTAL =
  /\btotal|gesamt|summ[ea]|razem|\bsuma|celkem|osszeg|osszesen|\bi alt|yhteensa|toplam|итого|всего|разом|συνολ|合[計计]|[总總][计額額价]|합계|مجموع|جمالي/;
export const PARTIAL =
  /sub|zwischen|artikel|sous|items|par[cz]i|tussen|mezi|resz|del(sum|total)|vali|\bara|под|промеж|проміж|υποσ|小|소계|excl|\bnet\b|netto/;
export const GRAND = /grand|order total|gesamt(summ|betr)|\bttc\b|vegossz|genel|总计|總計|総/;
export const TAX =
  /\b(tax(es)?|vat|gst|tva|iva|btw|dph|afa|moms|mva|alv|kdv)\b|steuer|mwst|impost|podat|налог|ндс|пдв|φπα|税|세금/;
export const SHIPPING =
  /shipping|delivery|versand|liefer|livrai|envio|spediz|frete|verzend|dostaw|doprav|szallit|livrare|frakt|fragt|lever|toimit|kargo|достав|αποστ|送料|[运運]费|배송/;
export const SENT =
  /success|\bsent\b|submitted|subscribed|registered|erfolg|gesendet|angemeldet|succes|envoye|inscri|exito|enviad|inviat|verzonden|wyslan|odeslan|sikeres|elkuld|trimis|skickat|sendt|lahetet|gonderil|отправ|надісл|送信|提交|완료|تم /;
/** What looks like a step to an order and is none. */
export const ASIDE = /wish|wunsch|compar|favo|notif|coupon|voucher|quick ?view/;
