/** Shows a page of nothing but this, and gives its body. */
export const show = (html: string) => {
  document.head.innerHTML = '';
  document.body.innerHTML = html;
  return document.body;
};

/** Structured data as a page carries them. */
export const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
