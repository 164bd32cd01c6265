/**
 * The last step of every body, always, and the only maker of SafeHtml. HTML is parsed as browsers do, written anew from an
 * allow-list, and parsed and written again until nothing changes: what a browser makes of the result is what was checked
 * (no mutation), and offsets into its text mean the same place everywhere.
 */
import { readBodyText } from '../../contract/body-text'
import type { SafeHtml } from '../../contract/safe-html'
import { linkAddress, pictureAddress, isPixelAddress } from './clean-address'
import { HTML_NAMESPACE, parseBodyHtml, type HtmlElement, type HtmlNode, type HtmlParent } from './html-tree'
import {
  DROPPED_ELEMENTS,
  ELEMENT_ATTRIBUTES,
  GLOBAL_ATTRIBUTES,
  MATH_ATTRIBUTES,
  MATH_TEXT,
  NUMBER_ATTRIBUTES,
  SAFE_CLASSES,
  SAFE_ELEMENTS,
  SAFE_MATH,
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

const MATH_NAMESPACE = 'http://www.w3.org/1998/Math/MathML'
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr'])
/** Parsing what was written changes it again in rare wild nestings, and settles at once; this is far beyond that. */
const MOST_ROUNDS = 6
const ID_PREFIX = 'in-'
const PLAIN_ID = /^[\p{L}\p{N}_:.-]{1,100}$/u

/**
 * Makes HTML safe to store and to show. Addresses become absolute against `baseUrl` (relative ones go where it is null);
 * links are http, https or mailto, pictures http or https. Never throws.
 */
export function sanitiseHtml(html: string, options: { readonly baseUrl: string | null }): Sanitised {
  const { html: safe, removed } = sanitiseToTree(html, options)
  return { html: safe, removed }
}

/** As `sanitiseHtml`, with the tree for those who read more out of it. */
export function sanitiseToTree(
  html: string,
  { baseUrl }: { readonly baseUrl: string | null },
): SanitisedTree {
  const removed = new Set<string>()
  let before = html
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tree = parseBodyHtml(before)
    const after = new SafeWriter(tree, baseUrl, removed).write()
    if (after === before) return { html: after as SafeHtml, removed: [...removed], tree }
    before = after
  }
  // It never settled: its words alone are certain.
  const words = `<p>${escapeText(textOf(parseBodyHtml(before)))}</p>`
  return { html: words as SafeHtml, removed: [...removed, 'markup'], tree: parseBodyHtml(words) }
}

/** The plain text of safe HTML, as both sides read it. */
export function textOfSafeHtml(html: SafeHtml): string {
  return readBodyText(textDomOf(parseBodyHtml(html))).text
}

class SafeWriter {
  private readonly out: string[] = []
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
    return this.out.join('')
  }

  private children(parent: HtmlParent): void {
    for (const child of parent.childNodes) this.node(child)
  }

  private node(node: HtmlNode): void {
    if (isText(node)) this.out.push(escapeText(node.value))
    else if (isElement(node)) this.element(node)
    else if (node.nodeName === '#comment') this.removed.add('comment')
  }

  private element(element: HtmlElement): void {
    const name = element.tagName
    if (element.namespaceURI === MATH_NAMESPACE && SAFE_MATH.has(name)) this.math(element)
    else if (DROPPED_ELEMENTS.has(name)) this.removed.add(`<${name}>`)
    else if (element.namespaceURI !== HTML_NAMESPACE || !SAFE_ELEMENTS.has(name)) this.unwrapped(element)
    else if (name === 'img') this.picture(element)
    else {
      this.openTag(name, this.attributesOf(element))
      if (VOID.has(name)) return
      // The parser drops one line break right after <pre>; write one so that the text keeps its own.
      const first = element.childNodes[0]
      if (name === 'pre' && first && isText(first) && first.value.startsWith('\n')) this.out.push('\n')
      this.children(element)
      this.out.push(`</${name}>`)
    }
  }

  private unwrapped(element: HtmlElement): void {
    this.removed.add(`<${element.tagName}>`)
    this.children(element)
  }

  private math(element: HtmlElement): void {
    const kept: [string, string][] = []
    for (const { name, value } of element.attrs) {
      if (MATH_ATTRIBUTES.has(name) && value.length < 50) kept.push([name, value])
    }
    this.openTag(element.tagName, kept)
    if (MATH_TEXT.has(element.tagName)) this.out.push(escapeText(textOf(element)))
    else this.children(element)
    this.out.push(`</${element.tagName}>`)
  }

  private picture(element: HtmlElement): void {
    const src = pictureAddress(attribute(element, 'src') ?? '', this.baseUrl)
    if (src === null) {
      this.removed.add('picture without address')
      return
    }
    if (isPixelAddress(src) || isTiny(element)) {
      this.removed.add('tracking pixel')
      return
    }
    // src stands first: link-media.ts relies on it.
    this.openTag('img', [['src', src], ...this.plainAttributes(element)])
  }

  private attributesOf(element: HtmlElement): [string, string][] {
    const kept = this.plainAttributes(element)
    const href = element.tagName === 'a' ? this.href(attribute(element, 'href')) : null
    if (href !== null) kept.unshift(['href', href])
    const id = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : null)
    if (id !== null && this.targets.has(id)) kept.push(['id', prefixed(id)])
    const safe = (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => SAFE_CLASSES.has(name))
    if (safe.length > 0) kept.push(['class', safe.join(' ')])
    return kept
  }

  private plainAttributes(element: HtmlElement): [string, string][] {
    const own = ELEMENT_ATTRIBUTES[element.tagName]
    const kept: [string, string][] = []
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

  private openTag(name: string, attributes: readonly (readonly [string, string])[]): void {
    let tag = '<' + name
    for (const [key, value] of attributes) tag += ` ${key}="${escapeAttribute(value)}"`
    this.out.push(tag + '>')
  }
}

/** Ids that exist below `tree` and that a link below `tree` leads to. */
function innerTargets(tree: HtmlParent, baseUrl: string | null): ReadonlySet<string> {
  const wanted = new Set<string>()
  const found = new Set<string>()
  const visit = (parent: HtmlParent): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue
      const id = attribute(child, 'id') ?? (child.tagName === 'a' ? attribute(child, 'name') : null)
      if (id !== null && PLAIN_ID.test(id)) found.add(id)
      const href = child.tagName === 'a' ? attribute(child, 'href') : null
      const target = href === null ? null : innerTarget(href, baseUrl)
      if (target !== null) wanted.add(target)
      visit(child)
    }
  }
  visit(tree)
  for (const id of wanted) if (!found.has(id)) wanted.delete(id)
  return wanted
}

/** The id a link inside the same document leads to, or null for other links. */
function innerTarget(href: string, baseUrl: string | null): string | null {
  const at = href.indexOf('#')
  if (at < 0 || at === href.length - 1) return null
  if (at > 0) {
    if (baseUrl === null) return null
    const page = linkAddress(href.slice(0, at), baseUrl)
    if (page === null || page !== linkAddress(baseUrl.split('#', 1)[0] ?? '', null)) return null
  }
  return href.slice(at + 1)
}

function prefixed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id
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
  return text.replace(/[&<>\u00a0]/g, (sign) => ESCAPES[sign] ?? sign)
}

function escapeAttribute(text: string): string {
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
