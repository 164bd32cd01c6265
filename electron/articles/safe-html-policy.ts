/** The allow-list of stored HTML, as data. What is not named here does not get into the library; sanitise-html.ts applies it. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** HTML elements that are kept; the text of others stays, their tags go: so of `object`, its fallback. None of them has raw text or loads anything but `img`. */
export const SAFE_ELEMENTS = words(
  'a abbr acronym address article aside b bdi bdo big blockquote br caption cite code col colgroup dd del details dfn ' +
    'div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ' +
    'ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr',
)

/** Elements that go with all they hold: code, other documents, drawings, and what no reader ever sees as text. */
export const DROPPED_ELEMENTS = words(
  'script style template iframe frame frameset noframes noembed embed head title meta link base svg ' +
    'canvas audio video source track param area map datalist progress meter portal fencedframe',
)

/** MathML without links, actions, foreign content or markup in text: enough for formulas, and it cannot change its namespace. */
export const SAFE_MATH = words(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts ' +
    'mprescripts none mtable mtr mtd mpadded mphantom menclose mstyle semantics',
)
/** Of these only the text is kept: an HTML element in them would be a way from one namespace into another. */
export const MATH_TEXT = words('mi mn mo ms mtext')
export const MATH_ATTRIBUTES = words(
  'display mathvariant stretchy fence separator form accent accentunder columnalign rowalign columnspan rowspan notation dir',
)

/** Attributes every kept element may carry. */
export const GLOBAL_ATTRIBUTES = words('dir lang title')

/** Attributes of single elements; addresses (`href`, `src`, `cite`) and `id` are handled apart. */
export const ELEMENT_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  img: words('alt width height'),
  ol: words('start type reversed'),
  li: words('value'),
  td: words('colspan rowspan'),
  th: words('colspan rowspan scope'),
  col: words('span'),
  colgroup: words('span'),
  time: words('datetime'),
  del: words('datetime'),
  ins: words('datetime'),
  details: words('open'),
}

/** Attributes whose value must be a number of at most four digits. */
export const NUMBER_ATTRIBUTES = words('width height start value colspan rowspan span columnspan')

/** Classes that mean something to our own style sheet; all others go. */
export const SAFE_CLASSES = words('embed credit vertical-rl vertical-lr')

/** The one style that is kept, as a class: lines that run downwards (CSS Writing Modes 4, and its older names). */
export const WRITING_MODE = /(?:^|[;\s-])writing-mode\s*:\s*(vertical-rl|vertical-lr|tb-rl|tb-lr)\b/i

/** Schemes of links. Pictures are http and https only. */
export const LINK_SCHEMES = words('http: https: mailto:')

/** Query parameters that only follow the reader about; whole names, or beginnings when they end in `*`. */
export const TRACKING_PARAMETERS: readonly string[] = (
  'utm_* mtm_* pk_* hsa_* ga_* oly_* vero_* _hs* fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid ' +
  'igshid igsh mc_cid mc_eid mkt_tok wickedid _openstat at_medium at_campaign at_custom* s_cid ns_source ns_mchannel ' +
  'ns_campaign ns_linkname xtor __twitter_impression guce_referrer guce_referrer_sig guccounter rb_clickid spm scm cmpid ' +
  'itm_source itm_medium itm_campaign ref_src ref_url feature=emb_title wt_mc wt.mc _ga _gl'
).split(' ')

/** Addresses of pictures that count readers instead of showing something. */
export const PIXEL_ADDRESS =
  /(?:feedburner\.com\/~r\/|feeds\.feedblitz\.com\/~\/i\/|pixel\.wp\.com|stats\.wordpress\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com|quantserve\.com|facebook\.com\/tr\b|analytics\.twitter\.com|bat\.bing\.com|\/pixel\.(?:gif|png)|\/(?:spacer|blank|transparent|1x1|clear|trans)\.(?:gif|png)|rss\.buysellads|ad\.doubleclick|\/b\.gif|da\.feedsportal\.com|res\d?\.feedsportal|feeds\.wordpress\.com\/1\.0|count\.gif|vgwort\.de|\.ioam\.de)/i
