/** What is copied out of the article has no soft hyphens: they are of use in the lines they were made for only. */
import { SOFT_HYPHEN } from '../../contract/hyphens'

export function copyWholeWords(event: ClipboardEvent): void {
  const selection = (event.currentTarget as Document).getSelection()
  const text = selection?.toString() ?? ''
  const { clipboardData } = event
  if (!selection || !clipboardData || !text.includes(SOFT_HYPHEN)) return
  const holder = document.createElement('div')
  for (let at = 0; at < selection.rangeCount; at++)
    holder.append(document.importNode(selection.getRangeAt(at).cloneContents(), true))
  clipboardData.setData('text/plain', text.replaceAll(SOFT_HYPHEN, ''))
  clipboardData.setData('text/html', holder.innerHTML.replaceAll(SOFT_HYPHEN, ''))
  event.preventDefault()
}
