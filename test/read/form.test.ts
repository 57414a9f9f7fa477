// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readForm } from '../../src/read/form.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('a message may be asked for as a comment', () => {
  show(
    '<form method="post" id="ask"><input name="email"><textarea name="comment"></textarea><button>Send</button></form>',
  );
  expect(readForm(document.forms[0]!).kind).toBe('contact');
  document.forms[0]!.id = 'commentform';
  expect(readForm(document.forms[0]!).kind).toBeUndefined();
});

test.each([
  [
    'newsletter',
    '<form class="newsletter" method="post"><input type="email" name="email"><button>Subscribe</button></form>',
  ],
  [
    'newsletter',
    '<form method="post"><input type="email" name="email"><input name="trap"><input type="hidden" name="type" value="newsletter"><button name="contact">Send</button></form>',
  ],
  [
    'contact',
    '<form id="contact" method="post"><input name="name"><input type="email" name="from"><textarea name="message"></textarea><button>Send</button></form>',
  ],
  [
    'contact',
    '<form name="contact_us" method="post"><input id="name"><input type="email" id="email-address"><textarea></textarea><button>Send</button></form>',
  ],
  [
    'contact',
    '<form name="Contact" method="get"><input name="Name"><input type="email" name="Address"><textarea></textarea><button>Send</button></form>',
  ],
  [
    'quote',
    '<form method="post"><h2>Angebot anfordern</h2><input type="email" name="mail"><textarea name="wish"></textarea><button>Senden</button></form>',
  ],
  [
    'demo',
    '<form method="post"><input name="name"><input type="email" name="email"><button>Book a demo</button></form>',
  ],
  [
    'registration',
    '<form class="register" method="post"><input type="email" name="email"><button name="register">Register</button></form>',
  ],
  [
    'registration',
    '<form method="post"><input type="email" name="email"><input type="password" autocomplete="new-password"><button>Go</button></form>',
  ],
  [
    undefined,
    '<form class="login" method="post"><input name="username"><input type="password"><button>Log in</button></form>',
  ],
  [
    undefined,
    '<form name="login" action="/login.php?action=process" method="post"><input type="email" name="email"><input type="password" autocomplete="new-password"><button>Anmelden</button></form>',
  ],
  [undefined, '<form role="search" class="search"><input type="search" name="q"><button>Search</button></form>'],
  [undefined, '<form method="post"><input name="coupon_code"><button>Apply</button></form>'],
  [
    'contact',
    '<form id="contact-form" action="/contact/index/post/" method="post"><input name="name"><input type="email" name="email"><textarea name="comment" id="comment"></textarea><button>Indsend</button></form>',
  ],
  [
    undefined,
    '<form class="comment-form" action="/blog/comments" method="post"><input type="email" name="email"><textarea name="comment"></textarea><button>Post</button></form>',
  ],
  [
    undefined,
    '<form class="review" method="post"><textarea name="comment"></textarea><input type="email" name="email"><button>Submit</button></form>',
  ],
  [
    undefined,
    '<form action="/account/reviewPost/7/" method="post"><input name="name"><input name="email"><textarea name="review"></textarea><button>Send</button></form>',
  ],
  [
    undefined,
    '<form method="post"><input type="email" name="email"><input name="street"><input name="postcode"><input name="city"><button>Next</button></form>',
  ],
  [
    undefined,
    '<form class="cart" method="post"><input type="email" name="recipient_email"><button>Add to cart</button></form>',
  ],
  [
    undefined,
    '<form id="checkout_form" method="post"><input name="user[email]"><input type="password" name="password"><input type="password" name="passconf"><button>Checkout</button></form>',
  ],
  ['contact', '<form action="/ajax/callback" method="post"><input type="tel"><button>Заказать звонок</button></form>'],
  [undefined, '<form class="price-alert" method="post"><input type="email"><button>Create price alert</button></form>'],
  [
    undefined,
    '<form action="/sendfriend" method="post"><input type="email" name="to"><textarea></textarea><button>Send</button></form>',
  ],
  [undefined, '<form action="/newsletter/unsubscribe" method="post"><input type="email"><button>Go</button></form>'],
  [
    undefined,
    '<form action="/account/edit" method="post"><input name="name"><input type="email"><button>Save</button></form>',
  ],
  [
    undefined,
    '<form action="/returns" method="post"><input name="order_number"><input type="email"><textarea></textarea><button>Send</button></form>',
  ],
])('a form is read as %s', (kind, html) => {
  const form = show(html).querySelector('form')!;
  expect(readForm(form, form.querySelector('button')).kind).toBe(kind);
});
