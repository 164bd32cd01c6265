/** The program's own arguments, with and without Chromium's among them. */
import { describe, expect, it } from 'vitest'
import { readLaunch } from '../../../electron/shell/command-line'

describe('readLaunch', () => {
  it('opens a window when nothing is asked', () => {
    expect(readLaunch([], '/w')).toEqual({
      command: null,
      libraryFolder: null,
      network: 'on',
      safeMode: false,
      open: [],
    })
    expect(readLaunch(['--no-sandbox', '--inspect=0'], '/w').command).toBeNull()
  })

  it('reads the library and the network from both spellings', () => {
    expect(readLaunch(['--library', 'lib', '--network=off'], '/w')).toMatchObject({
      libraryFolder: '/w/lib',
      network: 'off',
    })
    expect(readLaunch(['--library=/x/lib'], '/w').libraryFolder).toBe('/x/lib')
  })

  it('runs a command with all of its words', () => {
    expect(readLaunch(['--no-sandbox', '--', '--library', 'lib', 'feeds', '--json'], '/w')).toMatchObject({
      command: ['--library', 'lib', 'feeds', '--json'],
      libraryFolder: '/w/lib',
    })
    expect(readLaunch(['--', 'export-opml', '--json'], '/w').command).toEqual(['export-opml', '--json'])
  })

  it("keeps Chromium's switches away from a command", () => {
    expect(readLaunch(['--no-sandbox', '--disable-gpu', 'articles', '--limit', '5'], '/w').command).toEqual([
      'articles',
      '--limit',
      '5',
    ])
  })

  it('takes --help and --version for commands', () => {
    expect(readLaunch(['--', '--help'], '/w').command).toEqual(['--help'])
    expect(readLaunch(['--version'], '/w').command).toEqual(['--version'])
  })

  it('starts in safe mode, and never for a command', () => {
    expect(readLaunch(['--', '--safe-mode'], '/w')).toMatchObject({ command: null, safeMode: true, open: [] })
    expect(readLaunch(['--', 'feeds', '--safe-mode'], '/w').safeMode).toBe(false)
  })

  it('takes --sync for a wish of the desktop', () => {
    expect(readLaunch(['--', '--sync'], '/w')).toMatchObject({ command: null, open: ['--sync'] })
  })

  it('opens addresses and files', () => {
    const open = ['feed:https://example.org/f', '/home/ann/my feeds.opml']
    expect(readLaunch(open, '/w')).toMatchObject({ command: null, open })
    expect(readLaunch(['--', 'list.opml'], '/w')).toMatchObject({ command: null, open: ['list.opml'] })
  })
})
