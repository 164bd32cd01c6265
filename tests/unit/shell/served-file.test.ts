/** Which files the two protocols may serve. */
import { describe, expect, it } from 'vitest'
import { appFile, isInside, mediaName } from '../../../electron/shell/served-file'

const FOLDERS = { renderer: '/app/dist/renderer', assets: '/app/dist/assets' }
const HASH = '0123456789abcdef'.repeat(4)

describe('appFile', () => {
  it('finds the page, its files and the assets', () => {
    expect(appFile('app://offprint/index.html', FOLDERS)).toEqual({
      path: '/app/dist/renderer/index.html',
      contentType: 'text/html; charset=utf-8',
    })
    expect(appFile('app://offprint/files/inter-1A.woff2', FOLDERS)?.path).toBe(
      '/app/dist/renderer/files/inter-1A.woff2',
    )
    expect(appFile('app://offprint/assets/icons/64x64.png?v=2', FOLDERS)?.path).toBe(
      '/app/dist/assets/icons/64x64.png',
    )
  })

  it('serves nothing outside its folders, however it is asked', () => {
    for (const way of [
      '../main.cjs',
      '..%2fmain.cjs',
      '%2e%2e/main.js',
      'assets/..%2f..%2fmain.js',
      'assets/%2e%2e%5c%2e%2e%5cx.js',
      'files//x.js',
      '%00index.html',
      'C:%5cx.js',
      '.build-stamp',
      '.hidden/x.js',
      'main.cjs',
      'x.map',
      'index.html/',
      '%',
      '',
    ]) {
      const file = appFile(`app://offprint/${way}`, FOLDERS)
      // The URL parser itself takes plain `..` away; what is left must be a file of ours.
      if (file) expect(isInside('/app/dist/renderer', file.path), way).toBe(true)
      else expect(file, way).toBeNull()
    }
    expect(appFile('app://offprint/..%2fmain.js', FOLDERS)).toBeNull()
  })

  it('serves nothing to other hosts and schemes', () => {
    expect(appFile('app://evil/index.html', FOLDERS)).toBeNull()
    expect(appFile('https://offprint/index.html', FOLDERS)).toBeNull()
    expect(appFile('not an address', FOLDERS)).toBeNull()
  })
})

describe('mediaName', () => {
  it('takes exactly a hash and a known ending', () => {
    expect(mediaName(`media://library/${HASH}.png`)).toEqual({
      name: `${HASH}.png`,
      contentType: 'image/png',
    })
  })

  it('refuses everything else', () => {
    for (const address of [
      `media://library/${HASH}.html`,
      `media://library/${HASH}.exe`,
      `media://library/${HASH.slice(1)}.png`,
      `media://library/${HASH.toUpperCase()}.png`,
      `media://library/x/${HASH}.png`,
      `media://library/..%2f${HASH}.png`,
      `media://elsewhere/${HASH}.png`,
      `https://library/${HASH}.png`,
      'media://library/',
      '',
    ]) {
      expect(mediaName(address), address).toBeNull()
    }
  })
})

describe('isInside', () => {
  it('is not fooled by a folder with a longer name', () => {
    expect(isInside('/data', '/data-evil/x')).toBe(false)
    expect(isInside('/data', '/data')).toBe(false)
    expect(isInside('/data', '/data/..x')).toBe(true)
    expect(isInside('/data', '/')).toBe(false)
  })
})
