// esbuild splits only ES modules, and the oldest Electron we run on starts only CommonJS: this plugin lets esbuild split and then turns
// every piece into CommonJS, so that a start reads and compiles what it needs and no more.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * For a build with `format: 'esm'` and `splitting: true`; it writes the files itself.
 *
 * @returns {import('esbuild').Plugin}
 */
export function splitCommonJs() {
  return {
    name: 'split-commonjs',
    setup({ esbuild, initialOptions, onEnd }) {
      initialOptions.write = false
      const { minify, target } = initialOptions
      onEnd(async ({ outputFiles = [] }) => {
        await Promise.all(
          outputFiles.map(async ({ path, text }) => {
            const { code } = await esbuild.transform(text, {
              minify,
              // The first pass has named every function already.
              keepNames: false,
              target,
              format: 'cjs',
              platform: 'node',
              // An `import()` that stays is for ES modules, whose loader does not look into the app's archive.
              supported: { 'dynamic-import': false },
            })
            await mkdir(dirname(path), { recursive: true })
            await writeFile(path, code)
          }),
        )
      })
    },
  }
}
