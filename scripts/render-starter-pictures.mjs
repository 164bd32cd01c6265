// Renders the drawings of the starter edition to the pictures its pages show. Run by hand after a drawing has changed; the
// results are committed, so that a build needs no renderer. The drawing with letters wants the font DejaVu Sans.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { projectPath } from './steps/project-paths.mjs'
import { runScript, say } from './steps/terminal.mjs'

const folder = projectPath('assets', 'starter', 'pictures')
const WIDTH = 1200

async function renderAll() {
  const { Resvg } = await import('@resvg/resvg-js')
  const drawings = (await readdir(folder)).filter((name) => name.endsWith('.svg'))
  for (const name of drawings) {
    const picture = name.replace(/svg$/, 'png')
    const svg = await readFile(projectPath('assets', 'starter', 'pictures', name))
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH } }).render().asPng()
    await writeFile(projectPath('assets', 'starter', 'pictures', picture), png)
    say(`  ${picture.padEnd(24)} ${(png.length / 1024).toFixed(0)} kB`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(renderAll)
