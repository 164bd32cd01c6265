/** Articles as the files of an EPUB 3 book, a chapter each, with a table of contents and their pictures (EPUB 3.3, section 3). Pure. */
import { keyPointList, PAGE_STYLE } from './article-html'
import {
  bodyWithPictures,
  escapeXml,
  originOf,
  ownLead,
  type SavedArticle,
  type SavedPicture,
} from './saved-article'
import { writeXhtml } from './write-xhtml'

export interface BookFile {
  readonly name: string
  readonly bytes: Buffer
  /** False for what must be stored as it is: the type, which comes first, and pictures. */
  readonly compress: boolean
}

/** Pictures of any other type need a second one beside them in a book. */
const BOOK_PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/svg+xml', 'image/webp'])

const CONTAINER =
  '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

/** A book that grows by a chapter at a time; its files stand in the zip in the order they are given. */
export class Book {
  private readonly articles: Credited[] = []
  private readonly chapters: Chapter[] = []
  private readonly pictures = new Map<string, string>()

  begin(): readonly BookFile[] {
    return [
      { name: 'mimetype', bytes: Buffer.from('application/epub+zip'), compress: false },
      textFile('META-INF/container.xml', CONTAINER),
      textFile('book/book.css', PAGE_STYLE),
    ]
  }

  /** @param pictures those of the article that are here, by their stored name */
  add(article: SavedArticle, pictures: ReadonlyMap<string, SavedPicture>): readonly BookFile[] {
    const usable = [...pictures.values()].filter(({ type }) => BOOK_PICTURES.has(type))
    const fresh = usable.filter(({ name }) => !this.pictures.has(name))
    for (const { name, type } of fresh) this.pictures.set(name, type)
    const names = new Set(usable.map(({ name }) => name))
    const { text, ...chapter } = chapterOf(article, this.chapters.length, names)
    this.chapters.push({ ...chapter, mathml: text.includes('<math') })
    const { articleId, title, byline, feedTitle, language } = article
    this.articles.push({ articleId, title, byline, feedTitle, language })
    return [
      textFile(`book/${chapter.file}`, text),
      ...fresh.map(({ name, bytes }) => ({ name: `book/${name}`, bytes, compress: false })),
    ]
  }

  /** What names all the others. `now` is when the book is made. */
  end(now: Date): readonly BookFile[] {
    const { articles, chapters, pictures } = this
    return [
      textFile('book/contents.xhtml', contentsOf(articles, chapters)),
      textFile('book/package.opf', packageOf(articles, { chapters, pictures, now })),
    ]
  }
}

/** What the package says of an article when its text has long been written. */
type Credited = Pick<SavedArticle, 'articleId' | 'title' | 'byline' | 'feedTitle' | 'language'>

interface Chapter {
  readonly file: string
  readonly title: string
  readonly mathml: boolean
}

function textFile(name: string, text: string): BookFile {
  return { name, bytes: Buffer.from(text), compress: true }
}

function chapterOf(
  article: SavedArticle,
  at: number,
  pictures: ReadonlySet<string>,
): Pick<Chapter, 'file' | 'title'> & { readonly text: string } {
  const title = article.title.trim() || 'Untitled article'
  const lead = ownLead(article)
  const body = writeXhtml(bodyWithPictures(article.html, (name) => (pictures.has(name) ? name : null)))
  const { url, direction, language } = article
  return {
    file: `article-${String(at + 1)}.xhtml`,
    title,
    text: xhtmlPage({
      title,
      language,
      direction,
      body: [
        `<h1>${escapeXml(title)}</h1><p class="origin">${escapeXml(originOf(article))}</p>`,
        keyPointList(article),
        lead === null ? '' : `<p><strong>${escapeXml(lead)}</strong></p>`,
        body,
        url === null ? '' : `<p class="origin"><a href="${escapeXml(url)}">${escapeXml(url)}</a></p>`,
      ].join(''),
    }),
  }
}

interface XhtmlPage {
  readonly title: string
  readonly language: string | null
  readonly direction: SavedArticle['direction']
  readonly body: string
}

function xhtmlPage({ title, language, direction, body }: XhtmlPage): string {
  const lang = language ? ` lang="${escapeXml(language)}" xml:lang="${escapeXml(language)}"` : ''
  return [
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${lang}>`,
    `<head><meta charset="utf-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" href="book.css"/></head>`,
    `<body dir="${direction}">${body}</body></html>`,
  ].join('')
}

function contentsOf(articles: readonly Credited[], chapters: readonly Chapter[]): string {
  const lines = chapters.map(({ file, title }) => `<li><a href="${file}">${escapeXml(title)}</a></li>`)
  return xhtmlPage({
    title: bookTitle(articles),
    language: null,
    direction: 'auto',
    body: `<nav epub:type="toc"><h1>${escapeXml(bookTitle(articles))}</h1><ol>${lines.join('')}</ol></nav>`,
  })
}

interface PackageParts {
  readonly chapters: readonly Chapter[]
  /** Stored name -> MIME type. */
  readonly pictures: ReadonlyMap<string, string>
  readonly now: Date
}

function packageOf(articles: readonly Credited[], { chapters, pictures, now }: PackageParts): string {
  const [first] = articles
  const authors = [...new Set(articles.map(({ byline, feedTitle }) => byline ?? feedTitle))].filter(Boolean)
  const items = chapters.map(({ file, mathml }, at) => {
    const properties = mathml ? ' properties="mathml"' : ''
    return `<item id="c${String(at)}" href="${file}" media-type="application/xhtml+xml"${properties}/>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">',
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier id="id">urn:offprint:${articles.map(({ articleId }) => articleId.slice(0, 12)).join('-')}</dc:identifier>`,
    `<dc:title>${escapeXml(bookTitle(articles))}</dc:title><dc:language>${escapeXml(first?.language ?? 'und')}</dc:language>`,
    ...authors.map((author) => `<dc:creator>${escapeXml(author)}</dc:creator>`),
    `<meta property="dcterms:modified">${now.toISOString().slice(0, 19)}Z</meta></metadata><manifest>`,
    '<item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="css" href="book.css" media-type="text/css"/>',
    ...items,
    ...[...pictures].map(
      ([name, type], at) => `<item id="p${String(at)}" href="${name}" media-type="${type}"/>`,
    ),
    '</manifest><spine>',
    ...chapters.map((_, at) => `<itemref idref="c${String(at)}"/>`),
    '</spine></package>',
  ].join('')
}

function bookTitle(articles: readonly Credited[]): string {
  const title = articles.length === 1 ? articles[0]?.title.trim() : `${String(articles.length)} articles`
  return title || 'Untitled article'
}
