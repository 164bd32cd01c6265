import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLaunch } from '../../../electron/shell/command-line'

let place: string

/** An installed tree whose program prints its arguments, and an `id` that says who runs it. */
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'offprint launcher '))
  for (const folder of ['app', 'app/bin', 'usr-bin', 'as-user', 'as-root']) mkdirSync(join(place, folder))
  copyFileSync('scripts/linux/offprint', join(place, 'app/bin/offprint'))
  program('app/offprint', 'for each in "$@"; do printf "%s\\n" "$each"; done')
  program('as-user/id', 'echo 1000')
  program('as-root/id', 'echo 0')
  symlinkSync('../app/bin/offprint', join(place, 'usr-bin/offprint'))
})

afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

function program(path: string, body: string): void {
  writeFileSync(join(place, path), `#!/bin/sh\n${body}\n`)
  chmodSync(join(place, path), 0o755)
}

function launch(args: readonly string[], user: 'as-user' | 'as-root' = 'as-user'): readonly string[] {
  const path = `${join(place, user)}:/usr/bin:/bin`
  const result = spawnSync('/bin/sh', [join(place, 'usr-bin/offprint'), ...args], {
    encoding: 'utf8',
    env: { PATH: path },
  })
  expect(result.stderr).toBe('')
  return result.stdout.split('\n').slice(0, -1)
}

describe.skipIf(process.platform === 'win32')('the launcher on the PATH', () => {
  it('hands everything on behind --, so that nothing typed becomes a switch of Chromium', () => {
    expect(launch([])).toEqual(['--'])
    expect(launch(['--remote-debugging-port=1', 'a b'])).toEqual(['--', '--remote-debugging-port=1', 'a b'])
  })

  it('keeps Chromium silent for a command', () => {
    expect(launch(['feeds', '--json'])).toEqual(['--log-level=3', '--', 'feeds', '--json'])
  })

  it('turns the sandbox off for root only', () => {
    expect(launch(['feeds'], 'as-root')).toEqual(['--no-sandbox', '--log-level=3', '--', 'feeds'])
    expect(launch(['feeds'])).not.toContain('--no-sandbox')
  })

  const lines: readonly (readonly string[])[] = [
    [],
    ['feeds'],
    ['export-opml', 'feeds.opml'],
    ['--library', 'articles', 'search', 'x'],
    ['--library', 'feeds'],
    ['--network', 'off', 'sync'],
    ['--json', 'feeds'],
    ['--help'],
    ['--version'],
    ['feed:https://example.org/'],
    ['https://example.org/feed'],
    ['feeds.opml'],
    ['/home/reader/feeds'],
    ['./feeds'],
    ['Feeds'],
    [''],
  ]
  it.each(lines.map((args) => [args]))('agrees with the app on what is a command: %j', (args) => {
    const isCommand = readLaunch(['--', ...args], '/').command !== null
    expect(launch(args).includes('--log-level=3')).toBe(isCommand)
  })
})
