// Where the app that is built looks for newer versions, and whose key they are signed with. Named by whoever publishes;
// a build without the two does not update itself.
import { createPublicKey } from 'node:crypto'

import { StepError } from './terminal.mjs'

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ address: string, publicKey: string } | null}
 */
export function releasePlace(env = process.env) {
  const { OFFPRINT_RELEASES: address, OFFPRINT_RELEASE_KEY: publicKey } = env
  if (!address && !publicKey) return null
  if (!address || !/^https:\/\/[^?#]+\/$/.test(address)) {
    throw new StepError('OFFPRINT_RELEASES must be an https address with a slash at its end.', {
      remedy: 'name the folder the releases are in, or unset OFFPRINT_RELEASE_KEY too.',
    })
  }
  if (!publicKey || !isPublicKey(publicKey)) {
    throw new StepError('OFFPRINT_RELEASE_KEY is no public key of the kind that releases are signed with.', {
      remedy: 'make a pair with `node scripts/sign-releases.mjs --make-key`.',
    })
  }
  return { address, publicKey }
}

/** @param {string} text */
function isPublicKey(text) {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519'
  } catch {
    // Not a key at all: the caller says so.
    return false
  }
}
