import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importScript } from './import-script'

interface FingerprintModule {
  fingerprint(paths: readonly string[], extra?: readonly string[]): Promise<string>
  isStamped(file: string, print: string): Promise<boolean>
  stamp(file: string, print: string): Promise<void>
}
interface CommandModule {
  runCommand(
    command: string,
    args: readonly string[],
    options?: object,
  ): Promise<{ code: number; stdout: string; timedOut: boolean }>
}
interface AptModule {
  dpkgWasInterrupted(updates: string): Promise<boolean>
}
interface LibrariesModule {
  howToInstall(missing: readonly object[]): Error & { remedy: string }
  requirements: Record<string, readonly object[]>
}

const { fingerprint, isStamped, stamp } = await importScript<FingerprintModule>('steps/fingerprint.mjs')
const { runCommand } = await importScript<CommandModule>('steps/run-command.mjs')
const { dpkgWasInterrupted } = await importScript<AptModule>('steps/apt-get.mjs')
const { howToInstall, requirements } = await importScript<LibrariesModule>('system-libraries.mjs')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-scripts-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('what a step was made from', () => {
  it('changes with content, names and extra values, and not with a touch', async () => {
    const file = join(folder, 'a')
    await writeFile(file, 'one')
    const before = await fingerprint([folder], ['x'])
    await writeFile(file, 'one')
    expect(await fingerprint([folder], ['x'])).toBe(before)
    expect(await fingerprint([folder], ['y'])).not.toBe(before)
    await writeFile(file, 'two')
    expect(await fingerprint([folder], ['x'])).not.toBe(before)
  })

  it('takes a missing folder for an empty one', async () => {
    await expect(fingerprint([join(folder, 'none')])).resolves.toMatch(/^[0-9a-f]{64}$/)
  })

  it('is remembered by its stamp, and only itself', async () => {
    const file = join(folder, 'deep', 'stamp')
    expect(await isStamped(file, 'a')).toBe(false)
    await stamp(file, 'a')
    expect(await isStamped(file, 'a')).toBe(true)
    expect(await isStamped(file, 'b')).toBe(false)
  })
})

describe('running another program', () => {
  it('fails with a sentence, the remedy and the last lines of its output', async () => {
    const run = runCommand(process.execPath, ['-e', 'console.log("the reason"); process.exit(3)'], {
      remedy: 'try again',
    })
    await expect(run).rejects.toMatchObject({
      message: expect.stringContaining('ended with code 3') as string,
      remedy: 'try again',
      detail: 'the reason',
    })
  })

  it('names a program that does not exist', async () => {
    await expect(runCommand('offprint-no-such-program', [])).rejects.toThrow(
      '`offprint-no-such-program` could not be started.',
    )
  })

  it('ends a program that takes too long', async () => {
    const result = await runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      timeoutMs: 300,
      allowFailure: true,
    })
    expect(result.timedOut).toBe(true)
    expect(result.code).not.toBe(0)
  })
})

describe('missing system libraries', () => {
  it('are named with the command that installs them', () => {
    const error = howToInstall(requirements['display'] ?? [])
    expect(error.message).toContain('xvfb-run, xauth')
    expect(error.remedy).toMatch(/xvfb xauth|xorg-x11-server-Xvfb xorg-x11-xauth/)
  })
})

describe('a killed dpkg', () => {
  it('is known by the unfinished change it left, and by nothing else', async () => {
    expect(await dpkgWasInterrupted(join(folder, 'none'))).toBe(false)
    await writeFile(join(folder, 'tmp.i'), '')
    expect(await dpkgWasInterrupted(folder)).toBe(false)
    await writeFile(join(folder, '0007'), '')
    expect(await dpkgWasInterrupted(folder)).toBe(true)
  })
})
