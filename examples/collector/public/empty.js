import { byId, element } from './element.js';

const COPIED_MS = 2000;

/** What to do while no event has ever come. */
export const showWaiting = () => {
  const waiting = byId('waiting');
  if (waiting.childElementCount > 0) return;
  const tag = `<script async src="https://your-shop.example/funnelwire.js"\n  data-endpoint="${location.origin}/e"\n  data-consent="granted"></script>`;
  waiting.append(
    element('h2', '', 'Waiting for the first shopper'),
    element(
      'p',
      'soft',
      'Put this on every page of your shop. The funnel appears here with the first visit, by itself.',
    ),
    element('pre', '', tag),
  );
  if (!navigator.clipboard) return; // over plain http on any host but this one
  const copy = element('button', '', 'Copy');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(tag);
    copy.textContent = 'Copied';
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, COPIED_MS);
  });
  waiting.append(copy);
};
