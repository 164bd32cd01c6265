/** Proves that a release's description was written by whoever holds the key of the releases. Ed25519 (RFC 8032), by Node itself. */
import { createPublicKey, verify } from 'node:crypto'

/**
 * @param publicKey the key's SPKI form in base64, as `scripts/sign-releases.mjs --make-key` prints it
 * @param signature base64
 */
export function isSigned(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    // Another kind of key would be verified by another rule than the one that was signed by.
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, bytes, key, Buffer.from(signature.trim(), 'base64'))
  } catch {
    // A key or a signature that cannot even be read proves nothing.
    return false
  }
}
