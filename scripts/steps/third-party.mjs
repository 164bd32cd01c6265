// The licences of the packages that are bundled into the app: which may be, and the notice that goes along with every package.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { projectPath } from './project-paths.mjs'
import { StepError } from './terminal.mjs'

/** The file's name in dist/ and beside the program. */
export const NOTICE_NAME = 'THIRD-PARTY.txt'

/** All of them let an app under the MIT licence bring the package along when its text comes with it. */
export const ALLOWED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Python-2.0',
]

const LICENCE_FILE = /^(licen[cs]e|copying|ofl)([.-].*)?$/i

/**
 * @typedef {object} Dependency
 * @property {string} name
 * @property {string} version
 * @property {string} licence as the lock file has it; empty when it says none
 * @property {string} folder below the project
 */

/**
 * @param {{ packages: Record<string, { version?: string, license?: string, dev?: boolean, devOptional?: boolean }> }} lock
 * @returns {Dependency[]} of production, by name and version, each once
 */
export function productionDependencies(lock) {
  const found = Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder, { version = '', license = '' }]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      folder,
    }))
  const once = new Map(found.map((one) => [`${one.name} ${one.version}`, one]))
  return [...once.values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  )
}

/** @param {readonly Dependency[]} dependencies */
export function faultsOfLicences(dependencies) {
  return dependencies
    .filter(({ licence }) => !ALLOWED.includes(licence))
    .map(({ name, version, licence }) => `${name} ${version} has the licence "${licence}"`)
}

/** @returns {Promise<string>} throws when a licence is not allowed */
export async function thirdPartyNotice() {
  const lock = JSON.parse(await readFile(projectPath('package-lock.json'), 'utf8'))
  const dependencies = productionDependencies(lock)
  const faults = faultsOfLicences(dependencies)
  if (faults.length > 0)
    throw new StepError(`What is bundled has a licence that nobody has looked at: ${faults.join('; ')}.`, {
      remedy: 'use another package, or read the licence and add it to scripts/steps/third-party.mjs.',
    })
  const parts = await Promise.all(dependencies.map(partOf))
  return `Offprint is made with these packages. Their licences follow, each under the package's name.
Electron and Chromium have their own: LICENSE.electron.txt and LICENSES.chromium.html.

${parts.join('\n')}
${await patternNotices()}`
}

/** The hyphenation patterns say at their top whose they are. */
async function patternNotices() {
  const folder = projectPath('assets', 'hyphenation')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tex')).sort()
  const parts = await Promise.all(
    names.map(async (name) => {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n')
      const head = lines.slice(
        0,
        lines.findIndex((line) => !line.startsWith('%')),
      )
      const line = '='.repeat(80)
      return `${line}\n${name} (hyph-utf8)\n${line}\n\n${head.map((one) => one.replace(/^% ?/, '')).join('\n')}\n`
    }),
  )
  return parts.join('\n')
}

/** @param {Dependency} dependency */
async function partOf({ name, version, licence, folder }) {
  const place = projectPath(...folder.split('/'))
  const file = (await readdir(place)).find((one) => LICENCE_FILE.test(one))
  const { author } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'))
  const by = typeof author === 'string' ? author : author?.name
  const words = file
    ? (await readFile(join(place, file), 'utf8')).trim()
    : `${licence}${by ? `, by ${by}` : ''}. The package brings no text of it.`
  return `${'='.repeat(80)}\n${name} ${version} (${licence})\n${'='.repeat(80)}\n\n${words}\n`
}
