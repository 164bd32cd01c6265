/** Character references of XML and HTML (`&amp;`, `&#8217;`, `&nbsp;`) to characters, as feeds really use them. */
import { walkMarkup } from './markup-tokens'
import { controlsToCharacters, windows1252 } from './windows-1252'

const REFERENCE = /&(?:#(\d{1,8});?|#[xX]([0-9a-fA-F]{1,8});?|([A-Za-z_][\w.-]{0,31});)/g

const XML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities that a document declares for itself, by name; values are plain text. */
export type DeclaredEntities = ReadonlyMap<string, string>

/**
 * Decodes once. Named references need their semicolon (`?a=1&copy=2` is an address); all names of HTML count, since feeds
 * use them undeclared; unknown ones stay as they are.
 */
export function decodeReferences(text: string, declared?: DeclaredEntities): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(parseInt(decimal, 10)) ?? whole
    if (hex !== undefined) return character(parseInt(hex, 16)) ?? whole
    if (name === undefined) return whole
    return declared?.get(name) ?? XML_NAMES[name] ?? htmlCharacter(whole)
  })
}

function character(code: number): string | null {
  // Controls by number mean windows-1252 (HTML, "numeric character reference end state").
  if (code >= 0x80 && code <= 0x9f) return windows1252(code)
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code <= 0x10ffff)
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : null
}

/** The characters of one named reference, by HTML's own table; the name itself where that has none. */
function htmlCharacter(reference: string): string {
  let text = ''
  walkMarkup(reference, { xml: false }, { onOpen: skip, onClose: skip, onText: (part) => (text += part) })
  return text
}

const skip = (): void => {
  // A reference holds no tags.
}

/** Characters that XML forbids and that no text needs: controls, lone surrogates, U+FFFE. */
const FORBIDDEN = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** Text without them, and with the quotes and dashes that controls U+0080-U+009F stand for. */
export function dropForbidden(text: string): string {
  return controlsToCharacters(text.replace(FORBIDDEN, ''))
}

/**
 * Internal entities of a document type declaration, `<!ENTITY name "text">`. Bombs are harmless: a value that refers to
 * another entity, or is external, or long, is not taken, so nothing can multiply.
 */
export function declaredEntities(prolog: string): DeclaredEntities {
  const found = new Map<string, string>()
  for (const [, name = '', quote = '', value = ''] of prolog.matchAll(
    /<!ENTITY\s+([\w.:-]{1,64})\s+(["'])([^"'<>]{0,200})\2\s*>/g,
  )) {
    if (found.size >= 300) break
    const decoded = decodeReferences(value)
    if (quote && !(name in XML_NAMES) && !/[&<]/.test(decoded)) found.set(name, decoded)
  }
  return found
}
