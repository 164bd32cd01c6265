// Describes and signs what was built, for Offprint's own updates. `node scripts/sign-releases.mjs FOLDER` turns electron-builder's
// latest*.yml and beta*.yml of a folder into .json with the changelog's words and a .sig beside it; the private key (PKCS 8, base64)
// is in OFFPRINT_SIGNING_KEY. `--make-key` prints a new pair.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { projectPath } from './steps/project-paths.mjs'
import { runScript, say, StepError } from './steps/terminal.mjs'

const DESCRIPTION = /^(latest|beta)[a-z0-9-]*\.yml$/

/** @returns {{ privateKey: string, publicKey: string }} base64 */
export function makeKey() {
  const pair = generateKeyPairSync('ed25519')
  return {
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
}

/**
 * @param {string} folder
 * @param {string} privateKey base64
 * @returns {Promise<string[]>} names of the descriptions that were signed
 */
export async function signReleases(folder, privateKey) {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const names = (await readdir(folder)).filter((name) => DESCRIPTION.test(name))
  const changelog = await readFile(projectPath('CHANGELOG.md'), 'utf8')
  const signed = []
  for (const name of names) {
    const release = readYaml(await readFile(join(folder, name), 'utf8'))
    for (const file of release.files) await requireChecksum(folder, file)
    const { version, files, releaseDate } = release
    const text = JSON.stringify({ version, files, releaseDate, releaseNotes: notesOf(changelog, version) })
    const target = name.replace(/yml$/, 'json')
    await writeFile(join(folder, target), text)
    await writeFile(join(folder, `${target}.sig`), sign(null, Buffer.from(text), key).toString('base64'))
    signed.push(target)
  }
  return signed
}

/** electron-builder's own reader: it wrote the file. @param {string} text */
function readYaml(text) {
  const require = createRequire(import.meta.url)
  const builder = createRequire(require.resolve('electron-builder/package.json'))
  const library = createRequire(builder.resolve('app-builder-lib/package.json'))
  return library('js-yaml').load(text)
}

/**
 * What is signed must be what lies there: a file that was signed for its system after it was described has another sum.
 *
 * @param {string} folder
 * @param {{ url: string, sha512: string }} file
 */
async function requireChecksum(folder, { url, sha512 }) {
  const hash = createHash('sha512')
  for await (const bytes of createReadStream(join(folder, url))) hash.update(bytes)
  if (hash.digest('base64') === sha512) return
  throw new StepError(`${url} is not the file that was described.`, { remedy: 'make the packages anew.' })
}

/**
 * @param {string} changelog
 * @param {string} version
 * @returns {string | undefined} the version's own lines; nothing when it has none
 */
export function notesOf(changelog, version) {
  const start = changelog.indexOf(`## [${version}]`)
  if (start < 0) return undefined
  const rest = changelog.slice(changelog.indexOf('\n', start))
  const end = rest.search(/^## \[/m)
  return (end < 0 ? rest : rest.slice(0, end)).trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const [what] = process.argv.slice(2)
    if (what === '--make-key') {
      const { privateKey, publicKey } = makeKey()
      process.stdout.write(`OFFPRINT_SIGNING_KEY=${privateKey}\nOFFPRINT_RELEASE_KEY=${publicKey}\n`)
      return
    }
    const key = process.env.OFFPRINT_SIGNING_KEY
    if (!what || !key) {
      throw new StepError('Name a folder of packages and set OFFPRINT_SIGNING_KEY.', {
        remedy: 'make a pair of keys with `node scripts/sign-releases.mjs --make-key`.',
      })
    }
    const publicKey = createPublicKey(
      createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }),
    )
    for (const name of await signReleases(what, key)) say(`  signed ${name}`)
    say(`  for OFFPRINT_RELEASE_KEY=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`)
  })
}
