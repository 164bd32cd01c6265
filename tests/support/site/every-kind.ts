/**
 * A site with one article of every kind of completeness: text of the feed alone, of the page, behind a paywall, with a lost picture, a
 * tracking picture, related pages that come, that do not, and that are headlines only, comments that come and that do not; and a story in three feeds.
 */
import type { LoopbackServer } from '../loopback-server'
import { pngPicture, type PictureSize } from './png-picture'

export const STORY = 'Grain train derails near Velmar, Orsk line blocked'
export const OWN_REPORT = 'Derailed wagons at Velmar strand commuters on Orsk line'
export const RELATED = 'Ropewalk of Tessel spins its last hawser'
export const LINKING = 'Old sailmakers teach the school children of Tessel'

const AGENCY =
  '<p>A freight train carrying grain derailed near Velmar on Tuesday morning, blocking the Orsk line in both directions. Nobody was hurt.</p>' +
  '<p>Eleven wagons left the rails after a bridge bearing failed, the operator Transrail said. Engineers from Velmar expect the line to reopen on Friday, and buses replace passenger trains until then.</p>'
const REPORT =
  '<p>Commuters stood in the rain at Velmar station after eleven wagons of grain tipped over beside the Orsk bridge. Transrail blamed a failed bearing for the derailment and promised buses.</p>' +
  '<p>Engineers hope to clear the freight wagons by Friday, and passengers are asked to leave an hour more.</p>'
/** The tall ones push a text below the first screen. */
const SIZES: Readonly<Record<string, PictureSize>> = {
  '/pixel.png': { width: 1, height: 1 },
  '/tall.png': { width: 500, height: 800 },
  '/taller.png': { width: 500, height: 900 },
}
const RSS = { 'content-type': 'application/rss+xml' }
const HTML = { 'content-type': 'text/html; charset=utf-8' }

/** Prose of words that no other article has, so that no two of them tell one story; `seed` begins them. */
export function ownProse(seed: string, sentences = 14): readonly string[] {
  return Array.from({ length: sentences }, (_, at) => {
    const words = Array.from(
      { length: 11 },
      (__, word) => `${seed}${((at + 3) * (word + 7) ** 2).toString(36)}`,
    )
    return `The ${words.slice(0, 6).join(' ')} and the ${words.slice(6).join(' ')} of ${seed}.`
  })
}

const paragraphs = (sentences: readonly string[]): string =>
  Array.from(
    { length: Math.ceil(sentences.length / 3) },
    (_, at) => `<p>${sentences.slice(at * 3, at * 3 + 3).join(' ')}</p>`,
  ).join('')

interface Item {
  readonly title: string
  readonly link?: string
  readonly html?: string
  readonly comments?: string
}

/** Serves all of it and answers with the addresses of the feeds; comments are to be wished for of the second. */
export function serveEveryKind(server: LoopbackServer): readonly string[] {
  const { origin } = server
  const page = (path: string, title: string, seed: string, after = ''): void => {
    const html = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1>${paragraphs(ownProse(seed, 20))}</article>${after}</main></body></html>`
    server.on(path, { headers: HTML, body: html })
  }
  const picture = (path: string, seed: number): void => {
    const size = SIZES[path] ?? { width: 64, height: 40 }
    server.on(path, { headers: { 'content-type': 'image/png' }, body: pngPicture(seed, size) })
  }
  const feed = (path: string, title: string, items: readonly Item[]): string => {
    server.on(path, { headers: RSS, body: feedText(origin, title, items) })
    return origin + path
  }
  const image = (path: string): string => `<p><img src="${origin}${path}" alt="A view"></p>`
  const relatedBox = (...links: readonly (readonly [string, string])[]): string =>
    `<section class="related-articles"><h2>Related Articles</h2>${links
      .map(([path, title]) => `<div class="related-card"><h3><a href="${path}">${title}</a></h3></div>`)
      .join('')}</section>`
  for (const [at, path] of ['/one.png', '/two.png', ...Object.keys(SIZES)].entries()) picture(path, at + 1)
  page('/page.html', 'Tide tables printed in brass', 'brass')
  page('/ropewalk.html', RELATED, 'hawser')
  page('/linking.html', LINKING, 'canvas', relatedBox(['/ropewalk.html', RELATED]))
  page(
    '/broken.html',
    'Lamp oil runs out in Merrow',
    'lampoil',
    relatedBox(['/nowhere.html', 'A page that nobody serves any more']),
  )
  page(
    '/towall.html',
    'Bell founders strike in Cobham',
    'bellmetal',
    relatedBox(['/walled.html', 'Vault of the old bank opened']),
  )
  server.on('/walled.html', {
    headers: HTML,
    body: '<!doctype html><html><head><title>Vault of the old bank opened</title></head><body><article><h1>Vault of the old bank opened</h1><p>The vault was opened at last.</p><p>Subscribe now to continue reading.</p></article></body></html>',
  })
  server.on('/thread.atom', { headers: { 'content-type': 'application/atom+xml' }, body: thread() })
  const teaser = '<p>A short word about it.</p>'
  return [
    feed('/kinds.xml', 'Kinds', [
      {
        title: 'Swans counted on the mill pond',
        html: image('/tall.png') + image('/taller.png') + paragraphs(ownProse('swan', 24)),
      },
      { title: 'Tide tables printed in brass', link: '/page.html', html: teaser },
      {
        title: 'Picture that was lost in the post',
        html: paragraphs(ownProse('post', 24)) + image('/one.png') + image('/lost.png'),
      },
      {
        title: 'Pictures and a pixel',
        html: paragraphs(ownProse('pixel', 24)) + image('/two.png') + image('/pixel.png'),
      },
      { title: LINKING, link: '/linking.html', html: teaser },
      { title: 'Lamp oil runs out in Merrow', link: '/broken.html', html: teaser },
      { title: 'Bell founders strike in Cobham', link: '/towall.html', html: teaser },
      { title: 'Vault of the old bank opened', link: '/walled.html' },
      { title: 'Ferryman asks for a shorter river', link: '/walled.html?teaser', html: teaser },
      { title: 'A headline and nothing more' },
    ]),
    feed('/talk.xml', 'Talk', [
      {
        title: 'Readers argue about the fog horn',
        html: paragraphs(ownProse('foghorn', 24)),
        comments: '/thread.atom',
      },
      {
        title: 'Nobody could be heard on the pier',
        html: paragraphs(ownProse('pier', 24)),
        comments: '/gone.atom',
      },
    ]),
    feed('/daily.xml', 'The Daily', [{ title: STORY, html: AGENCY }]),
    feed('/evening.xml', 'Evening Post', [{ title: STORY, html: AGENCY }]),
    feed('/own.xml', 'Own Report', [{ title: OWN_REPORT, html: REPORT }]),
  ]
}

function feedText(origin: string, title: string, items: readonly Item[]): string {
  const texts = items.map(({ title: name, link, html, comments }, at) =>
    [
      `<item><title>${name}</title><guid isPermaLink="false">${title}-${String(at)}</guid>`,
      `<pubDate>${new Date(Date.now() - 3_600_000 - at * 60_000).toUTCString()}</pubDate>`,
      link === undefined ? '' : `<link>${origin}${link}</link>`,
      comments === undefined ? '' : `<wfw:commentRss>${origin}${comments}</wfw:commentRss>`,
      html === undefined ? '' : `<content:encoded><![CDATA[${html}]]></content:encoded>`,
      '</item>',
    ].join(''),
  )
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/">' +
    `<channel><title>${title}</title><link>${origin}/</link><description>d</description>${texts.join('')}</channel></rss>`
  )
}

function thread(): string {
  const entry = (id: string, words: string): string =>
    `<entry><id>${id}</id><title>Re</title><author><name>Reader ${id}</name></author><published>2026-03-01T07:00:00Z</published><content type="html">&lt;p&gt;${words}&lt;/p&gt;</content></entry>`
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><id>c</id>${entry('a', 'It keeps me awake')}${entry('b', 'It kept my father alive')}</feed>`
}
