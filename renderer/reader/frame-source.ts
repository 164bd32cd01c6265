/**
 * The empty document of the article's frame. It gets its content from the window; nothing in it can run, and it loads
 * nothing but the app's own style sheet, its typefaces and the library's pictures.
 */
const POLICY =
  "default-src 'none'; img-src media: data:; style-src 'self' app:; font-src 'self' app:; base-uri 'none'; form-action 'none'"

/** The style sheet is the window's own, so that colours and typefaces are the same on both sides. */
export function frameSource(title: string, styleSheet: string): string {
  const href = styleSheet.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${title}</title><link rel="stylesheet" href="${href}">`,
    '</head><body class="article-page"></body></html>',
  ].join('')
}
