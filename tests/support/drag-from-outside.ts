/** Drags from another program, as Chromium gets them from the desktop. */
import type { Page } from 'playwright'

/** Absolute paths of files, or data by media type. */
export type Dragged =
  { readonly files: readonly string[] } | { readonly data: Readonly<Record<string, string>> }

export interface HeldDrag {
  moveTo(x: number, y: number): Promise<void>
  drop(): Promise<void>
  /** Back out of the window. */
  leave(): Promise<void>
}

/** Comes into the window at this place. */
export async function dragIn(window: Page, what: Dragged, x: number, y: number): Promise<HeldDrag> {
  const session = await window.context().newCDPSession(window)
  const data = {
    items:
      'data' in what ? Object.entries(what.data).map(([mimeType, text]) => ({ mimeType, data: text })) : [],
    files: 'files' in what ? [...what.files] : [],
    dragOperationsMask: 1,
  }
  let at = { x, y }
  const send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') =>
    session.send('Input.dispatchDragEvent', { type, ...at, data })
  await send('dragEnter')
  await send('dragOver')
  return {
    moveTo: async (toX, toY) => {
      at = { x: toX, y: toY }
      await send('dragOver')
    },
    drop: async () => {
      await send('drop')
      await session.detach()
    },
    leave: async () => {
      await send('dragCancel')
      await session.detach()
    },
  }
}
