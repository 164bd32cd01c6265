// Renders the icon's drawings to every size that Linux, Windows, macOS and electron-builder want. Run by hand after a
// drawing has changed; the results are committed, so that a build needs no renderer.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { packIcns, packIco } from './steps/icon-containers.mjs'
import { projectPath } from './steps/project-paths.mjs'
import { runScript, say } from './steps/terminal.mjs'

const sizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
// Up to here the detailed drawing turns to mud, and a plainer one is used.
const LARGEST_SMALL = 32

/** @param {number} size */
async function render(size) {
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = size <= LARGEST_SMALL ? 'offprint-small.svg' : 'offprint.svg'
  const svg = await readFile(projectPath('assets', 'icons', drawing))
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    /** @type {Map<number, Buffer>} */
    const pictures = new Map()
    for (const size of sizes) {
      const png = await render(size)
      pictures.set(size, png)
      await writeFile(projectPath('assets', 'icons', `${size}x${size}.png`), png)
    }
    await writeFile(projectPath('assets', 'icons', 'offprint.ico'), packIco(pictures))
    await writeFile(projectPath('assets', 'icons', 'offprint.icns'), packIcns(pictures))
    say(`Rendered ${sizes.length} sizes, offprint.ico and offprint.icns into assets/icons.`)
  })
}
