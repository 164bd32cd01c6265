/**
 * Tells, while HTML is written, whether a parser would build exactly the written tree from it again. Only nestings that the
 * HTML standard's "in body" rules surely leave alone are called plain; for all others the sanitiser asks the parser itself.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Their start tags close an open `p`, and do nothing else to well-nested markup (HTML, 13.2.6.4.7). */
const BLOCKS = words(
  'address article aside blockquote details div dl figure figcaption footer header hr main nav ol p pre section summary ul ' +
    'h1 h2 h3 h4 h5 h6 li dd dt',
)
/** Ordinary and formatting elements: properly nested, each end tag finds its own element on top of the stack. */
const PHRASES = words(
  'a abbr acronym b bdi bdo big br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup time ' +
    'tt u var wbr',
)
const HEADING = /^h[1-6]$/
/** An item's start tag looks for an open item up to its list; right inside the list there is none. */
const LISTS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words('ul ol'),
  dd: words('dl'),
  dt: words('dl'),
}
/** Well below the depth at which html-tree.ts begins to ignore tags. */
const DEEPEST = 150
/** What the tokenizer does not hand through as it stands. */
const CHANGED_BY_TOKENIZER = /[\0\r]/

export class PlainNesting {
  /** True as long as all that was written is known to be read back unchanged. */
  plain = true
  private readonly open: string[] = []
  private paragraphs = 0
  private links = 0

  text(value: string): void {
    if (this.plain && CHANGED_BY_TOKENIZER.test(value)) this.plain = false
  }

  /** An element that has no end tag. */
  single(name: string): void {
    if (this.plain && !this.fits(name)) this.plain = false
  }

  enter(name: string): void {
    this.single(name)
    this.open.push(name)
    if (name === 'p') this.paragraphs++
    if (name === 'a') this.links++
  }

  leave(): void {
    const name = this.open.pop()
    if (name === 'p') this.paragraphs--
    if (name === 'a') this.links--
  }

  private fits(name: string): boolean {
    if (this.open.length > DEEPEST) return false
    if (PHRASES.has(name)) return name !== 'a' || this.links === 0
    if (!BLOCKS.has(name) || this.paragraphs > 0) return false
    const parent = this.open.at(-1) ?? ''
    if (HEADING.test(name) && HEADING.test(parent)) return false
    return LISTS[name]?.has(parent) ?? true
  }
}
