/**
 * A switch by which visitors say whether their visits are measured:
 *
 *     <script async src="/opt-out.js"></script> <funnelwire-opt-out></funnelwire-opt-out>
 *
 * Off erases what is kept of them, on this device and at the endpoint, in every tab; on allows it again. It speaks the
 * language of the nearest `lang`. Colours and fonts are the page's own; it needs neither inline styles nor markup from
 * text, and works under a strict policy.
 */
(() => {
  const WORDS = {
    en: ['Measure my visits', 'Your steps through this shop are counted.', 'Nothing is counted, and nothing is kept.'],
    de: [
      'Meine Besuche messen',
      'Ihre Schritte in diesem Shop werden gezählt.',
      'Nichts wird gezählt, nichts aufbewahrt.',
    ],
    fr: [
      'Mesurer mes visites',
      'Vos étapes dans cette boutique sont comptées.',
      'Rien n’est compté, rien n’est conservé.',
    ],
    es: ['Medir mis visitas', 'Se cuentan sus pasos por esta tienda.', 'No se cuenta ni se guarda nada.'],
    it: [
      'Misura le mie visite',
      'I suoi passi in questo negozio sono contati.',
      'Nulla è contato, nulla è conservato.',
    ],
    nl: ['Mijn bezoeken meten', 'Uw stappen in deze winkel worden geteld.', 'Er wordt niets geteld en niets bewaard.'],
    pt: ['Medir as minhas visitas', 'Os seus passos nesta loja são contados.', 'Nada é contado, nada é guardado.'],
    pl: ['Mierz moje wizyty', 'Kroki w tym sklepie są liczone.', 'Nic nie jest liczone ani przechowywane.'],
    sv: ['Mät mina besök', 'Dina steg i butiken räknas.', 'Ingenting räknas och ingenting sparas.'],
    da: ['Mål mine besøg', 'Dine skridt i butikken tælles.', 'Intet tælles, og intet gemmes.'],
    ja: ['訪問を計測する', 'このショップでの行動を計測しています。', '計測も保存もしていません。'],
    ar: ['قياس زياراتي', 'تُحسب خطواتك في هذا المتجر.', 'لا يُحسب شيء ولا يُحفظ شيء.'],
  };

  const STYLE = `
    :host { display: block; font: inherit }
    button { display: inline-flex; align-items: center; gap: .75em; min-height: 44px; padding: 0; border: 0;
      background: none; color: inherit; font: inherit; text-align: start; cursor: pointer }
    button:focus-visible { outline: 3px solid; outline-offset: 4px; border-radius: 4px }
    button:disabled { cursor: default; opacity: .75 }
    .track { flex: none; box-sizing: border-box; width: 2.75em; height: 1.6em; padding: .2em; border: 2px solid;
      border-radius: 1em; transition: background-color .15s }
    .knob { display: block; height: 100%; aspect-ratio: 1; border-radius: 50%; background: currentColor; transition: margin .15s }
    [aria-checked=true] .track { background: var(--funnelwire-on, #17663a) }
    [aria-checked=true] .knob { margin-inline-start: calc(100% - 1em + 2px); background: #fff }
    p { margin: .25em 0 0; font-size: .9em }
    @media (prefers-reduced-motion: reduce) { .track, .knob { transition: none } }
    @media (forced-colors: active) { [aria-checked=true] .track { background: Highlight } }`;

  /** How long the page's funnel is waited for: a blocked one never comes. */
  const PATIENCE_MS = 15_000;
  const EVERY_MS = 100;

  const make = (name, given, ...inside) => {
    const element = Object.assign(document.createElement(name), given);
    element.append(...inside);
    return element;
  };

  class OptOut extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const { lang = '' } = this.closest('[lang]') ?? {};
      const language = lang.slice(0, 2).toLowerCase();
      const [label, on, off] = WORDS[language] ?? WORDS.en;
      const knob = make('span', { className: 'knob' });
      const track = make('span', { className: 'track' }, knob);
      const button = make('button', { type: 'button', disabled: true }, track, label);
      const note = make('p', { id: 'note' });
      button.setAttribute('role', 'switch');
      button.setAttribute('aria-describedby', 'note');
      note.setAttribute('aria-live', 'polite');
      const show = (consent) => {
        const isMeasured = consent === 'granted' || consent === 'anonymous';
        button.setAttribute('aria-checked', isMeasured);
        note.textContent = isMeasured ? on : off;
      };
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-checked') === 'true') window.funnelwire('forget');
        else window.funnelwire('setConsent', 'granted');
      });
      show('denied');

      const root = this.attachShadow({ mode: 'open' });
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        root.adoptedStyleSheets = [sheet];
      } catch {
        // Safari before 16.4: a plain button does the same.
      }
      root.append(
        make('div', WORDS[language] ? { dir: language === 'ar' ? 'rtl' : '' } : { lang: 'en' }, button, note),
      );

      const started = Date.now();
      const greet = () => {
        if (window.funnelwire?.funnels) {
          clearInterval(timer);
          button.disabled = false;
          show(window.funnelwire('status').consent);
          window.funnelwire('on', 'consent', show); // also what was chosen in another tab
        } else if (Date.now() - started > PATIENCE_MS) clearInterval(timer);
      };
      const timer = setInterval(greet, EVERY_MS);
      greet();
    }
  }
  if (!customElements.get('funnelwire-opt-out')) customElements.define('funnelwire-opt-out', OptOut);
})();
