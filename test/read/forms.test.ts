// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readForm } from '../../src/read/form.ts';

/** Forms as shops of many makes write them, and what they are for. */
const FORMS: [make: string, kind: string | undefined, html: string][] = [
  // Newsletters.
  [
    'dawn newsletter',
    'newsletter',
    '<form method="post" action="/contact#ContactFooter" id="ContactFooter" accept-charset="UTF-8" class="footer__newsletter newsletter-form"><input type="hidden" name="form_type" value="customer"><input type="hidden" name="utf8" value="✓"><input type="hidden" name="contact[tags]" value="newsletter"><input id="NewsletterForm--footer" type="email" name="contact[email]" autocomplete="email" required placeholder="Email"><button type="submit" name="commit" aria-label="Subscribe"><svg></svg></button></form>',
  ],
  [
    'klaviyo embed',
    'newsletter',
    '<form class="klaviyo-form klaviyo-form-version-cid_1" data-testid="klaviyo-form-X"><div><input id="email_01" autocomplete="email" type="email" name="email" aria-label="Enter your email"></div><button type="button">Get 10% off</button></form>',
  ],
  [
    'klaviyo popup with a phone',
    'newsletter',
    '<form class="needsclick klaviyo-form"><p>Want 15% off?</p><input type="email" name="email" placeholder="Email"><input type="tel" name="phone_number" placeholder="Phone"><button type="submit">Continue</button></form>',
  ],
  [
    'mailchimp',
    'newsletter',
    '<form action="https://x.us1.list-manage.com/subscribe/post?u=1&id=2" method="post" id="mc-embedded-subscribe-form" name="mc-embedded-subscribe-form" class="validate"><h2>Subscribe</h2><input type="email" name="EMAIL" class="required email" id="mce-EMAIL"><input type="text" name="FNAME" id="mce-FNAME"><input type="text" name="b_1_2" tabindex="-1" value=""><input type="submit" value="Subscribe" name="subscribe"></form>',
  ],
  [
    'hubspot newsletter',
    'newsletter',
    '<form id="hsForm_7" method="POST" action="https://forms.hsforms.com/submissions/v3/public/submit/formsnext/multipart/1/7" class="hs-form-private hs-form"><input id="email-7" name="email" type="email" autocomplete="email" class="hs-input"><input name="hs_context" type="hidden" value="{}"><input type="submit" value="Subscribe" class="hs-button"></form>',
  ],
  [
    'luma newsletter',
    'newsletter',
    '<form class="form subscribe" novalidate action="https://x/newsletter/subscriber/new/" method="post" id="newsletter-validate-detail"><input name="email" type="email" id="newsletter" placeholder="Enter your email address"><button class="action subscribe primary" title="Subscribe" type="submit"><span>Subscribe</span></button></form>',
  ],
  [
    'prestashop newsletter',
    'newsletter',
    '<form action="/fr/#blockEmailSubscription_displayFooterBefore" method="post"><input class="btn" name="submitNewsletter" type="submit" value="S’abonner"><input name="email" type="email" placeholder="Votre adresse e-mail" aria-labelledby="block-newsletter-label" required><input type="hidden" name="blockHookName" value="displayFooterBefore"><input type="hidden" name="action" value="0"></form>',
  ],
  [
    'shopware 6 newsletter',
    'newsletter',
    '<form action="/form/newsletter" method="post" data-form-handler="true"><select name="option"><option value="subscribe">Ich möchte den Newsletter abonnieren</option><option value="unsubscribe">Abmelden</option></select><input name="email" type="email" id="form-email"><select name="salutationId"></select><input name="firstName"><input name="lastName"><input type="checkbox" name="privacy"><button type="submit" class="btn">Absenden</button></form>',
  ],
  [
    'wix newsletter',
    'newsletter',
    '<form id="comp-1" class="wixui-form"><h2>Rimani aggiornato</h2><input type="email" name="email" id="input_comp-2" placeholder="Email"><button type="button" aria-label="Iscriviti" data-testid="buttonElement"><span>Iscriviti</span></button></form>',
  ],
  [
    'squarespace newsletter',
    'newsletter',
    '<form class="newsletter-form" data-form-id="5" autocomplete="on" method="POST"><header class="newsletter-form-header"><h2 class="newsletter-form-header-title">Stay in touch</h2></header><input id="email-1" class="newsletter-form-field-element field-element" name="email" type="email" autocomplete="email"><button class="newsletter-form-button" type="submit" value="Sign Up"><span>Sign Up</span></button></form>',
  ],
  [
    'mailpoet',
    'newsletter',
    '<form target="_self" method="post" action="https://x/wp-admin/admin-post.php?action=mailpoet_subscription_form" class="mailpoet_form mailpoet_form_form"><input type="hidden" name="data[form_id]" value="1"><label class="mailpoet-screen-reader-text">Email</label><input type="email" name="data[email]"><input type="email" class="mailpoet_text" name="data[form_field_ZW1haWw=]"><input type="submit" class="mailpoet_submit" value="Zapisz się"></form>',
  ],
  [
    'brevo',
    'newsletter',
    '<form id="sib-form" method="POST" action="https://1.sibforms.com/serve/MU" data-type="subscription"><input class="input" type="text" id="EMAIL" name="EMAIL" placeholder="EMAIL" required><button class="sib-form-block__button" form="sib-form" type="submit">S&#39;INSCRIRE</button><input type="text" name="email_address_check" value=""></form>',
  ],
  [
    'footer, pl',
    'newsletter',
    '<form action="/newsletter/zapisz" method="post"><input type="email" name="email"><button>Zapisz się</button></form>',
  ],
  [
    'footer, tr',
    'newsletter',
    '<form class="ebulten"><input type="email" name="eposta"><button>Kaydol</button></form>',
  ],
  [
    'footer, ja',
    'newsletter',
    '<form action="/mailmagazine/regist"><input type="text" name="mail_address" placeholder="メールアドレス"><button>登録する</button></form>',
  ],
  [
    'footer, ru',
    'newsletter',
    '<form class="subscribe-form"><input type="text" name="EMAIL" placeholder="Ваш e-mail"><button>Подписаться</button></form>',
  ],
  [
    'footer, sign up for',
    'newsletter',
    '<form class="newsletter-signup"><input type="email" name="email"><button>Sign up</button></form>',
  ],
  [
    'sold out: tell me of new things',
    'newsletter',
    '<form action="/subscribe"><input type="email" name="email"><select name="interest"><option>Women</option></select><button>Join</button></form>',
  ],
  // Contact.
  [
    'dawn contact',
    'contact',
    '<form method="post" action="/contact#ContactForm" id="ContactForm" class="isolate"><input type="hidden" name="form_type" value="contact"><input name="contact[Name]" autocomplete="name"><input type="email" name="contact[email]" autocomplete="email"><input type="tel" name="contact[Phone number]"><textarea name="contact[Comment]"></textarea><button type="submit">Send</button></form>',
  ],
  [
    'contact form 7',
    'contact',
    '<form action="/kontakt/#wpcf7-f5-p2-o1" method="post" class="wpcf7-form init" aria-label="Kontaktformular" novalidate><input name="your-name"><input type="email" name="your-email"><input name="your-subject"><textarea name="your-message"></textarea><input class="wpcf7-form-control wpcf7-submit" type="submit" value="Senden"></form>',
  ],
  [
    'luma contact',
    'contact',
    '<form class="form contact" action="https://x/contact/index/post/" id="contact-form" method="post"><input name="name"><input name="email" type="email"><input name="telephone" type="tel"><textarea name="comment"></textarea><button type="submit">Submit</button></form>',
  ],
  [
    'opencart contact',
    'contact',
    '<form action="/index.php?route=information/contact.send" method="post"><input name="name"><input type="text" name="email" id="input-email"><textarea name="enquiry"></textarea><button>Submit</button></form>',
  ],
  [
    'hubspot contact',
    'contact',
    '<form class="hs-form" action="https://forms.hsforms.com/x"><input name="firstname"><input name="lastname"><input type="email" name="email"><textarea name="message"></textarea><input type="submit" value="Submit"></form>',
  ],
  [
    'call me back, ru',
    'contact',
    '<form class="callback-form"><h3>Заказать звонок</h3><input name="name"><input type="tel" name="phone"><button>Перезвоните мне</button></form>',
  ],
  [
    'ask about this thing',
    'contact',
    '<form class="product-question"><input type="email" name="email"><textarea name="question"></textarea><button>Ask</button></form>',
  ],
  [
    'japan',
    'contact',
    '<form action="/contact/confirm" method="post"><input name="name01"><input type="email" name="email"><textarea name="contents"></textarea><button>確認ページへ</button></form>',
  ],
  [
    'with its address',
    'contact',
    '<form id="contact-form"><input name="name"><input name="email" type="email"><input name="city"><input name="zip"><textarea name="message"></textarea><button>Send</button></form>',
  ],
  // Quote, demo, trial.
  [
    'quote',
    'quote',
    '<form id="rfq" action="/request-a-quote"><input name="company"><input type="email" name="email"><input name="quantity" type="number"><textarea name="message"></textarea><button>Request a quote</button></form>',
  ],
  [
    'quote, fr',
    'quote',
    '<form action="/devis"><input name="nom"><input type="email" name="email"><textarea name="message"></textarea><button>Demander un devis</button></form>',
  ],
  [
    'demo',
    'demo',
    '<form class="hs-form"><h3>Book a demo</h3><input type="email" name="email"><input name="company"><input type="submit" value="Book"></form>',
  ],
  ['trial', 'trial', '<form action="/start"><input type="email" name="email"><button>Start free trial</button></form>'],
  // Registration.
  [
    'woo register',
    'registration',
    '<form method="post" class="woocommerce-form woocommerce-form-register register"><input type="email" name="email" id="reg_email" autocomplete="email"><input type="password" name="password" id="reg_password" autocomplete="new-password"><button type="submit" name="register" value="Register">Register</button></form>',
  ],
  [
    'dawn register',
    'registration',
    '<form method="post" action="/account" id="create_customer" novalidate><input type="hidden" name="form_type" value="create_customer"><input name="customer[first_name]"><input name="customer[last_name]"><input type="email" name="customer[email]"><input type="password" name="customer[password]"><button>Create</button></form>',
  ],
  [
    'luma register',
    'registration',
    '<form class="form create account form-create-account" action="https://x/customer/account/createpost/" method="post" id="form-validate"><input name="firstname"><input name="lastname"><input type="checkbox" name="is_subscribed"><input type="email" name="email"><input type="password" name="password"><input type="password" name="password_confirmation"><button title="Create an Account">Create an Account</button></form>',
  ],
  [
    'prestashop register, es',
    'registration',
    '<form action="/registro" id="customer-form" class="js-customer-form" method="post"><input name="firstname"><input name="lastname"><input name="email" type="email"><input name="password" type="password"><input name="newsletter" type="checkbox"><button data-link-action="save-customer">Guardar</button></form>',
  ],
  [
    'shopify of today: a code by mail',
    undefined,
    '<form action="/customer_authentication/login"><input type="email" name="email" autocomplete="username"><button>Continue</button></form>',
  ],
  [
    'woo without a password',
    'registration',
    '<form method="post" class="woocommerce-form woocommerce-form-register register"><input type="email" name="email" id="reg_email"><button type="submit" name="register" value="Registrieren">Registrieren</button></form>',
  ],
  [
    'shopware 6 register',
    'registration',
    '<form action="/account/register" class="register-form" method="post"><select name="salutationId"></select><input name="firstName"><input name="lastName"><input type="email" name="email"><input type="password" name="password"><input name="billingAddress[street]"><input name="billingAddress[zipcode]"><input name="billingAddress[city]"><button>Weiter</button></form>',
  ],
  // Neither.
  [
    'woo login',
    undefined,
    '<form class="woocommerce-form woocommerce-form-login login" method="post"><input name="username" id="username" autocomplete="username"><input type="password" name="password" autocomplete="current-password"><input name="rememberme" type="checkbox"><button name="login" value="Log in">Log in</button></form>',
  ],
  [
    'luma login',
    undefined,
    '<form class="form form-login" action="https://x/customer/account/loginPost/" method="post" id="login-form"><input name="login[username]" type="email"><input name="login[password]" type="password"><button class="action login primary"><span>Sign In</span></button></form>',
  ],
  [
    'login, de',
    undefined,
    '<form action="/anmelden" method="post"><input type="email" name="email"><input type="password" name="passwort"><button>Anmelden</button></form>',
  ],
  [
    'login, fr',
    undefined,
    '<form action="/connexion" method="post"><input type="email" name="email"><input type="password" name="password"><button>Se connecter</button></form>',
  ],
  [
    'login, pt',
    undefined,
    '<form action="/entrar" method="post"><input type="email" name="email"><input type="password" name="senha"><button>Entrar</button></form>',
  ],
  [
    'reset',
    undefined,
    '<form method="post" action="/account/recover"><input type="hidden" name="form_type" value="recover_customer_password"><input type="email" name="email" id="RecoverEmail"><button>Submit</button></form>',
  ],
  [
    'woo reset',
    undefined,
    '<form method="post" class="woocommerce-ResetPassword lost_reset_password"><input type="text" name="user_login" id="user_login" autocomplete="username"><button value="Reset password">Reset password</button></form>',
  ],
  [
    'reset, de',
    undefined,
    '<form action="/passwort-vergessen" method="post"><input type="email" name="email"><button>Passwort zurücksetzen</button></form>',
  ],
  [
    'reset, fr',
    undefined,
    '<form action="/mot-de-passe-oublie" method="post"><input type="email" name="email"><button>Réinitialiser le mot de passe</button></form>',
  ],
  [
    'reset, es',
    undefined,
    '<form action="/recuperar-contrasena" method="post"><h1>¿Olvidó su contraseña?</h1><input type="email" name="email"><button>Enviar</button></form>',
  ],
  [
    'reset, it',
    undefined,
    '<form action="/recupero-password" method="post"><input type="email" name="email"><button>Invia</button></form>',
  ],
  [
    'reset, nl',
    undefined,
    '<form action="/wachtwoord-vergeten" method="post"><input type="email" name="email"><button>Versturen</button></form>',
  ],
  [
    'reset, pl',
    undefined,
    '<form action="/odzyskaj-haslo" method="post"><input type="email" name="email"><button>Wyślij</button></form>',
  ],
  [
    'reset, ru',
    undefined,
    '<form action="/auth/forgot" method="post"><h2>Восстановление пароля</h2><input type="email" name="email"><button>Выслать</button></form>',
  ],
  [
    'coupon',
    undefined,
    '<form class="checkout_coupon woocommerce-form-coupon" method="post"><input name="coupon_code" id="coupon_code"><button name="apply_coupon">Apply coupon</button></form>',
  ],
  [
    'woo review',
    undefined,
    '<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><select name="rating" id="rating"></select><textarea id="comment" name="comment"></textarea><input id="author" name="author"><input id="email" name="email" type="email"><input name="submit" type="submit" value="Submit"></form>',
  ],
  [
    'luma review',
    undefined,
    '<form action="https://x/review/product/post/id/7/" class="review-form" method="post" id="review-form"><input type="radio" name="ratings[4]"><input name="nickname"><input name="title"><textarea name="detail"></textarea><button>Submit Review</button></form>',
  ],
  [
    'judge.me',
    undefined,
    '<form class="jdgm-form"><input type="text" name="reviewer_name"><input type="email" name="reviewer_email"><input name="review_title"><textarea name="review_body"></textarea><input type="submit" value="Submit Review"></form>',
  ],
  [
    'review, de',
    undefined,
    '<form class="bewertung-form"><select name="sterne"></select><input name="name"><input type="email" name="email"><textarea name="bewertung"></textarea><button>Bewertung abgeben</button></form>',
  ],
  [
    'review, fr',
    undefined,
    '<form action="/avis/ajouter" method="post"><input name="pseudo"><input type="email" name="email"><textarea name="avis"></textarea><button>Publier mon avis</button></form>',
  ],
  [
    'a comment below a post',
    undefined,
    '<form action="/blogs/news/a#comment_form" method="post" class="comment-form"><input type="hidden" name="form_type" value="new_comment"><input name="comment[author]"><input type="email" name="comment[email]"><textarea name="comment[body]"></textarea><button>Post comment</button></form>',
  ],
  [
    'survey after an order',
    undefined,
    '<form class="poll"><input type="radio" name="answer"><button>Vote</button></form>',
  ],
  [
    'search',
    undefined,
    '<form action="/search" method="get" role="search"><input type="search" name="q"><button>Search</button></form>',
  ],
  ['search, de', undefined, '<form action="/suche"><input type="text" name="sSearch"><button>Suchen</button></form>'],
  [
    'quantity',
    undefined,
    '<form action="/cart" method="post"><input name="updates[]" type="number"><button name="update">Update</button></form>',
  ],
  [
    'address',
    undefined,
    '<form action="/account/addresses" method="post"><input name="address[first_name]"><input name="address[address1]"><input name="address[city]"><input name="address[zip]"><input type="tel" name="address[phone]"><button>Add address</button></form>',
  ],
  [
    'guest mail of a checkout',
    undefined,
    '<form data-role="email-with-possible-login" class="form form-login"><input type="email" name="username" id="customer-email"><button>Next</button></form>',
  ],
  [
    'back in stock',
    undefined,
    '<form class="back-in-stock-form"><input type="email" name="email"><button>Notify me</button></form>',
  ],
  [
    'back in stock, luma',
    undefined,
    '<form action="https://x/productalert/add/stock/product_id/7/" class="form stock-alert"><input type="email" name="guest_email"><button>Notify me when in stock</button></form>',
  ],
  [
    'price alert',
    undefined,
    '<form class="price-alert"><input type="email" name="email"><button>Tell me</button></form>',
  ],
  [
    'gift card balance',
    undefined,
    '<form action="/gift-card/balance" method="post"><input name="card_number"><input name="pin"><button>Check balance</button></form>',
  ],
  [
    'gift card for someone',
    undefined,
    '<form action="/cart/add" method="post"><input name="recipient_name"><input type="email" name="recipient_email"><textarea name="message"></textarea><input type="hidden" name="id" value="7"><button>Add to cart</button></form>',
  ],
  ['stores', undefined, '<form action="/stores" method="get"><input name="zip"><button>Find</button></form>'],
  [
    'filter',
    undefined,
    '<form id="FacetFiltersForm"><input type="checkbox" name="filter.v.availability"><input name="filter.v.price.gte"></form>',
  ],
  [
    'age',
    undefined,
    '<form class="age-gate"><input name="day"><input name="month"><input name="year"><button>Enter</button></form>',
  ],
  [
    'cookies',
    undefined,
    '<form class="cookie-settings"><input type="checkbox" name="marketing"><button>Save</button></form>',
  ],
  [
    'order tracking',
    undefined,
    '<form action="/order-tracking" method="post" class="woocommerce-form-track-order track_order"><input name="orderid"><input name="order_email" type="email"><button name="track">Track</button></form>',
  ],
  [
    'order of a guest, luma',
    undefined,
    '<form id="oar-widget-orders-and-returns-form" action="https://x/sales/guest/view/" method="post" class="form-orders-search"><input name="oar_order_id"><input name="oar_billing_lastname"><input name="oar_email" type="email"><button>Continue</button></form>',
  ],
  [
    'order of a guest, prestashop',
    undefined,
    '<form id="guestOrderTrackingForm" action="/suivi-commande-invite" method="get"><input name="order_reference"><input type="email" name="email"><button>Envoyer</button></form>',
  ],
  [
    'to a friend',
    undefined,
    '<form class="send-to-friend"><input type="email" name="friend_email"><textarea name="message"></textarea><button>Send</button></form>',
  ],
  [
    'a wish list is shared',
    undefined,
    '<form action="https://x/wishlist/index/send/" method="post" class="form wishlist share"><textarea name="emails"></textarea><textarea name="message"></textarea><button>Share Wish List</button></form>',
  ],
  [
    'unsubscribe',
    undefined,
    '<form action="/unsubscribe" method="post"><input type="email" name="email"><button>Unsubscribe</button></form>',
  ],
  [
    'profile',
    undefined,
    '<form class="form-edit-account" action="https://x/customer/account/editPost/" method="post"><input name="firstname"><input name="lastname"><input type="email" name="email"><button>Save</button></form>',
  ],
  [
    'currency',
    undefined,
    '<form action="/localization" method="post" id="localization_form"><select name="currency_code"></select><button>Update</button></form>',
  ],
  [
    'review, es',
    undefined,
    '<form action="/opiniones" method="post"><input name="nombre"><input type="email" name="email"><textarea name="texto"></textarea><button>Enviar opinión</button></form>',
  ],
  [
    'review, it',
    undefined,
    '<form class="recensione"><input name="nome"><input type="email" name="email"><textarea name="testo"></textarea><button>Invia</button></form>',
  ],
  // Any other.
  [
    'dealers apply',
    'other',
    '<form action="/dealers/apply"><input name="company"><input name="vat"><input type="email" name="email"><input type="tel" name="phone"><input name="website"><button>Apply</button></form>',
  ],
];

test.each(FORMS)('%s: %s', (_, kind, html) => {
  document.body.innerHTML = html;
  const form = document.querySelector('form')!;
  expect(readForm(form, form.querySelector('[type="submit"],button')).kind).toBe(kind);
});
