/** Points the pictures of a stored body at the copies in the library. Works on the sanitiser's output only: there, and only there, `src` comes first in every `img`. */
import type { SafeHtml } from '../../contract/safe-html'

const PICTURE = /<img src="([^"]*)"/g
const STORED_NAME = /^[\w.-]+$/
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#96': '`',
  nbsp: '\u00a0',
}

/** `media` maps a picture's address (as in `ArticleBody.images`) to its stored name; pictures that are not in it stay as they are. */
export function linkMedia(html: SafeHtml, media: ReadonlyMap<string, string>): SafeHtml {
  return html.replace(PICTURE, (tag, source: string) => {
    const url = source.replace(
      /&(amp|lt|gt|quot|#39|#96|nbsp);/g,
      (reference, name: string) => REFERENCES[name] ?? reference,
    )
    const name = media.get(url)
    return name !== undefined && STORED_NAME.test(name) ? `<img src="media://library/${name}"` : tag
  }) as SafeHtml
}
