// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { MORE } from '../../src/read/languages.ts';
import { learn } from '../../src/read/words.ts';
import { createNotes, press, watch } from './shopPage.ts';

const PRODUCT =
  '<main><h1>Mug</h1><p class="price">€12.50</p><form method="post" action="/basket"><input type="hidden" name="product_id" value="7"><button id="add">Add to cart</button></form></main>';

/** What shops put on the page where an add is refused. `next`: on the page that follows. */
const REFUSED: [make: string, html: string, when?: 'next'][] = [
  [
    'woo, classic',
    '<div class="woocommerce-notices-wrapper"><ul class="woocommerce-error" role="alert"><li>You cannot add another "Mug" to your cart. <a href="/cart/" class="button wc-forward">View cart</a></li></ul></div>',
    'next',
  ],
  [
    'woo, block notices',
    '<div class="woocommerce-notices-wrapper"><div class="wc-block-components-notice-banner is-error" role="alert"><svg></svg><div class="wc-block-components-notice-banner__content">You cannot add that amount to the cart &mdash; we have 3 in stock and you already have 3 in your cart. <a href="/cart/" class="button wc-forward">View cart</a></div></div></div>',
    'next',
  ],
  [
    'woo, de',
    '<ul class="woocommerce-error" role="alert"><li>Du kannst diese Menge nicht in den Warenkorb legen &ndash; wir haben 3 auf Lager und du hast bereits 3 in deinem Warenkorb. <a href="/warenkorb/" class="button">Warenkorb anzeigen</a></li></ul>',
    'next',
  ],
  [
    'woo, options',
    '<ul class="woocommerce-error" role="alert"><li>Please choose product options by visiting <a href="/p/mug">Mug</a>.</li></ul>',
    'next',
  ],
  [
    'dawn',
    '<div class="product-form__error-message-wrapper" role="alert"><svg class="icon icon-error"></svg><span class="product-form__error-message">You can&#39;t add more Mug to the cart.</span></div>',
  ],
  [
    'dawn, de',
    '<div class="product-form__error-message-wrapper" role="alert"><span class="product-form__error-message">Alle 3 Mug sind in deinem Warenkorb.</span></div>',
  ],
  ['debut', '<p class="product-form__error-message"><span class="visually-hidden">Error </span>Mug is sold out</p>'],
  ['impulse', '<div class="errors text-center">All 3 Mug are in your cart.</div>'],
  [
    'prestashop',
    '<div class="alert alert-danger ajax-error" role="alert">Il n&#39;y a pas assez de produits en stock</div>',
  ],
  [
    'prestashop, next page',
    '<aside id="notifications"><div class="notifications-container container"><article class="alert alert-danger" role="alert" data-alert="danger"><ul><li>The item Mug in your cart is no longer available in this quantity.</li></ul></article></div></aside>',
    'next',
  ],
  [
    'luma',
    '<div data-bind="scope: \'messages\'"><div role="alert" class="messages"><div class="message-error error message" data-ui-id="message-error"><div>The requested qty is not available</div></div></div></div>',
    'next',
  ],
  [
    'luma, a field',
    '<div for="super_attribute[93]" generated="true" class="mage-error" id="super_attribute[93]-error">This is a required field.</div>',
  ],
  [
    'hyvä',
    '<section id="messages"><div role="alert" class="message error"><span>Die angeforderte Menge ist nicht verfügbar</span></div></section>',
    'next',
  ],
  [
    'shopware 6',
    '<div class="flashbags container"><div role="alert" class="alert alert-danger alert-has-icon"><span class="icon icon-blocked"></span><div class="alert-content-container"><div class="alert-content">Das Produkt konnte nicht in den Warenkorb gelegt werden.</div></div></div></div>',
    'next',
  ],
  [
    'shopware 5',
    '<div class="alert is--error is--rounded"><div class="alert--icon"><i class="icon--element icon--cross"></i></div><div class="alert--content">Bitte wählen Sie eine Variante.</div></div>',
  ],
  [
    'jtl',
    '<div class="alert alert-danger fade show">Leider ist dieser Artikel nicht in der gewünschten Menge verfügbar.</div>',
    'next',
  ],
  [
    'cornerstone',
    '<div class="swal2-container swal2-shown"><div role="dialog" aria-live="assertive" class="swal2-popup swal2-modal swal2-icon-error"><div class="swal2-icon swal2-error"></div><div class="swal2-html-container">We don&#39;t have enough Mug stock on hand for the quantity you selected. Please try again.</div><button>OK</button></div></div>',
  ],
  [
    'stencil',
    '<div class="alertBox productAttributes-message alertBox--error"><div class="alertBox-column alertBox-message"><p>The selected options are not available.</p></div></div>',
  ],
  [
    'nopcommerce',
    '<div id="bar-notification" class="bar-notification-container"><div class="bar-notification error"><p class="content">The maximum quantity allowed for purchase is 1.</p><span class="close" title="Close"></span></div></div>',
  ],
  [
    'tiendanube',
    '<div class="js-added-to-cart-product-message alert alert-warning">No hay más stock de este producto.</div>',
  ],
  ['bitrix', '<p><font class="errortext">Товар отсутствует на складе</font></p>', 'next'],
  [
    'cs-cart',
    '<div class="cm-notification-container notification-container"><div class="cm-notification-content notification-content alert-error" data-ca-notification-key="a"><button type="button" class="close">×</button><strong>Error</strong>Sorry, the product has not been added to the cart.</div></div>',
  ],
  [
    'cs-cart, ru',
    '<div class="cm-notification-container"><div class="cm-notification-content notification-content alert-warning"><strong>Предупреждение</strong>Недостаточно товара на складе</div></div>',
  ],
  [
    'shoptet',
    '<div class="messages"><div class="msg msg-error" role="alert">Tento produkt není skladem v požadovaném množství.</div></div>',
  ],
  [
    'idosell',
    '<div class="menu_messages_error" id="menu_messages_error"><p>Wybierz rozmiar produktu</p></div>',
    'next',
  ],
  ['sweden', '<div class="alert alert-danger">Tyvärr är varan slut i lager.</div>'],
  [
    'react-toastify',
    '<div class="Toastify__toast-container"><div id="1" class="Toastify__toast Toastify__toast-theme--light Toastify__toast--error"><div role="alert" class="Toastify__toast-body"><div>Stock épuisé</div></div></div></div>',
  ],
  [
    'sonner',
    '<section aria-label="Notifications alt+T"><ol><li data-sonner-toast="" data-type="error" data-visible="true"><div data-content=""><div data-title="">Not enough stock</div></div></li></ol></section>',
  ],
  [
    'mui',
    '<div class="MuiSnackbar-root MuiSnackbar-anchorOriginBottomLeft"><div class="MuiPaper-root MuiAlert-root MuiAlert-colorError MuiAlert-filledError" role="alert"><div class="MuiAlert-icon"></div><div class="MuiAlert-message">Non disponibile nella quantità richiesta</div></div></div>',
  ],
  [
    'chakra',
    '<div role="region" aria-live="polite" id="chakra-toast-manager-bottom"><div class="chakra-toast"><div class="chakra-toast__inner"><div data-status="error" role="alert" class="chakra-alert css-1r3"><div class="chakra-alert__title">Out of stock</div></div></div></div></div>',
  ],
  [
    'ant',
    '<div class="ant-message"><div class="ant-message-notice"><div class="ant-message-notice-content"><div class="ant-message-custom-content ant-message-error"><span role="img" class="anticon anticon-close-circle"></span><span>库存不足</span></div></div></div></div>',
  ],
  [
    'element',
    '<div role="alert" class="el-message el-message--error"><i class="el-message__icon el-icon-error"></i><p class="el-message__content">商品已售罄</p></div>',
  ],
  [
    'vant',
    '<div class="van-popup van-popup--center van-toast van-toast--fail"><i class="van-icon van-icon-fail"></i><div class="van-toast__text">库存不足</div></div>',
  ],
  [
    'bootstrap 5',
    '<div class="toast-container"><div class="toast text-bg-danger show" role="alert" aria-live="assertive"><div class="d-flex"><div class="toast-body">Stok tidak mencukupi</div></div></div></div>',
  ],
  [
    'tailwind',
    '<div class="rounded-md bg-red-50 p-4" role="alert"><p class="text-sm text-red-800">This size is sold out.</p></div>',
  ],
  [
    'toastr',
    '<div id="toast-container" class="toast-top-right"><div class="toast toast-error" aria-live="assertive"><div class="toast-message">Bu ürün stokta yok</div></div></div>',
  ],
  [
    'noty',
    '<div class="noty_layout" role="alert" aria-live="polite"><div class="noty_bar noty_type__error noty_theme__mint"><div class="noty_body">Товара нет в наличии</div></div></div>',
  ],
  [
    'izitoast',
    '<div class="iziToast-wrapper"><div class="iziToast-capsule"><div class="iziToast iziToast-color-red iziToast-opened"><div class="iziToast-body"><p class="iziToast-message">Немає в наявності</p></div></div></div></div>',
  ],
  [
    'notyf',
    '<div class="notyf"><div class="notyf__toast notyf__toast--error"><div class="notyf__wrapper"><div class="notyf__message">Niet op voorraad</div></div></div></div>',
  ],
  [
    'vuetify',
    '<div class="v-snack"><div class="v-snack__wrapper v-sheet theme--dark error"><div role="status" aria-live="polite" class="v-snack__content">Sản phẩm đã hết hàng</div></div></div>',
  ],
  [
    'quasar',
    '<div class="q-notifications__list"><div role="alert" class="q-notification bg-negative text-white"><div class="q-notification__message">Slut på lager</div></div></div>',
  ],
  ['solidus', '<div class="flash error">Quantity selected of "Mug" is not available.</div>', 'next'],
  [
    'sylius',
    '<div class="ui icon negative message sylius-flash-message"><i class="remove icon"></i><div class="content"><div class="header">Error</div><p>Mug does not have sufficient stock.</p></div></div>',
    'next',
  ],
  [
    'sylius, a field',
    '<div class="ui red pointing label sylius-validation-error">Mug does not have sufficient stock.</div>',
    'next',
  ],
  [
    'drupal',
    '<div data-drupal-messages><div role="contentinfo" aria-label="Error message" class="messages messages--error"><div role="alert"><h2 class="visually-hidden">Error message</h2>The maximum quantity for Mug that can be ordered is 3.</div></div></div>',
    'next',
  ],
  ['odoo', '<div class="alert alert-warning" role="alert">Sorry, only 3 units are available.</div>'],
  ['lightspeed', '<div class="messages"><ul class="error"><li>Het product is niet op voorraad</li></ul></div>', 'next'],
  [
    'sfra',
    '<div class="add-to-cart-messages"><div class="alert alert-danger add-to-basket-alert text-center" role="alert">Could not be added to your cart.</div></div>',
  ],
  ['ecwid', '<div class="ec-notice ec-notice--error"><div class="ec-notice__text">Please choose a size</div></div>'],
  ['minimum order, es', '<div role="alert" class="notice notice-error">La cantidad mínima de compra es 6</div>'],
  [
    'not deliverable, pl',
    '<p class="form-error" aria-live="assertive">Produkt nie może zostać dostarczony na ten adres</p>',
  ],
];

/** What says no in words alone: enough to take it for no add. */
const IN_WORDS: [make: string, html: string, when?: 'next'][] = [
  [
    'luma, options',
    '<div role="alert" class="messages"><div class="message-notice notice message" data-ui-id="message-notice"><div>You need to choose options for your item.</div></div></div>',
    'next',
  ],
  ['opencart 3', '<div class="text-danger">Size required!</div>'],
  ['opencart 4', '<div id="error-option-226" class="invalid-feedback d-block">Size required!</div>'],
  ['wix', '<div data-hook="options-error"><span role="alert" class="s__0mK">Select Size</span></div>'],
  [
    'squarespace',
    '<div class="yui3-widget sqs-widgets-confirmation alert"><div class="sqs-widgets-confirmation-content"><div class="title">Unable to Add Item</div><div class="message">Please select a Size.</div></div></div>',
  ],
  [
    'vtex',
    '<div class="vtex-toast-container"><div class="vtex-toast flex"><div class="vtex-toast-message">Desculpe, ocorreu um erro ao adicionar o produto ao carrinho</div></div></div>',
  ],
  [
    'sweetalert',
    '<div class="swal-overlay swal-overlay--show-modal"><div class="swal-modal" role="dialog"><div class="swal-icon swal-icon--error"></div><div class="swal-title">Hata</div><div class="swal-text">Stok yetersiz</div></div></div>',
  ],
  [
    'joomla',
    '<div id="system-message-container" aria-live="polite"><joomla-alert type="danger" role="alert"><div class="alert-heading"><span class="error"></span></div><div class="alert-wrapper"><div class="alert-message">The quantity is not in stock</div></div></joomla-alert></div>',
    'next',
  ],
  [
    'hot toast',
    '<div class="go1"><div role="status" aria-live="polite" class="go2">Could not add Mug to your cart</div></div>',
  ],
  ['radix', '<li role="status" aria-live="off" data-state="open"><div>Unable to add Mug to cart</div></li>'],
  ['plain, en', '<div role="status">Sorry, Mug can&#39;t be added to your bag</div>'],
  ['plain, de', '<div role="status">Mug konnte nicht in den Warenkorb gelegt werden</div>'],
  ['plain, fr', '<div role="status">Mug n&#39;a pas pu être ajouté au panier</div>'],
  ['plain, fr, impossible', '<div role="status">Impossible d&#39;ajouter Mug au panier</div>'],
  ['plain, es', '<div role="status">No se pudo agregar Mug al carrito</div>'],
  ['plain, it', '<div role="status">Non è stato possibile aggiungere Mug al carrello</div>'],
  ['plain, pt', '<div role="status">Não foi possível adicionar Mug ao carrinho</div>'],
  ['plain, nl', '<div role="status">Mug kon niet aan je winkelwagen worden toegevoegd</div>'],
  ['plain, pl', '<div role="status">Nie udało się dodać Mug do koszyka</div>'],
  ['plain, cs', '<div role="status">Mug se nepodařilo přidat do košíku</div>'],
  ['plain, sv', '<div role="status">Mug kunde inte läggas i varukorgen</div>'],
  ['plain, da', '<div role="status">Mug kunne ikke lægges i kurven</div>'],
  ['plain, ru', '<div role="status">Не удалось добавить Mug в корзину</div>'],
  ['plain, tr', '<div role="status">Mug sepete eklenemedi</div>'],
  ['plain, ja', '<div role="status">Mugをカートに追加できませんでした</div>'],
  ['plain, zh', '<div role="status">无法将 Mug 加入购物车</div>'],
  ['plain, zh, with a name of its own', '<div role="status">Mug 加入购物车失败</div>'],
  ['plain, zh, failed', '<div role="status">加入购物车失败</div>'],
  ['plain, ko', '<div role="status">장바구니에 담기 실패</div>'],
];

/** What shops put on the page where an add was taken. */
const TAKEN: [make: string, html: string, when?: 'next'][] = [
  [
    'woo, classic',
    '<div class="woocommerce-notices-wrapper"><div class="woocommerce-message" role="alert"><a href="/cart/" class="button wc-forward">View cart</a> &ldquo;Mug&rdquo; has been added to your cart.</div></div>',
    'next',
  ],
  [
    'woo, block notices, de',
    '<div class="wc-block-components-notice-banner is-success" role="alert"><svg></svg><div class="wc-block-components-notice-banner__content">&bdquo;Mug&ldquo; wurde deinem Warenkorb hinzugefügt. <a href="/warenkorb/" class="button">Warenkorb anzeigen</a></div></div>',
    'next',
  ],
  [
    'woo, fr',
    '<div class="woocommerce-message" role="alert"><a href="/panier/" class="button">Voir le panier</a> &laquo;&nbsp;Mug&nbsp;&raquo; a été ajouté à votre panier.</div>',
    'next',
  ],
  [
    'woo, nl',
    '<div class="woocommerce-message" role="alert">&ldquo;Mug&rdquo; is toegevoegd aan je winkelwagen. <a href="/winkelwagen/" class="button">Bekijk winkelwagen</a></div>',
    'next',
  ],
  [
    'woo, pl',
    '<div class="woocommerce-message" role="alert">&bdquo;Mug&rdquo; został dodany do koszyka. <a href="/koszyk/" class="button">Zobacz koszyk</a></div>',
    'next',
  ],
  [
    'woo, sv',
    '<div class="woocommerce-message" role="alert">&rdquo;Mug&rdquo; har lagts till i din varukorg. <a href="/varukorg/" class="button">Visa varukorg</a></div>',
    'next',
  ],
  [
    'woo, ru',
    '<div class="woocommerce-message" role="alert">Вы отложили &ldquo;Mug&rdquo; в свою корзину. <a href="/cart/" class="button">Просмотр корзины</a></div>',
    'next',
  ],
  [
    'dawn',
    '<div id="cart-notification" class="cart-notification active" aria-modal="true" aria-label="Item added to your cart" role="dialog"><div class="cart-notification__header"><h2 class="cart-notification__heading">Item added to your cart</h2></div><div class="cart-notification-product"><h3>Mug</h3></div><a href="/cart">View cart (1)</a><button>Check out</button></div>',
  ],
  [
    'dawn, de',
    '<div id="cart-notification" class="cart-notification active" role="dialog"><h2 class="cart-notification__heading">Artikel wurde in den Warenkorb gelegt</h2><h3>Mug</h3><a href="/cart">Warenkorb ansehen (1)</a></div>',
  ],
  [
    'luma',
    '<div role="alert" class="messages"><div class="message-success success message" data-ui-id="message-success"><div>You added Mug to your <a href="/checkout/cart/">shopping cart</a>.</div></div></div>',
    'next',
  ],
  [
    'luma, es',
    '<div role="alert" class="messages"><div class="message-success success message"><div>Añadió Mug a su <a href="/checkout/cart/">carrito de compras</a>.</div></div></div>',
    'next',
  ],
  [
    'prestashop',
    '<div id="blockcart-modal" class="modal fade show" role="dialog"><div class="modal-header"><h4 class="modal-title h6">Produit ajouté au panier avec succès</h4></div><div class="modal-body"><h6 class="product-name">Mug</h6><a href="/panier">Commander</a></div></div>',
  ],
  [
    'shopware 6',
    '<div class="offcanvas offcanvas-end cart-offcanvas show" role="dialog"><div role="alert" class="alert alert-success"><div class="alert-content">1 Produkt wurde dem Warenkorb hinzugefügt</div></div></div>',
  ],
  [
    'opencart',
    '<div class="alert alert-success alert-dismissible">Success: You have added <a href="/mug">Mug</a> to your <a href="/cart">shopping cart</a>! <button class="close">×</button></div>',
  ],
  [
    'opencart, pt-br',
    '<div class="alert alert-success alert-dismissible">Você adicionou <a href="/mug">Mug</a> ao <a href="/cart">carrinho de compras</a>!</div>',
  ],
  [
    'nopcommerce',
    '<div id="bar-notification"><div class="bar-notification success"><p class="content">The product has been added to your <a href="/cart">shopping cart</a></p></div></div>',
  ],
  [
    'cs-cart',
    '<div class="cm-notification-container"><div class="ui-dialog cm-notification-content notification-content-extended"><h1>The product was added to your cart<span class="cm-notification-close close"></span></h1><div class="ty-product-notification__body">Mug</div></div></div>',
  ],
  [
    'cornerstone',
    '<div id="previewModal" class="modal open" role="dialog"><h1 class="modal-header-title">Ok, 1 item was added to your cart. What&#39;s next?</h1><h2 class="productView-title">Mug</h2></div>',
  ],
  [
    'tiendanube',
    '<div class="js-alert-added-to-cart notification-floating notification notification-primary"><div>Mug</div><strong>¡Agregado al carrito!</strong><a href="/carrito">Ver carrito</a></div>',
  ],
  [
    'vtex',
    '<div class="vtex-toast-container"><div class="vtex-toast"><div class="vtex-toast-message">Produto adicionado ao carrinho!</div><button>Ver carrinho</button></div></div>',
  ],
  [
    'shoptet',
    '<div class="messages"><div class="msg msg-success" role="alert">Zboží Mug bylo přidáno do košíku</div></div>',
  ],
  [
    'idosell',
    '<div id="menu_messages_success" class="menu_messages_success"><p>Produkt został dodany do koszyka</p></div>',
    'next',
  ],
  [
    'react-toastify',
    '<div class="Toastify__toast Toastify__toast--success"><div role="alert" class="Toastify__toast-body">Aggiunto al carrello</div></div>',
  ],
  ['sonner', '<li data-sonner-toast="" data-type="success"><div data-title="">Mug added</div></li>'],
  [
    'hot toast',
    '<div class="go4109123758"><div role="status" aria-live="polite" class="go3958317564">Added to bag</div></div>',
  ],
  [
    'radix',
    '<li role="status" aria-live="off" data-state="open" data-radix-collection-item="" class="group pointer-events-auto"><div class="grid gap-1"><div class="text-sm font-semibold">Added to basket</div><div class="text-sm opacity-90">Mug</div></div></li>',
  ],
  [
    'mui',
    '<div class="MuiSnackbar-root"><div class="MuiAlert-root MuiAlert-filledSuccess" role="alert"><div class="MuiAlert-message">Sepete eklendi</div></div></div>',
  ],
  [
    'ant',
    '<div class="ant-message-notice"><div class="ant-message-notice-content"><div class="ant-message-custom-content ant-message-success"><span>已加入购物车</span></div></div></div>',
  ],
  ['vant', '<div class="van-toast van-toast--success"><div class="van-toast__text">加入购物车成功</div></div>'],
  ['korea', '<div class="layer_popup" role="alertdialog"><p>장바구니에 상품이 담겼습니다.</p></div>'],
  [
    'izitoast',
    '<div class="iziToast iziToast-color-green"><p class="iziToast-message">Товар додано до кошика</p></div>',
  ],
  ['solidus', '<div class="flash success">Mug was added to your cart</div>', 'next'],
  [
    'sylius',
    '<div class="ui icon positive message sylius-flash-message"><div class="content"><div class="header">Success</div>Item has been added to cart</div></div>',
    'next',
  ],
  [
    'drupal',
    '<div role="contentinfo" aria-label="Status message" class="messages messages--status">Mug added to <a href="/cart">your cart</a>.</div>',
    'next',
  ],
  [
    'sfra',
    '<div class="add-to-cart-messages"><div class="alert alert-success add-to-basket-alert text-center" role="alert">Product added to cart</div></div>',
  ],
  [
    'spartacus',
    '<div role="dialog" class="cx-dialog-content"><div class="cx-dialog-title">Item(s) added to your cart</div><span>Mug</span></div>',
  ],
  ['greece', '<div class="alert alert-success">Το προϊόν προστέθηκε στο καλάθι σας</div>'],
  ['hungary', '<div class="notice notice-success">A termék a kosárba került</div>'],
  ['finland', '<div class="alert alert-success" role="alert">Tuote lisättiin ostoskoriin</div>', 'next'],
  ['romania', '<div class="alert alert-success">Produsul a fost adăugat în coș</div>'],
  ['denmark', '<div class="toast success">Varen er lagt i kurven</div>'],
  ['plain, de', '<div role="status">In den Warenkorb gelegt</div>'],
  ['plain, fr', '<div role="status">Ajouté au panier</div>'],
  ['plain, es', '<div role="status">Añadido a la cesta</div>'],
  ['plain, pt', '<div role="status">Adicionado no carrinho</div>'],
  ['plain, pl', '<div role="status">Dodano do koszyka</div>'],
  ['plain, cs', '<div role="status">Přidáno do košíku</div>'],
  ['plain, sv', '<div role="status">Tillagd i varukorgen</div>'],
  ['plain, zh', '<div role="status">已加入购物车</div>'],
  ['arabic', '<div class="toast toast-success">تمت إضافة المنتج إلى السلة</div>'],
];

/** The same in languages that are learnt. */
const TAKEN_MORE: typeof TAKEN = [
  ['indonesia', '<div class="alert alert-success">Produk berhasil ditambahkan ke keranjang</div>', 'next'],
  ['vietnam', '<div class="toast toast-success"><div class="toast-message">Đã thêm vào giỏ hàng</div></div>'],
];

/** What comes up meanwhile, and says nothing about the add. */
const NOTHING: [make: string, html: string, when?: 'next'][] = [
  ['few left', '<p class="stock-notice" role="status">Only 3 left in stock!</p>'],
  ['few left, de', '<div class="alert alert-info">Nur noch 3 auf Lager</div>', 'next'],
  [
    'reserved',
    '<div class="reservation-message" aria-live="polite">Items in your cart are reserved for 15 minutes</div>',
  ],
  ['free from', '<div class="shipping-notice">Free shipping on orders over €50</div>'],
  ['free from, fr', '<div class="alert alert-info" role="status">Plus que 37,50 € pour la livraison gratuite</div>'],
  [
    'free from, in the cart',
    '<div class="free-shipping-message" role="status">Add €37.50 more to your cart for free shipping</div>',
  ],
  [
    'cookies',
    '<div class="cookie-notice" role="alert">We use cookies to make your cart work. <button>Accept</button></div>',
  ],
  [
    'cookies, it',
    '<div id="cookie-law-info-bar" class="cli-bar-message" role="status">Questo sito utilizza i cookie <a href="#">Accetta</a></div>',
  ],
  ['others look', '<div class="toast fomo" role="status">12 people are looking at Mug right now</div>'],
  ['others have bought', '<div class="notification sales-pop">Anna from Berlin bought Mug 5 minutes ago</div>'],
  [
    'asked which',
    '<div role="dialog" class="modal quick-view"><h2>Choose a size</h2><h3>Mug</h3><select><option>S</option></select><button>Add to cart</button></div>',
  ],
  [
    'asked which, as the button says',
    '<div role="dialog" class="modal"><h2>Add to cart</h2><p>Mug</p><select><option>S</option></select></div>',
  ],
  [
    'free from, de',
    '<div role="status">Lege noch Artikel für 37,50 € in den Warenkorb, um kostenlosen Versand zu erhalten</div>',
  ],
  ['wished', '<div class="toast toast-success" role="status">Mug added to your wishlist</div>'],
  ['wished, de', '<div class="alert alert-success">Mug wurde auf den Merkzettel gesetzt</div>', 'next'],
  ['wished, fr', '<div class="alert alert-success">Mug a été ajouté à votre liste d&#39;envies</div>'],
  ['compared', '<div class="message-success success message">You added product Mug to the comparison list.</div>'],
  ['newsletter', '<div class="toast toast-success">Thank you for subscribing to our newsletter</div>'],
  [
    'a route told to screen readers',
    '<div aria-live="assertive" id="__next-route-announcer__" role="alert">Mug - Shop</div>',
  ],
  ['being added', '<div role="status" aria-live="polite">Adding to cart…</div>'],
  ['loading', '<div role="status" class="spinner-border"><span class="visually-hidden">Loading...</span></div>'],
  ['a rebate', '<div class="flash-sale message">Flash sale: 20% off in your cart until midnight</div>'],
  ['holiday', '<div class="announcement notice">Orders placed before 2 pm ship today</div>'],
];

const run = async (html: string, when?: 'next') => {
  const memory = createNotes();
  const page = watch(PRODUCT, [addToCart()], { memory, path: '/p/mug' });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  await vi.advanceTimersByTimeAsync(300);
  if (!when) {
    document.body.insertAdjacentHTML('beforeend', html);
    await vi.advanceTimersByTimeAsync(3000);
    page.stop();
    return page.attempts.at(-1)!.outcome;
  }
  page.leave();
  page.stop();
  const next = watch(html + PRODUCT, [addToCart()], { memory, path: '/p/mug' });
  await vi.advanceTimersByTimeAsync(5000);
  next.stop();
  return next.attempts.at(-1)?.outcome ?? 'open';
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each(REFUSED)('%s refuses: %s', async (_, html, when) => {
  expect(await run(html, when)).toBe('refused');
});

test.each(IN_WORDS)('%s, which says no in words, is no add: %s', async (_, html, when) => {
  expect(await run(html, when)).not.toBe('confirmed');
});

test.each(TAKEN)('%s has taken it: %s', async (_, html, when) => {
  expect(await run(html, when)).toBe('confirmed');
});

test.each(NOTHING)('%s decides nothing: %s', async (_, html, when) => {
  expect(await run(html, when)).toBe('open');
});

test.each(TAKEN_MORE)('%s, once its language is learnt, has taken it: %s', async (_, html, when) => {
  learn(MORE);
  expect(await run(html, when)).toBe('confirmed');
});

test.each([
  [' popup--hidden', 'open'],
  ['', 'confirmed'],
])('a dialog of the next page confirms an add where it is in sight:%s', async (hidden, outcome) => {
  const { checkVisibility } = Element.prototype;
  Element.prototype.checkVisibility = function () {
    return !this.closest('.popup--hidden');
  };
  const dialog = `<div class="popup${hidden}" role="dialog" aria-modal="true"><h2>Just added to your cart</h2></div>`;
  expect(await run(dialog, 'next')).toBe(outcome);
  Element.prototype.checkVisibility = checkVisibility;
});
