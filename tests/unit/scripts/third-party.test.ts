/** What is bundled may be, and its licences come along. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importScript } from './import-script'

interface Dependency {
  readonly name: string
  readonly version: string
  readonly licence: string
}
interface ThirdParty {
  readonly productionDependencies: (lock: object) => readonly Dependency[]
  readonly faultsOfLicences: (dependencies: readonly object[]) => readonly string[]
  readonly thirdPartyNotice: () => Promise<string>
}

const { productionDependencies, faultsOfLicences, thirdPartyNotice } =
  await importScript<ThirdParty>('steps/third-party.mjs')
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as object
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
}

describe('licences of production dependencies', () => {
  it('are all ones that let the package be brought along', () => {
    const all = productionDependencies(lock)
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)))
    expect(faultsOfLicences(all)).toEqual([])
  })

  it('are refused when they are others, or none', () => {
    const package_ = (license?: string) => ({ version: '1.0.0', ...(license ? { license } : {}) })
    const strange = {
      packages: {
        '': {},
        'node_modules/free': package_('MIT'),
        'node_modules/free/node_modules/@a/viral': package_('GPL-3.0'),
        'node_modules/silent': package_(),
        'node_modules/tool': { ...package_('GPL-3.0'), dev: true },
      },
    }
    expect(faultsOfLicences(productionDependencies(strange))).toEqual([
      '@a/viral 1.0.0 has the licence "GPL-3.0"',
      'silent 1.0.0 has the licence ""',
    ])
  })

  it('stand in the notice, each with its text', async () => {
    const notice = await thirdPartyNotice()
    for (const { name, version, licence } of productionDependencies(lock))
      expect(notice).toContain(`\n${name} ${version} (${licence})\n`)
    expect(notice).toContain('SIL OPEN FONT LICENSE')
    expect(notice.match(/brings no text of it/g) ?? []).toHaveLength(1)
  })
})
