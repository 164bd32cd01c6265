// Parts of the app's Node side, bundled out of the sources as the app itself is, for a benchmark to use without the rest.
import { createRequire } from 'node:module'
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/**
 * @param {Record<string, string>} modules exported name to the module it is in, from the project's folder
 * @param {string} outfile a file to be made and taken away again; what a part finds beside itself must lie in its folder
 */
export async function loadParts(modules, outfile) {
  const contents = Object.entries(modules)
    .map(([name, path]) => `export { ${name} } from './${path}'`)
    .join('\n')
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  })
  try {
    return createRequire(import.meta.url)(outfile)
  } finally {
    await rm(outfile, { force: true })
  }
}
