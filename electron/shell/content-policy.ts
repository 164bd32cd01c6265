/** The Content-Security-Policy headers of what our protocols serve. Tested by effect in tests/e2e/security.e2e.ts. */

const WINDOW = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' media: data:",
  'font-src': "'self'",
  // The article's frame is about:srcdoc, which this does not concern and which inherits this whole policy.
  'frame-src': "'none'",
  'connect-src': "'none'",
  'object-src': "'none'",
  'worker-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

export const WINDOW_POLICY = policy(WINDOW)

/** A stored picture opened as a document of its own (an SVG can hold script) may do nothing at all. */
export const MEDIA_POLICY = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  sandbox: '',
})

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
