import { describe, expect, test } from 'vitest'
import { sanitiseHtml } from '../../electron/articles/sanitise-html'

const safe = (html: string, baseUrl: string | null = 'https://a.example/dir/page') =>
  sanitiseHtml(html, { baseUrl }).html

describe('nothing that runs, loads or navigates gets through', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example"><input name=a><button formaction="javascript:alert(1)">x</button></form>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example"><link rel=stylesheet href=x>',
    '<div style="background:url(https://evil.example)">x</div>',
    '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
    '<table background="https://evil.example"><tr><td>x</table>',
    '<video src=x poster=y onplay=alert(1)></video><audio src=x></audio><object data=x></object>',
    '<template><script>alert(1)</script></template>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<img srcset="https://evil.example/a 1x">',
  ])('%s', (html) => {
    // Text inside quoted attributes is harmless: it holds no raw angle bracket or quote.
    expect(safe(html).replace(/(?:title|alt)="[^"<>]*"/g, '')).not.toMatch(
      /<(?:script|style|svg|iframe|form|input|meta|link|base|object|video|audio|template)|\son\w+=|javascript:|data:|style=|srcset=|background=|<!--/i,
    )
  })
})

test('an object is its fallback, sanitised like all else', () => {
  expect(
    safe(
      '<p>safe<object data="x.swf"><param name="movie" value="x.swf"> <b onclick="a()">words</b></object></p>',
    ),
  ).toBe('<p>safe <b>words</b></p>')
})

test('what was written stays the same when it is written again', () => {
  for (const html of [
    '<p>a<table><b>x</table>',
    '<a href="/x"><a href="/y">z',
    '<pre>\n\n x</pre>',
    '<b><p>x</b>y</p>',
    '<ul><p>x<li>y',
  ]) {
    const once = safe(html)
    expect(safe(once)).toBe(once)
  }
})

test('addresses become absolute, and relative ones go where there is no base', () => {
  expect(safe('<a href="../x">x</a><img src="y.png">')).toBe(
    '<a href="https://a.example/x">x</a><img src="https://a.example/dir/y.png">',
  )
  expect(safe('<a href="../x">x</a><img src="y.png">', null)).toBe('<a>x</a>')
  expect(safe('<a href="mailto:a@b.example">x</a>')).toBe('<a href="mailto:a@b.example">x</a>')
})

test('tracking parameters and pixels go and are named', () => {
  const { html, removed } = sanitiseHtml(
    '<a href="https://b.example/?utm_source=a&id=1&fbclid=2">x</a><img src="https://c.example/p.png" width="1" height="1">',
    { baseUrl: null },
  )
  expect(html).toBe('<a href="https://b.example/?id=1">x</a>')
  expect(removed).toEqual(expect.arrayContaining(['utm_source', 'fbclid', 'tracking pixel']))
})

test('links to footnotes keep their targets under a prefix', () => {
  expect(safe('<a href="#fn1">1</a><p id="fn1">Note</p><p id="other">x</p>')).toBe(
    '<a href="#in-fn1">1</a><p id="in-fn1">Note</p><p>x</p>',
  )
})

test('direction, language, tables, code and formulas stay', () => {
  const html =
    '<p dir="rtl" lang="ar">نص</p><table><tbody><tr><td colspan="2">x</td></tr></tbody></table><pre><code>a &lt; b</code></pre><math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>'
  expect(safe(html)).toBe(html)
})
