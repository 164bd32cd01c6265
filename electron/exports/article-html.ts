/** Articles as one HTML page that needs nothing else: pictures inside it, no script, nothing asked of a network. Pure. */
import { innerHtml } from '../articles/html-tree'
import {
  bodyWithPictures,
  escapeXml,
  originOf,
  ownLead,
  type SavedArticle,
  type SavedPicture,
} from './saved-article'

export const PAGE_STYLE = `body{margin:0 auto;max-width:42rem;padding:2rem 1.25rem 4rem;font-family:Georgia,serif;font-size:112%;line-height:1.6;overflow-wrap:break-word}
h1,h2,h3{line-height:1.2}img{max-width:100%;height:auto}figure{margin:1.5rem 0}figcaption,.origin{font-size:.85em;opacity:.75}
.credit{font-style:italic}pre,table{display:block;overflow-x:auto}blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid currentColor}
th,td{padding:.25rem .5rem;border:1px solid currentColor;border-width:0 0 1px;text-align:start}
@media (prefers-color-scheme:dark){html{background:#1b1b1d;color:#e4e2dd}a{color:#9cc4ff}}`

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** Beginning and end of a page of `count` articles, which follow one another between them. */
export function pageAround(
  first: Pick<SavedArticle, 'language' | 'title'>,
  count: number,
): readonly [string, string] {
  const language = count === 1 && first.language ? ` lang="${escapeXml(first.language)}"` : ''
  const title = count === 1 ? first.title : `${String(count)} articles`
  const head = [
    `<!doctype html><html${language}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title><style>${PAGE_STYLE}</style></head><body>`,
  ].join('')
  return [head, '</body></html>\n']
}

/** An article of such a page. Pictures are found by their stored name. */
export function articleSection(article: SavedArticle, pictures: ReadonlyMap<string, SavedPicture>): string {
  const { direction, language, title, url, html } = article
  const lead = ownLead(article)
  const body = bodyWithPictures(html, (name) => {
    const picture = pictures.get(name)
    return picture ? `data:${picture.type};base64,${picture.bytes.toString('base64')}` : null
  })
  return [
    `<article dir="${direction}"${language ? ` lang="${escapeXml(language)}"` : ''}><h1>${escapeXml(title)}</h1>`,
    `<p class="origin">${escapeXml(originOf(article))}</p>`,
    keyPointList(article),
    lead === null ? '' : `<p><strong>${escapeXml(lead)}</strong></p>`,
    innerHtml(body),
    url === null ? '' : `<p class="origin"><a href="${escapeXml(url)}">${escapeXml(url)}</a></p>`,
    '</article>',
  ].join('')
}

/** The publisher's own points; sentences we took from the text stand in it anyway. Also valid as XHTML. */
export function keyPointList({ keyPoints }: SavedArticle): string {
  const points = keyPoints.filter(({ from }) => from === 'publisher')
  if (points.length === 0) return ''
  return `<ul>${points.map(({ text }) => `<li>${escapeXml(text)}</li>`).join('')}</ul>`
}
