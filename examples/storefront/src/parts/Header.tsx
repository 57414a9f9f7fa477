import { Form, Link, NavLink, useSearchParams } from 'react-router';
import type { CategoryView } from '../../api/types.ts';
import { BRAND } from '../brand.ts';
import { useCart } from '../cart/CartContext.ts';
import { CurrencySwitch } from './CurrencySwitch.tsx';
import { Logo } from './Logo.tsx';

export const Header = ({ categories }: { categories: CategoryView[] }) => {
  const { cart } = useCart();
  const [params] = useSearchParams();
  const query = params.get('q') ?? '';

  return (
    <header className="site-header">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <div className="header-row">
        <Link to="/" className="brand">
          <Logo />
          {BRAND}
        </Link>
        <Form action="/search" role="search" className="search-form">
          <label className="visually-hidden" htmlFor="search">
            Search the shop
          </label>
          <input id="search" key={query} name="q" type="search" placeholder="Search" defaultValue={query} />
        </Form>
        <CurrencySwitch />
        <Link
          to="/cart"
          className="cart-link"
          aria-label={`Cart, ${cart.count} ${cart.count === 1 ? 'piece' : 'pieces'}`}
        >
          Cart <span className="cart-count">{cart.count}</span>
        </Link>
      </div>
      <nav className="main-nav" aria-label="Categories">
        {categories.map(({ id, name }) => (
          <NavLink key={id} to={`/shop/${id}`}>
            {name}
          </NavLink>
        ))}
      </nav>
    </header>
  );
};
