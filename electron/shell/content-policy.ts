/** The Content-Security-Policy of what our protocols serve, and what goes with it. Tested by effect in tests/e2e/security.e2e.ts. */

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
const MEDIA_POLICY = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  sandbox: '',
})

/** With a stored picture, which may be kept for ever: its name is the hash of its bytes. */
export function mediaHeaders(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': MEDIA_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  }
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
