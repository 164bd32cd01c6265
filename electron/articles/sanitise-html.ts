/**
 * The last step of every body, always, and the only maker of SafeHtml. HTML is parsed as browsers do, written anew from an
 * allow-list, and, unless its nesting is known to be read back unchanged, parsed and written again until nothing changes:
 * what a browser makes of the result is what was checked (no mutation), and offsets into its text mean the same place everywhere.
 */
import { readBodyText } from '../../contract/body-text'
import type { SafeHtml } from '../../contract/safe-html'
import { bestChoice, parseSrcset } from './choose-picture'
import { linkAddress, pictureAddress, isPixelAddress } from './clean-address'
import {
  HTML_NAMESPACE,
  makeFragment,
  makeText,
  makeElement,
  parseBodyHtml,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './html-tree'
import { idOf, innerTarget, innerTargets, isMath, prefixed } from './inner-targets'
import { PlainNesting } from './plain-nesting'
import {
  DROPPED_ELEMENTS,
  ELEMENT_ATTRIBUTES,
  GLOBAL_ATTRIBUTES,
  MATH_ATTRIBUTES,
  MATH_TEXT,
  NUMBER_ATTRIBUTES,
  SAFE_CLASSES,
  SAFE_ELEMENTS,
  WRITING_MODE,
} from './safe-html-policy'
import { textDomOf } from './text-dom'
import { attribute, isElement, isText, textOf } from './walk-html'

export interface Sanitised {
  readonly html: SafeHtml
  /** What was taken out, each kind once: `<script>`, `onclick`, `tracking pixel`, `utm_source` ... */
  readonly removed: readonly string[]
}

export interface SanitisedTree extends Sanitised {
  /** Exactly the tree that a browser builds of `html`. */
  readonly tree: HtmlParent
}

const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr'])
/** Parsing what was written changes it again in rare wild nestings, and settles at once; this is far beyond that. */
const MOST_ROUNDS = 6

/**
 * Makes HTML safe to store and to show. Addresses become absolute against `baseUrl` (relative ones go where it is null);
 * links are http, https or mailto, pictures http or https. Never throws.
 */
export function sanitiseHtml(html: string, options: { readonly baseUrl: string | null }): Sanitised {
  const { html: safe, removed } = sanitiseTree(parseBodyHtml(html), options)
  return { html: safe, removed }
}

/** As `sanitiseHtml`, of a tree that is already there, and with the tree of the result for those who read more out of it. */
export function sanitiseTree(
  tree: HtmlParent,
  { baseUrl }: { readonly baseUrl: string | null },
): SanitisedTree {
  const removed = new Set<string>()
  let before: string | null = null
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const parsed: HtmlParent = before === null ? tree : parseBodyHtml(before)
    const writer: SafeWriter = new SafeWriter(parsed, baseUrl, removed)
    const after: string = writer.write()
    if (writer.plain) return { html: after as SafeHtml, removed: [...removed], tree: writer.written }
    if (after === before) return { html: after as SafeHtml, removed: [...removed], tree: parsed }
    before = after
  }
  // It never settled: its words alone are certain.
  const words = `<p>${escapeText(textOf(parseBodyHtml(before ?? '')))}</p>`
  return { html: words as SafeHtml, removed: [...removed, 'markup'], tree: parseBodyHtml(words) }
}

/** The plain text of safe HTML, as both sides read it. */
export function textOfSafeHtml(html: SafeHtml): string {
  return readBodyText(textDomOf(parseBodyHtml(html))).text
}

type Attribute = readonly [name: string, value: string]

class SafeWriter {
  /** The tree of what was written: what a parser makes of it, where `plain`. */
  readonly written: HtmlParent = makeFragment()
  private readonly nesting = new PlainNesting()
  private parent: HtmlParent = this.written
  private out = ''
  /** Ids that a link inside points at: the others are not kept. */
  private readonly targets: ReadonlySet<string>

  constructor(
    private readonly tree: HtmlParent,
    private readonly baseUrl: string | null,
    private readonly removed: Set<string>,
  ) {
    this.targets = innerTargets(tree, baseUrl)
  }

  write(): string {
    this.children(this.tree)
    return this.out
  }

  get plain(): boolean {
    return this.nesting.plain
  }

  private children(parent: HtmlParent): void {
    for (const child of parent.childNodes) this.node(child)
  }

  private node(node: HtmlNode): void {
    if (isText(node)) this.text(node.value)
    else if (isElement(node)) this.element(node)
    else if (node.nodeName === '#comment') this.removed.add('comment')
  }

  private element(element: HtmlElement): void {
    const name = element.tagName
    if (isMath(element)) this.math(element)
    else if (DROPPED_ELEMENTS.has(name)) this.removed.add(`<${name}>`)
    else if (element.namespaceURI !== HTML_NAMESPACE || !SAFE_ELEMENTS.has(name)) this.unwrapped(element)
    else if (name === 'img') this.picture(element)
    else {
      const attributes = this.attributesOf(element)
      if (VOID.has(name)) this.single(name, attributes)
      else this.nested(element, attributes, () => this.content(element))
    }
  }

  private unwrapped(element: HtmlElement): void {
    this.removed.add(`<${element.tagName}>`)
    this.children(element)
  }

  private math(element: HtmlElement): void {
    const kept: Attribute[] = []
    for (const { name, value } of element.attrs) {
      if (MATH_ATTRIBUTES.has(name) && value.length < 50) kept.push([name, value])
    }
    this.nested(element, kept, () => {
      if (MATH_TEXT.has(element.tagName)) this.text(textOf(element))
      else this.children(element)
    })
  }

  private content(element: HtmlElement): void {
    // The parser drops one line break right after <pre>; write one so that the text keeps its own.
    const first = element.childNodes[0]
    if (element.tagName === 'pre' && first && isText(first) && first.value.startsWith('\n')) this.out += '\n'
    this.children(element)
  }

  private text(value: string): void {
    this.nesting.text(value)
    this.out += escapeText(value)
    const last = this.parent.childNodes.at(-1)
    if (last && isText(last)) last.value += value
    else if (value !== '') this.append(makeText(value))
  }

  private single(name: string, attributes: readonly Attribute[]): void {
    this.nesting.single(name)
    this.append(this.openTag(name, attributes))
  }

  private nested(element: HtmlElement, attributes: readonly Attribute[], write: () => void): void {
    const { tagName: name } = element
    const { parent } = this
    this.nesting.enter(name)
    const made = this.openTag(name, attributes)
    this.append(made)
    this.parent = made
    write()
    this.parent = parent
    this.nesting.leave()
    this.out += `</${name}>`
  }

  private append(node: HtmlNode): void {
    node.parentNode = this.parent
    this.parent.childNodes.push(node)
  }

  private picture(element: HtmlElement): void {
    const src = pictureAddress(sourceOf(element), this.baseUrl)
    if (src === null) {
      this.removed.add('picture without address')
      return
    }
    if (isPixelAddress(src) || isTiny(element)) {
      this.removed.add('tracking pixel')
      return
    }
    // src stands first: link-media.ts relies on it.
    this.single('img', [['src', src], ...this.plainAttributes(element)])
  }

  private attributesOf(element: HtmlElement): Attribute[] {
    const kept = this.plainAttributes(element)
    const href = element.tagName === 'a' ? this.href(attribute(element, 'href')) : null
    if (href !== null) kept.unshift(['href', href])
    const id = idOf(element)
    if (id !== null && this.targets.has(id)) kept.push(['id', prefixed(id)])
    const classes = safeClasses(element)
    if (classes.length > 0) kept.push(['class', classes.join(' ')])
    return kept
  }

  private plainAttributes(element: HtmlElement): Attribute[] {
    const own = ELEMENT_ATTRIBUTES[element.tagName]
    const kept: Attribute[] = []
    for (const { name, value } of element.attrs) {
      if (GLOBAL_ATTRIBUTES.has(name) || own?.has(name)) {
        const checked = checkedValue(name, value)
        if (checked !== null) kept.push([name, checked])
      } else this.note(name)
    }
    return kept
  }

  private note(name: string): void {
    if (/^on/.test(name) || name === 'style' || name === 'srcset' || name === 'srcdoc') this.removed.add(name)
  }

  private href(value: string | null): string | null {
    if (value === null) return null
    const inner = innerTarget(value, this.baseUrl)
    if (inner !== null && this.targets.has(inner)) return '#' + prefixed(inner)
    const url = linkAddress(value, this.baseUrl, (name) => this.removed.add(name))
    if (url === null) this.removed.add('link without address')
    return url
  }

  private openTag(name: string, attributes: readonly Attribute[]): HtmlElement {
    const made = makeElement(name)
    this.out += '<' + name
    for (const [key, value] of attributes) {
      this.nesting.text(value)
      this.out += ` ${key}="${escapeAttribute(value)}"`
      made.attrs.push({ name: key, value })
    }
    this.out += '>'
    return made
  }
}

/** The picture's address; where only a set of sizes is given, the best of them. */
function sourceOf(image: HtmlElement): string {
  return attribute(image, 'src') || (bestChoice(parseSrcset(attribute(image, 'srcset') ?? ''))?.address ?? '')
}

function safeClasses(element: HtmlElement): readonly string[] {
  const safe = (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => SAFE_CLASSES.has(name))
  const mode = WRITING_MODE.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase()
  return mode === undefined ? safe : [...safe, mode.replace('tb-', 'vertical-')]
}

function checkedValue(name: string, value: string): string | null {
  if (NUMBER_ATTRIBUTES.has(name)) return /^\s*(\d{1,4})(?:px)?\s*$/.exec(value)?.[1] ?? null
  if (name === 'dir') return /^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : null
  if (name === 'lang') return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(value) ? value : null
  return value.length > 2000 ? value.slice(0, 2000) : value
}

/** Pictures of one or two pixels show nothing; one such side alone may be a careless template's. */
function isTiny(element: HtmlElement): boolean {
  return ['width', 'height'].every((name) => /^\s*[0-2](?:px)?\s*$/.test(attribute(element, name) ?? ''))
}

function escapeText(text: string): string {
  if (!/[&<>\u00a0]/.test(text)) return text
  return text.replace(/[&<>\u00a0]/g, (sign) => ESCAPES[sign] ?? sign)
}

function escapeAttribute(text: string): string {
  if (!/[&<>"'`\u00a0]/.test(text)) return text
  return text.replace(/[&<>"'`\u00a0]/g, (sign) => ESCAPES[sign] ?? sign)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\u00a0': '&nbsp;',
}
