/** The system's own encryption: Keychain, DPAPI, or a key ring. Linux without a key ring would only obscure, which counts as none. */
import { safeStorage } from 'electron'
import type { Cipher } from './login-vault'

export const systemCipher: Cipher = {
  safe: () => safeStorage.isEncryptionAvailable() && !onlyObscures(),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
}

/** Linux without a key ring: the key is then the same on every machine. */
function onlyObscures(): boolean {
  if (process.platform !== 'linux') return false
  // Older versions do not tell: what cannot be told safe is not.
  const tell = safeStorage.getSelectedStorageBackend as (() => string) | undefined
  return tell === undefined || ['basic_text', 'unknown'].includes(tell.call(safeStorage))
}
