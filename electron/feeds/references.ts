/** Character references of XML and HTML (`&amp;`, `&#8217;`, `&nbsp;`) to characters, as feeds really use them. */
import { walkMarkup } from './markup-tokens'
import { controlsToCharacters, windows1252 } from './windows-1252'

/** Every reference but the five of XML, which are replaced without a callback: texts of a million `&lt;` must not take seconds. */
const REFERENCE =
  /&(?:#(\d{1,8});?|#[xX]([0-9a-fA-F]{1,8});?|((?!(?:amp|lt|gt|quot|apos);)[A-Za-z_][\w.-]{0,31});)/g

const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** Entities that a document declares for itself, by name; values are plain text. */
export type DeclaredEntities = ReadonlyMap<string, string>

/**
 * Decodes once. Named references need their semicolon (`?a=1&copy=2` is an address); all names of HTML count, since feeds
 * use them undeclared; unknown ones stay as they are.
 */
export function decodeReferences(text: string, declared?: DeclaredEntities): string {
  if (!text.includes('&')) return text
  return text
    .replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return characterOf(parseInt(decimal, 10)) ?? whole
      if (hex !== undefined) return characterOf(parseInt(hex, 16)) ?? whole
      return name === undefined ? whole : namedCharacter(name, declared)
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** Decoded characters must not become part of a reference: an ampersand stays escaped until the last step. */
function characterOf(code: number): string | null {
  return code === 0x26 ? '&amp;' : character(code)
}

function namedCharacter(name: string, declared: DeclaredEntities | undefined): string {
  const text = declared?.get(name) ?? htmlCharacter(name)
  return text.replaceAll('&', '&amp;')
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

const htmlNames = new Map<string, string>()

/** The characters of one named reference, by HTML's own table and remembered; the reference itself where that has none. */
function htmlCharacter(name: string): string {
  const known = htmlNames.get(name)
  if (known !== undefined) return known
  let text = ''
  walkMarkup(`&${name};`, { xml: false }, { onOpen: skip, onClose: skip, onText: (part) => (text += part) })
  // Names that do not exist are not remembered: strangers choose them, and there is no end to them.
  if (!text.startsWith('&')) htmlNames.set(name, text)
  return text
}

const skip = (): void => {
  // A reference holds no tags.
}

/** Characters that XML forbids and that no text needs: controls, lone surrogates, U+FFFE. */
const FORBIDDEN = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** Quick look first: nearly all texts have none. Surrogate pairs are in order, but make the slower expression necessary. */
const MAY_BE_FORBIDDEN = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ud800-\udfff\ufffe\uffff]/u

/** Text without them, and with the quotes and dashes that controls U+0080-U+009F stand for. */
export function dropForbidden(text: string): string {
  return controlsToCharacters(MAY_BE_FORBIDDEN.test(text) ? text.replace(FORBIDDEN, '') : text)
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
    if (quote && !XML_NAMES.has(name) && !/[&<]/.test(decoded)) found.set(name, decoded)
  }
  return found
}
