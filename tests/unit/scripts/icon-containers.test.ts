import { describe, expect, it } from 'vitest'
import { importScript } from './import-script'

interface IconModule {
  packIco(pictures: ReadonlyMap<number, Buffer>): Buffer
  packIcns(pictures: ReadonlyMap<number, Buffer>): Buffer
}

const { packIco, packIcns } = await importScript<IconModule>('steps/icon-containers.mjs')

const pictures = new Map([16, 32, 256, 1024].map((size) => [size, Buffer.from(`png of ${String(size)}`)]))

describe('icon files', () => {
  it('gives Windows each picture up to 256 pixels, writing 256 as 0', () => {
    const ico = packIco(pictures)
    expect(ico.readUInt16LE(2)).toBe(1)
    expect(ico.readUInt16LE(4)).toBe(3)
    const found = [0, 1, 2].map((at) => {
      const start = 6 + 16 * at
      const offset = ico.readUInt32LE(start + 12)
      return [ico[start], ico.toString('utf8', offset, offset + ico.readUInt32LE(start + 8))]
    })
    expect(found).toEqual([
      [16, 'png of 16'],
      [32, 'png of 32'],
      [0, 'png of 256'],
    ])
  })

  it('gives macOS a whole file of named pictures, the doubled sizes too', () => {
    const icns = packIcns(pictures)
    expect(icns.toString('ascii', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const names: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      names.push(icns.toString('ascii', at, at + 4))
    expect(names).toEqual(['icp4', 'icp5', 'ic08', 'ic10', 'ic11', 'ic13'])
  })
})
