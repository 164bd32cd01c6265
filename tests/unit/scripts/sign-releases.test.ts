/** What the release workflow signs is what an installed Offprint believes, and nothing that was changed since it was described. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { isSigned } from '../../../electron/shell/update-signature'
import { importScript } from './import-script'

interface SignModule {
  makeKey(): { privateKey: string; publicKey: string }
  signReleases(folder: string, privateKey: string): Promise<string[]>
  notesOf(changelog: string, version: string): string | undefined
}
interface PlaceModule {
  releasePlace(env: object): { address: string; publicKey: string } | null
}

const { makeKey, signReleases, notesOf } = await importScript<SignModule>('sign-releases.mjs')
const { releasePlace } = await importScript<PlaceModule>('steps/release-place.mjs')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-sign-'))
  const sha512 = createHash('sha512').update('program').digest('base64')
  writeFileSync(join(folder, 'Offprint-0.1.0.AppImage'), 'program')
  writeFileSync(
    join(folder, 'latest-linux.yml'),
    `version: 0.1.0\nfiles:\n  - url: Offprint-0.1.0.AppImage\n    sha512: ${sha512}\n    size: 7\nreleaseDate: '2026-11-25T10:00:00.000Z'\n`,
  )
})

describe('signing releases', () => {
  it('writes a description with the changelog’s words and a signature that the app believes', async () => {
    const { privateKey, publicKey } = makeKey()
    expect(await signReleases(folder, privateKey)).toEqual(['latest-linux.json'])
    const bytes = readFileSync(join(folder, 'latest-linux.json'))
    const signature = readFileSync(join(folder, 'latest-linux.json.sig'), 'utf8')
    expect(isSigned(bytes, signature, publicKey)).toBe(true)
    expect(isSigned(bytes, signature, makeKey().publicKey)).toBe(false)
    expect(isSigned(Buffer.concat([bytes, Buffer.from(' ')]), signature, publicKey)).toBe(false)
    expect(isSigned(bytes, 'no signature', publicKey)).toBe(false)
    const release = JSON.parse(bytes.toString()) as Record<string, unknown>
    expect(release).toMatchObject({ version: '0.1.0', files: [{ url: 'Offprint-0.1.0.AppImage', size: 7 }] })
    expect(release['releaseNotes']).toContain('### Added')
  })

  it('refuses a package that is not the one that was described', async () => {
    writeFileSync(join(folder, 'Offprint-0.1.0.AppImage'), 'changed')
    await expect(signReleases(folder, makeKey().privateKey)).rejects.toThrow(
      'not the file that was described',
    )
  })

  it('takes a version’s own lines out of the changelog', () => {
    const changelog = '# Changelog\n\n## [2.0.0]\n\n- new\n\n## [1.0.0]\n\n- old\n'
    expect(notesOf(changelog, '2.0.0')).toBe('- new')
    expect(notesOf(changelog, '1.0.0')).toBe('- old')
    expect(notesOf(changelog, '3.0.0')).toBeUndefined()
  })
})

describe('where a build looks for newer versions', () => {
  const { publicKey } = makeKey()

  it('is nowhere unless address and key are both named', () => {
    expect(releasePlace({})).toBeNull()
    expect(() => releasePlace({ OFFPRINT_RELEASES: 'https://offprint.example/releases/' })).toThrow('KEY')
    expect(() => releasePlace({ OFFPRINT_RELEASE_KEY: publicKey })).toThrow('RELEASES')
  })

  it('is an https folder and a key of the right kind', () => {
    const address = 'https://offprint.example/releases/'
    const place = { OFFPRINT_RELEASES: address, OFFPRINT_RELEASE_KEY: publicKey }
    expect(releasePlace(place)).toEqual({ address, publicKey })
    expect(() => releasePlace({ ...place, OFFPRINT_RELEASES: 'http://offprint.example/releases/' })).toThrow()
    expect(() => releasePlace({ ...place, OFFPRINT_RELEASE_KEY: 'bm8ga2V5' })).toThrow()
  })
})
