/** Puts the page's own lead picture above a body that lost it: many pages keep it outside the text. */
import { makeElement, type HtmlElement, type HtmlParent } from './html-tree'
import { attribute, findElements } from './walk-html'

const NOT_PICTURE =
  /(?:^|[/_.-])(?:logo|logos|default|placeholder|fallback|share|sharing|social|favicon|icon|avatar|og-?(?:image|default)|facebook|twitter|opengraph|brand|blank|generic|no-?image|site-?image|apple-touch)(?:[_.-]|\d|$)|gravatar\.com|\.svg(?:$|\?)/i

/** Changes `content` in place when the picture is not in it yet. */
export function addLeadPicture(content: HtmlParent, leadImage: string | null, alt: string | null): void {
  if (leadImage === null || NOT_PICTURE.test(new URL(leadImage).pathname)) return
  const known = pictureKey(leadImage)
  const images = findElements(content, (element) => element.tagName === 'img')
  if (images.some((image) => isSame(image, known))) return
  const image = makeElement('img', { src: leadImage, alt: alt ?? '' })
  const figure = makeElement('figure', {}, [image])
  figure.parentNode = content
  content.childNodes.unshift(figure)
}

function isSame(image: HtmlElement, key: string): boolean {
  const src = attribute(image, 'src')
  return src !== null && pictureKey(src) === key
}

/** What stays the same when a site offers one picture in several sizes: the file's name without sizes and crops. */
export function pictureKey(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? address
  const file =
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? ''
  const bare = file
    .toLowerCase()
    .replace(/\.(?:jpe?g|png|webp|gif|avif)$/, '')
    .replace(
      /[-_.@](?:\d{2,4}x\d{2,4}|\d{2,4}w|w\d{2,4}|[smlx]{1,3}|small|medium|large|thumb(?:nail)?|orig(?:inal)?|scaled|crop(?:ped)?|\d{1,2}x|\d{3,4}|16x9|4x3|1x1|wide|e\d{10,13})(?=$|[-_.@])/g,
      '',
    )
  return bare.length >= 4 ? bare : path.toLowerCase()
}
