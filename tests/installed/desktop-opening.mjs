// Opens a file or an address the way a desktop does, by its type or scheme, and says yes to what the app then asks.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'

const TITLE = 'The Installed Gazette'

/**
 * As on a desktop, which goes by a file's name: without one, xdg-open asks `file` where that is installed, to which every OPML is just XML.
 * Presses Return in whatever windows the app shows until the feed stands in the list: the safe answer of a question is
 * never "yes" by itself, so a feed that is there was asked about and agreed to.
 */
const SCRIPT = `
XDG_CURRENT_DESKTOP=GNOME xdg-open "$1" >/dev/null 2>&1 &
end() {
  # The desktop starts the app as a process of its own; the oldest is the app, the others are its helpers.
  pkill -TERM -o -x offprint -u "$(id -u)"
  while pgrep -x offprint -u "$(id -u)" >/dev/null; do sleep 0.1; done
  exit "$1"
}
for round in $(seq 1 40); do
  sleep 1
  for window in $(xdotool search --onlyvisible --class offprint 2>/dev/null); do
    xdotool windowfocus "$window" 2>/dev/null || continue
    sleep 0.5
    xdotool key Return
  done
  if offprint feeds --json | grep -qF "$2"; then end 0; fi
done
end 3
`

/**
 * @param {import('./test-user.mjs').TestUser} user
 * @param {string} target an absolute path or an address
 * @param {string} feedUrl the feed that must be in the list afterwards
 */
export async function openOnDesktop(user, target, feedUrl) {
  const { code, stderr } = await user.run('sh', ['-c', SCRIPT, 'sh', target, feedUrl], { display: true })
  assert.equal(
    code,
    0,
    `${feedUrl} did not come into the list when ${target} was opened:\n${stderr.slice(-2000)}`,
  )
}

/**
 * @param {string} feedUrl
 * @returns {string} a list of that one feed
 */
export function opmlOf(feedUrl) {
  return `<?xml version="1.0"?><opml version="2.0"><head><title>A list</title></head><body><outline type="rss" text="${TITLE}" xmlUrl="${feedUrl}"/></body></opml>`
}

/** A feed on this machine; `stop` ends it. */
export async function serveFeed() {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>${TITLE}</title><item><title>Installed</title><guid>1</guid><description>It is here.</description></item></channel></rss>`,
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  return {
    url: `http://127.0.0.1:${address.port}/feed.xml`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
