// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { meaningOf, meaningOfLabel } from '../../src/read/label.ts';
import { fold } from '../../src/read/text.ts';

const button = (html: string) => {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
};

test.each([
  'Add to cart',
  'ADD TO BAG',
  'Add to basket',
  'In den Warenkorb',
  'In den Warenkorb legen',
  'Ajouter au panier',
  'Añadir al carrito',
  'Agregar al carrito',
  'Añadir a la cesta',
  'Aggiungi al carrello',
  'Adicionar ao carrinho',
  'Toevoegen aan winkelwagen',
  'In winkelmand',
  'Dodaj do koszyka',
  'Přidat do košíku',
  'Vložit do košíku',
  'Kosárba',
  'A kosárba teszem!',
  'Adaugă în coș',
  'Lägg i varukorgen',
  'Læg i kurv',
  'Tilføj til kurv',
  'Legg i handlekurv',
  'Lisää ostoskoriin',
  'Sepete ekle',
  'Добавить в корзину',
  'В корзину',
  'Додати в кошик',
  'Προσθήκη στο καλάθι',
  '買い物カゴに追加',
  '買い物かごに入れる',
  '新增至購物車',
  'カートに入れる',
  '加入购物车',
  '장바구니에 추가',
  'أضف إلى السلة',
  'Buy now',
  'Quick add',
  'Jetzt kaufen',
  'Acheter',
])('%s adds', (label) => {
  expect(meaningOfLabel(fold(label))).toBe('add');
});

test.each([
  'Add to wishlist',
  'Zur Wunschliste hinzufügen',
  'Ajouter à la liste de souhaits',
  'Add to compare',
  'View cart',
  'Warenkorb ansehen',
  'Cart',
  'Voir le panier',
  'Continue shopping',
  'Update cart',
  'Apply coupon',
  'Notify me',
  'Select options',
  'Search',
  'Log in',
  'Remove from cart',
  'Proceed to checkout',
  'Zur Kasse',
  'Read more',
])('%s does not add', (label) => {
  expect(meaningOfLabel(fold(label))).not.toBe('add');
});

test.each([
  'Remove',
  'Entfernen',
  'Supprimer',
  'Eliminar',
  'Rimuovi',
  'Verwijder',
  'Usuń',
  'Odstranit',
  'Eltávolítás',
  'Ta bort',
  'Fjern',
  'Poista',
  'Kaldır',
  'Удалить',
  '削除',
  '删除',
  '삭제',
  'Remove Belt from cart',
])('%s removes', (label) => {
  expect(meaningOfLabel(fold(label))).toBe('remove');
});

test('a button without words is known by what its author called it', () => {
  expect(meaningOf(button('<button class="btn-add-to-cart"><svg></svg></button>'))).toBe('add');
  expect(meaningOf(button('<button data-testid="AddToCart"><svg></svg></button>'))).toBe('add');
  expect(meaningOf(button('<a class="line-remove" href="/x">×</a>'))).toBe('remove');
  expect(meaningOf(button('<button aria-label="In den Warenkorb"><svg></svg></button>'))).toBe('add');
  expect(meaningOf(button('<input type="submit" value="Kosárba">'))).toBe('add');
});

test('a button without words is known by its icon, behind classes that say nothing', () => {
  const icon = (name: string, label = '') =>
    meaningOf(
      button(`<button class="${'inline-flex '.repeat(50)}"><svg class="lucide ${name}"></svg>${label}</button>`),
    );
  expect(icon('lucide-trash-2')).toBe('remove');
  expect(meaningOf(button('<a href="#"><i class="fa fa-trash"></i></a>'))).toBe('remove');
  expect(meaningOf(button('<a href="/cart?act=1"><i title="Entfernen" class="fas fa-times"></i></a>'))).toBe('remove');
  expect(meaningOf(button('<button><svg><use href="#icon-trash"></use></svg></button>'))).toBe('remove');
  expect(icon('lucide-shopping-cart', 'Add')).toBe('add');
  expect(icon('lucide-shopping-cart', 'Hinzufügen')).toBe('add');
  for (const [name, label] of [
    ['lucide-plus', 'Add'],
    ['lucide-shopping-cart', 'Add a note'],
    ['lucide-heart', ''],
  ])
    expect(icon(name!, label)).toBeUndefined();
});

test('what is read out tells where what is shown does not', () => {
  expect(meaningOf(button('<button aria-label="cart button">$9.00 · 2 items</button>'))).toBe('cart');
  expect(meaningOf(button('<button aria-label="Remove Mug">x</button>'))).toBe('remove');
  expect(meaningOf(button('<button aria-label="Open the cart">Add to bag</button>'))).toBe('add');
});

test('what a control says of itself weighs more than what its author noted on it', () => {
  expect(meaningOf(button('<a class="add-to-cart" data-has-options="" role="button">Add to cart</a>'))).toBe('add');
  expect(meaningOf(button('<a class="add-to-cart" data-has-options="true" role="button"></a>'))).toBe('other');
  expect(meaningOf(button('<button class="btn-buy" data-options="2">Checkout</button>'))).toBe('checkout');
});

test.each(['View Product', 'See details', 'Read more', 'Product details'])('%s names no product', (label) => {
  expect(meaningOf(button(`<a href="/p/1">${label}</a>`))).toBe('other');
});

test('an icon or a sum in the head of a page leads to the cart, in a card it does not', () => {
  const icon = '<button><i class="fa fa-shopping-cart"></i> 2 item(s) - £12.00</button>';
  button(`<header>${icon}</header><article>${icon}</article>`);
  const [head, card] = document.querySelectorAll('button');
  expect(meaningOf(head!)).toBe('cart');
  expect(meaningOf(card!)).toBeUndefined();
});

test('a card whose options are open does not add, whatever its class says', () => {
  expect(meaningOf(button('<a class="add_to_cart_button product_type_variable" href="/p/1">Select options</a>'))).toBe(
    'other',
  );
});
