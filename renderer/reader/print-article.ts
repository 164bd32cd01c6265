/** Prints the article. The sandboxed frame may not print itself, so a copy of its content stands in the window while it is printed. */

export function printArticle(frame: Document): void {
  const sheet = frame.querySelector('.sheet')
  if (!sheet) return
  const copy = document.createElement('div')
  copy.className = 'print-copy article-page'
  copy.append(document.importNode(sheet, true))
  document.body.append(copy)
  window.addEventListener(
    'afterprint',
    () => {
      copy.remove()
    },
    { once: true },
  )
  window.print()
}
