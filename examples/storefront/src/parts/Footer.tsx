import { BRAND } from '../brand.ts';
import { Newsletter } from './Newsletter.tsx';

export const Footer = () => (
  <footer className="site-footer">
    <Newsletter />
    <p className="colophon muted">
      {BRAND} is a made-up shop: nothing is charged, and nothing is sent. Its measurements are real.
    </p>
  </footer>
);
