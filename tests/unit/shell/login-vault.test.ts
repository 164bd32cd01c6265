import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loginVault, type Cipher } from '../../../electron/shell/login-vault'
import { memoryLog } from './memory-log'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-vault-'))
  file = join(folder, 'logins.bin')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Stands for the system's encryption: turns every byte round. */
const turn = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)
const cipher = (change: Partial<Cipher> = {}): Cipher => ({
  safe: () => true,
  encrypt: (text) => turn(Buffer.from(text)),
  decrypt: (bytes) => Buffer.from(turn(bytes)).toString(),
  ...change,
})

describe('the vault', () => {
  it('gives back what it was given, and nobody else reads it in the file', async () => {
    const log = memoryLog()
    await loginVault({ file, cipher: cipher(), log }).write('{"secret":1}')
    expect(await loginVault({ file, cipher: cipher(), log }).read()).toBe('{"secret":1}')
    expect((await readFile(file)).toString('latin1')).not.toContain('secret')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['logins.bin'])
  })

  it('is empty before anything was kept, and does not ask the system for it', async () => {
    const log = memoryLog()
    const asked = cipher({
      safe: () => {
        throw new Error('asked')
      },
    })
    expect(await loginVault({ file, cipher: asked, log }).read()).toBeNull()
  })

  it('is empty, with a word in the log and none of its content, when it cannot be decrypted', async () => {
    const log = memoryLog()
    await writeFile(file, 'another key')
    const broken = cipher({
      decrypt: () => {
        throw new Error('another key')
      },
    })
    expect(await loginVault({ file, cipher: broken, log }).read()).toBeNull()
    expect(JSON.stringify(log.lines)).toContain('cannot be read')
    expect(JSON.stringify(log.lines)).not.toContain('another key')
  })

  it('says that a login lasts for this run only when the disk refuses it', async () => {
    const log = memoryLog()
    const vault = loginVault({ file: join(folder, 'nowhere', 'logins.bin'), cipher: cipher(), log })
    await expect(vault.write('x')).rejects.toMatchObject({
      code: 'disk',
      message: expect.stringContaining('until Offprint closes') as string,
    })
  })
})
