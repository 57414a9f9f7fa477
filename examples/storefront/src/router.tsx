import { createBrowserRouter } from 'react-router';
import { Failure } from './pages/Failure.tsx';
import { Layout, Loading, loader } from './pages/Layout.tsx';
import { NotFound } from './pages/NotFound.tsx';

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Layout,
    ErrorBoundary: Failure,
    HydrateFallback: Loading,
    loader,
    children: [
      {
        // The frame stays when a page inside it fails.
        ErrorBoundary: Failure,
        children: [
          { index: true, lazy: () => import('./pages/Home.tsx') },
          { path: 'shop/:category', lazy: () => import('./pages/Category.tsx') },
          { path: 'products/:slug', lazy: () => import('./pages/Product.tsx') },
          { path: 'search', lazy: () => import('./pages/Search.tsx') },
          { path: 'cart', lazy: () => import('./pages/Cart.tsx') },
          {
            path: 'checkout',
            lazy: () => import('./pages/checkout/Checkout.tsx'),
            children: [
              { path: 'address', lazy: () => import('./pages/checkout/Address.tsx') },
              { path: 'shipping', lazy: () => import('./pages/checkout/Shipping.tsx') },
              { path: 'payment', lazy: () => import('./pages/checkout/Payment.tsx') },
            ],
          },
          { path: 'order-confirmation/:id', lazy: () => import('./pages/OrderConfirmation.tsx') },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
