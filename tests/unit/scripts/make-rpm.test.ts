/** The .rpm says what it needs, and one that lacks something is refused. Making one needs rpmbuild: `npm run dist` does. */
import { describe, expect, it } from 'vitest'
import { importScript } from './import-script'

interface MakeRpm {
  readonly rpmSpec: (root: string, version: string, quick: boolean) => Promise<string>
  readonly faultsOfRpm: (listing: string) => readonly string[]
}
const { rpmSpec, faultsOfRpm } = await importScript<MakeRpm>('steps/make-rpm.mjs')

const WHOLE = [
  'lrwxrwxrwx root /usr/bin/offprint',
  'drwxr-xr-x root /usr/lib/offprint',
  '-rwxr-xr-x root /usr/lib/offprint/bin/offprint',
  '-rwsr-xr-x root /usr/lib/offprint/chrome-sandbox',
  '-rwxr-xr-x root /usr/lib/offprint/offprint',
  '-rw-r--r-- root /usr/lib/offprint/resources/app.asar',
  '-rw-r--r-- root /usr/share/applications/offprint.desktop',
]

describe('the .rpm', () => {
  it('has a version that rpm can order, and the scripts of the .deb', async () => {
    const spec = await rpmSpec('/made/root', '1.2.0-beta.1', false)
    expect(spec).toContain('\nVersion: 1.2.0~beta.1\n')
    expect(spec).toContain("cp -a '/made/root/.' '%{buildroot}'")
    expect(spec).toMatch(/%post\n#!\/bin\/sh[^]*update-desktop-database[^]*%postun\n#!\/bin\/sh/)
    // A percent sign of a script would be a macro.
    expect(spec.replace(/^(%|Version:).*$/gm, '').match(/%(?!\{|[a-z]+$)/g)).toBeNull()
  })

  it('is whole', () => {
    expect(faultsOfRpm(`${WHOLE.join('\n')}\n`)).toEqual([])
  })

  it.each(WHOLE.filter((line) => !line.startsWith('d')))('is refused without %s', (line) => {
    expect(faultsOfRpm(WHOLE.filter((one) => one !== line).join('\n'))).toEqual([`no ${line}`])
  })

  it('is refused when its sandbox could not work, when a file is not root’s, or lies elsewhere', () => {
    const spoiled = WHOLE.map((line) => line.replace('-rwsr-xr-x', '-rwxr-xr-x'))
    expect(faultsOfRpm(spoiled.join('\n'))).toHaveLength(1)
    const strange = [...WHOLE, '-rw-r--r-- builder /usr/lib/offprint/x', '-rw-r--r-- root /etc/x']
    expect(faultsOfRpm(strange.join('\n'))).toHaveLength(2)
  })
})
