/** Addresses that sent visitors, by the channel they stand for: real-looking, with the paths and subdomains that occur. */
export const REFERRERS: Record<string, string> = {
  search: `https://www.google.com/ https://www.google.de/ https://google.co.uk/search https://www.google.co.jp/ https://images.google.fr/imgres
    https://www.google.com.br/ https://news.google.com/articles/1 https://lens.google.com/search https://shopping.google.com/u/0/
    android-app://com.google.android.googlequicksearchbox/ https://www.bing.com/ https://cn.bing.com/search?q=mug https://www2.bing.com/
    https://search.yahoo.com/ https://de.search.yahoo.com/search;_ylt=A https://search.yahoo.co.jp/search https://r.search.yahoo.com/_ylt
    https://duckduckgo.com/ https://html.duckduckgo.com/html/ https://www.ecosia.org/search https://www.baidu.com/link?url=1
    https://m.baidu.com/from=1 https://yandex.ru/ https://yandex.com.tr/search/ https://ya.yandex.kz/clck https://search.naver.com/search.naver
    https://m.search.naver.com/ https://search.daum.net/search https://search.seznam.cz/ https://www.startpage.com/do/search
    https://search.brave.com/ https://www.brave.com/search https://www.search.com/web https://searx.search.example/ https://websearch.example.org/`,
  social: `https://www.facebook.com/ https://m.facebook.com/ https://l.facebook.com/l.php?u=1 https://lm.facebook.com/ https://business.facebook.com/
    android-app://com.facebook.katana/ https://www.instagram.com/ https://l.instagram.com/?u=2 https://www.threads.net/ https://l.threads.com/
    https://t.co/ https://t.co/AbC12 https://x.com/ https://x.com/shop/status/1 https://twitter.com/ https://mobile.twitter.com/
    https://www.linkedin.com/ https://de.linkedin.com/feed https://lnkd.in/e1 android-app://com.linkedin.android/ https://www.pinterest.com/
    https://pinterest.de/pin/1 https://www.pinterest.co.uk/ https://www.reddit.com/ https://old.reddit.com/r/coffee https://out.reddit.com/t3_1
    https://www.tiktok.com/ https://vm.tiktok.com/Z1 https://www.snapchat.com/ https://vk.com/ https://bsky.app/ https://go.bsky.app/redirect
    https://web.telegram.org/ https://telegram.me/s/x https://web.whatsapp.com/ https://api.whatsapp.com/send android-app://com.whatsapp/`,
  ai: `https://chatgpt.com/ https://chat.openai.com/ https://chatgpt.com/c/1 https://www.perplexity.ai/ https://perplexity.ai/search/x
    https://claude.ai/ https://claude.ai/chat/1 https://gemini.google.com/ https://gemini.google.com/app https://copilot.microsoft.com/
    https://copilot.cloud.microsoft/ https://m365.copilot.microsoft.com/ https://chat.deepseek.com/ https://www.deepseek.com/ https://chat.mistral.ai/
    https://mistral.ai/ https://grok.com/ https://grok.com/chat/2 https://www.meta.ai/ https://meta.ai/c/7 https://chat.gpt.example/`,
  email: `https://mail.google.com/ https://mail.google.com/mail/u/0/ https://outlook.live.com/ https://outlook.office.com/mail/
    https://outlook.office365.com/ https://mail.yahoo.com/ https://mail.yahoo.co.jp/ https://mail.proton.me/ https://mail.ru/ https://e.mail.ru/inbox
    https://webmail.strato.de/ https://webmailer.1und1.de/ https://mail.aol.com/ https://mail.zoho.eu/ https://www.fastmail.com/
    https://webmail.example.com/roundcube/ https://mail.yandex.ru/ android-app://com.google.android.gm/ https://www.hotmail.com/ https://3c.gmx-mail.example/`,
  video: `https://www.youtube.com/ https://m.youtube.com/watch?v=1 https://youtu.be/x https://music.youtube.com/ https://vimeo.com/
    https://player.vimeo.com/video/1 https://www.twitch.tv/ https://m.twitch.tv/clip https://studio.youtube.com/ https://www.youtube-nocookie.com/embed/1`,
  marketplace: `https://www.amazon.com/ https://www.amazon.de/dp/B01 https://smile.amazon.co.uk/ https://www.ebay.com/itm/1 https://www.ebay.de/
    https://www.etsy.com/listing/1 https://www.aliexpress.com/item/1.html https://es.aliexpress.com/ https://www.walmart.com/ip/1 https://allegro.pl/oferta/1
    https://www.mercadolivre.com.br/ https://articulo.mercadolibre.com.ar/ https://www.zalando.de/ https://www.zalando.pl/ https://www.rakuten.co.jp/
    https://item.rakuten.co.jp/ https://shopee.sg/ https://shopee.co.id/ https://shopee.tw/`,
  referral: `https://blog.example/ https://www.heise.de/ https://www.nytimes.com/wirecutter/ https://en.wikipedia.org/wiki/Mug https://medium.com/@a/mugs
    https://news.ycombinator.com/ https://github.com/a/b https://www.reviews.io/ https://www.trustpilot.com/review/shop https://substack.com/
    https://coffee.example.org/best-mugs https://forum.example.net/t/1 https://www.lemonde.fr/ https://elpais.com/ https://www.spiegel.de/
    https://linktr.ee/shop https://www.producthunt.com/ https://stackoverflow.com/q/1 https://www.theguardian.com/ https://www.bbc.co.uk/news
    http://intranet/ http://192.168.1.7/ http://localhost:8080/ https://xn--mller-kva.example/ https://design.example/mugs?utm=no`,
};

/** Coming back from a payment: the visit that began before goes on. */
export const PAYMENT_RETURNS = `https://www.paypal.com/ https://www.sandbox.paypal.com/checkoutnow https://pay.klarna.com/eu/ https://payments.klarna.com/
  https://app.klarna.com/ https://checkout.stripe.com/c/pay/cs_1 https://hooks.stripe.com/redirect https://live.adyen.com/hpp https://checkoutshopper-live.adyen.com/
  https://www.mollie.com/checkout https://secure.worldpay.com/ https://www.sofort.com/payment/go https://secure.payu.com/ https://secure.przelewy24.pl/
  https://giropay.starfinanz.de/ https://pay.amazon.com/ https://payments.amazon.de/ https://acs1.swedbank.se/3ds https://3ds.example-bank.com/challenge
  https://acs.touchtechpayments.com/ https://ideal.ing.nl/ https://betalen.rabobank.nl/ideal https://bankieren.rabobank.nl/ https://www.saferpay.com/vt2/
  https://secure.ogone.com/ https://pay.google.com/ https://checkout.shopify.com/1 https://pay.twint.ch/ https://secure4.arcot.com/ https://www.clearpay.co.uk/
  https://portal.afterpay.com/ https://www.alipay.com/ https://api.razorpay.com/ https://securegw.paytm.in/ https://mobilepay.dk/ https://secure.multisafepay.com/
  https://online.sparkassen-bank.example/`;

/** Queries of landing addresses, with what they say. */
export const QUERIES: [query: string, channel: string, source: string, medium: string][] = [
  ...(['google', 'bing', 'yahoo', 'duckduckgo', 'baidu', 'yandex', 'naver', 'ecosia'] as const).flatMap(
    (source): [string, string, string, string][] => [
      [`utm_source=${source}&utm_medium=cpc&utm_campaign=a`, 'paid_search', source, 'cpc'],
      [`utm_source=${source}&utm_medium=ppc`, 'paid_search', source, 'ppc'],
      [`utm_source=${source}&utm_medium=paidsearch`, 'paid_search', source, 'paidsearch'],
      [`utm_source=${source}&utm_medium=organic`, 'search', source, 'organic'],
      [`utm_source=${source}&utm_medium=display`, 'display', source, 'display'],
    ],
  ),
  ...(['facebook', 'instagram', 'tiktok', 'pinterest', 'linkedin', 'twitter', 'reddit', 'snapchat'] as const).flatMap(
    (source): [string, string, string, string][] => [
      [`utm_source=${source}&utm_medium=cpc`, 'paid_social', source, 'cpc'],
      [`utm_source=${source}&utm_medium=paid&fbclid=1`, 'paid_social', source, 'paid'],
      [`utm_source=${source}&utm_medium=social`, 'social', source, 'social'],
      [`utm_source=${source}&utm_medium=organic_social`, 'social', source, 'organic_social'],
    ],
  ),
  ...(['newsletter', 'mailchimp', 'klaviyo', 'spring-sale'] as const).flatMap(
    (source): [string, string, string, string][] => [
      [`utm_source=${source}&utm_medium=email`, 'email', source, 'email'],
      [`utm_source=${source}&utm_medium=sms`, 'sms', source, 'sms'],
      [`utm_source=${source}&utm_medium=push`, 'push', source, 'push'],
      [`utm_source=${source}&utm_medium=affiliate`, 'affiliate', source, 'affiliate'],
    ],
  ),
  ['utm_source=youtube&utm_medium=cpc', 'paid_video', 'youtube', 'cpc'],
  ['utm_source=youtube&utm_medium=video', 'video', 'youtube', 'video'],
  ['utm_source=chatgpt.com', 'ai', 'chatgpt.com', '(not set)'],
  ['utm_source=perplexity&utm_medium=referral', 'ai', 'perplexity', 'referral'],
  ['utm_source=amazon&utm_medium=referral', 'marketplace', 'amazon', 'referral'],
  ['utm_source=taboola&utm_medium=cpc', 'paid_other', 'taboola', 'cpc'],
  ['utm_source=poster&utm_medium=qr', 'campaign', 'poster', 'qr'],
  ['utm_source=flyer', 'campaign', 'flyer', '(not set)'],
  ['utm_source=blog.example&utm_medium=referral', 'referral', 'blog.example', 'referral'],
  ['gclid=Cj0', 'paid_search', 'google', 'cpc'],
  ['gbraid=0AAA', 'paid_search', 'google', 'cpc'],
  ['wbraid=CjA', 'paid_search', 'google', 'cpc'],
  ['msclkid=7c1', 'paid_search', 'bing', 'cpc'],
  ['yclid=1', 'paid_search', 'yandex', 'cpc'],
  ['dclid=CN', 'display', 'google', 'display'],
  ['tblci=Gi', 'display', 'taboola', 'display'],
  ['fbclid=IwAR', 'social', 'facebook', 'social'],
  ['ttclid=E.C', 'paid_social', 'tiktok', 'cpc'],
  ['twclid=2', 'paid_social', 'twitter', 'cpc'],
  ['li_fat_id=9', 'paid_social', 'linkedin', 'cpc'],
  ['epik=dj0', 'paid_social', 'pinterest', 'cpc'],
  ['ScCid=4', 'paid_social', 'snapchat', 'cpc'],
  ['rdt_cid=5', 'paid_social', 'reddit', 'cpc'],
  ['irclickid=U', 'affiliate', 'impact', 'affiliate'],
  ['cjevent=3', 'affiliate', 'cj', 'affiliate'],
  ['awc=1_2', 'affiliate', 'awin', 'affiliate'],
  ['mc_eid=ab', 'email', 'mailchimp', 'email'],
];
