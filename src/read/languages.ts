import type { Words } from './words.ts';

/**
 * The words of shops in the languages beside those of words.ts: of Europe first, then Asia in Latin letters, then one run
 * per other script. Stems in folded text, as there.
 */
export const MORE: Words = {
  CART: 'mandjie|cistell|\\bcarret|basged|korv|\\borga\\b|\\bsaski|korp[aeu]|kosaric|k[ao]rf|korg|kaddi|krepsel|\\bgroz|karte\\b|sebed|keranjang|troli|gio hang|\\bgio\\b|\\bsot\\b|кошни[цч]|колич|кошык|корп[аеу]|кошариц|сагс|კალათ|զամբյուղ|سبد|(^| )ה?סל( |$)|לסל|עגל|टोकरी|कार्ट|কার্ট|বাস্কেট|ঝুরি|ตะกร้า|รถเข็น|កន្ត្រក|រទេះ|လှည်း|කරත්ත',
  ADD: 'afeg[ei]|ychwaneg|\\blisa\\b|gehitu|stavi|setja|\\ban de\\b|^i krep|ideti|prideti|pievieno|shto|goş|gos\\b|masuk|tambah|\\bthem vao|cho vao|дадаць|დამატ|افزود|اضافه|הוס[פף]|लें|जोड़|डाल|थप|যোগ|เพิ่ม|หยิบใส่|បន្ថែម|ដាក់|ထည့်|එක් කර|нэмэх|додај',
  BUY: '^(koop|kaup|kaaf|elo kaaf|pirk|perc|bli\\b|beli|mua\\b|bumili|закуп|купете|купи|გნელ|შეიძ|იყიდ|գնել|خرید|קנ[הוי]|(अ[भब]ी? )?खरीदें|अभी खरीद|अब खरीद|এখন|ซื้อ(?!สินค้าต่อ)|ဝယ်|මිලදී|දැන්)',
  REMOVE:
    'verwyder|\\bsil\\b|treur|dileu|tynnu|eemalda|kustuta|ezabatu|alisin|ukloni|izbris|fjarlaeg|fjarlæg|hapus|ewech|pasalin|panaikin|isimti|nonemt|dzest|hiq|buang|ayyr|\\bxoa(?! gio)|go bo|loai bo|прыбра|премах|уклони|избри|отстрани|алып тас|წაშ|حد[فذ]|برداشت|הסר|להסיר|हटा|সরান|মুছ|ลบ|ដកចេញ|ဖယ်ရှား|ඉවත්',
  CHECKOUT:
    'kassas|vormista|kutxa|blagajn|naplat|ganga fra|apmokej|norekin|tien hanh thanh toan|thu tuc mua|cekout|наплата|تسویه|تصفیه|پرداخت نهایی|קופה|לתשלום|चेकआउट|চেকআউট|เช็คเอา|ชำระเงิน|შეკვეთის დაწყ|គិតប្រាក់',
  ORDER:
    'sifaris|comanda|archeb|tellimus|eska[er]|narud[zž]b|porudz|narocil|pontun|bestill|uzsakym|pasutij|porosi|pesanan|pemesanan|don hang|dat hang|поръч|замов|наруџ|поруџ|нарач|захиал|тапсырыс|შეკვეთ|պատվեր|سفارش|הזמנ|आदेश|ऑर्डर|आर्डर|অর্ডার|আদেশ|สั่งซื้อ|បញ្ជាទិញ|အော်ဒါ|ඇණවුම',
  THANKS:
    'dankie|gracies|diolch|tanam|eskerrik|salamat|go raibh|hvala|\\btakk|aciu|dekojam|paldies|faleminderit|terima kasih|cam on|rahmat|tesekkur|благодар|хвала|баярлал|рахмет|გმადლობ|շնորհակալ|تشکر|متشکر|תודה|धन्यवाद|ধন্যবাদ|ขอบคุณ|ස්තූති',
  TOTAL:
    '\\bcem[iı]|umumi|cyfanswm|kokku|guztira|kabuuan|ukupno|samtals|gesamt|viso|kopa\\b|jumlah|tong cong|\\btong\\b|skupaj|spolu|jami\\b|общо|усяго|вкупно|укупно|нийт|жалпы|სულ|ընդամեն|مجموع|جمع|סה"?כ|סך הכל|कुल|মোট|รวม|សរុប|စုစုပေါင်း|එකතුව',
  PARTIAL:
    'medjuz|me[dđ]uz|podzb|vahesum|tarpin|starpsum|millisum|tong phu|tam tinh|ara cemi|междин|подытог|меѓу|उप|উপ|סכום ביניים|รวมย่อย',
  TAX: 'belasting|impost|treth|maksud|kaibemaks|zerga|porez|pdv|ddv|davek|mokesc|pvm|nodok|pvn|pajak|cukai|thue|данъ|ддс|порез|данок|გადასახად|مالیات|מע"?מ|ภาษี|कर\\b',
  SHIPPING:
    'tarne|dostav|postnin|sending|pristat|pengiriman|giao hang|van chuyen|дастаўк|испорук|ارسال|تحویل|משלוח|จัดส่ง|शिपिंग|ដឹក',
  ASIDE:
    'desitj|soovini|zelj|ženja|pageid|velmju|yeu thich|mong muon|keinginan|желани|علاق|משאלות|מועדפים|इच्छा|ইচ্ছ|รายการโปรด|სურვილ',
};
