import { fold, textOf, toWords } from './text.ts';

/** What a control is for, as far as its words tell. `other` is a look-alike: wish list, options, coupon, search ... */
export type Meaning = 'add' | 'remove' | 'checkout' | 'cart' | 'other';

// Stems, matched in folded text (see `fold`): Latin first, then one run per other script.
export const CART =
  /\b(cart|basket|bag|trolley)\b|warenkorb|einkaufswagen|panier|carrit|\bcarro\b|cesta|carrell|carrinh|sacola|winkelwagen|winkelmand|koszyk|kosik|kosar|\bcos(ul)?\b|varukorg|kundvagn|kurv|handlevogn|\bkori|ostoskor|sepet|keranjang|gio hang|корзин|кошик|καλαθι|カート|かご|バスケット|购物[车袋]|購物[車袋]|장바구니|카트|سل[ةه]|عرب[ةه]|سبد|סל|עגל|ตะกร้า/;
const ADD =
  /\badd|hinzu|\b(in|zu[mr]?) (den |die |dein|mein)?(waren|einkauf)|ajout|anad|agreg|aggiung|adicion|toevoeg|voeg|^in winkel|dodaj|pridat|vloz|hozzaad|kosarba|adaug|lagg|laeg|tilfoj|legg|lisaa|ekle|добав|додат|^[ву] ко|προσθ|追加|入れ|加入|添加|放|추가|담기|[أاإ]ضاف|[أاإ]ضف|הוס|them vao|tambah|masuk|เพิ่ม|ใส่/;
const BUY =
  /^(buy|buy now|buy it now|order now|pre ?-?order( now)?|jetzt (kaufen|bestellen)|sofort kaufen|kaufen|acheter( maintenant)?|comprar( ahora| agora| ya)?|acquista( ora)?|compra( ora| subito)?|kopen|nu kopen|kup teraz|kup|koupit|megveszem|vasarlas|megrendelem|cumpara( acum)?|kop( nu)?|kob( nu)?|kjop( na)?|osta( nyt)?|(hemen |simdi )?satin al|купить|в корзину|купити|αγορα|購入(する)?|今すぐ買う|(立即)?购买|바로 ?구매(하기)?|구매하기|شراء|اشتر الان|mua ngay|beli( sekarang)?|ซื้อ(เลย)?)$/;
const REMOVE =
  /remov|delet|entfern|losch|suppr|retir|enlev|elimin|quitar|borrar|rimuov|verwijder|usun|odstran|odebrat|vyjm|eltavol|torles|torol|sterg|\bta bort|fjern|\bslet|poista|kaldir|\bsil\b|cikar|удал|убрат|видал|вилуч|прибрат|αφαιρ|διαγρ|削除|移除|删除|刪除|제거|삭제|[إا]زال|حذف|הסר|מחק|hapus|^xoa|ลบ|^bin$|trash/;
const CHECKOUT =
  /check ?-?out|kasse|kassa|bezahl|caisse|passer (la )?commande|paiement|finaliz|realizar pedido|tramitar|\bpagar\b|cassa|procedi|afrekenen|zamow|pokladn|objedn|penztar|fizetes|finaliza|betaling|maksa|odeme|оформ|ταμει|レジ|购买手续|结[账算帐]|結帳|결제|주문하기|الدفع|לתשלום|קופה|thanh toan/;
const OTHER =
  /wish|wunsch|merk(zettel|liste)|envies|deseo|desideri|desejo|verlang|zyczen|prani\b|kivansag|dorint|onske|toive|istek|желан|избран|бажан|επιθυμ|ほしい|お気に入り|心愿|收藏|위시|찜|[أا]مني|favo|compar|vergleich|porown|porovn|osszehas|сравн|порівн|比较|비교|notif|benachrichtig|informier|avertir|prevenez|avisa|avvis|powiadom|ertesit|сообщ|повідом|通知|알림|search|suche|coupon|gutschein|voucher|promo|\bcode\b|update|aktualis|continu|fortsetz|weiter|poursuiv|seguir|verder|kontynu|pokrac|folytat|fortsatt|jatka|devam|продолж|продовж|続け|继续|계속|empty|leeren|vider|vaciar|svuota|choose|select|option|wahlen|auswahl|choisir|elegir|scegli|kies|wybierz|vybrat|valassz|alege|valj|vaelg|secenek|выбрат|вибрат|επιλογ|選択|选择|옵션|[إا]ختيار|details?\b|sample|muster|print|share|quick ?view|calendar|address|review|card|gift ?wrap/;
const VIEW =
  /view|show|go to|^to |anzeig|ansehen|^zu[mr] (waren|einkauf)|voir|afficher|^ver |^vedi|visualizz|bekijk|^naar|zobacz|^do kosz|zobraz|megtek|^vezi|^visa|^se |^vis |nayta|goruntu|^sepete git|смотр|переи|перегл|προβολ|見る|查看|보기|عرض|edit|back|zuruck|retour|volver|torna|voltar|terug/;

const ADD_NAMES =
  /\b(add|put) ?(item )?(to|in(to)?) ?(the )?(cart|bag|basket|trolley|order)|\b(addtocart|addtobag|addtobasket|add2cart|tocart|cart add|cart item add|add cart|btn buy|buy now|buynow|buy button|snipcart add item)\b/;
const REMOVE_NAMES = /\b(remove|delete|trash)\b/;
const OTHER_NAMES = /wish|compar|favo|notif|product type (variable|grouped|external)|coupon|quick ?view/;
const CART_NAMES = /(^| )(mini ?)?(cart|basket|bag|trolley|minicart|shopping ?(cart|bag))( |$)/;

/** The words a shopper reads or hears on a control. */
export const labelOf = (control: Element): string => {
  const said = control.getAttribute('aria-label');
  const shown = textOf(control, 100) || (control as HTMLInputElement).value;
  const fallback = control.getAttribute('title') ?? control.querySelector('img[alt]')?.getAttribute('alt');
  return fold(/\p{L}/u.test(String(shown ?? '')) ? String(shown) : (said ?? fallback ?? String(shown ?? '')));
};

const namesOf = (control: Element): string => {
  const data = Object.entries((control as HTMLElement).dataset ?? {}).slice(0, 20);
  const acts = data.map(([key, value]) =>
    /action|addto|event|test|type|name|track/i.test(key) ? `${key} ${value}` : key,
  );
  const { id, className } = control;
  return toWords([control.getAttribute('name'), id, String(className), ...acts].join(' '));
};

/** What a text means on a button. The negative words are asked first: "add to wish list" holds an add. */
export const meaningOfLabel = (label: string): Meaning | undefined => {
  if (!label) return;
  if (REMOVE.test(label)) return 'remove';
  if (OTHER.test(label)) return CHECKOUT.test(label) && !CART.test(label) ? 'checkout' : 'other';
  if (CART.test(label)) return ADD.test(label) && !VIEW.test(label) ? 'add' : 'cart';
  if (BUY.test(label.replace(/[^\p{L} ]/gu, '').trim())) return 'add';
  return CHECKOUT.test(label) ? 'checkout' : undefined;
};

/** What a control is for: its words first, then what its author called it. */
export const meaningOf = (control: Element): Meaning | undefined => {
  const names = namesOf(control);
  const said = meaningOfLabel(labelOf(control));
  if (said === 'remove' || REMOVE_NAMES.test(names)) return 'remove';
  if (said === 'other' || OTHER_NAMES.test(names)) return 'other';
  if (said === 'add' || ADD_NAMES.test(names)) return 'add';
  if (said) return said;
  const href = control.getAttribute('href') ?? '';
  return CART_NAMES.test(names) || /\/(cart|basket|bag)\/?($|[?#])/.test(href) ? 'cart' : undefined;
};
