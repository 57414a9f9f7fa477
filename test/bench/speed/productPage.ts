const times = (count: number, part: (n: number) => string) => Array.from({ length: count }, (_, n) => part(n)).join('');

const product = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  sku: 'MUG-1',
  name: 'Stoneware mug',
  brand: { '@type': 'Brand', name: 'Kiln' },
  offers: { '@type': 'Offer', price: '19.90', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
};

const menu = times(
  8,
  (n) =>
    `<li><a href="/c/${n}">Department ${n}</a><ul>${times(20, (m) => `<li><a href="/c/${n}/${m}">Shelf ${m}</a></li>`)}</ul></li>`,
);

const card = (
  n: number,
) => `<li class="card"><a href="/p/${n}"><img alt="" width="80" height="80"><h3>Plate ${n}</h3></a>
  <div class="price"><s>24,00 €</s> <span>${12 + n},90 €</span></div><p>In stock</p>
  <form action="/cart/add" method="post"><input type="hidden" name="id" value="${n}"><button>Add to cart</button></form></li>`;

const review = (
  n: number,
) => `<article class="review"><header><h4>Guest ${n}</h4><time>2024-05-${1 + (n % 28)}</time></header>
  <div class="stars">${times(5, () => '<span>★</span>')}</div><p>It holds what it promises, <em>and more</em>.</p>
  <footer><button>Helpful</button><button>Report</button></footer></article>`;

/** A product's page of some 3,000 elements, as shops have them: menu, buy box, sizes, suggestions, reviews, footer. */
export const productPage = `<header><a href="/">Kiln</a><form action="/search"><input name="q"><button>Search</button></form>
  <a href="/account">Sign in</a><a href="/cart" class="cart">Cart <span id="count" data-cart-count="0">0</span></a>
  <nav><ul>${menu}</ul></nav></header>
<main><nav class="breadcrumb">${times(4, (n) => `<a href="/c/${n}">Step ${n}</a>`)}</nav>
  <section class="gallery">${times(12, () => '<button class="thumb"><img alt="" width="60" height="60"></button>')}</section>
  <section class="product"><h1>Stoneware mug</h1><p class="price"><span>19,90 €</span> <small>incl. VAT</small></p>
    <form id="buy" action="/cart/add" method="post"><input type="hidden" name="id" value="MUG-1">
      <fieldset><legend>Colour</legend>${times(12, (n) => `<label><input type="radio" name="colour" value="${n}">Colour ${n}</label>`)}</fieldset>
      <label>Quantity <input name="quantity" type="number" value="1" min="1"></label>
      <button id="add">Add to cart</button><button type="button">Save for later</button></form>
    <div class="description">${times(40, (n) => `<p>Thrown by hand, <b>fired twice</b>, number ${n}.</p>`)}</div>
    <table>${times(30, (n) => `<tr><th>Fact ${n}</th><td>Value ${n}</td></tr>`)}</table></section>
  <section><h2>You may also like</h2><ul>${times(60, card)}</ul></section>
  <section><h2>Reviews</h2>${times(60, review)}</section></main>
<footer><form action="/newsletter" method="post"><input type="email" name="email"><button>Subscribe</button></form>
  ${times(8, (n) => `<ul>${times(12, (m) => `<li><a href="/i/${n}/${m}">Service ${m}</a></li>`)}</ul>`)}</footer>
<script type="application/ld+json">${JSON.stringify(product)}</script>`;

/** The shop's own work at a press: asks its server, shows the new count, forces a layout as animations do. */
export const addByScript = `<script>
  buy.addEventListener('submit', (event) => event.preventDefault());
  add.addEventListener('click', async () => {
    const { items } = await (await fetch('/cart/add.js', { method: 'POST', body: new FormData(buy) })).json();
    count.textContent = count.dataset.cartCount = items.length;
    count.className = 'grow-' + count.offsetWidth;
  });
</script>`;
