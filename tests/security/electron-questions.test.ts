/** The questions that Electronegativity asks of an Electron app, and some of Electron's own checklist, asked of our sources at each run. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['electron', 'renderer', 'contract']

/** Our sources as TypeScript reads them, so that neither comment nor layout is taken for code. */
const trees = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && /\.tsx?$/.test(each.name))
    .map((each) => join(each.parentPath, each.name)),
).map((path) => {
  const name = relative(ROOT, path).split(sep).join('/')
  return ts.createSourceFile(name, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
})

function all<N extends ts.Node>(is: (node: ts.Node) => node is N): N[] {
  const found: N[] = []
  const look = (node: ts.Node): void => {
    if (is(node)) found.push(node)
    ts.forEachChild(node, look)
  }
  trees.forEach(look)
  return found
}

/** Where `sandbox` is a word of the Content-Security-Policy. */
const POLICY = ['electron/shell/content-policy.ts']

const fileOf = (node: ts.Node): string => node.getSourceFile().fileName
const calls = all(ts.isCallExpression)
const made = all(ts.isNewExpression)
const properties = all(ts.isPropertyAssignment)

/** Calls of `name` or of `something.name`. */
const callsOf = (name: string): ts.CallExpression[] =>
  calls.filter(({ expression }) =>
    ts.isPropertyAccessExpression(expression) ? expression.name.text === name : expression.getText() === name,
  )
const filesOf = (nodes: readonly ts.Node[]): string[] => [...new Set(nodes.map(fileOf))].sort()
const firstArguments = (nodes: readonly ts.CallExpression[]): string[] =>
  nodes.map((node) => node.arguments[0]?.getText() ?? '')

describe('the window', () => {
  const WINDOWS = /^(BrowserWindow|BrowserView|WebContentsView|BaseWindow)$/
  const windows = made.filter(({ expression }) => WINDOWS.test(expression.getText().replace(/^.*\./, '')))

  it('is made in one place, with everything locked that can be locked', () => {
    expect(filesOf(windows)).toEqual(['electron/shell/app-window.ts'])
    expect(windows).toHaveLength(1)
    const text = windows[0]!.getText().replace(/\s+/g, ' ')
    const wanted = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
    }
    for (const [name, value] of Object.entries(wanted)) expect(text).toContain(`${name}: ${String(value)},`)
  })

  it('is given no weaker preference anywhere', () => {
    // What each must be where it is written at all; nothing may be given to the empty ones.
    const weak = {
      enableRemoteModule: 'false',
      experimentalFeatures: 'false',
      enableBlinkFeatures: '',
      disableBlinkFeatures: '',
      additionalArguments: '',
      affinity: '',
      bypassCSP: 'false',
      corsEnabled: 'false',
      devTools: 'false',
      nativeWindowOpen: '',
      nodeIntegration: 'false',
      contextIsolation: 'true',
      sandbox: 'true',
      webSecurity: 'true',
    }
    const used = properties.filter(({ name }) => Object.hasOwn(weak, name.getText()))
    for (const one of used.filter(
      (each) => !POLICY.includes(fileOf(each)) && fileOf(each).startsWith('electron/'),
    ))
      expect(one.initializer.getText(), one.getText()).toBe(weak[one.name.getText() as keyof typeof weak])
  })

  it('has one bridge of two functions, and no other way to Electron', () => {
    expect(filesOf(callsOf('exposeInMainWorld'))).toEqual(['electron/preload.ts'])
    expect(firstArguments(callsOf('exposeInMainWorld'))).toEqual(["'offprint'"])
    expect(filesOf(callsOf('handle').filter((call) => call.getText().startsWith('ipcMain')))).toEqual([
      'electron/shell/ipc-server.ts',
    ])
    const asked = calls.filter(({ expression }) => /^ipcMain\.(on|once)/.test(expression.getText()))
    expect(filesOf(asked)).toEqual([])
  })

  it('is sandboxed before it exists', () => {
    expect(filesOf(callsOf('enableSandbox'))).toEqual(['electron/main.ts'])
  })
})

describe('where the window may go', () => {
  it('is decided for every web contents', () => {
    const listened = firstArguments(callsOf('on'))
    for (const name of [
      'web-contents-created',
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
      'will-download',
    ])
      expect(listened).toContain(`'${name}'`)
    const opened = callsOf('setWindowOpenHandler')
    expect(filesOf(opened)).toEqual(['electron/shell/navigation-guard.ts'])
    // A middle click opens a window too; none is ever allowed.
    expect(trees.some((tree) => /action: 'allow'/.test(tree.text))).toBe(false)
  })

  it('is nowhere but our own page', () => {
    expect([...new Set(firstArguments(callsOf('loadURL')))]).toEqual(['APP_URL'])
    expect([...callsOf('loadFile'), ...callsOf('loadExtension')]).toEqual([])
  })

  it('is nowhere outside without a check of the address', () => {
    const handed = calls.filter(({ expression }) => expression.getText() === 'shell.openExternal')
    expect(filesOf(handed)).toEqual(['electron/shell/open-external.ts'])
    const opened = calls.filter(({ expression }) => /^shell\.(openPath|openItem)$/.test(expression.getText()))
    expect(firstArguments(opened)).toEqual(['libraryFolder'])
  })
})

describe('what the window may have', () => {
  it('is asked about in handlers that refuse', () => {
    for (const name of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
    ])
      expect(filesOf(callsOf(name)), name).toEqual(['electron/shell/session-policy.ts'])
    const text = trees.find(({ fileName }) => fileName === 'electron/shell/session-policy.ts')!.text
    expect(text).not.toMatch(/decide\(true\)|=> true/)
  })

  it('is shut off in whatever session comes to be', () => {
    expect(firstArguments(callsOf('on'))).toContain("'session-created'")
    const opened = calls.filter(({ expression }) => expression.getText().endsWith('sessions.fromPartition'))
    expect(firstArguments(opened)).toEqual(["'window'"])
  })

  it('is served by two schemes of ours, whose privileges are counted', () => {
    const ways = /protocol\.(handle|(register|intercept)\w+Protocol)$/
    const served = calls.filter(({ expression }) => ways.test(expression.getText()))
    expect(firstArguments(served).sort()).toEqual(['APP_SCHEME', 'MEDIA_SCHEME', 'scheme'])
    expect(filesOf(callsOf('registerSchemesAsPrivileged'))).toEqual(['electron/shell/app-protocol.ts'])
  })

  it('is not changed by a switch that nobody looked at', () => {
    expect(firstArguments(callsOf('appendSwitch')).sort()).toEqual([
      "'disable-background-networking'",
      "'disable-component-update'",
      "'dns-prefetch-disable'",
      "'host-resolver-rules'",
      "'no-pings'",
    ])
    expect(callsOf('appendArgument')).toEqual([])
  })

  it('is bound by a policy that allows no inline script and no string as script', () => {
    const text = trees.find(({ fileName }) => fileName === 'electron/shell/content-policy.ts')!.text
    expect(text).toContain(`'default-src': "'none'"`)
    expect(text).toContain(`'script-src': "'self'"`)
    expect(text).not.toContain('unsafe-eval')
    expect(text.split('unsafe-inline')).toHaveLength(2)
  })
})

describe('text', () => {
  it('is never made script', () => {
    for (const name of [
      'eval',
      'executeJavaScript',
      'executeJavaScriptInIsolatedWorld',
      'insertCSS',
      'insertText',
    ])
      expect(filesOf(callsOf(name)), name).toEqual([])
    expect(filesOf(made.filter(({ expression }) => expression.getText() === 'Function'))).toEqual([])
    const timed = [...callsOf('setTimeout'), ...callsOf('setInterval')]
    expect(timed.filter(({ arguments: [first] }) => first && ts.isStringLiteralLike(first))).toEqual([])
  })

  it('becomes markup of the window only in the frame that runs no script', () => {
    const attributes = all(ts.isJsxAttribute)
    const named = (name: string) => attributes.filter((each) => each.name.getText() === name)
    expect(filesOf(named('dangerouslySetInnerHTML'))).toEqual([])
    expect(filesOf(named('srcDoc'))).toEqual(['renderer/reader/article-frame.tsx'])
    for (const { initializer } of named('sandbox'))
      expect(initializer?.getText()).not.toContain('allow-scripts')
    const assigned = all(ts.isBinaryExpression).filter(
      ({ left }) =>
        ts.isPropertyAccessExpression(left) && ['innerHTML', 'outerHTML', 'srcdoc'].includes(left.name.text),
    )
    expect(filesOf(assigned.filter((each) => fileOf(each).startsWith('renderer/')))).toEqual([])
  })
})

describe('certificates', () => {
  it('are never excused', () => {
    expect([...callsOf('setCertificateVerifyProc'), ...callsOf('setCertificate')]).toEqual([])
    expect(firstArguments(callsOf('on'))).not.toContain("'certificate-error'")
    const excused = properties.filter(({ name }) => name.getText() === 'rejectUnauthorized')
    expect(excused.filter(({ initializer }) => initializer.getText() !== 'true')).toEqual([])
    expect(trees.filter(({ text }) => text.includes('NODE_TLS_REJECT_UNAUTHORIZED'))).toEqual([])
  })
})
