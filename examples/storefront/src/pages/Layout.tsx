import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLoaderData, useLocation, useNavigation } from 'react-router';
import { api } from '../api.ts';
import { CartDrawer } from '../cart/CartDrawer.tsx';
import { CartProvider } from '../cart/CartProvider.tsx';
import { Footer } from '../parts/Footer.tsx';
import { Header } from '../parts/Header.tsx';

export const loader = async () => {
  const [{ categories }, answer] = await Promise.all([api.categories(), api.cart()]);
  if (!answer.success) throw new Error(answer.error);
  return { categories, cart: answer.cart };
};

export const Loading = () => <p className="loading">One moment …</p>;

/** The frame around every page. A new page takes the focus, so that a screen reader begins at its top. */
export const Layout = () => {
  const { categories, cart } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <CartProvider initial={cart}>
      <Header categories={categories} />
      <main id="main" ref={main} tabIndex={-1} aria-busy={state === 'loading'}>
        <Outlet />
      </main>
      <Footer />
      <CartDrawer />
      <ScrollRestoration />
    </CartProvider>
  );
};
