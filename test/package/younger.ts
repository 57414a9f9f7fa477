/**
 * What browsers learned after those of the baseline: Chrome and Edge 88, Firefox 84, Safari 14. The words for which the
 * source may ask all the same, since it does without where they are missing, each with code that takes it out of a
 * browser; a test walks a shop without all of them.
 */
export const GUARDED: Record<string, string> = {
  CompressionStream: 'delete window.CompressionStream',
  checkVisibility: 'delete Element.prototype.checkVisibility',
  globalPrivacyControl: 'delete Navigator.prototype.globalPrivacyControl',
  locks: 'delete Navigator.prototype.locks',
  navigation: 'delete window.navigation',
  parseHTML: 'delete Document.parseHTML; delete Document.parseHTMLUnsafe',
  prerendering: 'delete Document.prototype.prerendering',
  requestIdleCallback: 'delete window.requestIdleCallback; delete window.cancelIdleCallback',
  submitter: 'delete SubmitEvent.prototype.submitter',
  trustedTypes: 'delete window.trustedTypes',
};

/** The source asks for no other of these. The language's own are found by the compiler. */
export const UNGUARDED = [
  ...'Sanitizer URLPattern WeakRef activationStart any ariaLabel canParse cookieStore currentEntry databases'.split(
    ' ',
  ),
  ...'fetchLater getHTML hasPart inert isInputPending moveBefore notRestoredReasons popover randomUUID'.split(' '),
  ...'reportError requestSubmit scheduler setHTML setHTMLUnsafe showPopover storageBuckets structuredClone'.split(' '),
  ...'throwIfAborted togglePopover userActivation userAgentData visualViewport waitForIdlePeriod'.split(' '),
  ...'BroadcastChannel CloseWatcher DecompressionStream OffscreenCanvas TextDecoderStream'.split(' '),
];

/** Selectors with which a whole rule, or `querySelector`, fails. */
export const SELECTOR =
  /:(has|dir|nth-child\([^)]* of|focus-visible|user-(in)?valid|modal|popover-open|open|autofill|fullscreen|muted|playing|paused)(?![\w-])|:state\(|&\s*[.:[]/;

/** In a pattern it is an error of syntax before Safari 16.4: the whole file would not run. */
export const LOOKBEHIND = /\(\?<[=!]/;
