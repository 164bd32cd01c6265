/**
 * Keeps the logins of feeds in one file that only this reader's account can decrypt. Where the system has no such means nothing is
 * written: the logins then last for this run.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { AppFailure } from '../app-failure'
import type { SecretKeeper } from '../engine/feed-credentials'
import type { Log } from './log-file'

/** The system's means to encrypt; in the app, Electron's safeStorage. */
export interface Cipher {
  /** False also where it would only obscure. */
  readonly safe: () => boolean
  readonly encrypt: (text: string) => Uint8Array
  readonly decrypt: (bytes: Uint8Array) => string
}

export interface LoginVaultOptions {
  readonly file: string
  readonly cipher: Cipher
  readonly log: Pick<Log, 'warn'>
}

export function loginVault({ file, cipher, log }: LoginVaultOptions): SecretKeeper {
  return {
    lasting: cipher.safe,
    read: async () => {
      try {
        const bytes = await readIfThere(file)
        // Asked only when there is something: some systems want the reader to open a key ring for it.
        return bytes && cipher.safe() ? cipher.decrypt(bytes) : null
      } catch (error) {
        // Another account, another machine, or a key ring that was made anew: the sites ask again.
        log.warn('the kept logins cannot be read', { why: error instanceof Error ? error.name : '' })
        return null
      }
    },
    write: async (text) => {
      const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
      try {
        await writeFile(temporary, cipher.encrypt(text), { mode: 0o600 })
        await rename(temporary, file)
      } catch (error) {
        await rm(temporary, { force: true })
        const message =
          'The name and password could not be kept on this disk; they last until Offprint closes.'
        throw new AppFailure('disk', message, { cause: error })
      }
    },
  }
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
