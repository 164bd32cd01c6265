/** Fifty articles with a picture each, of which six cannot be had, each for a reason of its own. */
import type { LoopbackServer } from '../loopback-server'
import { pngPicture } from './png-picture'
import { ownProse } from './every-kind'

export const ALMANAC = 'Almanac'
const ARTICLES = 50

const titleOf = (number: number): string =>
  `Almanac leaf ${String.fromCharCode(65 + (number % 26))}${String(number)}`
const pathOf = (number: number): string => `/leaf-${String(number)}.png`

/** By the article's number: what its picture's address answers, and what the reader must be told. */
const LOST: ReadonlyMap<number, readonly [(server: LoopbackServer) => string, RegExp]> = new Map([
  [3, [serving(3, { status: 404 }), /nothing at this address \(404\)/]],
  [11, [serving(11, { status: 403 }), /refuses to hand this out \(403\)/]],
  [
    19,
    [serving(19, { headers: { 'content-type': 'image/png' }, body: '<p>no picture</p>' }), /not a picture/],
  ],
  [27, [serving(27, { status: 302, headers: { location: pathOf(27) } }), /sent us on more than 5 times/]],
  [35, [serving(35, { status: 500 }), /answered with an error \(500\)/]],
  // Another port of this machine is a private address to what a feed shows.
  [43, [() => 'http://127.0.0.1:9/picture.png', /private network/]],
])

function serving(
  number: number,
  answer: Parameters<LoopbackServer['on']>[1],
): (server: LoopbackServer) => string {
  return (server) => {
    server.on(pathOf(number), answer)
    return server.origin + pathOf(number)
  }
}

/** What must be told, by title. */
export const LOST_LEAVES: ReadonlyMap<string, RegExp> = new Map(
  [...LOST].map(([number, [, told]]) => [titleOf(number), told]),
)

/** Answers with the address of the feed. */
export function serveAlmanac(server: LoopbackServer): string {
  const items = Array.from({ length: ARTICLES }, (_, number) => {
    const text = ownProse(`leaf${String((number + 7) ** 3)}`, 8).join(' ')
    return (
      `<item><title>${titleOf(number)}</title><guid isPermaLink="false">leaf-${String(number)}</guid>` +
      `<pubDate>${new Date(Date.now() - 7_200_000 - number * 60_000).toUTCString()}</pubDate>` +
      `<content:encoded><![CDATA[<p>${text}</p><p><img src="${pictureOf(server, number)}" alt="A leaf"></p>]]></content:encoded></item>`
    )
  })
  const body =
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">' +
    `<channel><title>${ALMANAC}</title><link>${server.origin}/</link><description>d</description>${items.join('')}</channel></rss>`
  server.on('/almanac.xml', { headers: { 'content-type': 'application/rss+xml' }, body })
  return `${server.origin}/almanac.xml`
}

function pictureOf(server: LoopbackServer, number: number): string {
  const lost = LOST.get(number)
  if (lost) return lost[0](server)
  const bytes = pngPicture(number, { width: 64, height: 40 })
  return serving(number, { headers: { 'content-type': 'image/png' }, body: bytes })(server)
}
