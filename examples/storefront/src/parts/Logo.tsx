export const Logo = () => (
  <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="15" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="M8 13h16c0 6-3 10-8 10s-8-4-8-10z" fill="currentColor" />
  </svg>
);
