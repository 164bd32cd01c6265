/**
 * Lays the article out for paper. The sandboxed frame may not print itself, so a copy of its content stands in the window, seen on
 * paper only, while it is printed or written as a PDF.
 */

/** Shows the system's dialog for printing. */
export function printArticle(frame: Document): void {
  const takeAway = layOut(frame)
  if (!takeAway) return
  window.addEventListener('afterprint', takeAway, { once: true })
  window.print()
}

/** Runs something, such as writing a PDF, while the article stands there whole: its pictures decoded, its typefaces loaded. */
export async function whileLaidOut(frame: Document, run: () => Promise<void>): Promise<void> {
  const takeAway = layOut(frame)
  if (!takeAway) return
  try {
    await everythingLoaded()
    await run()
  } finally {
    takeAway()
  }
}

/** null where there is nothing to print. */
function layOut(frame: Document): (() => void) | null {
  const sheet = frame.querySelector('.sheet')
  if (!sheet) return null
  const copy = document.createElement('div')
  copy.className = 'print-copy article-page'
  copy.append(document.importNode(sheet, true))
  // Unseen pictures are not loaded otherwise.
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager'
  document.body.append(copy)
  const title = document.title
  // The name of the document on paper and in the dialog.
  document.title = sheet.querySelector('h1')?.textContent ?? title
  return () => {
    copy.remove()
    document.title = title
  }
}

async function everythingLoaded(): Promise<void> {
  const copy = document.querySelector('.print-copy')
  const text = copy?.textContent ?? ''
  const family = copy ? getComputedStyle(copy).fontFamily : 'serif'
  const faces = ['400', '650', 'italic 400'].map((style) =>
    document.fonts.load(`${style} 16px ${family}`, text),
  )
  const pictures = [...(copy?.querySelectorAll('img') ?? [])].map((image) => image.decode())
  // A picture or a typeface that fails is left out, as it is on the screen.
  await Promise.allSettled([...faces, ...pictures])
}
