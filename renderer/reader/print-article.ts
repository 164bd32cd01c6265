/** Lays the article out for paper. The sandboxed frame may not print itself, so a copy of its content stands in the window, seen on paper only, while it is printed. */

/** Shows the system's dialog for printing. */
export function printArticle(frame: Document): void {
  const takeAway = layOut(frame)
  if (!takeAway) return
  window.addEventListener('afterprint', takeAway, { once: true })
  window.print()
}

/** null where there is nothing to print. */
function layOut(frame: Document): (() => void) | null {
  const sheet = frame.querySelector('.sheet')
  if (!sheet) return null
  const copy = document.createElement('div')
  copy.className = 'print-copy article-page'
  copy.append(document.importNode(sheet, true))
  loadEagerly(copy)
  document.body.append(copy)
  const takeBack = nameDocument(sheet.querySelector('h1')?.textContent ?? document.title)
  return () => {
    copy.remove()
    takeBack()
  }
}

/** The name of the document on paper and in the dialog; returns what takes it back. */
export function nameDocument(name: string): () => void {
  const title = document.title
  document.title = name
  return () => {
    document.title = title
  }
}

/** Resolves when its pictures are decoded and its typefaces loaded. */
export async function everythingLoaded(copy: HTMLElement): Promise<void> {
  loadEagerly(copy)
  const family = getComputedStyle(copy).fontFamily
  const faces = ['400', '650', 'italic 400'].map((style) =>
    document.fonts.load(`${style} 16px ${family}`, copy.textContent),
  )
  const pictures = [...copy.querySelectorAll('img')].map((image) => image.decode())
  // A picture or a typeface that fails is left out, as it is on the screen.
  await Promise.allSettled([...faces, ...pictures])
}

/** Unseen pictures are not loaded otherwise. */
function loadEagerly(copy: HTMLElement): void {
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager'
}
