/** What axe finds wrong with the window as it stands. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** A line each. The article's frame runs no scripts, so axe itself cannot run in it. */
export async function axeFindings(window: Page): Promise<readonly string[]> {
  await atRest(window)
  await window.evaluate(AXE)
  const found = await window.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Finding[] }> }
    }
    return (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** What is still fading in has not the colours that it will be read in. */
async function atRest(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => {
      return effect?.getComputedTiming().endTime !== Infinity
    })
    // One that is taken away together with its element never finishes, and is over all the same.
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
