// Packs rendered PNGs into the icon files of Windows (.ico) and macOS (.icns). Both formats hold PNGs as they are.

/** Windows shows no icon above this size, and writes it as 0. */
const ICO_LARGEST = 256
const ICO_HEADER = 6
const ICO_ENTRY = 16

/**
 * @param {ReadonlyMap<number, Buffer>} pictures PNGs by their width
 * @returns {Buffer}
 */
export function packIco(pictures) {
  const entries = [...pictures].filter(([size]) => size <= ICO_LARGEST)
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * entries.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(entries.length, 4)
  let offset = header.length
  entries.forEach(([size, png], at) => {
    const start = ICO_HEADER + ICO_ENTRY * at
    header.writeUInt8(size % ICO_LARGEST, start)
    header.writeUInt8(size % ICO_LARGEST, start + 1)
    header.writeUInt16LE(1, start + 4)
    header.writeUInt16LE(32, start + 6)
    header.writeUInt32LE(png.length, start + 8)
    header.writeUInt32LE(offset, start + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...entries.map(([, png]) => png)])
}

/** Apple's names of the PNG entries: plain sizes, then the doubled ones of Retina displays. */
const icnsEntries = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
])
const ICNS_HEADER = 8

/**
 * @param {ReadonlyMap<number, Buffer>} pictures PNGs by their width
 * @returns {Buffer}
 */
export function packIcns(pictures) {
  const parts = icnsEntries.flatMap(([name, size]) => {
    const png = pictures.get(size)
    return png ? [chunkHeader(name, png.length), png] : []
  })
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([chunkHeader('icns', length), ...parts])
}

/**
 * @param {string} name
 * @param {number} length of what follows
 */
function chunkHeader(name, length) {
  const header = Buffer.alloc(ICNS_HEADER)
  header.write(name, 'ascii')
  header.writeUInt32BE(length + ICNS_HEADER, 4)
  return header
}
